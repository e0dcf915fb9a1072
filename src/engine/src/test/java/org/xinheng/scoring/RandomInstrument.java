package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Transform;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Seeded random questionnaires, norms and answers for properties that must hold for every instrument. */
public final class RandomInstrument {

  private static final Text TEXT = new Text("t", "t");
  private static final int BLANK = Integer.MIN_VALUE;
  private static final int LEFT_OUT = Integer.MAX_VALUE;

  private final Random random;
  private final int fewestItems;
  private final int mostItems;
  private final int mostCodes;
  private final int decimals;
  private final Instrument instrument;

  /** One of the size of questionnaires: 4 to 33 items with 2 to 7 codes. */
  RandomInstrument(long seed) {
    this(seed, 4, 33, 7, 0);
  }

  /** One of which all answers can be gone through: 2 to 4 items with 2 or 3 codes. */
  public static RandomInstrument small(long seed) {
    return new RandomInstrument(seed, 2, 4, 3, 0);
  }

  /** A small one with numbers of so many decimals that its arithmetic often hardly stays inside 64 bits. */
  static RandomInstrument withManyDecimals(long seed) {
    return new RandomInstrument(seed, 2, 4, 3, 5);
  }

  private RandomInstrument(long seed, int fewestItems, int mostItems, int mostCodes, int decimals) {
    random = new Random(seed);
    this.fewestItems = fewestItems;
    this.mostItems = mostItems;
    this.mostCodes = mostCodes;
    this.decimals = decimals;
    Instrument next = instrument();
    while (!fits(next)) {
      next = instrument();
    }
    instrument = next;
  }

  /** Whether the checker would leave it to a plan. */
  private static boolean fits(Instrument instrument) {
    Magnitudes magnitudes = new Magnitudes(instrument);
    return instrument.scales().stream()
        .allMatch(scale -> magnitudes.of(scale).orElseThrow().fits());
  }

  public Instrument value() {
    return instrument;
  }

  /** Every pattern of answers, blanks and skipped branches, of a small instrument. */
  public ResponseTable everyPattern() {
    List<List<Integer>> patterns = List.of(List.of());
    for (Item item : instrument.items()) {
      List<Integer> cells =
          new ArrayList<>(instrument.responsesOf(item).orElseThrow().options().stream()
              .map(Option::code)
              .toList());
      cells.addAll(List.of(BLANK, LEFT_OUT));
      patterns = patterns.stream()
          .flatMap(pattern -> cells.stream().map(cell -> {
            List<Integer> longer = new ArrayList<>(pattern);
            longer.add(cell);
            return longer;
          }))
          .map(List::copyOf)
          .toList();
    }
    ResponseTable table = new ResponseTable(instrument, patterns.size());
    for (int row = 0; row < patterns.size(); row++) {
      for (int column = 0; column < patterns.get(row).size(); column++) {
        int cell = patterns.get(row).get(column);
        if (cell == LEFT_OUT) {
          table.setMissing(row, column, Missing.NOT_APPLICABLE);
        } else if (cell != BLANK) {
          table.set(row, column, cell);
        }
      }
    }
    return table;
  }

