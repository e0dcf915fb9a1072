package org.xinheng.definition;

import java.util.List;

/** One difference between two versions of a questionnaire. */
public sealed interface Change {

  /** What changed, on one line, such as {@code scale 'total': item '3' is now reversed}. */
  String text();

  /** Whether it can change a score, a band, an alert or the validity of somebody. */
  default boolean changesScores() {
    return true;
  }

  /** An item is new or gone, or the form has another order. */
  record OfItems(String what) implements Change {
    @Override
    public String text() {
      return what;
    }
  }

  /**
   * Answers may be given, or are counted, in another way.
   *
   * @param items the items that share the change, as runs
   */
  record OfResponses(String items, String what) implements Change {
    @Override
    public String text() {
      return "responses of " + items + ": " + what;
    }
  }

  /** A whole scale, its key or one of its settings. */
  record OfScale(String scale, String what) implements Change {
    @Override
    public String text() {
      return "scale '" + scale + "': " + what;
    }
  }

  /**
   * The bands of a scale.
   *
   * @param where the scale, and the set of bands where it has several
   */
  record OfBands(String where, String what) implements Change {
    @Override
    public String text() {
      return where + ": " + what;
    }
  }

  /** A condition that has a name. */
  record OfCondition(String condition, String what) implements Change {
    @Override
    public String text() {
      return "condition '" + condition + "' " + what;
    }
  }

  /** A classification or one of its outcomes. */
  record OfClassification(String classification, String what) implements Change {
    @Override
    public String text() {
      return "classification '" + classification + "': " + what;
    }
  }

  /** A critical item. */
  record OfCriticalItem(String id, String what) implements Change {
    @Override
    public String text() {
      return "critical item '" + id + "' " + what;
    }
  }

  /** A validity index. */
  record OfValidity(String index, String what) implements Change {
    @Override
    public String text() {
      return "validity index '" + index + "' " + what;
    }
  }

  /** Something of the questionnaire as a whole that is none of the above. */
  record OfQuestionnaire(String what) implements Change {
    @Override
    public String text() {
      return what;
    }
  }

  /** How the form is shown and what is asked for: sections, pages, order, required answers. No score changes. */
  record OfAdministration(String what) implements Change {
    @Override
    public String text() {
      return what;
    }

    @Override
    public boolean changesScores() {
      return false;
    }
  }

  /** A text for people: a name, a topic, a label, a source, a licence. No score changes. */
  record OfText(String where, String what) implements Change {
    @Override
    public String text() {
      return where + " " + what;
    }

    @Override
    public boolean changesScores() {
      return false;
    }
  }

  /** Those that can change a score. */
  static List<Change> ofScores(List<Change> changes) {
    return changes.stream().filter(Change::changesScores).toList();
  }

  /** Those of how the form is given. */
  static List<Change> ofAdministration(List<Change> changes) {
    return changes.stream().filter(OfAdministration.class::isInstance).toList();
  }

  /** Those of texts. */
  static List<Change> ofTexts(List<Change> changes) {
    return changes.stream().filter(OfText.class::isInstance).toList();
  }
}
