package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Estimator;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.NamedCondition;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Section;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Transform;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Seeded random questionnaires, norms and answers for properties that must hold for every instrument. */
public final class RandomInstrument {

  private static final Text TEXT = new Text("t", "t");
  private static final Optional<BigDecimal> BLANK = Optional.empty();
  private static final Optional<BigDecimal> LEFT_OUT =
      Optional.of(BigDecimal.valueOf(Long.MIN_VALUE));
  private static final String FIRST = "first";
  private static final String OTHER = "other";
  private static final List<String> LANGUAGES = List.of("zh-CN", "en");
  private static final List<String> REGIONS = List.of("north", "south", "west");

  /** Three scales of at least two items that share none, for even-odd consistency. */
  private static final int FEWEST_TO_CUT = 6;

  private final Random random;
  private final Size size;
  private final List<ResponseSet> sets = new ArrayList<>();
  private final Instrument instrument;

  /**
   * How large it becomes.
   *
   * @param decimals how many more than usual some numbers have
   * @param skips whether items may depend on others
   * @param additive whether answers are codes, and scales are counted and added
   */
  private record Size(
      int fewestItems,
      int mostItems,
      int mostCodes,
      int decimals,
      boolean skips,
      boolean additive) {}

  /** One of the size of questionnaires: 4 to 33 items with 2 to 7 codes. */
  public RandomInstrument(long seed) {
    this(seed, new Size(4, 33, 7, 0, true, false));
  }

  /** One of which all answers can be gone through: 2 to 4 items with 2 or 3 answers, without skip logic. */
  public static RandomInstrument small(long seed) {
    return new RandomInstrument(seed, new Size(2, 4, 3, 0, false, false));
  }

  /** A small one with skip logic. */
  static RandomInstrument smallWithSkips(long seed) {
    return new RandomInstrument(seed, new Size(2, 4, 3, 0, true, false));
  }

  /** A small one with numbers of so many decimals that its arithmetic often hardly stays inside 64 bits. */
  static RandomInstrument withManyDecimals(long seed) {
    return new RandomInstrument(seed, new Size(2, 4, 3, 5, false, false));
  }

  /** One of which all answers are codes, all are reached, and scales are counted and added. */
  public static RandomInstrument additive(long seed) {
    return new RandomInstrument(seed, new Size(4, 33, 7, 0, false, true));
  }

  private RandomInstrument(long seed, Size size) {
    random = new Random(seed);
    this.size = size;
    Instrument next = instrument();
    while (!fits(next)) {
      next = instrument();
    }
    instrument = next;
  }

  /** Whether its arithmetic stays inside 64 bits. */
  private static boolean fits(Instrument instrument) {
    try {
      ScoringPlan.compile(instrument);
      return true;
    } catch (IllegalArgumentException e) {
      if (!String.valueOf(e.getMessage()).contains("64 bits")) {
        throw e;
      }
      return false;
    }
  }

  public Instrument value() {
    return instrument;
  }

  /** Every pattern of answers, blanks and skipped branches, of a small instrument. */
  public ResponseTable everyPattern() {
    List<Item> kept = instrument.keptItems();
    List<List<Optional<BigDecimal>>> patterns = List.of(List.of());
    for (Item item : kept) {
      List<Optional<BigDecimal>> cells = new ArrayList<>(List.of(LEFT_OUT, BLANK));
      everyAnswer(instrument.scorable(item).orElseThrow()).map(Optional::of).forEach(cells::add);
      patterns = patterns.stream()
          .flatMap(pattern -> cells.stream()
              .map(cell -> Stream.concat(pattern.stream(), Stream.of(cell)).toList()))
          .toList();
    }
    ResponseTable table = new ResponseTable(instrument, patterns.size());
    for (int row = 0; row < patterns.size(); row++) {
      for (int i = 0; i < kept.size(); i++) {
        Optional<BigDecimal> cell = patterns.get(row).get(i);
        int column = table.column(kept.get(i).id());
        if (cell.equals(LEFT_OUT)) {
          table.setMissing(row, column, Missing.NOT_APPLICABLE);
        } else if (cell.isPresent()) {
          table.setCounting(row, column, cell.get());
        }
      }
    }
    return table;
  }

