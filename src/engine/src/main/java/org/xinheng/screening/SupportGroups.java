package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Tier;

/**
 * Proposes groups of tier 2 students with the same leading need, for a person to change.
 *
 * <p>Nobody with an alert is in a group, nor anybody whose critical item was skipped before somebody has asked. The leading
 * need is the scale in the highest band level, of several the first supporting one. Groups are made within a school, first
 * within a grade; what is left of a grade joins what is left of the grade above, if the grades are not more than one apart.
 * Groups of one need are as equal in size as can be, and the sexes and classes are dealt out evenly. Who remains is named
 * with the reason; so is who answered and is not on the roster, of whom nobody knows the school and grade for certain.
 */
public final class SupportGroups {

  /**
   * How large groups are.
   *
   * @param smallest from 2
   * @param largest at least twice {@code smallest} less one, so that every number can be divided
   */
  public record Size(int smallest, int largest) {

    /** Four to eight. */
    public static final Size USUAL = new Size(4, 8);

    public Size {
      if (!(smallest >= 2 && largest >= 2 * smallest - 1)) {
        throw new IllegalArgumentException(
            "sizes must be 2 or more, and the largest twice the smallest less one or more: "
                + smallest + " to " + largest);
      }
    }
  }

  /** A student of a group, with the band level of the need. */
  public record Member(StudentOutcome student, int level) {}

  /**
   * A proposed group.
   *
   * @param school all are of this school
   * @param grades of the members, ascending
   * @param need the scale that is their leading need
   * @param topic what the scale measures, as people read it
   * @param members in the order of the roster
   * @param reason why these
   */
  public record Group(
      String school,
      List<Integer> grades,
      ScaleReference need,
      Text topic,
      List<Member> members,
      Text reason) {

    public Group {
      grades = List.copyOf(grades);
      members = List.copyOf(members);
    }
  }

  /** A tier 2 student of no group, and why. */
  public record LeftOut(StudentOutcome student, Text reason) {}

  /** Groups, and who is in none. */
  public record Proposal(List<Group> groups, List<LeftOut> leftOut) {

    public Proposal {
      groups = List.copyOf(groups);
      leftOut = List.copyOf(leftOut);
    }
  }

  private final CampaignResult result;
  private final Size size;
  private final List<Group> groups = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private SupportGroups(CampaignResult result, Size size) {
    this.result = result;
    this.size = size;
  }

  /** Proposes groups for a campaign. */
  public static Proposal of(CampaignResult result, Size size) {
    SupportGroups proposed = new SupportGroups(result, size);
    proposed.propose();
    return new Proposal(proposed.groups, proposed.leftOut);
  }

  private void propose() {
    Map<String, Map<ScaleReference, Map<Integer, List<Member>>>> candidates = new TreeMap<>();
    for (StudentOutcome student : result.roster()) {
      if (isTargeted(student)) {
        sort(student, candidates);
      }
    }
    candidates.forEach((school, needs) -> needs.forEach((need, grades) -> {
      List<Member> waiting = new ArrayList<>();
      int last = 0;
      for (Map.Entry<Integer, List<Member>> grade : grades.entrySet()) {
        if (grade.getKey() - last > 1) {
          tooFew(waiting, need);
          waiting = new ArrayList<>();
        }
        waiting.addAll(grade.getValue());
        if (waiting.size() >= size.smallest()) {
          divide(school, need, waiting);
          waiting = new ArrayList<>();
        }
        last = grade.getKey();
      }
      tooFew(waiting, need);
    }));
    result.notOnRoster().stream()
        .filter(SupportGroups::isTargeted)
        .forEach(student -> leftOut.add(new LeftOut(
            student, new Text("not on the roster: find out first who it is", "不在名册中，须先核实身份"))));
  }

  private static boolean isTargeted(StudentOutcome student) {
    return student.outcome().tier().equals(Optional.of(Tier.TARGETED));
  }

  private void sort(
      StudentOutcome student,
      Map<String, Map<ScaleReference, Map<Integer, List<Member>>>> candidates) {
    if (student.outcome().alert() != Alert.NONE) {
      leftOut.add(new LeftOut(
          student,
          student.outcome().alert().isRaised()
              ? new Text("has an alert: never in a group", "有预警，不参加团体")
              : new Text("a critical item was skipped: ask first", "关键题未答，须先询问")));
      return;
    }
    Optional<ScaleReference> need = leadingNeed(student);
    if (need.isEmpty()) {
      leftOut.add(new LeftOut(
          student, new Text("no scale names a need: talk individually", "没有量表提示主要需要，个别谈话")));
      return;
    }
    int level = Screener.level(need.get(), student.forms()).orElse(0);
    candidates
        .computeIfAbsent(student.student().school(), school -> new TreeMap<>())
        .computeIfAbsent(need.get(), scale -> new TreeMap<>())
        .computeIfAbsent(student.student().grade(), grade -> new ArrayList<>())
        .add(new Member(student, level));
  }

  private Optional<ScaleReference> leadingNeed(StudentOutcome student) {
    Battery battery = result.batteryOf(student);
    return Stream.concat(battery.supporting().stream(), Stream.of(battery.primary()))
        .filter(scale -> Screener.level(scale, student.forms()).orElse(0) > 0)
        // Of several with the same level the first counts.
        .min(Comparator.comparingInt(
            scale -> -Screener.level(scale, student.forms()).orElse(0)));
  }

  private void tooFew(List<Member> members, ScaleReference need) {
    for (Member member : members) {
      leftOut.add(new LeftOut(
          member.student(),
          result
              .policy()
              .hierarchy()
              .in(new Text(
                  "fewer than " + size.smallest() + " with this need (" + need
                      + ") in this {grade}",
                  "本{grade}有此需要（" + need + "）者不足 " + size.smallest() + " 人"))));
    }
  }

  private void divide(String school, ScaleReference need, List<Member> members) {
    int count = (members.size() + size.largest() - 1) / size.largest();
    List<List<Member>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    List<Member> dealt = new ArrayList<>(members);
    dealt.sort(Comparator.comparing((Member member) ->
            member.student().student().sex().map(Enum::ordinal).orElse(-1))
        .thenComparing(member -> member.student().student().grade())
        .thenComparing(member -> member.student().student().schoolClass()));
    for (int i = 0; i < dealt.size(); i++) {
      parts.get(i % count).add(dealt.get(i));
    }
    for (List<Member> part : parts) {
      part.sort(Comparator.comparingInt(members::indexOf));
      groups.add(group(school, need, part, count));
    }
  }

  private Group group(String school, ScaleReference need, List<Member> members, int count) {
    List<Integer> grades = members.stream()
        .map(member -> member.student().student().grade())
        .distinct()
        .sorted()
        .toList();
    Text name = nameOf(need);
    String split = count == 1 ? "" : ", one of " + count + " of equal size";
    String splitZh = count == 1 ? "" : "，" + count + " 个人数相近的小组之一";
    return new Group(
        school,
        grades,
        need,
        name,
        members,
        new Text(
            members.size() + " students of tier 2 whose leading need is " + name.en() + split,
            members.size() + " 名二级支持学生，主要需要为" + name.zhCn() + splitZh));
  }

  private Text nameOf(ScaleReference need) {
    return Optional.ofNullable(result.instruments().get(need.questionnaire()))
        .flatMap(instrument -> instrument
            .scale(need.scale())
            .map(scale -> new Text(
                instrument.about().name().en() + " " + scale.name().en(),
                instrument.about().name().zhCn() + scale.name().zhCn())))
        .orElse(new Text(need.toString(), need.toString()));
  }
}
