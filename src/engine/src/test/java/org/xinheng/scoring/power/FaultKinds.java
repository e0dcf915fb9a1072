package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;

/**
 * What authors of questionnaires and norm sets get wrong, made on the text of a file. Nothing here knows the
 * checker: a fault is made whether or not anything could find it. Left alone is what no score depends on: names, topics,
 * labels, sources, and for whom a questionnaire is meant.
 */
final class FaultKinds {

  private static final List<String> METHODS = List.of("sum", "mean", "maximum", "minimum");
  private static final List<String> THENS = List.of("ignore", "zero", "prorate");
  private static final List<String> ALERTS = List.of("none", "same-day", "immediate");
  private static final List<String> VERDICTS = List.of("invalid", "suspect");
  private static final List<String> MODES = List.of("half-up", "half-even", "floor");

  private final Kind of;
  private final String id;
  private final SourceText source;
  private final String text;
  private final List<Spot> spots;
  private final Map<String, List<Fault>> faults = new LinkedHashMap<>();

  private FaultKinds(Kind of, String id, SourceText source) {
    this.of = of;
    this.id = id;
    this.source = source;
    text = source.text();
    spots = Spot.in(text);
  }

  /** Every fault of every kind that can be made in a questionnaire or a norm set, by kind. */
  static Map<String, List<Fault>> in(Kind of, String id, SourceText source) {
    FaultKinds kinds = new FaultKinds(of, id, source);
    if (of == Kind.NORM_SET) {
      kinds.norms();
    } else {
      kinds.questionnaire();
    }
    return kinds.faults;
  }

  // -- questionnaires --

  private void questionnaire() {
    form();
    keys();
    scoring();
    bands();
    critical();
    validity();
    conditions();
  }

  private void form() {
    List<Spot> items = children(List.of("items"));
    for (int i = 0; i < items.size(); i++) {
      cut("item lost from the form", listEntry(items.get(i)), "");
      String line = text.substring(listEntry(items.get(i))[0], listEntry(items.get(i))[1]);
      cut("item twice in the form", listEntry(items.get(i)), line + line);
    }
    for (int i = 1; i < items.size(); i++) {
      exchange("items of the form in another order", items.get(i - 1), items.get(i));
    }
    all(spot -> spot.at(0).equals("responses")
            && spot.at(2).equals("options")
            && spot.path().size() == 4)
        .forEach(option -> around(option.name())
            .forEach(code -> replace(
                "wrong code of an answer",
                option.key(),
                option.key() + option.name().length(),
                code)));
    List<Spot> sets = children(List.of("responses"));
    for (Spot set : sets) {
      List<Spot> options = children(path(set, "options"));
      for (int shift : new int[] {-1, 1}) {
        StringBuilder shifted = new StringBuilder(text);
        for (int i = options.size() - 1; i >= 0; i--) {
          Spot option = options.get(i);
          shifted.replace(
              option.key(),
              option.key() + option.name().length(),
              Integer.toString(Integer.parseInt(option.name()) + shift));
        }
        add("all codes one too high or low", shifted.toString());
      }
    }
  }

  private void keys() {
    List<Spot> lists = all(spot -> spot.at(0).equals("scales")
            && List.of("items", "reverse", "scales").contains(spot.name())
            && spot.path().size() == 3)
        .toList();
    int count = children(List.of("items")).size();
    for (Spot list : lists) {
      String word = list.name().equals("scales") ? "part" : "item";
      boolean reverse = list.name().equals("reverse");
      List<Spot> entries = list.size() == 0 ? List.of(list) : children(list.path());
      for (Spot entry : entries) {
        if (entry.isRun()) {
          runs("run of items off by one", entry);
        } else {
          cut(
              reverse ? "key not reversed" : word + " dropped from a scale",
              flowEntry(entry, entries),
              "");
        }
        if (entry.isNumber()) {
          around(entry.value())
              .forEach(other -> replace(
                  reverse ? "key of the neighbour reversed" : "neighbour in place of an item",
                  entry.start(),
                  entry.end(),
                  other));
        }
      }
      if (!reverse && list.size() > 0) {
        for (Spot other : lists) {
          boolean later = other.start() > list.start() && other.size() > 0;
          if (later && !other.name().equals("reverse")) {
            exchangeEntries(word + "s swapped between scales", list, other);
          }
        }
      }
      if (reverse && list.size() > 0) {
        for (int item = 1; item <= count; item++) {
          String added = Integer.toString(item);
          if (entries.stream().noneMatch(entry -> entry.value().equals(added))) {
            replace("key reversed", list.start() + 1, list.start() + 1, added + ", ");
          }
        }
      }
    }
    for (Spot scale : children(List.of("scales"))) {
      boolean ofItems = spot(path(scale, "items")).isPresent();
      if (ofItems && spot(path(scale, "reverse")).isEmpty()) {
        itemsOf(scale)
            .forEach(item -> insertLine(
                "key reversed",
                spot(path(scale, "items")).orElseThrow(),
                "reverse: [" + item + "]"));
      }
    }
    List<Spot> runs = lists.stream().filter(Spot::isRun).toList();
    for (int i = 1; i < runs.size(); i++) {
      Spot lower = runs.get(i - 1);
      Spot upper = runs.get(i);
      int last = Integer.parseInt(lower.value().split("\\.\\.")[1]);
      if (upper.value().startsWith(last + 1 + "..")) {
        for (int shift : new int[] {-1, 1}) {
          StringBuilder moved = new StringBuilder(text);
          moved.replace(
              upper.start(),
              upper.end(),
              upper.value().replaceFirst("^[0-9]+", "" + (last + 1 + shift)));
          moved.replace(
              lower.start(),
              lower.end(),
              lower.value().replaceFirst("[0-9]+$", "" + (last + shift)));
          add("boundary between two scales moved", moved.toString());
        }
      }
    }
  }

