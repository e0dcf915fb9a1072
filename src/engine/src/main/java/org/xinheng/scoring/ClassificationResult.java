package org.xinheng.scoring;

import java.util.List;
import org.xinheng.instrument.Classification;

/** What a classification says of one person, or why it says nothing. */
public sealed interface ClassificationResult {

  /** The outcomes that the answers leave possible, in the order of the definition; one if the person is classified. */
  List<Classification.Outcome> possible();

  /** One outcome is certain. */
  record Classified(Classification.Outcome outcome) implements ClassificationResult {
    @Override
    public List<Classification.Outcome> possible() {
      return List.of(outcome);
    }
  }

  /** Something that would decide is not known. */
  record NotClassified(NotClassifiedReason reason, List<Classification.Outcome> possible)
      implements ClassificationResult {
    public NotClassified {
      possible = List.copyOf(possible);
    }
  }
}
