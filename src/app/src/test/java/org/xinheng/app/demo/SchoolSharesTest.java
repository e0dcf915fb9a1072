package org.xinheng.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The shares that {@link SyntheticSchool} states, over the schools of seeds 1 to 20 together. One
 * school has about a thousand answered forms, so its share of 9 % moves by a point from seed to
 * seed; twenty of them hold it to a quarter.
 */
class SchoolSharesTest {

  private static final List<SortedMap<String, String>> SCHOOLS =
      LongStream.rangeClosed(1, 20).mapToObj(SyntheticSchool::files).toList();

  private static final Sheet UPPER_PRIMARY = pooled("answers-upper-primary.csv");
  private static final Sheet JUNIOR_HIGH = pooled("answers-junior-high.csv");
  private static final Sheet SENIOR_HIGH = pooled("answers-senior-high.csv");

  private static final int[] MHT_CONTENT = IntStream.concat(
          IntStream.rangeClosed(1, 80), IntStream.rangeClosed(81, 99).filter(item -> item % 2 == 1))
      .toArray();
  private static final int[] MHT_VALIDITY =
      IntStream.rangeClosed(82, 100).filter(item -> item % 2 == 0).toArray();

  @Test
  void phq9() {
    List<int[]> answers = highSchools("phq-9", 9);

    assertThat(share(answers, total -> total >= 10)).isBetween(0.08, 0.10);
    assertThat(share(answers, total -> total >= 15)).isBetween(0.025, 0.035);
    assertThat(alpha(answers)).isBetween(0.82, 0.90);
  }

  @Test
  void phq9ItemNine() {
    List<int[]> answers = Stream.of(JUNIOR_HIGH, SENIOR_HIGH)
        .flatMap(sheet -> sheet.complete("phq-9", 3, 9).stream())
        .toList();

    assertThat(share(answers, answer -> answer >= 1)).isBetween(0.03, 0.04);
  }

  @Test
  void gad7() {
    List<int[]> answers = highSchools("gad-7", 7);

    assertThat(share(answers, total -> total >= 10)).isBetween(0.06, 0.08);
    assertThat(alpha(answers)).isBetween(0.80, 0.90);
  }

  @Test
  void psc17() {
    List<int[]> answers = JUNIOR_HIGH.complete("psc-17", 2, upTo(17));

    assertThat(share(answers, total -> total >= 15)).isBetween(0.06, 0.08);
    assertThat(alpha(answers)).isBetween(0.80, 0.90);
  }

  @Test
  void cesDWithItsFourPositiveItemsReversed() {
    List<int[]> answers = SENIOR_HIGH.complete("ces-d", 3, upTo(20));
    answers.forEach(row ->
        IntStream.of(4, 8, 12, 16).forEach(item -> row[item - 1] = 3 - row[item - 1]));

    assertThat(share(answers, total -> total >= 24)).isBetween(0.095, 0.125);
    assertThat(share(answers, total -> total >= 29)).isBetween(0.04, 0.06);
    assertThat(alpha(answers)).isBetween(0.80, 0.90);
  }

  @Test
  void mhtTotal() {
    List<int[]> answers = UPPER_PRIMARY.complete("mht", 1, MHT_CONTENT);

    assertThat(share(answers, total -> total >= 65)).isBetween(0.015, 0.03);
    assertThat(share(answers, total -> total >= 56 && total < 65)).isBetween(0.02, 0.035);
  }

  @Test
  void mhtStudyAnxiety() {
    List<int[]> answers = UPPER_PRIMARY.complete("mht", 1, upTo(15));

    assertThat(share(answers, total -> total >= 8)).isBetween(0.10, 0.20);
    assertThat(alpha(answers)).isBetween(0.80, 0.90);
  }

  @Test
  void mhtCriticalItemsAreRareAndGoWithDistress() {
    for (int item : new int[] {85, 97}) {
      List<int[]> answers = UPPER_PRIMARY.complete("mht", 1, item);
      List<int[]> distressed = UPPER_PRIMARY.complete("mht", 1, prepended(item, upTo(80))).stream()
          .filter(row -> IntStream.of(row).skip(1).sum() >= 45)
          .map(row -> new int[] {row[0]})
          .toList();

      assertThat(share(answers, answer -> answer == 1)).isBetween(0.0145, 0.0205);
      assertThat(share(distressed, answer -> answer == 1)).isGreaterThan(0.10);
    }
  }

  /** Careless rows come on top of the 2 % who answer so on purpose. */
  @Test
  void mhtValidity() {
    List<int[]> answers = UPPER_PRIMARY.complete("mht", 1, MHT_VALIDITY);

    assertThat(share(answers, total -> total >= 7)).isBetween(0.02, 0.035);
  }

  /** One in a hundred at random, and what the twelve students who give up leave. */
  @Test
  void blankCells() {
    List<String> cells = Stream.of(UPPER_PRIMARY, JUNIOR_HIGH, SENIOR_HIGH)
        .flatMap(sheet -> sheet.rows().stream())
        .flatMap(row -> row.values().stream())
        .toList();

    assertThat(Collections.frequency(cells, "") / (double) cells.size()).isBetween(0.011, 0.016);
  }

  @Test
  void sexes() {
    assertThat(pooled("roster.csv").share("sex", "female")).isBetween(0.46, 0.50);
  }

  @Test
  void teacherRatings() {
    Sheet ratings = pooled("teacher-ratings.csv");
    double judged = 1 - ratings.share("teacher", "cannot judge");

    assertThat(judged).isBetween(0.95, 0.97);
    assertThat(ratings.share("teacher", "0") / judged).isBetween(0.78, 0.82);
    assertThat(ratings.share("teacher", "1") / judged).isBetween(0.105, 0.135);
    assertThat(ratings.share("teacher", "2") / judged).isBetween(0.05, 0.07);
    assertThat(ratings.share("teacher", "3") / judged).isBetween(0.015, 0.025);
  }

