package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;

/**
 * An item is reversed and should not be or the other way round, its weight is wrong, or two items of a scale have each
 * other's key.
 */
final class KeyMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-keys";
  }

  @Override
  public String remedy() {
    return "answer the item at one end in a case whose score is stated, and not like those with another key";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .filter(scale -> !scale.keying().keys().isEmpty())
        .flatMap(scale -> in(scale, scale.keying().keys(), instrument));
  }

  private static Stream<Mutant> in(Scale scale, List<Key> keys, Instrument instrument) {
    return Stream.concat(
        keys.stream().flatMap(key -> changed(key, scale, instrument)),
        keys.stream()
            .flatMap(key -> keys.subList(keys.indexOf(key) + 1, keys.size()).stream()
                .filter(other -> !other.equals(ItemMistakes.like(key, other.item())))
                .map(other -> exchanged(key, other, scale, instrument))));
  }

  private static Stream<Mutant> changed(Key key, Scale scale, Instrument instrument) {
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(mutant(
        "scale '%s' %s item '%s'"
            .formatted(scale.id(), key.reversed() ? "did not reverse" : "reversed", key.item()),
        key,
        new Key(key.item(), !key.reversed(), key.values(), key.weight()),
        scale,
        instrument));
    if (key.weight().compareTo(BigDecimal.ONE) != 0) {
      for (BigDecimal weight :
          List.of(BigDecimal.ONE, key.weight().add(key.weight().ulp()))) {
        mutants.add(mutant(
            "item '%s' had the weight %s in scale '%s'"
                .formatted(key.item(), weight.toPlainString(), scale.id()),
            key,
            new Key(key.item(), key.reversed(), key.values(), weight),
            scale,
            instrument));
      }
    }
    return mutants.stream();
  }

  private static Mutant mutant(
      String mistake, Key key, Key by, Scale scale, Instrument instrument) {
    return new Mutant(
        Rehearsal.part(scale),
        mistake,
        Draft.of(instrument, scale, draft -> draft.replace(key, by)));
  }

  private static Mutant exchanged(Key key, Key other, Scale scale, Instrument instrument) {
    return new Mutant(
        Rehearsal.part(scale),
        "items '%s' and '%s' had each other's key in scale '%s'"
            .formatted(key.item(), other.item(), scale.id()),
        Draft.of(instrument, scale, draft -> {
          draft.replace(key, ItemMistakes.like(other, key.item()));
          draft.replace(other, ItemMistakes.like(key, other.item()));
        }));
  }
}
