package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;

/** A questionnaire that nobody has validated asks for a talk, and raises no alert. */
final class CriticalNotValidated implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    if (!instrument.about().isNotValidated()) {
      return List.of();
    }
    return instrument.critical().stream()
        .filter(places::isSound)
        .filter(critical -> critical.alert() != Alert.NONE)
        .map(critical -> error(
                "critical.not-validated",
                places.of(critical, "alert"),
                "critical item '%s' would raise an alert, but nobody has validated the"
                    + " questionnaire",
                critical.id())
            .hint("write 'alert: none', which lists it for a conversation"))
        .toList();
  }
}
