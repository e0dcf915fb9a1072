package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;

/** An answer is recoded to a wrong value, in all items for which the recoding is written. */
final class RecodeMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-recode";
  }

  @Override
  public String remedy() {
    return "use every code that is recoded in a case whose score is stated";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .flatMap(scale -> scale.keying().keys().stream()
            .map(Key::values)
            .distinct()
            .flatMap(values -> in(values, scale, instrument)));
  }

  private static Stream<Mutant> in(
      Map<Integer, BigDecimal> values, Scale scale, Instrument instrument) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .flatMap(entry -> Rehearsal.neighbours(entry.getValue()).stream()
                .map(value -> new Mutant(
                    Rehearsal.part(scale),
                    "%d counted as %s, not %s, in scale '%s'"
                        .formatted(
                            entry.getKey(),
                            value.toPlainString(),
                            entry.getValue().toPlainString(),
                            scale.id()),
                    Draft.of(
                        instrument,
                        scale,
                        draft -> recode(draft, scale, values, entry.getKey(), value)))));
  }

  private static void recode(
      Draft.OfScale draft,
      Scale scale,
      Map<Integer, BigDecimal> values,
      int code,
      BigDecimal value) {
    Map<Integer, BigDecimal> changed = new HashMap<>(values);
    changed.put(code, value);
    scale.keying().keys().stream()
        .filter(key -> key.values().equals(values))
        .forEach(
            key -> draft.replace(key, new Key(key.item(), key.reversed(), changed, key.weight())));
  }
}
