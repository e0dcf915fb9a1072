package org.xinheng.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.policy.OverFlag;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Tier;

/**
 * So many students of a class, grade or school are flagged that the whole of it needs something at tier 1.
 *
 * @param of what kind of group it is
 * @param school the school
 * @param grade empty for a school
 * @param schoolClass empty for a school or grade
 * @param students those of them with a tier
 * @param flagged those at the tier of the policy or above
 * @param need the scale on which most of the group are in level 2 or 3, if there is one
 */
public record GroupNotice(
    OverFlag.Group of,
    String school,
    Optional<Integer> grade,
    Optional<String> schoolClass,
    int students,
    int flagged,
    Optional<ScaleReference> need) {

  private static final int HIGH = 2;

  private record Key(
      OverFlag.Group of, String school, Optional<Integer> grade, Optional<String> schoolClass) {

    static Key of(OverFlag.Group group, Student student) {
      return switch (group) {
        case SCHOOL -> new Key(group, student.school(), Optional.empty(), Optional.empty());
        case GRADE ->
          new Key(group, student.school(), Optional.of(student.grade()), Optional.empty());
        case CLASS ->
          new Key(
              group,
              student.school(),
              Optional.of(student.grade()),
              Optional.of(student.schoolClass()));
      };
    }
  }

  /**
   * The notices of a campaign, schools first. A group in which fewer than a small cell are flagged, or fewer are not, has
   * none: the notice would say who they are.
   */
  public static List<GroupNotice> of(CampaignResult result) {
    Optional<OverFlag> rule = result.policy().overFlag();
    if (rule.isEmpty()) {
      return List.of();
    }
    Map<Key, List<StudentOutcome>> groups = new LinkedHashMap<>();
    for (OverFlag.Group group :
        new OverFlag.Group[] {OverFlag.Group.SCHOOL, OverFlag.Group.GRADE, OverFlag.Group.CLASS}) {
      if (rule.get().of().contains(group)) {
        result
            .roster()
            .forEach(student -> groups
                .computeIfAbsent(Key.of(group, student.student()), key -> new ArrayList<>())
                .add(student));
      }
    }
    List<GroupNotice> notices = new ArrayList<>();
    groups.forEach(
        (key, students) -> notice(key, students, rule.get(), result).ifPresent(notices::add));
    return notices;
  }

  private static Optional<GroupNotice> notice(
      Key key, List<StudentOutcome> all, OverFlag rule, CampaignResult result) {
    List<StudentOutcome> students =
        all.stream().filter(student -> student.outcome().tier().isPresent()).toList();
    int flagged = (int)
        students.stream().filter(student -> isFlagged(student, rule.tier())).count();
    int small = result.policy().suppressBelow();
    boolean isShown = flagged >= small && students.size() - flagged >= small;
    return isShown && rule.isExceeded(flagged, students.size())
        ? Optional.of(new GroupNotice(
            key.of(),
            key.school(),
            key.grade(),
            key.schoolClass(),
            students.size(),
            flagged,
            leadingNeed(students, result, small)))
        : Optional.empty();
  }

  private static boolean isFlagged(StudentOutcome student, Tier from) {
    return student.outcome().tier().filter(tier -> tier.compareTo(from) >= 0).isPresent();
  }

  private static Optional<ScaleReference> leadingNeed(
      List<StudentOutcome> students, CampaignResult result, int small) {
    Map<ScaleReference, Integer> high = new LinkedHashMap<>();
    for (StudentOutcome student : students) {
      result.batteryOf(student).banded().stream()
          .distinct()
          .filter(scale -> Screener.level(scale, student.forms()).orElse(0) >= HIGH)
          .forEach(scale -> high.merge(scale, 1, Integer::sum));
    }
    return high.entrySet().stream()
        .filter(count -> count.getValue() >= small)
        .max(Map.Entry.<ScaleReference, Integer>comparingByValue()
            .thenComparing(count -> count.getKey().toString()))
        .map(Map.Entry::getKey);
  }
}