  private static Stream<BigDecimal> everyAnswer(ResponseSet.Scorable set) {
    return set instanceof ResponseSet.Numeric numeric
        ? Stream.iterate(
            numeric.lowest(),
            number -> number.compareTo(numeric.highest()) <= 0,
            number -> number.add(numeric.step()))
        : set.representatives(List.of()).stream();
  }

  /** Answers with blanks, refusals, skipped branches and undeclared codes, of all kinds of students. */
  public ResponseTable answers(int rows) {
    ResponseTable table = new ResponseTable(instrument, rows);
    Missing[] kinds = Missing.values();
    for (int row = 0; row < rows; row++) {
      double missing = random.nextInt(4) == 0 ? 0.3 : 0.02;
      double evenness = random.nextInt(4) == 0 ? 0.9 : 0;
      for (int column = 0; column < instrument.items().size(); column++) {
        Optional<ResponseSet.Scorable> set =
            instrument.scorable(instrument.items().get(column));
        if (set.isEmpty()) {
          continue;
        }
        if (random.nextDouble() < missing) {
          table.setMissing(row, column, kinds[random.nextInt(kinds.length)]);
        } else {
          answer(table, row, column, set.get(), evenness);
        }
      }
      if (random.nextInt(10) > 0) {
        table.sex(row, Sex.values()[random.nextInt(2)]).grade(row, 1 + random.nextInt(12));
      }
      if (random.nextInt(10) > 0) {
        table.age(row, 6 + random.nextInt(14));
      }
      if (random.nextBoolean()) {
        table
            .informant(row, Informant.values()[random.nextInt(3)])
            .language(row, LANGUAGES.get(random.nextInt(2)))
            .region(row, REGIONS.get(random.nextInt(3)))
            .year(row, 2023 + random.nextInt(4));
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

  /** The same rows with an answer wherever one is missing, save for what is not applicable. */
  ResponseTable completed(ResponseTable table) {
    ResponseTable completed =
        table.select(IntStream.range(0, table.rows()).boxed().toList());
    for (Item item : instrument.keptItems()) {
      int column = table.column(item.id());
      for (int row = 0; row < table.rows(); row++) {
        while (!completed.isAnswered(row, column)
            && completed.missing(row, column) != Missing.NOT_APPLICABLE) {
          answer(completed, row, column, instrument.scorable(item).orElseThrow(), 0);
        }
      }
    }
    return completed;
  }

  /**
   * Any answer; now and then one that is not declared.
   *
   * @param evenness how often the first option is chosen without looking
   */
  private void answer(
      ResponseTable table, int row, int column, ResponseSet.Scorable set, double evenness) {
    if (set instanceof ResponseSet.Numeric numeric) {
      BigDecimal steps = numeric.highest().subtract(numeric.lowest()).divide(numeric.step());
      table.setNumber(
          row,
          column,
          numeric
              .step()
              .multiply(BigDecimal.valueOf(random.nextInt(steps.intValueExact() + 2)))
              .add(numeric.lowest()));
    } else if (set instanceof ResponseSet.SeveralChoices) {
      table.setChosen(
          row,
          column,
          set.options().stream()
              .map(Option::code)
              .filter(code -> random.nextInt(3) > 0)
              .toList());
    } else {
      int option =
          random.nextDouble() < evenness ? 0 : random.nextInt(set.options().size());
      table.set(row, column, set.options().get(option).code());
    }
  }

  /** Norms and, for some scales, the second system of cut-offs. */
  public PlanOptions options() {
    PlanOptions options = PlanOptions.DEFAULTS.withNorms(norms());
    for (Scale scale : instrument.scales()) {
      options = random.nextInt(3) == 0 ? options.withBandSystem(scale.id(), OTHER) : options;
    }
    return options;
  }

  private NormSet norms() {
    Map<StandardScore, Rounding> gives = new EnumMap<>(StandardScore.class);
    for (StandardScore score : StandardScore.values()) {
      if (random.nextBoolean() || score == StandardScore.T) {
        gives.put(
            score, new Rounding(Rounding.Mode.values()[random.nextInt(4)], random.nextInt(3)));
      }
    }
    List<NormSet.Group> groups = new ArrayList<>();
    for (Sex sex : Sex.values()) {
      for (int grade = 1; grade <= 10; grade += 3) {
        groups.add(group(
            sex.word() + "-" + grade,
            narrowed(Audience.EVERYBODY.with(sex).withGrades(new Interval(grade, grade + 2)))));
      }
    }
    groups.add(group("ages", Audience.EVERYBODY.withAges(new Interval(9, 16))));
    return new NormSet(
        "norms",
        "1.0.0",
        instrument.id(),
        TEXT,
        TEXT,
        random.nextInt(6) == 0
            ? Audience.EVERYBODY.withAges(new Interval(8, 15))
            : Audience.EVERYBODY,
        gives,
        random.nextBoolean(),
        random.nextBoolean(),
        groups,
        new Source("source", "invented", ""),
        Verification.PROJECT_RULE,
        "");
  }

  /** Sometimes for students of one region, language, informant or some years only. */
  private Audience narrowed(Audience audience) {
    return new Audience(
        audience.sex(),
        audience.grades(),
        audience.ages(),
        sometimes(Informant.SELF),
        sometimes(LANGUAGES.get(0)),
        sometimes(REGIONS.get(0)),
        sometimes(new Interval(2024, 2025)));
  }

  private <T> Optional<T> sometimes(T value) {
    return random.nextInt(8) == 0 ? Optional.of(value) : Optional.empty();
  }

  private NormSet.Group group(String id, Audience audience) {
    Map<String, Norm> norms = new LinkedHashMap<>();
    for (Scale scale : instrument.scales()) {
      // Unrounded fractions of many parts may leave 64 bits.
      boolean isSmall = scale.keying() instanceof Keying.OfItems
          || scale.transform().rounding().mode() != Rounding.Mode.NONE;
      if (isSmall && random.nextInt(4) > 0) {
        norms.put(scale.id(), norm());
      }
    }
    return new NormSet.Group(id, audience, norms);
  }

  private Norm norm() {
    BigDecimal mean = BigDecimal.valueOf(random.nextInt(2000), 2);
    BigDecimal sd = BigDecimal.valueOf(20 + random.nextInt(900), 2);
    return switch (random.nextInt(4)) {
      case 0 -> new Norm.MeanAndSd(mean, sd);
      case 1 ->
        new Norm.Regression(
            mean,
            BigDecimal.valueOf(random.nextInt(100) - 50, 2),
            random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(9), 2),
            random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(30), 1),
            random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(30), 1),
            sd);
      default -> table(StandardScore.values()[random.nextInt(StandardScore.values().length)]);
    };
  }