  @Test
  void teacherSeesExternalisingMoreThanInternalising() {
    List<Student> students = new ArrayList<>();
    List<Double> ratings = new ArrayList<>();
    for (long seed = 1; seed <= 20; seed++) {
      School school = School.invent(SeededRandom.of(seed));
      Map<String, String> written =
          Sheet.of(Evidence.teacherRatings(school, SeededRandom.of(seed)).csv()).rows().stream()
              .collect(Collectors.toMap(row -> row.get("student"), row -> row.get("teacher")));
      school.students().stream()
          .filter(student -> !written.get(student.id()).equals("cannot judge"))
          .forEach(student -> {
            students.add(student);
            ratings.add(Double.parseDouble(written.get(student.id())));
          });
    }

    assertThat(correlation(ratings, general(students))).isBetween(0.25, 0.35);
    assertThat(correlation(ratings, trait(students, Facet.EXTERNALISING)))
        .isGreaterThan(correlation(ratings, trait(students, Facet.DEPRESSION)) + 0.1);
  }

  @Test
  void lastYear() {
    Sheet lastYear = pooled("last-year.csv");

    assertThat(lastYear.share("last-tier", "1")).isBetween(0.80, 0.84);
    assertThat(lastYear.share("last-tier", "2")).isBetween(0.125, 0.155);
    assertThat(lastYear.share("last-tier", "3")).isBetween(0.03, 0.05);
  }

  @Test
  void riskFactors() {
    List<Long> factorsOfStudent = SCHOOLS.stream()
        .map(school -> Sheet.of(school.get("risk-factors.csv")))
        .flatMap(sheet -> sheet.column("student").stream()
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()))
            .values()
            .stream())
        .toList();
    double students = 1200.0 * SCHOOLS.size();

    assertThat(factorsOfStudent.size() / students).isBetween(0.14, 0.165);
    assertThat(factorsOfStudent.stream().filter(count -> count >= 2).count() / students)
        .isBetween(0.035, 0.05);
  }

  @Test
  void someRiskFactorsHaveExpiredAndSomeAcuteOnesAreOld() {
    assertThat(SCHOOLS).allSatisfy(school -> {
      List<Map<String, String>> rows = Sheet.of(school.get("risk-factors.csv")).rows();
      assertThat(rows)
          .anyMatch(
              row -> !row.get("until").isEmpty() && row.get("until").compareTo("2026-10-12") < 0);
      assertThat(rows)
          .anyMatch(row -> row.get("kind").equals("acute")
              && row.get("until").isEmpty()
              && row.get("since").compareTo("2026-04-12") < 0);
      assertThat(rows)
          .anyMatch(row ->
              row.get("kind").equals("acute") && row.get("since").compareTo("2026-04-12") >= 0);
    });
  }

  @Test
  void requests() {
    Sheet requests = pooled("requests.csv");
    double schools = SCHOOLS.size();

    assertThat(count(requests, "help") / schools / 1200).isBetween(0.011, 0.019);
    assertThat(count(requests, "hold") / schools).isEqualTo(2);
    assertThat(count(requests, "cleared") / schools).isEqualTo(3);
    assertThat(count(requests, "repeat-invalid") / schools).isEqualTo(1);
  }

  private static long count(Sheet requests, String column) {
    return Collections.frequency(requests.column(column), "yes");
  }

  private static Sheet pooled(String file) {
    return new Sheet(SCHOOLS.stream()
        .flatMap(school -> Sheet.of(school.get(file)).rows().stream())
        .toList());
  }

  private static List<int[]> highSchools(String questionnaire, int items) {
    return Stream.of(JUNIOR_HIGH, SENIOR_HIGH)
        .flatMap(sheet -> sheet.complete(questionnaire, 3, upTo(items)).stream())
        .toList();
  }

  private static int[] upTo(int lastItem) {
    return IntStream.rangeClosed(1, lastItem).toArray();
  }

  private static int[] prepended(int first, int... others) {
    return IntStream.concat(IntStream.of(first), IntStream.of(others)).toArray();
  }

  private static double share(List<int[]> answers, IntPredicate total) {
    return answers.stream().filter(row -> total.test(IntStream.of(row).sum())).count()
        / (double) answers.size();
  }

  /** Cronbach's {@code k/(k-1) * (1 - sum of item variances / variance of totals)}. */
  private static double alpha(List<int[]> answers) {
    int k = answers.get(0).length;
    double items = IntStream.range(0, k)
        .mapToDouble(
            item -> variance(answers.stream().map(row -> (double) row[item]).toList()))
        .sum();
    double totals =
        variance(answers.stream().map(row -> (double) IntStream.of(row).sum()).toList());
    return k / (k - 1.0) * (1 - items / totals);
  }

  private static List<Double> general(List<Student> students) {
    return students.stream().map(student -> student.latent().general()).toList();
  }

  private static List<Double> trait(List<Student> students, Facet facet) {
    return students.stream()
        .map(student -> student.latent().general() + student.latent().of(facet))
        .toList();
  }

  private static double correlation(List<Double> first, List<Double> second) {
    List<Double> sums = IntStream.range(0, first.size())
        .mapToObj(index -> first.get(index) + second.get(index))
        .toList();
    double covariance = (variance(sums) - variance(first) - variance(second)) / 2;
    return covariance / Math.sqrt(variance(first) * variance(second));
  }

  private static double variance(List<Double> values) {
    double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
        / (values.size() - 1);
  }
}
