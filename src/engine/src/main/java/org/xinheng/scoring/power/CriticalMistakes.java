package org.xinheng.scoring.power;

import java.util.Arrays;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** Another item is critical, or from another answer, or with another alert. */
final class CriticalMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-critical";
  }

  @Override
  public String remedy() {
    return "state what is critical, and the alert, where the item is just below its edge and just at it";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    return rehearsal.instrument().critical().stream()
        .flatMap(critical ->
            Stream.concat(alerts(critical, rehearsal), conditions(critical, rehearsal)));
  }

  private static Stream<Mutant> alerts(CriticalItem critical, Rehearsal rehearsal) {
    return Arrays.stream(Alert.values())
        .filter(alert -> alert != Alert.UNKNOWN && alert != critical.alert())
        .map(alert -> mutant(
            critical,
            "'%s' raised the alert '%s', not '%s'"
                .formatted(critical.id(), alert.word(), critical.alert().word()),
            critical.when(),
            alert,
            rehearsal));
  }

  private static Stream<Mutant> conditions(CriticalItem critical, Rehearsal rehearsal) {
    return new MistakenConditions(rehearsal)
        .of(critical.when())
        .map(when -> mutant(
            critical,
            "'%s' were critical by %s".formatted(critical.id(), words(when, rehearsal)),
            when,
            critical.alert(),
            rehearsal));
  }

  private static String words(Condition condition, Rehearsal rehearsal) {
    return DefinitionWords.condition(condition, rehearsal.instrument());
  }

  private static Mutant mutant(
      CriticalItem critical, String mistake, Condition when, Alert alert, Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    CriticalItem other = new CriticalItem(
        critical.id(), when, alert, critical.topic(), critical.source(), critical.verification());
    return new Mutant(
        "critical item '" + critical.id() + "'",
        mistake,
        Draft.of(
            instrument,
            draft -> draft.critical = Draft.replaced(instrument.critical(), critical, other)));
  }
}