  /** Whole scores from about 0 up, with gaps. */
  private Norm table(StandardScore of) {
    List<Norm.Row> rows = new ArrayList<>();
    int listed = of.isClass() ? 1 : 1 + random.nextInt(10);
    int last = of.isClass() ? of.highestClass() : 98;
    for (int score = random.nextInt(4) - 2; listed <= last && rows.size() < 40; score++) {
      if (random.nextInt(5) > 0) {
        BigDecimal standard = BigDecimal.valueOf(listed);
        boolean fraction = !of.isClass() && random.nextInt(3) == 0;
        rows.add(new Norm.Row(
            BigDecimal.valueOf(score), fraction ? standard.add(new BigDecimal("0.5")) : standard));
        listed += random.nextInt(of.isClass() ? 2 : 9);
      }
    }
    return new Norm.Table(of, rows, !of.isClass() && random.nextBoolean());
  }

  private Instrument instrument() {
    sets.clear();
    for (int set = 0; set < 1 + random.nextInt(4); set++) {
      sets.add(responses("r" + set));
    }
    sets.add(new ResponseSet.FreeText("text", 100));
    List<Item> items = new ArrayList<>();
    int last = size.fewestItems() + random.nextInt(size.mostItems() - size.fewestItems() + 1);
    for (int item = 1; item <= last; item++) {
      items.add(new Item(
          "q" + item,
          TEXT,
          Optional.of("r" + random.nextInt(sets.size() - 1)),
          random.nextBoolean(),
          visibleWhen(item)));
    }
    if (random.nextBoolean()) {
      items.add(random.nextInt(items.size()), new Item("comment", TEXT, "text"));
      items.add(0, new Item("welcome", TEXT, Optional.empty(), false, Optional.empty()));
    }
    List<Item> kept = items.stream()
        .filter(item -> item.responses().filter(id -> !id.equals("text")).isPresent())
        .toList();
    List<Scale> scales = new ArrayList<>();
    int plain = 1 + random.nextInt(4);
    for (int scale = 0; scale < plain; scale++) {
      scales.add(scale("s" + scale, new Keying.OfItems(keys(sets, kept))));
    }
    List<Item> choices = kept.stream()
        .filter(item -> sets.stream()
            .anyMatch(set -> set instanceof ResponseSet.Choice
                && item.responses().equals(Optional.of(set.id()))))
        .toList();
    if (!size.additive() && !choices.isEmpty() && random.nextInt(3) == 0) {
      scales.add(scale("level", model(choices, sets)));
      plain++;
    }
    for (int third = 0; choices.size() >= FEWEST_TO_CUT && third < 3; third++) {
      List<Item> ofThird =
          choices.subList(third * choices.size() / 3, (third + 1) * choices.size() / 3);
      scales.add(scale("third" + third, new Keying.OfItems(allKeys(ofThird))));
    }
    if (plain > 1 && (!size.additive() || random.nextBoolean())) {
      List<Keying.Part> parts = new ArrayList<>();
      scales.forEach(scale -> parts.add(part(scale)));
      // Before its parts, so that the order of the definition is not the order of the plan.
      scales.add(0, scale("all", new Keying.OfScales(parts)));
      for (int pair = 0; pair < (size.additive() ? 0 : 3); pair++) {
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
        Set.of("en"),
        Set.of(),
        new Interval(6, 20),
        new Interval(1, 12),
        TEXT,
        Optional.empty(),
        Optional.empty(),
        1,
        new Licence("free", "free", Licence.Wording.REDISTRIBUTABLE, "", Optional.empty()),
        List.of(new Source("us", "invented", "")),
        Map.of());
    List<NamedCondition> named = new ArrayList<>();
    named.add(new NamedCondition(
        "first", new Condition.OfItem("q1", new Comparison.AtOrBelow(BigDecimal.ONE))));
    for (int condition = 0; condition < random.nextInt(3); condition++) {
      // Each may use those before it.
      named.add(new NamedCondition("c" + condition, condition(3, kept, scales, named)));
    }
    Item critical = kept.get(random.nextInt(kept.size()));
    return new Instrument(
        "random",
        "1.0.0",
        "only",
        "",
        about,
        sets,
        items,
        size.skips() && random.nextBoolean() ? sections(items) : List.of(),
        scales,
        named,
        classifications(kept, scales, named),
        List.of(
            new CriticalItem(
                "several",
                condition(2, kept, List.of(), List.of()),
                Alert.IMMEDIATE,
                TEXT,
                "us",
                Verification.PROJECT_RULE),
            new CriticalItem(
                critical.id(),
                new Condition.OfItem(critical.id(), new Comparison.AtOrAbove(BigDecimal.ONE)),
                Alert.SAME_DAY,
                TEXT,
                "us",
                Verification.PROJECT_RULE)),
        validity(kept, choices, scales));
  }

  private List<ValidityIndex> validity(List<Item> items, List<Item> choices, List<Scale> scales) {
    List<String> ids = items.stream().map(Item::id).toList();
    List<String> alike = items.stream()
        .filter(item -> item.responses().equals(items.get(0).responses()))
        .map(Item::id)
        .toList();
    List<Sign> signs = new ArrayList<>(List.of(
        new Sign.ScaleAtOrAbove(scales.get(0).id(), BigDecimal.valueOf(random.nextInt(40))),
        new Sign.UnansweredAtOrAbove(ids, 1 + ids.size() / 3),
        new Sign.UnansweredShare(some(ids), decimal(1, 10, 10)),
        new Sign.SameAnswer(some(alike))));
    if (!size.additive()) {
      signs.add(new Sign.LongString(some(alike), 2 + random.nextInt(6)));
      signs.add(new Sign.SecondsBelow(decimal(1, 300, 10)));
      signs.add(new Sign.SecondsPerItemBelow(decimal(1, 30, 10)));
    }
    if (choices.size() > 1 && !size.additive()) {
      List<String> coded = choices.stream().map(Item::id).toList();
      signs.add(new Sign.SameAnswer(some(coded)));
      signs.add(new Sign.LongString(some(coded), 2 + random.nextInt(6)));
      signs.add(new Sign.Variability(some(coded), decimal(0, 20, 10)));
      signs.add(new Sign.Pairs(pairs(coded), 1 + random.nextInt(3), 1 + random.nextInt(2)));
      signs.add(mahalanobis(some(coded)));
    }
    if (choices.size() >= FEWEST_TO_CUT && !size.additive()) {
      signs.add(new Sign.EvenOdd(
          List.of("third0", "third1", "third2"),
          List.of(decimal(0, 1, 1), decimal(-10, 10, 10)).get(random.nextInt(2))));
    }
    Collections.shuffle(signs, random);
    List<ValidityIndex> indices = new ArrayList<>();
    scales.stream()
        .filter(scale -> scale.method() == Method.IRT)
        .forEach(scale -> indices.add(new ValidityIndex(
            "fit",
            TEXT,
            new Sign.PersonFitBelow(scale.id(), BigDecimal.valueOf(-1)),
            ValidityIndex.Verdict.SUSPECT,
            "us",
            Verification.PROJECT_RULE)));
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

  /** Two items or more, or the only one, in any order. */
  private List<String> some(List<String> ids) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(ids.size(), 2 + random.nextInt(ids.size())));
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
        .map(item -> new Key(item.id(), random.nextInt(3) == 0, Map.of(), BigDecimal.ONE))
        .toList();
  }

