package org.xinheng.administration;

import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;

/** Whether an answer is one that an item takes. */
final class AnswerCheck {

  private AnswerCheck() {}

  /** What is wrong with an answer; empty if it can be taken. */
  static Optional<Message> fault(Optional<ResponseSet> responses, Answer answer) {
    if (responses.isEmpty()) {
      return Optional.of(Messages.NO_ANSWER_HERE);
    }
    ResponseSet set = responses.get();
    if (set instanceof ResponseSet.FreeText text) {
      return ofText(text, answer);
    }
    return set instanceof ResponseSet.Numeric numeric
        ? ofNumber(numeric, answer)
        : ofOptions(set, answer);
  }

  private static Optional<Message> ofText(ResponseSet.FreeText set, Answer answer) {
    boolean fits = answer instanceof Answer.Written written
        && written.characters() >= 0
        && written.characters() <= set.longest();
    return fits ? Optional.empty() : Optional.of(Messages.tooLong(set.longest()));
  }

  private static Optional<Message> ofNumber(ResponseSet.Numeric set, Answer answer) {
    if (!(answer instanceof Answer.Entered number)) {
      return Optional.of(Messages.NUMBER_NEEDED);
    }
    if (number.value().compareTo(set.lowest()) < 0 || number.value().compareTo(set.highest()) > 0) {
      return Optional.of(Messages.range(set.lowest(), set.highest()));
    }
    if (number.value().scale() > set.decimals()) {
      return Optional.of(Messages.decimals(set.decimals()));
    }
    return set.declares(number.value())
        ? Optional.empty()
        : Optional.of(Messages.step(set.lowest(), set.step()));
  }

  private static Optional<Message> ofOptions(ResponseSet set, Answer answer) {
    if (!(answer instanceof Answer.Chosen chosen)) {
      return Optional.of(Messages.NOT_AN_OPTION);
    }
    List<Integer> codes = set.options().stream().map(Option::code).toList();
    if (chosen.codes().isEmpty()) {
      return Optional.of(Messages.NOTHING_CHOSEN);
    }
    if (!codes.containsAll(chosen.codes())) {
      return Optional.of(Messages.NOT_AN_OPTION);
    }
    if (chosen.codes().size() > 1) {
      if (!(set instanceof ResponseSet.SeveralChoices several)) {
        return Optional.of(Messages.ONE_ONLY);
      }
      if (several.none().filter(chosen.codes()::contains).isPresent()) {
        return Optional.of(Messages.NONE_AND_OTHERS);
      }
    }
    return Optional.empty();
  }
}
