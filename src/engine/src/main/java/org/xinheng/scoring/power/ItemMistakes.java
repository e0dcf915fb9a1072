package org.xinheng.scoring.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** An item is left out of a scale, or another stands in its place. */
final class ItemMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-items";
  }

  @Override
  public String remedy() {
    return "let the items of the scale be high where the others are low";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    return rehearsal.instrument().scales().stream()
        .filter(scale -> !scale.keying().keys().isEmpty())
        .flatMap(scale ->
            Stream.concat(leftOut(scale, rehearsal.instrument()), replaced(scale, rehearsal)));
  }

  private static Stream<Mutant> leftOut(Scale scale, Instrument instrument) {
    List<Key> keys = scale.keying().keys();
    // A scale of one item cannot lack it.
    return keys.stream()
        .filter(key -> keys.size() > 1)
        .map(key -> new Mutant(
            Rehearsal.part(scale),
            "scale '%s' lacked item '%s'".formatted(scale.id(), key.item()),
            Draft.of(instrument, scale, draft -> draft.leaveOut(key))));
  }

  /**
   * The mistakes of this kind that no case notices. There are many, so they are not tried one by one: those for which a
   * case has the same answers and keys come out alike in that case.
   */
  private static Stream<Mutant> replaced(Scale scale, Rehearsal rehearsal) {
    List<Key> keys = scale.keying().keys();
    List<String> own = keys.stream().map(Key::item).toList();
    List<Replacement> unnoticed = rehearsal.instrument().keptItems().stream()
        .map(Item::id)
        .filter(item -> !own.contains(item))
        .flatMap(item -> keys.stream().map(key -> new Replacement(scale, key, item)))
        .collect(Collectors.toCollection(ArrayList::new));
    rehearsal.cases().forEach(row -> {
      Map<String, String> answers = rehearsal.answers(row);
      Map<List<Object>, Boolean> noticed = new HashMap<>();
      unnoticed.removeIf(replacement -> noticed.computeIfAbsent(
          replacement.inCase(answers),
          alike -> rehearsal.isNoticed(replacement.mutant(rehearsal.instrument()), row)));
    });
    return unnoticed.stream().map(replacement -> replacement.mutant(rehearsal.instrument()));
  }

  /** One item of a scale and another that takes its place. */
  private record Replacement(Scale scale, Key key, String by) {

    /** What decides how the mistake comes out in a case with these answers. */
    List<Object> inCase(Map<String, String> answers) {
      boolean sameParameters = scale.keying() instanceof Keying.OfItems;
      return List.of(
          answers.get(key.item()), answers.get(by), like(key, sameParameters ? "" : key.item()));
    }

    Mutant mutant(Instrument instrument) {
      return new Mutant(
          Rehearsal.part(scale),
          "scale '%s' had item '%s' in place of '%s'".formatted(scale.id(), by, key.item()),
          Draft.of(instrument, scale, draft -> draft.replace(key, like(key, by))));
    }
  }

  /** A key like that of another item. */
  static Key like(Key key, String item) {
    return new Key(item, key.reversed(), key.values(), key.weight());
  }
}
