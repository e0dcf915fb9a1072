package org.xinheng.app.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the school knows beside the answers: the class teacher's rating, last year's tier, and
 * requests.
 */
final class Evidence {

  private static final int HIGHEST_TIER = 3;
  private static final int ON_HOLD = 2;
  private static final int CLEARED = 3;
  private static final double CANNOT_JUDGE = 0.04;

  /**
   * A teacher sees disturbance more than sadness. Steps at 80, 92 and 98 %; the loading is above
   * the correlation of .3 that comes out, because four coarse categories lose some of it.
   */
  private static final GradedItem TEACHER_RATING =
      new GradedItem(0.40, Facet.EXTERNALISING, 0.40, List.of(0.84, 1.41, 2.05));

  /** Steps at 82 and 96 %. */
  private static final GradedItem LAST_YEAR =
      new GradedItem(0.55, Facet.DEPRESSION, 0.20, List.of(0.92, 1.75));

  /** A step at 98.5 %. */
  private static final GradedItem ASKS_FOR_HELP =
      new GradedItem(0.50, Facet.DEPRESSION, 0.30, List.of(2.17));

  private Evidence() {}

  static Table teacherRatings(School school, SeededRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (Student student : school.students()) {
      rows.add(List.of(student.id(), teacherRating(student, random)));
    }
    return new Table(List.of("student", "teacher"), rows);
  }

  /** As a class teacher writes it. */
  static String teacherRating(Student student, SeededRandom random) {
    int rating = TEACHER_RATING.draw(student.latent(), random);
    return random.chance(CANNOT_JUDGE) ? "cannot judge" : Integer.toString(rating);
  }

  static int lastTier(Student student, SeededRandom random) {
    return 1 + LAST_YEAR.draw(student.latent(), random);
  }

  static boolean asksForHelp(Student student, SeededRandom random) {
    return ASKS_FOR_HELP.draw(student.latent(), random) == 1;
  }

  /** By student id, in the order of the roster, for those who were screened here last year. */
  static Map<String, Integer> lastTiers(School school, SeededRandom random) {
    Map<String, Integer> tiers = new LinkedHashMap<>();
    for (Student student : school.students()) {
      int tier = lastTier(student, random);
      if (school.wasScreenedLastYear(student)) {
        tiers.put(student.id(), tier);
      }
    }
    return tiers;
  }

  static Table lastYear(Map<String, Integer> lastTiers) {
    List<List<String>> rows = new ArrayList<>();
    lastTiers.forEach((student, tier) -> rows.add(List.of(student, tier.toString())));
    return new Table(List.of("student", "last-tier"), rows);
  }

  /**
   * One row for each student of whom anything is known; nobody else has a row. Whoever is on hold
   * or had an alert cleared was in the highest tier last year; careless answers come again.
   */
  static Table requests(School school, Map<String, Integer> lastTiers, SeededRandom random) {
    List<String> formerTop = random.shuffled(formerTop(lastTiers));
    Set<String> hold = Set.copyOf(formerTop.subList(0, ON_HOLD));
    Set<String> cleared = Set.copyOf(formerTop.subList(ON_HOLD, ON_HOLD + CLEARED));
    Set<String> repeatInvalid = Set.of(random.pick(careless(school)));
    Set<String> help = helpSeekers(school, random);

    List<Set<String>> columns = List.of(help, hold, repeatInvalid, cleared);
    List<List<String>> rows = new ArrayList<>();
    for (Student student : school.students()) {
      if (columns.stream().anyMatch(column -> column.contains(student.id()))) {
        Stream<String> cells =
            columns.stream().map(column -> column.contains(student.id()) ? "yes" : "no");
        rows.add(Stream.concat(Stream.of(student.id()), cells).toList());
      }
    }
    return new Table(List.of("student", "help", "hold", "repeat-invalid", "cleared"), rows);
  }

  private static List<String> formerTop(Map<String, Integer> lastTiers) {
    return lastTiers.entrySet().stream()
        .filter(last -> last.getValue() == HIGHEST_TIER)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> careless(School school) {
    return school.students().stream()
        .filter(student -> school.sittingOf(student) == Sitting.RANDOM)
        .map(Student::id)
        .toList();
  }

  private static Set<String> helpSeekers(School school, SeededRandom random) {
    Set<String> seekers = new HashSet<>();
    for (Student student : school.students()) {
      if (asksForHelp(student, random)) {
        seekers.add(student.id());
      }
    }
    return seekers;
  }
}