  private Stream<String> itemsOf(Spot scale) {
    Spot items = spot(path(scale, "items")).orElseThrow();
    Stream<Spot> entries = items.size() == 0 ? Stream.of(items) : children(items.path()).stream();
    return entries.flatMap(entry -> {
      if (!entry.isRun()) {
        return Stream.of(entry.value());
      }
      String[] ends = entry.value().split("\\.\\.");
      return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
          .mapToObj(Integer::toString);
    });
  }

  private void scoring() {
    all(spot -> spot.at(0).equals("scales") && spot.path().size() == 3).forEach(spot -> {
      switch (spot.name()) {
        case "method" -> words("wrong method", spot, METHODS);
        case "multiply" -> {
          numbers("wrong multiplier", spot);
          cut("multiplication forgotten", line(spot), "");
        }
        case "range" -> runs("declared range off by one", spot);
        case "missing" -> missing(spot);
        default -> {}
      }
    });
    all(spot -> spot.at(0).equals("scales")
            && spot.at(2).equals("missing")
            && spot.path().size() == 4)
        .forEach(spot -> {
          switch (spot.name()) {
            case "allow" -> numbers("wrong missing limit", spot);
            case "then" -> words("wrong treatment of missing answers", spot, THENS);
            default -> {}
          }
        });
    all(spot -> spot.at(0).equals("scales") && spot.at(2).equals("recode") && spot.isNumber())
        .forEach(spot -> numbers("wrong recode", spot));
    all(spot -> spot.at(0).equals("scales") && spot.at(2).equals("round")).forEach(spot -> {
      if (spot.name().equals("mode")) {
        words("wrong rounding", spot, MODES);
      } else if (spot.name().equals("to")) {
        numbers("wrong rounding", spot);
      }
    });
  }

  private void missing(Spot spot) {
    if (spot.value().equals("strict")) {
      for (String then : THENS) {
        replace(
            "missing answers allowed", spot.start(), spot.end(), "{allow: 1, then: " + then + "}");
      }
    } else {
      replace("no missing answer allowed", spot.start(), spot.end(), "strict");
    }
  }

  private void bands() {
    List<Spot> edges =
        all(spot -> spot.at(0).equals("scales") && spot.name().equals("from")).toList();
    edges.forEach(edge -> numbers("band edge off by one", edge));
    for (int i = 1; i < edges.size(); i++) {
      exchange("band edges in the wrong order", edges.get(i - 1), edges.get(i));
    }
    for (Spot list :
        all(spot -> spot.at(0).equals("scales") && spot.name().equals("edges")).toList()) {
      List<Spot> entries = children(list.path());
      for (Spot entry : entries) {
        cut("band lost", listEntry(entry), "");
      }
      shiftAll(entries);
    }
    all(spot -> spot.at(0).equals("scales") && spot.name().equals("level"))
        .forEach(level -> words("wrong level of a band", level, List.of("0", "1", "2", "3")));
    all(spot -> spot.at(0).equals("scales") && spot.name().equals("risk"))
        .forEach(risk -> words("wrong end is the risk", risk, List.of("high", "low")));
  }

  /** All edges above the first, one too high or low: bands of the codes 1 to 4 for a form with the codes 0 to 3. */
  private void shiftAll(List<Spot> entries) {
    for (int shift : new int[] {-1, 1}) {
      StringBuilder shifted = new StringBuilder(text);
      for (int i = entries.size() - 1; i > 0; i--) {
        Spot from = spot(path(entries.get(i), "from")).orElseThrow();
        shifted.replace(
            from.start(),
            from.end(),
            new BigDecimal(from.value()).add(BigDecimal.valueOf(shift)).toPlainString());
      }
      add("all bands shifted", shifted.toString());
    }
  }

