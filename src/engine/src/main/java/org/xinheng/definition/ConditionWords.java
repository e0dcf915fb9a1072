package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** Conditions in words. Items that follow each other in a list of which the same is asked share it, as they are written. */
final class ConditionWords implements Condition.Visitor<String> {

  private final Instrument instrument;

  ConditionWords(Instrument instrument) {
    this.instrument = instrument;
  }

  @Override
  public String ofItem(Condition.OfItem condition) {
    return "item " + condition.item() + " " + answer(condition);
  }

  @Override
  public String ofChoice(Condition.OfChoice condition) {
    return "item " + condition.item() + " " + answer(condition);
  }

  /** What is asked of the answer to an item: {@code at 2 or above}, {@code with 3 chosen}. */
  static String answer(Condition ofItem) {
    return ofItem instanceof Condition.OfItem of
        ? DefinitionWords.comparison(of.comparison())
        : "with " + ((Condition.OfChoice) ofItem).code() + " chosen";
  }

  @Override
  public String ofScale(Condition.OfScale condition) {
    return "scale '" + condition.scale() + "' "
        + DefinitionWords.comparison(condition.comparison());
  }

  @Override
  public String ofBand(Condition.OfBand condition) {
    return "scale '" + condition.scale() + "' in level " + condition.levelAtOrAbove() + " or above";
  }

  @Override
  public String named(Condition.Named condition) {
    return "'" + condition.id() + "'";
  }

  @Override
  public String atLeast(Condition.AtLeast condition) {
    List<Condition> parts = condition.parts();
    if (condition.n() == 0) {
      return "always";
    }
    if (parts.size() == 1 && condition.n() == 1) {
      return parts.get(0).accept(this);
    }
    List<String> words = parts(parts);
    return number(condition.n(), parts.size())
        + (words.size() == 1 ? words.get(0) : "(" + String.join("; ", words) + ")");
  }

  private static String number(int n, int parts) {
    if (n == parts) {
      return "all of ";
    }
    return n == 1 ? "any of " : "at least " + n + " of ";
  }

  private List<String> parts(List<Condition> parts) {
    List<String> words = new ArrayList<>();
    int first = 0;
    while (first < parts.size()) {
      int last = first;
      while (last + 1 < parts.size() && share(parts.get(first), parts.get(last + 1))) {
        last++;
      }
      words.add(
          first == last ? parts.get(first).accept(this) : items(parts.subList(first, last + 1)));
      first = last + 1;
    }
    return words;
  }

  private static boolean share(Condition one, Condition other) {
    return one.askedItem().isPresent()
        && other.askedItem().isPresent()
        && answer(one).equals(answer(other));
  }

  private String items(List<Condition> parts) {
    List<String> items =
        parts.stream().flatMap(part -> part.askedItem().stream()).toList();
    return "items " + DefinitionWords.items(items, instrument) + " " + answer(parts.get(0));
  }

  @Override
  public String not(Condition.Not condition) {
    return "not (" + condition.part().accept(this) + ")";
  }
}
