package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Seeded random questionnaires, norms and answers for properties that must hold for every instrument. */
final class RandomInstrument {

  private static final Text TEXT = new Text("t", "t");

  private final Random random;
  private final Instrument instrument;

  RandomInstrument(long seed) {
    random = new Random(seed);
    instrument = instrument();
  }

  Instrument value() {
    return instrument;
  }

  /** Answers with blanks, refusals, skipped branches and undeclared codes, and random sex, grade and age. */
  ResponseTable answers(int rows) {
    ResponseTable table = new ResponseTable(instrument, rows);
    Missing[] kinds = Missing.values();
    for (int row = 0; row < rows; row++) {
      double missing = random.nextInt(4) == 0 ? 0.3 : 0.02;
      double evenness = random.nextInt(4) == 0 ? 0.9 : 0;
      for (int column = 0; column < instrument.items().size(); column++) {
        ResponseSet set = instrument.responsesOf(instrument.items().get(column)).orElseThrow();
        if (random.nextDouble() < missing) {
          table.setMissing(row, column, kinds[random.nextInt(kinds.length)]);
        } else {
          int option =
              random.nextDouble() < evenness ? 0 : random.nextInt(set.options().size());
          table.set(row, column, set.options().get(option).code());
        }
      }
      if (random.nextInt(10) > 0) {
        table.sex(row, Sex.values()[random.nextInt(2)]).grade(row, 1 + random.nextInt(12));
      }
      if (random.nextInt(10) > 0) {
        table.age(row, 6 + random.nextInt(14));
      }
    }
    for (int row = 0; row < rows; row++) {
      int filled = row;
      seconds(row).ifPresent(seconds -> table.seconds(filled, seconds));
    }
    return table;
  }