  private void critical() {
    all(spot -> spot.at(0).equals("critical") && spot.path().size() == 3).forEach(spot -> {
      switch (spot.name()) {
        case "item" -> {
          // An id such as e8 has no number beside it.
          if (spot.value().matches("[0-9]+")) {
            numbers("another item is critical", spot);
          }
        }
        case "at-or-above" -> numbers("critical from another answer", spot);
        case "alert" -> words("wrong alert", spot, ALERTS);
        default -> {}
      }
    });
    children(List.of("critical")).forEach(entry -> cut("critical item lost", listEntry(entry), ""));
  }

  private void validity() {
    all(spot -> spot.at(0).equals("validity") && spot.at(2).equals("when")).forEach(spot -> {
      if (spot.isRun()) {
        runs("validity over other items", spot);
      } else if (spot.isNumber()) {
        numbers("validity from another number", spot);
      } else if (spot.name().equals("scale")) {
        words("validity of another scale", spot, names(List.of("scales")));
      }
    });
    all(spot -> spot.at(0).equals("validity") && spot.name().equals("verdict"))
        .forEach(spot -> words("wrong verdict", spot, VERDICTS));
  }

  private void conditions() {
    Predicate<Spot> inside =
        spot -> spot.at(0).equals("conditions") || spot.at(0).equals("classifications");
    all(inside.and(Spot::isRun)).forEach(spot -> runs("rule over other items", spot));
    all(inside.and(Spot::isNumber)).forEach(spot -> {
      switch (spot.name()) {
        case "at-or-above", "at-or-below" -> numbers("rule from another answer", spot);
        case "at-least" -> numbers("rule counts another number", spot);
        case "item" -> numbers("rule asks another item", spot);
        case "level" -> words("wrong level of an outcome", spot, List.of("0", "1", "2", "3"));
        default -> {}
      }
    });
    List<String> named = names(List.of("conditions"));
    all(inside.and(spot -> named.contains(spot.value())))
        .forEach(spot -> words("another named condition", spot, named));
    for (Spot classification : children(List.of("classifications"))) {
      List<Spot> outcomes = children(path(classification, "outcomes"));
      for (int i = 1; i < outcomes.size(); i++) {
        spot(path(outcomes.get(i - 1), "when"));
        exchange("outcomes in another order", outcomes.get(i - 1), outcomes.get(i));
      }
    }
    all(inside.and(spot -> spot.size() > 0)).forEach(list -> {
      if (list.name().equals("all") || list.name().equals("any")) {
        replace(
            "all for any, or any for all",
            list.key(),
            list.key() + 3,
            list.name().equals("all") ? "any" : "all");
      }
    });
  }

  // -- norm sets --

  private void norms() {
    all(spot -> spot.at(0).equals("groups") && spot.isNumber()).forEach(spot -> {
      digits("digits of a norm in the wrong order", spot);
      numbers("last digit of a norm mistyped", spot);
      BigDecimal value = new BigDecimal(spot.value());
      for (BigDecimal other : List.of(value.movePointLeft(1), value.movePointRight(1))) {
        replace(
            "decimal point of a norm misplaced", spot.start(), spot.end(), other.toPlainString());
      }
    });
    List<Spot> norms = all(spot -> spot.at(0).equals("groups")
            && spot.at(2).equals("scales")
            && spot.path().size() == 4)
        .toList();
    for (Spot norm : norms) {
      exchange(
          "mean and standard deviation exchanged",
          spot(path(norm, "mean")),
          spot(path(norm, "sd")));
      cut("norm of a scale lost", line(norm), "");
    }
    for (int i = 0; i < norms.size(); i++) {
      for (int j = i + 1; j < norms.size(); j++) {
        exchange("norms of two scales exchanged", norms.get(i), norms.get(j));
      }
    }
    all(spot -> spot.name().equals("ages") || spot.name().equals("grades"))
        .forEach(spot -> runs("norms for other ages", spot));
    all(spot -> spot.name().equals("informant"))
        .forEach(spot -> words(
            "norms of another informant", spot, List.of("self", "guardian", "class-teacher")));
    all(spot -> spot.at(0).equals("gives") && spot.name().equals("mode"))
        .forEach(spot -> words("wrong rounding", spot, MODES));
    all(spot -> spot.at(0).equals("gives") && spot.name().equals("to"))
        .forEach(spot -> numbers("wrong rounding", spot));
  }

  /** Every two neighbouring digits exchanged, also around the point: 6.74 as 7.64, 6.47. */
  private void digits(String kind, Spot spot) {
    for (int i = 0; i < spot.value().length(); i++) {
      for (int j = i + 1; j < spot.value().length() && j <= i + 2; j++) {
        char one = spot.value().charAt(i);
        char other = spot.value().charAt(j);
        boolean neighbours = j == i + 1 || spot.value().charAt(i + 1) == '.';
        if (neighbours && Character.isDigit(one) && Character.isDigit(other) && one != other) {
          StringBuilder changed = new StringBuilder(spot.value());
          changed.setCharAt(i, other);
          changed.setCharAt(j, one);
          replace(kind, spot.start(), spot.end(), changed.toString());
        }
      }
    }
  }

