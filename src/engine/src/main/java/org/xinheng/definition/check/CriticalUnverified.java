package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;

/** An unverified fact never drives an alert. */
final class CriticalUnverified implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (CriticalItem critical : instrument.critical()) {
      boolean unverified = !critical.verification().isVerified();
      if (places.isSound(critical) && unverified && critical.alert() != Alert.NONE) {
        found.add(error(
                "critical.unverified",
                places.of(critical, "verification"),
                "critical item '%s' raises the alert '%s', but its verification is '%s'",
                critical.id(),
                critical.alert().word(),
                critical.verification().word())
            .hint("verify it and name the source, or write 'alert: none'"));
      }
    }
    return found;
  }
}
