package org.xinheng.app.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The risk factors that the school has on file, one row each, with the day from which each held
 * and, if it is over, the last day. So that the dates matter, some acute factors are older than
 * half a year and some of either kind have ended before the screening opens.
 */
final class RiskRegister {

  private static final int DAYS_FROM_LATEST_ENTRY = 3;
  private static final int CHRONIC_DAYS_BACK = 5 * 365;
  private static final int ACUTE_DAYS_BACK = 420;
  private static final int ACUTE_DAYS = 180;
  private static final double CHRONIC_ENDED = 0.10;
  private static final double ACUTE_WITH_END = 0.50;

  /** How many factors a student has before any change of school; steps at 86, 96 and 99 %. */
  private static final GradedItem COUNT =
      new GradedItem(0.30, Facet.EXTERNALISING, 0.15, List.of(1.08, 1.75, 2.33));

  private final LocalDate schoolYearStarted;
  private final LocalDate latestEntry;

  private RiskRegister(LocalDate opens) {
    schoolYearStarted = LocalDate.of(opens.getYear(), Month.SEPTEMBER, 1);
    latestEntry = opens.minusDays(DAYS_FROM_LATEST_ENTRY);
  }

  /**
   * The register of a school.
   *
   * @param opens the day on which the screening opens
   */
  static Table of(School school, LocalDate opens, SeededRandom random) {
    RiskRegister register = new RiskRegister(opens);
    List<List<String>> rows = new ArrayList<>();
    for (Student student : school.students()) {
      SeededRandom ofStudent = random.split();
      int count = COUNT.draw(student.latent(), ofStudent);
      Set<RiskFactor> factors = EnumSet.noneOf(RiskFactor.class);
      while (factors.size() < count) {
        factors.add(weighted(ofStudent));
      }
      if (school.isNewcomer(student)) {
        factors.remove(RiskFactor.CHANGED_SCHOOL);
        rows.add(row(student, RiskFactor.CHANGED_SCHOOL, register.schoolYearStarted, ""));
      }
      for (RiskFactor factor : factors) {
        rows.add(register.dated(student, factor, ofStudent));
      }
    }
    return new Table(List.of("student", "factor", "kind", "since", "until"), rows);
  }

  private static RiskFactor weighted(SeededRandom random) {
    List<RiskFactor> urn = new ArrayList<>();
    for (RiskFactor factor : RiskFactor.values()) {
      urn.addAll(Collections.nCopies(factor.weight(), factor));
    }
    return random.pick(urn);
  }

  private List<String> dated(Student student, RiskFactor factor, SeededRandom random) {
    return switch (factor.kind()) {
      case CHRONIC -> {
        int daysBack = 2 + random.below(CHRONIC_DAYS_BACK);
        LocalDate since = latestEntry.minusDays(daysBack);
        LocalDate end = since.plusDays(1 + random.below(daysBack));
        yield row(student, factor, since, random.chance(CHRONIC_ENDED) ? end.toString() : "");
      }
      case ACUTE -> {
        LocalDate since = latestEntry.minusDays(random.below(ACUTE_DAYS_BACK));
        LocalDate end = since.plusDays(ACUTE_DAYS);
        yield row(student, factor, since, random.chance(ACUTE_WITH_END) ? end.toString() : "");
      }
    };
  }

  private static List<String> row(
      Student student, RiskFactor factor, LocalDate since, String until) {
    return List.of(student.id(), factor.code(), factor.kind().code(), since.toString(), until);
  }
}
