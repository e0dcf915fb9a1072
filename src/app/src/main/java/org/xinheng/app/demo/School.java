package org.xinheng.app.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The students, and what the files follow from. A hash map is only ever asked here, never walked
 * through, so that no file depends on its order.
 *
 * @param students in the order of grade, class and id
 * @param sittings how students, by id, meet the questionnaires; the others are attentive
 * @param newcomers ids of those who came this school year, so that nothing is known about the last
 * one
 */
record School(List<Student> students, Map<String, Sitting> sittings, Set<String> newcomers) {

  static final int STUDENTS = 1200;
  static final LocalDate OPENS = LocalDate.of(2026, 10, 12);
  static final LocalDate CLOSES = LocalDate.of(2026, 10, 30);

  private static final int FIRST_GRADE = 4;
  private static final int LAST_GRADE = 12;
  private static final int CLASSES_PER_GRADE = 4;
  private static final int LARGEST_DEVIATION = 4;
  private static final double CLIMATE_DEVIATION = 0.15;
  private static final double BOYS = 0.52;
  private static final int NEWCOMERS = 16;

  /** Counted, not drawn, so that every seed shows every kind. */
  private static final Map<Sitting, Integer> SITTINGS = Map.of(
      Sitting.ABSENT, 36,
      Sitting.STRAIGHT_LINE, 6,
      Sitting.RANDOM, 6,
      Sitting.ZIG_ZAG, 6,
      Sitting.STOPS_HALF_WAY, 6,
      Sitting.SKIPS_A_QUESTIONNAIRE, 6);

  School {
    students = List.copyOf(students);
    sittings = Map.copyOf(sittings);
    newcomers = Set.copyOf(newcomers);
  }

  static School invent(SeededRandom random) {
    List<Student> students = students(classes(random.split()), random.split());
    return new School(
        students, sittings(students, random.split()), newcomers(students, random.split()));
  }

  Sitting sittingOf(Student student) {
    return sittings.getOrDefault(student.id(), Sitting.ATTENTIVE);
  }

  boolean isNewcomer(Student student) {
    return newcomers.contains(student.id());
  }

  /** The screening starts in the first grade here, so its students have no last year either. */
  boolean wasScreenedLastYear(Student student) {
    return student.grade() > FIRST_GRADE && !isNewcomer(student);
  }

  private static List<SchoolClass> classes(SeededRandom random) {
    List<LocalDate> days = OPENS
        .datesUntil(CLOSES.plusDays(1))
        .filter(
            day -> !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()))
        .toList();
    int count = (LAST_GRADE - FIRST_GRADE + 1) * CLASSES_PER_GRADE;
    return IntStream.range(0, count)
        .mapToObj(index -> new SchoolClass(
            FIRST_GRADE + index / CLASSES_PER_GRADE,
            1 + index % CLASSES_PER_GRADE,
            CLIMATE_DEVIATION * random.normal(),
            days.get(index * days.size() / count)))
        .toList();
  }

  private static List<Student> students(List<SchoolClass> classes, SeededRandom random) {
    List<Integer> sizes = sizes(classes.size(), random.split());
    List<String> ids = random.split().shuffled(ids());
    List<Student> students = new ArrayList<>();
    for (int index = 0; index < classes.size(); index++) {
      for (int seat = 0; seat < sizes.get(index); seat++) {
        students.add(student(ids.get(students.size()), classes.get(index), random.split()));
      }
    }
    students.sort(Comparator.<Student>comparingInt(Student::grade)
        .thenComparingInt(student -> student.schoolClass().number())
        .thenComparing(Student::id));
    return students;
  }

  private static Student student(String id, SchoolClass schoolClass, SeededRandom random) {
    Sex sex = random.chance(BOYS) ? Sex.MALE : Sex.FEMALE;
    // whoever is six by 31 August enters grade 1 the next day
    LocalDate firstBirthdate = LocalDate.of(2020 - schoolClass.grade(), 9, 1);
    LocalDate birthdate = firstBirthdate.plusDays(random.below(365));
    return new Student(id, schoolClass, sex, birthdate, Latent.draw(schoolClass, sex, random));
  }

  /**
   * Equal sizes, the remainder dealt out, and then pairs of classes that exchange a few students.
   */
  private static List<Integer> sizes(int classes, SeededRandom random) {
    List<Integer> sizes = new ArrayList<>(Collections.nCopies(classes, STUDENTS / classes));
    List<Integer> order = random.shuffled(IntStream.range(0, classes).boxed().toList());
    for (int index : order.subList(0, STUDENTS % classes)) {
      sizes.set(index, sizes.get(index) + 1);
    }
    for (int pair = 0; pair + 1 < classes; pair += 2) {
      int moved = random.below(LARGEST_DEVIATION + 1);
      sizes.set(order.get(pair), sizes.get(order.get(pair)) + moved);
      sizes.set(order.get(pair + 1), sizes.get(order.get(pair + 1)) - moved);
    }
    return sizes;
  }

  private static List<String> ids() {
    return IntStream.rangeClosed(1, STUDENTS)
        .mapToObj(number -> "X" + Integer.toString(10_000 + number).substring(1))
        .toList();
  }

  private static Map<String, Sitting> sittings(List<Student> students, SeededRandom random) {
    List<Student> order = random.shuffled(students);
    Map<String, Sitting> sittings = new HashMap<>();
    for (Sitting sitting : Sitting.values()) {
      int end = sittings.size() + SITTINGS.getOrDefault(sitting, 0);
      order.subList(sittings.size(), end).forEach(student -> sittings.put(student.id(), sitting));
    }
    return sittings;
  }

  private static Set<String> newcomers(List<Student> students, SeededRandom random) {
    Set<String> newcomers = new HashSet<>();
    random.shuffled(students).stream()
        .filter(student -> student.grade() > FIRST_GRADE)
        .limit(NEWCOMERS)
        .forEach(student -> newcomers.add(student.id()));
    return newcomers;
  }
}