  private Keying model(List<Item> items, List<ResponseSet> sets) {
    List<ModelledItem> modelled = new ArrayList<>();
    for (Item item : items) {
      if (modelled.isEmpty() || random.nextInt(3) == 0) {
        ResponseSet.Choice set = (ResponseSet.Choice) sets.stream()
            .filter(candidate -> item.responses().equals(Optional.of(candidate.id())))
            .findFirst()
            .orElseThrow();
        modelled.add(new ModelledItem(
            new Key(item.id(), random.nextInt(4) == 0, Map.of(), BigDecimal.ONE),
            BigDecimal.valueOf(30 + random.nextInt(270), 2),
            thresholds(set.options().size() - 1)));
      }
    }
    Estimator estimator = Estimator.values()[random.nextInt(Estimator.values().length)];
    return new Keying.OfModel(
        new ItemResponseModel(
            ItemResponseModel.Kind.GRADED,
            estimator,
            estimator.hasPrior()
                ? Optional.of(new ItemResponseModel.Prior(
                    BigDecimal.valueOf(random.nextInt(20) - 10, 1),
                    BigDecimal.valueOf(5 + random.nextInt(15), 1)))
                : Optional.empty(),
            "us",
            Verification.PROJECT_RULE),
        modelled);
  }

  private List<BigDecimal> thresholds(int count) {
    List<BigDecimal> thresholds = new ArrayList<>();
    BigDecimal threshold = BigDecimal.valueOf(random.nextInt(200) - 200, 2);
    for (int i = 0; i < count; i++) {
      thresholds.add(threshold);
      threshold = threshold.add(BigDecimal.valueOf(5 + random.nextInt(100), 2));
    }
    return thresholds;
  }