  /** How long a form took, of most forms; the same for a row whenever it is asked for. */
  OptionalDouble seconds(int row) {
    Random time = new Random(row);
    double seconds = time.nextInt(1 + 40 * instrument.items().size()) / 10.0;
    return time.nextInt(4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  NormSet norms() {
    List<NormSet.Group> groups = new ArrayList<>();
    for (Sex sex : Sex.values()) {
      for (int grade = 1; grade <= 10; grade += 3) {
        groups.add(new NormSet.Group(
            sex.word() + "-" + grade,
            new Audience(
                Optional.of(sex),
                Optional.of(new Interval(grade, grade + 2)),
                Optional.empty(),
                Optional.empty()),
            Map.of(
                instrument.scales().get(0).id(),
                new NormSet.MeanAndSd(
                    BigDecimal.valueOf(random.nextInt(2000), 2),
                    BigDecimal.valueOf(1 + random.nextInt(900), 2)))));
      }
    }
    return new NormSet(
        "norms",
        "1.0.0",
        instrument.id(),
        TEXT,
        TEXT,
        new Rounding(Rounding.Mode.HALF_UP, random.nextInt(2)),
        groups,
        new Source("source", "invented", ""),
        Verification.PROJECT_RULE,
        "");
  }

  private Instrument instrument() {
    List<ResponseSet> sets = new ArrayList<>();
    for (int set = 0; set < 1 + random.nextInt(3); set++) {
      int lowest = random.nextInt(3) - 1;
      List<Option> options = new ArrayList<>();
      for (int code = lowest; code <= lowest + 1 + random.nextInt(6); code++) {
        options.add(new Option(code, TEXT));
      }
      if (options.size() < 2) {
        options.add(new Option(lowest + 1, TEXT));
      }
      sets.add(new ResponseSet("r" + set, options, Map.of(99, Missing.REFUSED)));
    }
    List<Item> items = new ArrayList<>();
    for (int item = 1; item <= 4 + random.nextInt(30); item++) {
      items.add(new Item("q" + item, TEXT, "r" + random.nextInt(sets.size())));
    }
    List<Scale> scales = new ArrayList<>();
    int plain = 1 + random.nextInt(4);
    for (int scale = 0; scale < plain; scale++) {
      scales.add(scale("s" + scale, new Keying.OfItems(keys(items))));
    }
    // Scales that share no item, for even-odd consistency.
    for (int third = 0; items.size() >= 6 && third < 3; third++) {
      List<Item> ofThird = items.subList(third * items.size() / 3, (third + 1) * items.size() / 3);
      scales.add(scale("third" + third, new Keying.OfItems(allKeys(ofThird))));
    }
    if (plain > 1) {
      List<Keying.Part> parts = new ArrayList<>();
      scales.forEach(scale -> parts.add(new Keying.Part(scale.id())));
      // Before its parts, so that the order of the definition is not the order of the plan.
      scales.add(0, scale("all", new Keying.OfScales(parts)));
    }
    About about = new About(
        TEXT,
        TEXT,
        Set.of(Informant.SELF),
        Set.of("en"),
        Set.of(),
        new Interval(6, 20),
        new Interval(1, 12),
        TEXT,
        Optional.empty(),
        1,
        new Licence("free", "free", Licence.Wording.REDISTRIBUTABLE, ""),
        List.of(new Source("us", "invented", "")),
        Map.of());
    Item critical = items.get(random.nextInt(items.size()));
    return new Instrument(
        "random",
        "1.0.0",
        "only",
        "",
        about,
        sets,
        items,
        scales,
        List.of(new CriticalItem(
            critical.id(), 1, Alert.SAME_DAY, TEXT, "us", Verification.PROJECT_RULE)),
        validity(items, scales));
  }

  private List<ValidityIndex> validity(List<Item> items, List<Scale> scales) {
    List<String> ids = items.stream().map(Item::id).toList();
    List<Sign> signs = new ArrayList<>(List.of(
        new Sign.ScaleAtOrAbove(scales.get(0).id(), BigDecimal.valueOf(random.nextInt(40))),
        new Sign.UnansweredAtOrAbove(ids, 1 + ids.size() / 3),
        new Sign.UnansweredShare(some(ids), decimal(1, 10, 10)),
        new Sign.SameAnswer(some(ids)),
        new Sign.LongString(some(ids), 2 + random.nextInt(6)),
        new Sign.Variability(some(ids), decimal(0, 20, 10)),
        new Sign.Pairs(pairs(ids), 1 + random.nextInt(3), 1 + random.nextInt(2)),
        mahalanobis(some(ids)),
        new Sign.SecondsBelow(decimal(1, 300, 10)),
        new Sign.SecondsPerItemBelow(decimal(1, 30, 10))));
    if (items.size() >= 6) {
      signs.add(new Sign.EvenOdd(
          List.of("third0", "third1", "third2"),
          List.of(decimal(0, 1, 1), decimal(-10, 10, 10)).get(random.nextInt(2))));
    }
    Collections.shuffle(signs, random);
    List<ValidityIndex> indices = new ArrayList<>();
    for (Sign sign : signs.subList(0, random.nextInt(signs.size() + 1))) {
      indices.add(new ValidityIndex(
          "v" + indices.size(),
          TEXT,
          sign,
          random.nextInt(5) == 0 ? ValidityIndex.Verdict.INVALID : ValidityIndex.Verdict.SUSPECT,
          "us",
          Verification.PROJECT_RULE));
    }
    return indices;
  }

  /** Two items or more, in any order. */
  private List<String> some(List<String> ids) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 2 + random.nextInt(ids.size() - 1));
  }

