package org.xinheng.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinheng.definition.WordingPack;
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
      of(instrument, student, found);
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
    return new Admission(student, circumstances, at, found, Map.of()).allowLanguageOfPacks(plan);
  }

  /** Who installs wording in a language has said where it comes from, and that is the reason. */
  private Admission allowLanguageOfPacks(AdministrationPlan plan) {
    Set<String> sources = new TreeSet<>();
    for (Instrument instrument : plan.instruments()) {
      if (!instrument.about().languages().contains(student.language().tag())) {
        Optional<WordingPack> pack = plan.wording(instrument.id(), student.language());
        if (pack.isEmpty()) {
          return this;
        }
        sources.add(pack.get().source());
      }
    }
    return sources.isEmpty()
        ? this
        : allow(Obstacle.Kind.LANGUAGE, "installed wording from: " + String.join("; ", sources));
  }

  private static void of(Instrument instrument, StudentContext student, List<Obstacle> found) {
    About about = instrument.about();
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
    if (!about.languages().contains(student.language().tag())) {
      found.add(language(instrument, student.language().tag()));
    }
  }

  private static Obstacle language(Instrument instrument, String tag) {
    About about = instrument.about();
    String general = tag.replaceFirst("-.*", "");
    String published = String.join(", ", new TreeSet<>(about.languages()));
    String en = about.name().en() + " (" + instrument.id() + ") ";
    String zhCn = about.name().zhCn() + "（" + instrument.id() + "）";
    return about.languages().contains(general)
        ? obstacle(
            Obstacle.Kind.LANGUAGE,
            en + "is published in " + general + ", and nobody has checked whether that is " + tag,
            zhCn + "有 " + general + " 版本，但尚未核实是否为 " + tag)
        : obstacle(
            Obstacle.Kind.LANGUAGE,
            en + "is not known to be published in " + tag + ", only in " + published,
            zhCn + "没有已知的 " + tag + " 版本，已知的有 " + published);
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
