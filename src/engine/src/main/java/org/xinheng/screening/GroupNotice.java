package org.xinheng.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.OverFlag;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Tier;

/**
 * So many students of a class, grade, school or dormitory are flagged that the whole of it needs something at tier 1.
 *
 * @param of at which level the group is
 * @param school the school
 * @param grade empty for a school or dormitory
 * @param schoolClass empty for a school, grade or dormitory
 * @param dormitory its name; empty for all else
 * @param students those of them with a tier
 * @param flagged those at the tier of the policy or above
 * @param need the scale on which most of the group are in level 2 or 3, if there is one
 */
public record GroupNotice(
    Hierarchy.Level of,
    String school,
    Optional<Integer> grade,
    Optional<String> schoolClass,
    Optional<String> dormitory,
    int students,
    int flagged,
    Optional<ScaleReference> need) {

  private static final int HIGH = 2;

  private static final List<Hierarchy.Level> IN_ORDER = List.of(
      Hierarchy.Level.SCHOOL,
      Hierarchy.Level.GRADE,
      Hierarchy.Level.CLASS,
      Hierarchy.Level.DORMITORY);

  private record Key(
      Hierarchy.Level of,
      String school,
      Optional<Integer> grade,
      Optional<String> schoolClass,
      Optional<String> dormitory) {

    Key(Hierarchy.Level of, String school) {
      this(of, school, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The group of a student; empty for who lives in no dormitory. */
    static Optional<Key> of(Hierarchy.Level level, Student student) {
      Key school = new Key(level, student.school());
      return switch (level) {
        case DISTRICT -> Optional.empty();
        case SCHOOL -> Optional.of(school);
        case GRADE -> Optional.of(school.inGrade(student));
        case CLASS -> Optional.of(school.inGrade(student).inClass(student));
        case DORMITORY -> student.dormitory().map(school::inDormitory);
      };
    }

    private Key inGrade(Student student) {
      return new Key(of, school, Optional.of(student.grade()), schoolClass, dormitory);
    }

    private Key inClass(Student student) {
      return new Key(of, school, grade, Optional.of(student.schoolClass()), dormitory);
    }

    private Key inDormitory(Dormitory in) {
      return new Key(of, school, grade, schoolClass, Optional.of(in.name()));
    }
  }

  /**
   * The notices of a campaign, schools first, dormitories last. A group in which fewer than a small cell are flagged, or fewer
   * are not, has none: the notice would say who they are.
   */
  public static List<GroupNotice> of(CampaignResult result) {
    Optional<OverFlag> rule = result.policy().overFlag();
    if (rule.isEmpty()) {
      return List.of();
    }
    Map<Key, List<StudentOutcome>> groups = new LinkedHashMap<>();
    for (Hierarchy.Level level : IN_ORDER) {
      if (rule.get().of().contains(level)) {
        result
            .roster()
            .forEach(student -> Key.of(level, student.student())
                .ifPresent(key ->
                    groups.computeIfAbsent(key, same -> new ArrayList<>()).add(student)));
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
            key.dormitory(),
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