  private List<Sign.Pair> pairs(List<String> ids) {
    List<String> shuffled = some(ids);
    List<Sign.Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < shuffled.size(); i += 2) {
      pairs.add(new Sign.Pair(shuffled.get(i), shuffled.get(i + 1), random.nextBoolean()));
    }
    return pairs;
  }

  /** A covariance with 2 and more on the diagonal and less than 1 in the rest of each line is positive definite. */
  private Sign mahalanobis(List<String> items) {
    int n = items.size();
    List<List<BigDecimal>> covariance = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<BigDecimal> line = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        line.add(i == j ? decimal(20, 40, 10) : BigDecimal.valueOf((i + j) % 2, 2));
      }
      covariance.add(line);
    }
    List<BigDecimal> means = items.stream().map(item -> decimal(0, 30, 10)).toList();
    return new Sign.Mahalanobis(items, means, covariance, decimal(1, 9, 10));
  }

  /** A whole number between two others, over a denominator of 1 or 10. */
  private BigDecimal decimal(int first, int last, int over) {
    return BigDecimal.valueOf(first + random.nextInt(last - first + 1), over == 10 ? 1 : 0);
  }

  private List<Key> allKeys(List<Item> items) {
    return items.stream()
        .map(item -> new Key(item.id(), random.nextInt(3) == 0, values(), BigDecimal.ONE))
        .toList();
  }

  private List<Key> keys(List<Item> items) {
    List<Key> keys = new ArrayList<>();
    for (Item item : items) {
      if (random.nextBoolean()) {
        BigDecimal weight =
            random.nextInt(4) == 0 ? BigDecimal.valueOf(1 + random.nextInt(30), 1) : BigDecimal.ONE;
        keys.add(new Key(item.id(), random.nextInt(4) == 0, values(), weight));
      }
    }
    if (keys.isEmpty()) {
      keys.add(new Key(items.get(0).id(), false, Map.of(), BigDecimal.ONE));
    }
    return keys;
  }

  /** Sometimes another value for some of the codes. */
  private Map<Integer, BigDecimal> values() {
    return random.nextInt(6) > 0
        ? Map.of()
        : Map.of(
            0, BigDecimal.valueOf(random.nextInt(5)), 1, BigDecimal.valueOf(random.nextInt(50), 1));
  }

  private Scale scale(String id, Keying keying) {
    boolean ofItems = keying instanceof Keying.OfItems;
    Method method = Method.values()[random.nextInt(ofItems ? Method.values().length : 2)];
    Rounding.Mode[] modes = Rounding.Mode.values();
    return new Scale(
        id,
        TEXT,
        keying,
        method,
        method == Method.COUNT
            ? Optional.of(new Counting(
                Counting.Comparison.values()[random.nextInt(2)],
                BigDecimal.valueOf(random.nextInt(4))))
            : Optional.empty(),
        missingRule(ofItems, method),
        random.nextInt(3) == 0 ? BigDecimal.valueOf(125, 2) : BigDecimal.ONE,
        new Rounding(modes[random.nextInt(ofItems ? 4 : modes.length)], random.nextInt(3)),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        List.of(
            bands(
                "girls",
                new Audience(
                    Optional.of(Sex.FEMALE), Optional.empty(), Optional.empty(), Optional.empty())),
            bands("all", Audience.EVERYBODY)));
  }

  private MissingRule missingRule(boolean ofItems, Method method) {
    MissingRule.Limit limit = random.nextBoolean()
        ? new MissingRule.Limit.Count(random.nextInt(4))
        : new MissingRule.Limit.Share(BigDecimal.valueOf(random.nextInt(6), 1));
    MissingRule.Then[] thens = MissingRule.Then.values();
    MissingRule.Then then = method.isExtreme()
        ? MissingRule.Then.IGNORE
        : thens[random.nextInt(ofItems ? thens.length : 3)];
    MissingRule.NotApplicable[] rules = MissingRule.NotApplicable.values();
    MissingRule.NotApplicable notApplicable =
        method.isExtreme() ? MissingRule.NotApplicable.IGNORE : rules[random.nextInt(rules.length)];
    Rounding.Mode fill = Rounding.Mode.values()[random.nextInt(4)];
    return new MissingRule(limit, then, then.isFill() ? fill : Rounding.Mode.NONE, notApplicable);
  }

  private Bands bands(String id, Audience audience) {
    List<Band> bands = new ArrayList<>();
    BigDecimal edge = BigDecimal.valueOf(-10_000);
    for (int band = 0; band < 4; band++) {
      bands.add(new Band(id + band, edge, band, TEXT));
      edge = band == 0
          ? BigDecimal.valueOf(random.nextInt(60), 1)
          : edge.add(BigDecimal.valueOf(1 + random.nextInt(90), 1));
    }
    return new Bands(
        id,
        audience,
        Bands.Stage.values()[random.nextInt(2)],
        Bands.Risk.HIGH,
        bands,
        "us",
        Verification.PROJECT_RULE);
  }
}