  // -- editing --

  private Stream<Spot> all(Predicate<Spot> which) {
    return spots.stream().filter(which);
  }

  private Optional<Spot> spot(List<String> path) {
    return all(spot -> spot.path().equals(path)).findFirst();
  }

  private List<Spot> children(List<String> path) {
    return spot(path).map(list -> all(spot -> spot.isIn(list)).toList()).orElse(List.of());
  }

  private List<String> names(List<String> path) {
    return children(path).stream().map(Spot::name).toList();
  }

  private static List<String> path(Spot of, String name) {
    return Stream.concat(of.path().stream(), Stream.of(name)).toList();
  }

  /** The numbers one unit of the last digit below and above. */
  private static Stream<String> around(String number) {
    BigDecimal value = new BigDecimal(number);
    return Stream.of(value.subtract(value.ulp()), value.add(value.ulp()))
        .map(BigDecimal::toPlainString);
  }

  private void numbers(String kind, Spot spot) {
    around(spot.value()).forEach(other -> replace(kind, spot.start(), spot.end(), other));
  }

  private void words(String kind, Spot spot, List<String> words) {
    words.stream()
        .filter(word -> !word.equals(spot.value()))
        .forEach(word -> replace(kind, spot.start(), spot.end(), word));
  }

  private void runs(String kind, Spot run) {
    String[] ends = run.value().split("\\.\\.");
    if (ends.length < 2) {
      return;
    }
    Stream.concat(
            around(ends[0]).map(first -> first + ".." + ends[1]),
            around(ends[1]).map(last -> ends[0] + ".." + last))
        .forEach(other -> replace(kind, run.start(), run.end(), other));
  }

  private void replace(String kind, int start, int end, String by) {
    add(kind, text.substring(0, start) + by + text.substring(end));
  }

  private void cut(String kind, int[] stretch, String by) {
    replace(kind, stretch[0], stretch[1], by);
  }

  private void exchange(String kind, Optional<Spot> one, Optional<Spot> other) {
    if (one.isPresent() && other.isPresent()) {
      exchange(kind, one.get(), other.get());
    }
  }

  private void exchange(String kind, Spot first, Spot second) {
    add(
        kind,
        text.substring(0, first.start())
            + text.substring(second.start(), second.end())
            + text.substring(first.end(), second.start())
            + text.substring(first.start(), first.end())
            + text.substring(second.end()));
  }

  private void exchangeEntries(String kind, Spot list, Spot other) {
    for (Spot entry : children(list.path())) {
      for (Spot otherEntry : children(other.path())) {
        exchange(kind, entry, otherEntry);
      }
    }
  }

  /** From the beginning of the line of a list entry to the beginning of the next entry. */
  private int[] listEntry(Spot entry) {
    int start = text.lastIndexOf('\n', entry.start()) + 1;
    int end = text.indexOf('\n', Math.max(start, entry.end() - 1)) + 1;
    // The end of a block is where the next thing begins.
    boolean block = text.substring(entry.start(), entry.end()).contains("\n");
    return new int[] {start, block ? text.lastIndexOf('\n', entry.end() - 1) + 1 : end};
  }

  private int[] line(Spot spot) {
    int start = text.lastIndexOf('\n', spot.key()) + 1;
    return new int[] {start, text.indexOf('\n', spot.start()) + 1};
  }

  /** An entry of a list, in one line with the comma behind or before it or on a line of its own. */
  private int[] flowEntry(Spot entry, List<Spot> entries) {
    int start = text.lastIndexOf('\n', entry.start()) + 1;
    if (text.substring(start, entry.start()).isBlank()
        || text.substring(start, entry.start()).strip().equals("-")) {
      return listEntry(entry);
    }
    int at = entries.indexOf(entry);
    return at + 1 < entries.size()
        ? new int[] {entry.start(), entries.get(at + 1).start()}
        : new int[] {at == 0 ? entry.start() : entries.get(at - 1).end(), entry.end()};
  }

  private void insertLine(String kind, Spot after, String line) {
    int start = text.lastIndexOf('\n', after.key()) + 1;
    String indent = text.substring(start, after.key());
    int end = line(after)[1];
    add(kind, text.substring(0, end) + indent + line + "\n" + text.substring(end));
  }

  private void add(String kind, String changed) {
    if (!changed.equals(text)) {
      faults
          .computeIfAbsent(kind, any -> new ArrayList<>())
          .add(Fault.of(kind, of, id, source, changed));
    }
  }
}