  private List<Classification> classifications(
      List<Item> items, List<Scale> scales, List<NamedCondition> named) {
    List<Classification> classifications = new ArrayList<>();
    for (int index = 0; index < random.nextInt(3); index++) {
      List<Classification.Outcome> outcomes = new ArrayList<>();
      for (int outcome = 0; outcome < random.nextInt(4); outcome++) {
        outcomes.add(new Classification.Outcome(
            "o" + outcome, random.nextInt(4), TEXT, condition(3, items, scales, named)));
      }
      outcomes.add(new Classification.Outcome("rest", 0, TEXT, Condition.always()));
      classifications.add(
          new Classification("k" + index, TEXT, outcomes, "us", Verification.PROJECT_RULE));
    }
    return classifications;
  }

  /**
   * A condition of at most so many levels. Without scales, or without names, it asks none.
   */
  private Condition condition(
      int levels, List<Item> items, List<Scale> scales, List<NamedCondition> named) {
    int kind = random.nextInt(levels == 0 ? 4 : 7);
    if (kind == 1 && !scales.isEmpty()) {
      return new Condition.OfScale(
          scales.get(random.nextInt(scales.size())).id(),
          comparison(BigDecimal.valueOf(random.nextInt(300), 1)));
    }
    if (kind == 2 && !size.additive() && !scales.isEmpty()) {
      return new Condition.OfBand(
          scales.get(random.nextInt(scales.size())).id(), 1 + random.nextInt(3));
    }
    if (kind == 3 && !named.isEmpty()) {
      return new Condition.Named(named.get(random.nextInt(named.size())).id());
    }
    if (kind == 4) {
      return new Condition.Not(condition(levels - 1, items, scales, named));
    }
    if (kind > 4) {
      List<Condition> parts = new ArrayList<>();
      for (int part = 0; part < 1 + random.nextInt(5); part++) {
        parts.add(condition(levels - 1, items, scales, named));
      }
      return new Condition.AtLeast(1 + random.nextInt(parts.size()), parts);
    }
    Item item = items.get(random.nextInt(items.size()));
    Optional<ResponseSet> several = sets.stream()
        .filter(set -> item.responses().equals(Optional.of(set.id())))
        .filter(ResponseSet.SeveralChoices.class::isInstance)
        .findFirst();
    if (several.isPresent() && random.nextBoolean()) {
      List<Option> options = several.get().options();
      return new Condition.OfChoice(
          item.id(), options.get(random.nextInt(options.size())).code());
    }
    return new Condition.OfItem(item.id(), comparison(BigDecimal.valueOf(random.nextInt(5) - 1)));
  }

