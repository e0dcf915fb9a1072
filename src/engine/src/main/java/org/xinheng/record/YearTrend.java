package org.xinheng.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Text;

/**
 * The mean of a score in two years. A cohort is the same students in both years; a repeated cross-section is the same grade,
 * which are other students. The two answer different questions and are never mixed.
 *
 * @param kind which of the two it is
 * @param grade of a cohort the grade in the later year
 * @param studentsBefore how many have a score in the earlier year
 * @param studentsAfter how many in the later one; of a cohort they are the same students
 * @param meanBefore in the earlier year
 * @param meanAfter in the later one
 * @param lowest the lower end of the 95 % interval of the difference of the means, by the normal curve
 * @param highest the upper end
 */
public record YearTrend(
    Kind kind,
    int grade,
    int studentsBefore,
    int studentsAfter,
    double meanBefore,
    double meanAfter,
    double lowest,
    double highest) {

  private static final double CUSTOMARY = 1.96;

  /** Who is compared with whom. */
  public enum Kind {
    COHORT("cohort", "the same students a year later", "同一批学生，一年之后"),
    REPEATED_CROSS_SECTION(
        "repeated-cross-section",
        "the same {grade} a year later: other students",
        "同一{grade}，一年之后：不是同一批学生");

    private final String word;
    private final Text text;

    Kind(String word, String en, String zhCn) {
      this.word = word;
      this.text = new Text(en, zhCn);
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }

    /** With the mark of a grade, in place of which its {@linkplain org.xinheng.policy.Hierarchy name} is put. */
    public Text text() {
      return text;
    }
  }

  /**
   * A student's comparable score in one year.
   *
   * @param student the id of the roster
   */
  public record Score(String student, int grade, double value) {}

  /**
   * The trends of every grade, cohorts first; of groups of fewer students than {@code suppressBelow} in either year there
   * is none.
   *
   * @param before of one year, each student once
   * @param after of the next one
   * @param suppressBelow from 2
   */
  public static List<YearTrend> of(List<Score> before, List<Score> after, int suppressBelow) {
    if (!(suppressBelow >= 2)) {
      throw new IllegalArgumentException("suppressBelow must be 2 or more: " + suppressBelow);
    }
    List<YearTrend> trends = new ArrayList<>();
    Map<String, Score> earlier = new HashMap<>();
    before.forEach(score -> earlier.put(score.student(), score));
    Map<Integer, List<Score>> later = byGrade(after);
    later.forEach(
        (grade, scores) -> cohort(grade, scores, earlier, suppressBelow).ifPresent(trends::add));
    Map<Integer, List<Score>> beforeByGrade = byGrade(before);
    later.forEach((grade, scores) -> {
      List<Score> same = beforeByGrade.getOrDefault(grade, List.of());
      if (same.size() >= suppressBelow && scores.size() >= suppressBelow) {
        trends.add(crossSection(grade, values(same), values(scores)));
      }
    });
    return trends;
  }

  private static Map<Integer, List<Score>> byGrade(List<Score> scores) {
    Map<Integer, List<Score>> grades = new TreeMap<>();
    scores.forEach(score ->
        grades.computeIfAbsent(score.grade(), grade -> new ArrayList<>()).add(score));
    return grades;
  }

  private static Optional<YearTrend> cohort(
      int grade, List<Score> scores, Map<String, Score> earlier, int suppressBelow) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    for (Score score : scores) {
      @Nullable Score before = earlier.get(score.student());
      if (before != null) {
        first.add(before.value());
        second.add(score.value());
        differences.add(score.value() - before.value());
      }
    }
    if (first.size() < suppressBelow) {
      return Optional.empty();
    }
    double difference = mean(differences);
    double error = Math.sqrt(variance(differences) / differences.size());
    return Optional.of(new YearTrend(
        Kind.COHORT,
        grade,
        first.size(),
        second.size(),
        mean(first),
        mean(second),
        difference - CUSTOMARY * error,
        difference + CUSTOMARY * error));
  }

  private static YearTrend crossSection(int grade, List<Double> before, List<Double> after) {
    double difference = mean(after) - mean(before);
    double error = Math.sqrt(variance(before) / before.size() + variance(after) / after.size());
    return new YearTrend(
        Kind.REPEATED_CROSS_SECTION,
        grade,
        before.size(),
        after.size(),
        mean(before),
        mean(after),
        difference - CUSTOMARY * error,
        difference + CUSTOMARY * error);
  }

  private static List<Double> values(List<Score> scores) {
    return scores.stream().map(Score::value).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /** With n − 1 below. */
  private static double variance(List<Double> values) {
    double mean = mean(values);
    double squares =
        values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return squares / (values.size() - 1);
  }
}
