package org.xinheng.validation.norming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinheng.validation.Watch;

/** Makes norms of one score, by group or over age. */
public final class NormingStudy {

  private static final int MOST_LISTED = 500;
  private static final int CURVE_POINTS = 60;

  private final String score;
  private final double[] raw;
  private final List<String> by;
  private final List<List<String>> groupsOf;
  private final NormingOptions options;

  private NormingStudy(
      String score,
      double[] raw,
      List<String> by,
      List<List<String>> groupsOf,
      NormingOptions options) {
    this.score = score;
    this.raw = raw;
    this.by = by;
    this.groupsOf = groupsOf;
    this.options = options;
  }

  /**
   * Norms of the groups that columns form.
   *
   * @param score what the scores are called
   * @param raw scores; {@code NaN} for none
   * @param by names of the columns; none for one group of all
   * @param columns {@code [column][row]} what they say; empty where it is not known
   * @param listed the raw scores that tables list; empty for the whole numbers from the lowest to the highest that occur
   */
  public static NormingResult byGroup(
      String score,
      double[] raw,
      List<String> by,
      List<List<String>> columns,
      List<Double> listed,
      NormingOptions options) {
    NormingStudy study = new NormingStudy(score, raw, by, columns, options);
    double[] scores = study.listed(listed);
    return study.result("", members -> {
      NormTable table = NormTable.of(study.scores(members), scores);
      return new NormingResult.Group(List.of(), members.length, true, List.of(table), List.of());
    });
  }

  /**
   * Norms over age or grade, within the groups that columns form.
   *
   * @param over what the ages are called
   * @param ages age or grade; {@code NaN} where it is not known
   * @param isInYears whether they are years of age: of exact ages tables are for the middle of each year
   */
  public static NormingResult overAge(
      String score,
      double[] raw,
      List<String> by,
      List<List<String>> columns,
      List<Double> listed,
      String over,
      double[] ages,
      boolean isInYears,
      NormingOptions options,
      Watch watch) {
    NormingStudy study = new NormingStudy(score, raw, by, columns, options);
    double[] scores = study.listed(listed);
    return study.result(over, members -> {
      double[] own = Arrays.stream(members).mapToDouble(i -> ages[i]).toArray();
      Optional<ContinuousNorms> norms =
          ContinuousNorms.of(study.scores(members), own, options, watch);
      return new NormingResult.Group(
          List.of(),
          members.length,
          true,
          List.of(),
          norms.map(of -> continuous(of, own, isInYears, scores)).stream().toList());
    });
  }

  private static NormingResult.Continuous continuous(
      ContinuousNorms norms, double[] ages, boolean isInYears, double[] scores) {
    double youngest = norms.bounds().ages().lower();
    double oldest = norms.bounds().ages().upper();
    double[] known = Arrays.stream(ages).filter(age -> !Double.isNaN(age)).toArray();
    boolean isExact = isInYears && Arrays.stream(known).anyMatch(age -> age != Math.rint(age));
    double[] at = isExact
        ? Arrays.stream(known)
            .map(age -> Math.floor(age) + 0.5)
            .distinct()
            .sorted()
            .filter(age -> age >= youngest && age <= oldest)
            .toArray()
        : norms.groups().stream().mapToDouble(ContinuousNorms.Group::age).toArray();
    List<NormingResult.Curve> curves = new ArrayList<>();
    for (double location = -2; location <= 2; location += 0.5) {
      List<NormingResult.Point> points = new ArrayList<>();
      for (int p = 0; p <= CURVE_POINTS; p++) {
        double age = youngest + (oldest - youngest) * p / CURVE_POINTS;
        points.add(new NormingResult.Point(age, norms.raw(location, age)));
      }
      curves.add(new NormingResult.Curve(location, points));
    }
    return new NormingResult.Continuous(
        norms.middle(),
        norms.halfSpan(),
        norms.constant(),
        norms.terms(),
        norms.chosen(),
        norms.candidates(),
        norms.groups(),
        norms.leftOut(),
        Arrays.stream(at)
            .mapToObj(age -> new NormingResult.AtAge(age, norms.table(age, scores)))
            .toList(),
        curves);
  }

  private double[] scores(int[] members) {
    return Arrays.stream(members).mapToDouble(i -> raw[i]).toArray();
  }

  private double[] listed(List<Double> given) {
    if (!given.isEmpty()) {
      return given.stream().mapToDouble(Double::doubleValue).toArray();
    }
    double[] known = Arrays.stream(raw).filter(x -> !Double.isNaN(x)).toArray();
    boolean areWhole = Arrays.stream(known).allMatch(x -> x == Math.rint(x));
    double least = Arrays.stream(known).min().orElse(0);
    double most = Arrays.stream(known).max().orElse(-1);
    return areWhole && most - least < MOST_LISTED
        ? IntStream.rangeClosed((int) least, (int) most).asDoubleStream().toArray()
        : Arrays.stream(known).distinct().sorted().limit(MOST_LISTED).toArray();
  }

  private interface Maker {
    NormingResult.Group of(int[] members);
  }

  private NormingResult result(String over, Maker maker) {
    Map<List<String>, List<Integer>> members = new TreeMap<>(NormingStudy::compare);
    int withScore = 0;
    int withoutGroup = 0;
    for (int i = 0; i < raw.length; i++) {
      if (!Double.isNaN(raw[i])) {
        withScore++;
        int row = i;
        List<String> values = groupsOf.stream().map(column -> column.get(row)).toList();
        if (values.contains("")) {
          withoutGroup++;
        } else {
          members.computeIfAbsent(values, any -> new ArrayList<>()).add(i);
        }
      }
    }
    List<NormingResult.Group> groups = new ArrayList<>();
    members.forEach((values, rows) -> {
      boolean isEnough = rows.size() >= options.leastPeople();
      NormingResult.Group made = isEnough
          ? maker.of(rows.stream().mapToInt(Integer::intValue).toArray())
          : new NormingResult.Group(values, 0, false, List.of(), List.of());
      groups.add(
          new NormingResult.Group(values, made.n(), isEnough, made.table(), made.continuous()));
    });
    return new NormingResult(
        score, raw.length, withScore, options.leastPeople(), by, over, groups, withoutGroup);
  }

  /** Numbers by their size and before words. */
  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Double.compare(number(a.get(i)), number(b.get(i)));
      order = order != 0 ? order : a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static double number(String text) {
    return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
        ? Double.parseDouble(text)
        : Double.POSITIVE_INFINITY;
  }
}