  private Comparison comparison(BigDecimal value) {
    return switch (random.nextInt(3)) {
      case 0 -> new Comparison.AtOrAbove(value);
      case 1 -> new Comparison.AtOrBelow(value);
      default -> new Comparison.OneOf(List.of(value, value.add(BigDecimal.ONE)));
    };
  }

  /** Mostly always; else by up to two earlier items. */
  private Optional<Condition> visibleWhen(int item) {
    if (!size.skips() || item == 1 || random.nextInt(5) > 0) {
      return Optional.empty();
    }
    List<Condition> parts = new ArrayList<>();
    for (int part = 0; part < 1 + random.nextInt(2); part++) {
      Condition asked = new Condition.OfItem(
          "q" + (1 + random.nextInt(item - 1)),
          new Comparison.AtOrAbove(BigDecimal.valueOf(random.nextInt(4))));
      parts.add(random.nextInt(4) == 0 ? new Condition.Not(asked) : asked);
    }
    if (random.nextInt(4) == 0) {
      parts.add(new Condition.Named("first"));
    }
    return Optional.of(random.nextBoolean() ? Condition.all(parts) : Condition.any(parts));
  }

  private static List<Section> sections(List<Item> items) {
    List<String> ids = items.stream().map(Item::id).toList();
    int half = ids.size() / 2;
    Condition first = new Condition.OfItem("q1", new Comparison.AtOrAbove(BigDecimal.valueOf(-1)));
    return List.of(
        section("a", ids.subList(0, half), Optional.empty()),
        section("b", ids.subList(half, ids.size()), Optional.of(first)));
  }

