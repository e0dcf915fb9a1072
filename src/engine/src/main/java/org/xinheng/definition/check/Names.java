package org.xinheng.definition.check;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Source;

/** Names for hints: what could have been meant. */
final class Names {

  private static final int MOST = 12;

  private Names() {}

  /** {@code the items are 'c1' to 'c7'}. */
  static String ofItems(Instrument instrument) {
    List<Item> items = instrument.items();
    return items.size() == 1
        ? "the only item is '" + items.get(0).id() + "'"
        : "the items are '" + items.get(0).id() + "' to '"
            + items.get(items.size() - 1).id() + "'";
  }

  /**
   * Whether the ids of all items could be read. If not, the item that a reference seems to miss may be one of them.
   */
  static boolean knowsItems(Instrument instrument) {
    return !instrument.items().isEmpty()
        && instrument.items().stream().noneMatch(item -> item.id().isEmpty());
  }

  static String ofScales(Instrument instrument) {
    return list("scale", instrument.scales().stream().map(Scale::id).toList());
  }

  static String ofSources(Instrument instrument) {
    return list("source", instrument.about().sources().stream().map(Source::id).toList());
  }

  static String ofResponseSets(Instrument instrument) {
    return list(
        "response set", instrument.responseSets().stream().map(ResponseSet::id).toList());
  }

  /** {@code the codes are 0, 1, 2}, {@code its answers are 0 to 365}. */
  static String ofAnswers(String whose, ResponseSet.Scorable responses) {
    if (responses instanceof ResponseSet.SeveralChoices) {
      return whose + " answers are how many were chosen, " + responses.lowest() + " to "
          + responses.highest();
    }
    String what = responses instanceof ResponseSet.Choice ? " codes are " : " answers are ";
    return whose + what + responses.codes();
  }

  /** {@code the scales are 'total', 'lie'}; a long list is cut. */
  static String list(String what, Collection<String> names) {
    if (names.isEmpty()) {
      return "there is no " + what;
    }
    String quoted =
        names.stream().limit(MOST).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return names.size() == 1
        ? "the only " + what + " is " + quoted
        : "the " + plural(what) + " are " + quoted + (names.size() > MOST ? ", …" : "");
  }

  private static String plural(String noun) {
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
