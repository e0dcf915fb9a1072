package org.xinheng.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;

/**
 * Whether a student may be asked now: what stands in the way, and what of that was allowed, with the reason.
 *
 * @param student who is to be asked
 * @param circumstances of the occasion
 * @param at when
 * @param obstacles what stands in the way
 * @param allowed the reasons of what was allowed nevertheless
 */
public record Admission(
    StudentContext student,
    Circumstances circumstances,
    Instant at,
    List<Obstacle> obstacles,
    Map<Obstacle.Kind, String> allowed) {

  public Admission {
    obstacles = List.copyOf(obstacles);
    Map<Obstacle.Kind, String> copy = new EnumMap<>(Obstacle.Kind.class);
    copy.putAll(allowed);
    allowed = Map.copyOf(copy);
  }

  static Admission of(
      AdministrationPlan plan, StudentContext student, Circumstances circumstances, Instant at) {
    List<Obstacle> found = new ArrayList<>();
    plan.battery().ifPresent(battery -> grade(battery.name(), battery.grades(), student, found));
    for (Instrument instrument : plan.instruments()) {
      of(instrument.about(), student, found);
    }
    if (!circumstances.consent().permits(student.age())) {
      found.add(obstacle(
          Obstacle.Kind.CONSENT, "the consent that the rule asks for is not there", "尚未取得规定的同意"));
    }
    if (circumstances.isTooSoon(at)) {
      long weeks = circumstances.minimumGap().toDays() / 7;
      found.add(obstacle(
          Obstacle.Kind.GAP,
          "the last full screen was less than " + weeks + " weeks ago",
          "距上次完整筛查不足 " + weeks + " 周"));
    }
    if (!circumstances.isInWindow(at)) {
      found.add(obstacle(Obstacle.Kind.WINDOW, "it is not the time of the campaign", "不在筛查时间内"));
    }
    return new Admission(student, circumstances, at, found, Map.of());
  }

  private static void of(About about, StudentContext student, List<Obstacle> found) {
    grade(about.name(), about.grades(), student, found);
    student
        .age()
        .filter(age -> !about.ages().contains(age))
        .ifPresent(age -> found.add(obstacle(
            Obstacle.Kind.AGE,
            about.name().en() + " is for ages " + about.ages() + ", not " + age,
            about.name().zhCn() + "适用年龄为 " + about.ages() + "，不是 " + age)));
    if (!about.informants().contains(student.informant())) {
      String others = about.informants().stream()
          .map(Informant::word)
          .sorted()
          .collect(Collectors.joining(", "));
      found.add(obstacle(
          Obstacle.Kind.INFORMANT,
          about.name().en() + " is filled in by " + others + ", not "
              + student.informant().word(),
          about.name().zhCn() + "由 " + others + " 填写，不是 " + student.informant().word()));
    }
    String language = student.language().tag();
    if (!about.languages().contains(language)) {
      found.add(obstacle(
          Obstacle.Kind.LANGUAGE,
          about.name().en() + " is not known to be published in " + language,
          about.name().zhCn() + "没有已知的 " + language + " 版本"));
    }
  }

  private static void grade(
      Text name, Interval grades, StudentContext student, List<Obstacle> found) {
    student
        .grade()
        .filter(grade -> !grades.contains(grade))
        .ifPresent(grade -> found.add(obstacle(
            Obstacle.Kind.GRADE,
            name.en() + " is for grades " + grades + ", not " + grade,
            name.zhCn() + "适用年级为 " + grades + "，不是 " + grade)));
  }

  private static Obstacle obstacle(Obstacle.Kind kind, String en, String zhCn) {
    return new Obstacle(kind, new Text(en, zhCn));
  }

  /**
   * The same with one kind of obstacle allowed.
   *
   * @throws IllegalArgumentException if the reason is blank
   */
  public Admission allow(Obstacle.Kind kind, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a reason is needed to allow '" + kind.word() + "'");
    }
    Map<Obstacle.Kind, String> all = new EnumMap<>(Obstacle.Kind.class);
    all.putAll(allowed);
    all.put(kind, reason);
    return new Admission(student, circumstances, at, obstacles, all);
  }

  /** What still stands in the way. */
  public List<Obstacle> refusals() {
    return obstacles.stream()
        .filter(obstacle -> !allowed.containsKey(obstacle.kind()))
        .toList();
  }

  /** Whether a questionnaire is given to somebody whom it was not made or tried for. */
  public boolean isOutsideRange() {
    return obstacles.stream().anyMatch(obstacle -> obstacle.kind().isOfRange());
  }
}