  private static Section section(String id, List<String> items, Optional<Condition> visibleWhen) {
    return new Section(
        id, Optional.empty(), items, Optional.of(5), Section.Order.FIXED, visibleWhen);
  }

  /** Half of them single choices. */
  private ResponseSet responses(String id) {
    Map<Integer, Missing> missing = Map.of(99, Missing.REFUSED);
    BigDecimal lowest =
        BigDecimal.valueOf(random.nextInt(30), random.nextInt(2)).negate();
    return switch (size.additive() ? 5 : random.nextInt(6)) {
      case 0 -> {
        int decimals = random.nextInt(3);
        yield new ResponseSet.NumberEntry(
            id,
            lowest.setScale(decimals, RoundingMode.DOWN),
            isSmall()
                ? lowest
                    .setScale(decimals, RoundingMode.DOWN)
                    .add(BigDecimal.valueOf(1 + random.nextInt(2), decimals))
                : BigDecimal.valueOf(1 + random.nextInt(300), decimals),
            decimals,
            Optional.empty(),
            Map.of(999_999, Missing.REFUSED));
      }
      case 1 -> {
        BigDecimal step = BigDecimal.valueOf(1 + random.nextInt(20), random.nextInt(2));
        BigDecimal highest =
            lowest.add(step.multiply(BigDecimal.valueOf(1 + random.nextInt(isSmall() ? 2 : 20))));
        yield new ResponseSet.Slider(id, lowest, highest, step, TEXT, TEXT, Map.of());
      }
      case 2 -> {
        List<Option> options = options(random.nextInt(3) - 1);
        Optional<Integer> none =
            random.nextBoolean() ? Optional.of(options.get(0).code()) : Optional.empty();
        yield new ResponseSet.SeveralChoices(id, options, none, missing);
      }
      default -> new ResponseSet.Choice(id, options(random.nextInt(3) - 1), missing);
    };
  }

  private boolean isSmall() {
    return size.mostItems() < 10;
  }

  private List<Option> options(int lowest) {
    List<Option> options = new ArrayList<>();
    for (int code = lowest; code <= lowest + 1 + random.nextInt(size.mostCodes() - 1); code++) {
      options.add(new Option(code, TEXT));
    }
    if (options.size() < 2) {
      options.add(new Option(lowest + 1, TEXT));
    }
    return options;
  }

  private List<Key> keys(List<ResponseSet> sets, List<Item> items) {
    List<Key> keys = new ArrayList<>();
    for (Item item : items) {
      if (random.nextBoolean()) {
        BigDecimal weight = random.nextInt(4) == 0
            ? finer(BigDecimal.valueOf(1 + random.nextInt(30), 1))
            : BigDecimal.ONE;
        boolean choice = sets.stream()
            .anyMatch(set -> item.responses().equals(Optional.of(set.id()))
                && set instanceof ResponseSet.Choice);
        keys.add(new Key(item.id(), random.nextInt(4) == 0, choice ? values() : Map.of(), weight));
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
    boolean ofItems = !(keying instanceof Keying.OfScales);
    Method method = method(id, keying);
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
            bands("girls", FIRST, Audience.EVERYBODY.with(Sex.FEMALE)),
            bands("all", FIRST, Audience.EVERYBODY),
            bands("north", OTHER, narrowed(Audience.EVERYBODY)),
            bands("rest", OTHER, Audience.EVERYBODY)));
  }

