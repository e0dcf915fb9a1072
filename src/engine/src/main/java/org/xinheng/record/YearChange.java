package org.xinheng.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.EarlierScore;
import org.xinheng.screening.Measurement;
import org.xinheng.screening.Participation;
import org.xinheng.screening.ScoreChange;
import org.xinheng.screening.StudentOutcome;

/**
 * What has become of the scores on a primary scale since the campaign that a campaign is compared with.
 *
 * @param scale the primary scale of a battery
 * @param trends by grade, cohorts apart from repeated cross-sections; none if nothing may be compared
 * @param reasons why earlier scores may not be compared; none if they may
 */
public record YearChange(
    ScaleReference scale, List<YearTrend> trends, Set<ScoreChange.Reason> reasons) {

  public YearChange {
    trends = List.copyOf(trends);
    reasons = Set.copyOf(reasons);
  }

  /** The changes of each primary scale; none if the campaign is compared with no other. */
  public static List<YearChange> of(CampaignResult result) {
    List<YearChange> changes = new ArrayList<>();
    if (!result.earlier().scores().isEmpty()) {
      result.batteries().stream()
          .map(Battery::primary)
          .distinct()
          .forEach(scale -> changes.add(of(scale, result)));
    }
    return changes;
  }

  private static YearChange of(ScaleReference scale, CampaignResult result) {
    List<Measurement> kinds = new ArrayList<>();
    List<YearTrend.Score> after = new ArrayList<>();
    for (StudentOutcome student : result.roster()) {
      if (result.batteryOf(student).primary().equals(scale)
          && Participation.of(student).isComplete()) {
        Optional.ofNullable(student.forms().get(scale.questionnaire()))
            .map(form -> Measurement.of(form, scale, result.campaign().to()))
            .ifPresent(measurement -> {
              kinds.add(measurement);
              add(after, key(student.student()), student.student().grade(), measurement);
            });
      }
    }
    List<YearTrend.Score> before = new ArrayList<>();
    Set<ScoreChange.Reason> reasons = EnumSet.noneOf(ScoreChange.Reason.class);
    if (!kinds.isEmpty()) {
      for (EarlierScore earlier : result.earlier().scores()) {
        Optional<ScoreChange.Reason> reason = whyNot(earlier.measurement(), kinds.get(0));
        if (reason.isEmpty()) {
          add(before, key(earlier.student()), earlier.student().grade(), earlier.measurement());
        } else {
          reasons.add(reason.get());
        }
      }
    }
    List<YearTrend> trends = YearTrend.of(before, after, result.policy().suppressBelow());
    return new YearChange(
        scale,
        safe(trends, before, after, result.policy().suppressBelow()),
        before.isEmpty() ? reasons : EnumSet.noneOf(ScoreChange.Reason.class));
  }

  private static String key(org.xinheng.screening.Student student) {
    return student.school() + "\n" + student.id();
  }

  private static void add(
      List<YearTrend.Score> to, String student, int grade, Measurement measurement) {
    measurement.value().ifPresent(value -> to.add(new YearTrend.Score(student, grade, value)));
  }

  /** Everything but how exactly the scale measures decides whether means may be compared. */
  private static Optional<ScoreChange.Reason> whyNot(Measurement before, Measurement after) {
    ScoreChange change = ScoreChange.between(before, after, Optional.empty());
    return change instanceof ScoreChange.NotComparable not
            && not.reason() != ScoreChange.Reason.NO_PRECISION
            && not.reason() != ScoreChange.Reason.NO_SCORE
        ? Optional.of(not.reason())
        : Optional.empty();
  }

  /**
   * Without the cohorts from which a few have left or to which a few have come. The mean of a grade stands in the report of its own year
   * and again in that of the next one; a cohort is the grade less those who left, or those who came, and the difference would
   * say what these few scored.
   */
  private static List<YearTrend> safe(
      List<YearTrend> trends,
      List<YearTrend.Score> before,
      List<YearTrend.Score> after,
      int small) {
    return trends.stream()
        .filter(trend -> trend.kind() == YearTrend.Kind.REPEATED_CROSS_SECTION
            || !tells(trend.grade(), before, after, small))
        .toList();
  }

  private static boolean tells(
      int grade, List<YearTrend.Score> before, List<YearTrend.Score> after, int small) {
    Set<String> now = students(after, grade);
    Set<String> lastYear = students(before, grade - 1);
    Set<String> cohort = new HashSet<>(now);
    cohort.retainAll(before.stream().map(YearTrend.Score::student).collect(Collectors.toSet()));
    return isFew(missing(now, cohort), small)
        || isFew(missing(lastYear, cohort) + missing(cohort, lastYear), small);
  }

  private static Set<String> students(List<YearTrend.Score> scores, int grade) {
    return scores.stream()
        .filter(score -> score.grade() == grade)
        .map(YearTrend.Score::student)
        .collect(Collectors.toSet());
  }

  private static int missing(Set<String> all, Set<String> some) {
    return (int) all.stream().filter(student -> !some.contains(student)).count();
  }

  private static boolean isFew(int students, int small) {
    return students > 0 && students < small;
  }
}
