package org.xinheng.scoring.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

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
    Instrument instrument = rehearsal.instrument();
    return instrument.critical().stream()
        .flatMap(critical -> mistaken(critical, instrument)
            .map(other -> new Mutant(
                "critical item '" + critical.item() + "'",
                mistake(critical, other),
                Draft.critical(
                    instrument, Draft.replaced(instrument.critical(), critical, other)))));
  }

  private static Stream<CriticalItem> mistaken(CriticalItem critical, Instrument instrument) {
    List<CriticalItem> others = new ArrayList<>();
    for (int edge : new int[] {critical.atOrAbove() - 1, critical.atOrAbove() + 1}) {
      others.add(with(critical, critical.item(), edge, critical.alert()));
    }
    Arrays.stream(Alert.values())
        .filter(alert -> alert != Alert.UNKNOWN && alert != critical.alert())
        .forEach(alert -> others.add(with(critical, critical.item(), critical.atOrAbove(), alert)));
    instrument.items().stream()
        .map(Item::id)
        .filter(item -> !item.equals(critical.item()))
        .forEach(item -> others.add(with(critical, item, critical.atOrAbove(), critical.alert())));
    return others.stream();
  }

  private static CriticalItem with(CriticalItem critical, String item, int edge, Alert alert) {
    return new CriticalItem(
        item, edge, alert, critical.topic(), critical.source(), critical.verification());
  }

  private static String mistake(CriticalItem critical, CriticalItem other) {
    if (!other.item().equals(critical.item())) {
      return "item '%s' were critical in place of '%s'".formatted(other.item(), critical.item());
    }
    return other.atOrAbove() != critical.atOrAbove()
        ? "item '%s' were critical from %d, not %d"
            .formatted(critical.item(), other.atOrAbove(), critical.atOrAbove())
        : "item '%s' raised the alert '%s', not '%s'"
            .formatted(critical.item(), other.alert().word(), critical.alert().word());
  }
}