  private Method method(String id, Keying keying) {
    if (keying instanceof Keying.OfModel) {
      return Method.IRT;
    }
    boolean ofItems = keying instanceof Keying.OfItems;
    List<Method> methods = Arrays.stream(Method.values())
        .filter(method -> method != Method.IRT)
        .filter(method -> ofItems ? !method.isOfTwo() : !method.isOfItems())
        .filter(method -> ofItems || method.isOfTwo() == id.startsWith("pair"))
        .filter(method -> !size.additive() || isAdditive(method))
        .toList();
    return methods.get(random.nextInt(methods.size()));
  }

  private static boolean isAdditive(Method method) {
    return method == Method.SUM || method == Method.MEAN || method == Method.COUNT;
  }

  private Transform transform(boolean ofItems) {
    return new Transform(
        oneOf("1", "1", "1.25", "-2"),
        oneOf("1", "1", "3", "0.7"),
        oneOf("0", "0", "10", "-0.125"),
        rounding(ofItems ? 4 : 5, size.additive() ? 2 : 3),
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
    return new Conversion(
        entries, lists ? Optional.empty() : Optional.of(rounding(size.additive() ? 4 : 5, 2)));
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
    return size.decimals() == 0 || random.nextInt(3) > 0
        ? number
        : number.add(BigDecimal.valueOf(random.nextInt(1000), 3 + random.nextInt(size.decimals())));
  }

  private MissingRule missingRule(boolean ofItems, Method method) {
    MissingRule.Limit limit = random.nextBoolean()
        ? new MissingRule.Limit.Count(random.nextInt(4))
        : new MissingRule.Limit.Share(BigDecimal.valueOf(random.nextInt(6), 1));
    MissingRule.Then[] thens = MissingRule.Then.values();
    boolean usesWhatIsThere =
        method.isExtreme() || method == Method.STANDARD_DEVIATION || method == Method.IRT;
    MissingRule.Then then = usesWhatIsThere
        ? MissingRule.Then.IGNORE
        : thens[random.nextInt(ofItems && !size.additive() ? thens.length : 3)];
    MissingRule.NotApplicable[] rules = MissingRule.NotApplicable.values();
    MissingRule.NotApplicable notApplicable =
        usesWhatIsThere ? MissingRule.NotApplicable.IGNORE : rules[random.nextInt(rules.length)];
    Rounding.Mode fill = Rounding.Mode.values()[random.nextInt(4)];
    return new MissingRule(limit, then, then.isFill() ? fill : Rounding.Mode.NONE, notApplicable);
  }

  private Bands bands(String id, String system, Audience audience) {
    Bands.Stage stage = Bands.Stage.values()[random.nextInt(Bands.Stage.values().length)];
    // Where standard scores are most often.
    BigDecimal middle = stage
        .standard()
        .map(score -> BigDecimal.valueOf(score.mean() - score.sd()))
        .orElse(BigDecimal.ZERO);
    List<Band> bands = new ArrayList<>();
    BigDecimal edge = BigDecimal.valueOf(-10_000_000);
    for (int band = 0; band < 4; band++) {
      bands.add(new Band(id + band, edge, band, TEXT));
      edge = band == 0
          ? middle.add(BigDecimal.valueOf(random.nextInt(60), 1))
          : edge.add(BigDecimal.valueOf(1 + random.nextInt(90), 1));
    }
    return new Bands(
        id, system, audience, stage, Bands.Risk.HIGH, bands, "us", Verification.PROJECT_RULE);
  }
}
