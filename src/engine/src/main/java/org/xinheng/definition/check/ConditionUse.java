package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NamedCondition;

/**
 * A condition of a questionnaire and what it belongs to.
 *
 * @param where as messages call it, such as {@code critical item '9'}
 */
record ConditionUse(String where, Condition condition) {

  /** All that are written as conditions. A critical item that is about a single answer has rules of its own. */
  static List<ConditionUse> of(Instrument instrument) {
    List<ConditionUse> uses = new ArrayList<>();
    for (NamedCondition named : instrument.conditions()) {
      uses.add(new ConditionUse("condition '" + named.id() + "'", named.condition()));
    }
    for (Classification classification : instrument.classifications()) {
      for (Classification.Outcome outcome : classification.outcomes()) {
        uses.add(new ConditionUse(
            "outcome '" + outcome.id() + "' of classification '" + classification.id() + "'",
            outcome.when()));
      }
    }
    ShownWhen.of(instrument)
        .forEach(shown -> uses.add(new ConditionUse(shown.where(), shown.condition())));
    for (CriticalItem critical : instrument.critical()) {
      if (!critical.isSingle()) {
        uses.add(of(critical));
      }
    }
    return uses;
  }

  /** The same, and what critical items ask that are about a single answer. */
  static List<ConditionUse> withSingle(Instrument instrument) {
    List<ConditionUse> uses = new ArrayList<>(of(instrument));
    instrument.critical().stream()
        .filter(CriticalItem::isSingle)
        .forEach(critical -> uses.add(of(critical)));
    return uses;
  }

  private static ConditionUse of(CriticalItem critical) {
    return new ConditionUse("critical item '" + critical.id() + "'", critical.when());
  }
}