  /** Answers with blanks, refusals, skipped branches and undeclared codes, and random sex, grade and age. */
  ResponseTable answers(int rows) {
    ResponseTable table = new ResponseTable(instrument, rows);
    Missing[] kinds = Missing.values();
    for (int row = 0; row < rows; row++) {
      double missing = random.nextInt(4) == 0 ? 0.3 : 0.02;
      for (int column = 0; column < instrument.items().size(); column++) {
        ResponseSet set = instrument.responsesOf(instrument.items().get(column)).orElseThrow();
        if (random.nextDouble() < missing) {
          table.setMissing(row, column, kinds[random.nextInt(kinds.length)]);
        } else {
          table.set(
              row,
              column,
              set.options().get(random.nextInt(set.options().size())).code());
        }
      }
      if (random.nextInt(10) > 0) {
        table.sex(row, Sex.values()[random.nextInt(2)]).grade(row, 1 + random.nextInt(12));
      }
      if (random.nextInt(10) > 0) {
        table.age(row, 6 + random.nextInt(14));
      }
    }
    return table;
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
      for (int code = lowest; code <= lowest + 1 + random.nextInt(mostCodes - 1); code++) {
        options.add(new Option(code, TEXT));
      }
      if (options.size() < 2) {
        options.add(new Option(lowest + 1, TEXT));
      }
      sets.add(new ResponseSet("r" + set, options, Map.of(99, Missing.REFUSED)));
    }
    List<Item> items = new ArrayList<>();
    int last = fewestItems + random.nextInt(mostItems - fewestItems + 1);
    for (int item = 1; item <= last; item++) {
      items.add(new Item("q" + item, TEXT, "r" + random.nextInt(sets.size())));
    }
    List<Scale> scales = new ArrayList<>();
    int plain = 1 + random.nextInt(4);
    for (int scale = 0; scale < plain; scale++) {
      scales.add(scale("s" + scale, new Keying.OfItems(keys(items))));
    }
    if (plain > 1) {
      List<Keying.Part> parts = new ArrayList<>();
      scales.forEach(scale -> parts.add(part(scale)));
      // Before its parts, so that the order of the definition is not the order of the plan.
      scales.add(0, scale("all", new Keying.OfScales(parts)));
      for (int pair = 0; pair < 3; pair++) {
        List<Scale> two = new ArrayList<>(scales);
        Collections.shuffle(two, random);
        scales.add(
            pair % 2 == 0 ? 1 : scales.size(),
            scale("pair" + pair, new Keying.OfScales(List.of(part(two.get(0)), part(two.get(1))))));
      }
    }
    About about = new About(
        TEXT,
        TEXT,
        Set.of(Informant.SELF),
        new Interval(6, 20),
        new Interval(1, 12),
        TEXT,
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
        List.of(
            new ValidityIndex(
                "blank",
                TEXT,
                new ValidityIndex.Condition.UnansweredAtOrAbove(
                    items.stream().map(Item::id).toList(), 1 + items.size() / 3),
                ValidityIndex.Verdict.SUSPECT,
                "us",
                Verification.PROJECT_RULE),
            new ValidityIndex(
                "lie",
                TEXT,
                new ValidityIndex.Condition.ScaleAtOrAbove(scales.get(0).id(), BigDecimal.TEN),
                ValidityIndex.Verdict.SUSPECT,
                "us",
                Verification.PROJECT_RULE)));
  }

  private List<Key> keys(List<Item> items) {
    List<Key> keys = new ArrayList<>();
    for (Item item : items) {
      if (random.nextBoolean()) {
        BigDecimal weight = random.nextInt(4) == 0
            ? finer(BigDecimal.valueOf(1 + random.nextInt(30), 1))
            : BigDecimal.ONE;
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

  private Keying.Part part(Scale scale) {
    return new Keying.Part(
        scale.id(),
        random.nextInt(3) > 0
            ? BigDecimal.ONE
            : finer(BigDecimal.valueOf(random.nextInt(40) - 10, 1)));
  }

  private Scale scale(String id, Keying keying) {
    boolean ofItems = keying instanceof Keying.OfItems;
    Method method = method(id, ofItems);
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
        method.isOfTwo() ? MissingRule.STRICT : missingRule(ofItems, method),
        transform(ofItems),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        List.of(
            bands(
                "girls",
                new Audience(
                    Optional.of(Sex.FEMALE), Optional.empty(), Optional.empty(), Optional.empty())),
            bands("all", Audience.EVERYBODY)));
  }

  private Method method(String id, boolean ofItems) {
    List<Method> methods = Arrays.stream(Method.values())
        .filter(method -> ofItems ? !method.isOfTwo() : !method.isOfItems())
        .filter(method -> ofItems || method.isOfTwo() == id.startsWith("pair"))
        .toList();
    return methods.get(random.nextInt(methods.size()));
  }

  private Transform transform(boolean ofItems) {
    return new Transform(
        oneOf("1", "1", "1.25", "-2"),
        oneOf("1", "1", "3", "0.7"),
        oneOf("0", "0", "10", "-0.125"),
        rounding(ofItems ? 4 : 5, 3),
        random.nextInt(4) > 0
            ? Optional.empty()
            : Optional.of(new Transform.Clamp(
                oneOf("0", "0.5", "-3.25"), BigDecimal.valueOf(4 + random.nextInt(40)))),
        random.nextInt(4) > 0 ? Optional.empty() : Optional.of(conversion()));
  }

  private Conversion conversion() {
    List<Conversion.Entry> entries = new ArrayList<>();
    BigDecimal from = BigDecimal.valueOf(random.nextInt(4) - 2);
    boolean lists = random.nextBoolean();
    for (int i = 0; i < 30; i++) {
      entries.add(new Conversion.Entry(from, BigDecimal.valueOf(random.nextInt(800), 1)));
      from = from.add(lists ? BigDecimal.ONE : BigDecimal.valueOf(1 + random.nextInt(40), 1));
    }
    return new Conversion(entries, lists ? Optional.empty() : Optional.of(rounding(5, 2)));
  }

  private Rounding rounding(int modes, int decimals) {
    Rounding.Mode mode = Rounding.Mode.values()[random.nextInt(modes)];
    return mode == Rounding.Mode.NONE
        ? Rounding.NONE
        : new Rounding(mode, random.nextInt(decimals));
  }

  private BigDecimal oneOf(String... numbers) {
    return finer(new BigDecimal(numbers[random.nextInt(numbers.length)]));
  }

  /** Sometimes with some more decimals. */
  private BigDecimal finer(BigDecimal number) {
    return decimals == 0 || random.nextInt(3) > 0
        ? number
        : number.add(BigDecimal.valueOf(random.nextInt(1000), 3 + random.nextInt(decimals)));
  }

  private MissingRule missingRule(boolean ofItems, Method method) {
    MissingRule.Limit limit = random.nextBoolean()
        ? new MissingRule.Limit.Count(random.nextInt(4))
        : new MissingRule.Limit.Share(BigDecimal.valueOf(random.nextInt(6), 1));
    MissingRule.Then[] thens = MissingRule.Then.values();
    boolean leavesOut = method.isExtreme() || method == Method.STANDARD_DEVIATION;
    MissingRule.Then then =
        leavesOut ? MissingRule.Then.IGNORE : thens[random.nextInt(ofItems ? thens.length : 3)];
    MissingRule.NotApplicable[] rules = MissingRule.NotApplicable.values();
    MissingRule.NotApplicable notApplicable =
        leavesOut ? MissingRule.NotApplicable.IGNORE : rules[random.nextInt(rules.length)];
    Rounding.Mode fill = Rounding.Mode.values()[random.nextInt(4)];
    return new MissingRule(limit, then, then.isFill() ? fill : Rounding.Mode.NONE, notApplicable);
  }

  private Bands bands(String id, Audience audience) {
    List<Band> bands = new ArrayList<>();
    BigDecimal edge = BigDecimal.valueOf(-10_000_000);
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
