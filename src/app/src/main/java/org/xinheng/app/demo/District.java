package org.xinheng.app.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The schools of a district and who is enrolled in them, year by year.
 *
 * <p>A year follows from the one before. Most students go up a grade in their class; some change the class, some the school,
 * some leave the district. Who has finished a primary school or junior high goes to any school of the next stage. Every class
 * has its seats; those that are still free are taken by children from outside, in grade 4 by all.
 */
final class District {

  static final int LAST_YEAR = 2026;

  private static final List<SchoolKind> KINDS = List.of(
      SchoolKind.PRIMARY,
      SchoolKind.JUNIOR_HIGH,
      SchoolKind.SENIOR_HIGH,
      SchoolKind.NINE_YEAR,
      SchoolKind.COMPLETE,
      SchoolKind.PRIMARY,
      SchoolKind.PRIMARY,
      SchoolKind.JUNIOR_HIGH,
      SchoolKind.PRIMARY,
      SchoolKind.VOCATIONAL);

  private static final int LAST_GRADE = 12;
  private static final int CLASS_SIZE = 42;
  private static final double SMALLEST_SCHOOL = 0.6;
  private static final double LARGEST_SCHOOL = 1.4;
  private static final double CLIMATE_DEVIATION = 0.15;
  private static final double BOYS = 0.52;

  private static final double LEAVES = 0.010;
  private static final double CHANGES_SCHOOL = 0.015;
  private static final double CHANGES_CLASS = 0.030;

  /** How much of a student's distress lasts from one year to the next. */
  private static final double LASTS = 0.8;

  private static final double CHANGES = 0.6;

  private static final double REFUSED = 0.015;
  private static final double NO_CONSENT = 0.005;
  private static final double ABSENT = 0.03;
  private static final double OF_EACH_OTHER_SITTING = 0.005;
  private static final double BOARDS_IN_SENIOR_HIGH = 0.55;
  private static final double BOARDS_IN_JUNIOR_HIGH = 0.20;

  /** Ids run through all numbers of seven digits in an order that says nothing of the student. */
  private static final long IDS = 10_000_000;

  private static final long BETWEEN_IDS = 7_654_321;

  private final List<SchoolKind> schools;
  private final List<Seats> seats;
  private final SeededRandom random;
  private final long firstId;
  private long people;

  private District(DistrictSize size, SeededRandom random) {
    this.random = random;
    schools = IntStream.range(0, size.schools())
        .mapToObj(school -> KINDS.get(school % KINDS.size()))
        .toList();
    seats = seats(size.students());
    firstId = random.below((int) IDS);
  }

  /**
   * The seats of a class.
   *
   * @param number of the class in its grade, from 1
   */
  private record Seats(int school, int grade, int number, int count) {}

  /** A grade of a school. */
  private record GradeOfSchool(int school, int grade) {}

  /**
   * Who is enrolled in a year.
   *
   * @param enrolments by school, grade, class and id
   */
  record Year(SchoolYear year, List<Enrolment> enrolments) {
    Year {
      enrolments = List.copyOf(enrolments);
    }
  }

  /** A district. */
  static District invent(DistrictSize size, SeededRandom random) {
    return new District(size, random);
  }

  /** Such as 虚构第3小学: it says itself that it is invented. */
  String nameOf(int school) {
    return "虚构第" + (school + 1) + schools.get(school).title();
  }

  SchoolKind kindOf(int school) {
    return schools.get(school);
  }

  int schools() {
    return schools.size();
  }

  /** Its years, the last of which is {@link #LAST_YEAR}. */
  List<Year> years(int count) {
    List<Year> years = new ArrayList<>();
    List<Enrolment> before = List.of();
    for (int year = LAST_YEAR - count + 1; year <= LAST_YEAR; year++) {
      before = enrol(new SchoolYear(year), before);
      years.add(new Year(new SchoolYear(year), before));
    }
    return years;
  }

  /** As many seats as there are students; a school is smaller or larger in all its grades. */
  private List<Seats> seats(int students) {
    double[] weights = new double[schools.size()];
    double all = 0;
    for (int school = 0; school < weights.length; school++) {
      weights[school] = SMALLEST_SCHOOL + (LARGEST_SCHOOL - SMALLEST_SCHOOL) * random.uniform();
      all += weights[school] * schools.get(school).grades();
    }
    List<Seats> found = new ArrayList<>();
    double weightSoFar = 0;
    int seatsSoFar = 0;
    for (int school = 0; school < weights.length; school++) {
      SchoolKind kind = schools.get(school);
      for (int grade = kind.firstGrade(); kind.holds(grade); grade++) {
        weightSoFar += weights[school];
        int upTo = (int) Math.round(students * (weightSoFar / all));
        addClasses(new GradeOfSchool(school, grade), upTo - seatsSoFar, found);
        seatsSoFar = upTo;
      }
    }
    return found;
  }

  private static void addClasses(GradeOfSchool of, int seats, List<Seats> to) {
    int classes = Math.max(1, Math.round((float) seats / CLASS_SIZE));
    for (int index = 0; index < classes; index++) {
      int count = seats * (index + 1) / classes - seats * index / classes;
      to.add(new Seats(of.school(), of.grade(), index + 1, count));
    }
  }

  private List<Enrolment> enrol(SchoolYear year, List<Enrolment> before) {
    Map<GradeOfSchool, List<Enrolment>> staying = new LinkedHashMap<>();
    Map<Integer, List<Enrolment>> moving = new LinkedHashMap<>();
    for (Enrolment last : before) {
      int grade = last.student().grade() + 1;
      if (grade <= LAST_GRADE && !random.chance(LEAVES)) {
        boolean stays = schools.get(last.school()).holds(grade) && !random.chance(CHANGES_SCHOOL);
        if (stays) {
          staying
              .computeIfAbsent(new GradeOfSchool(last.school(), grade), key -> new ArrayList<>())
              .add(last);
        } else {
          moving.computeIfAbsent(grade, key -> new ArrayList<>()).add(last);
        }
      }
    }
    Map<Integer, Deque<Enrolment>> arriving = new LinkedHashMap<>();
    moving.forEach((grade, all) -> arriving.put(grade, new ArrayDeque<>(random.shuffled(all))));
    return seat(year, staying, arriving);
  }

  private List<Enrolment> seat(
      SchoolYear year,
      Map<GradeOfSchool, List<Enrolment>> staying,
      Map<Integer, Deque<Enrolment>> arriving) {
    Map<GradeOfSchool, Integer> classes = new HashMap<>();
    seats.forEach(of -> classes.merge(new GradeOfSchool(of.school(), of.grade()), 1, Integer::sum));
    Map<Seats, List<Enrolment>> keeping = new LinkedHashMap<>();
    Map<GradeOfSchool, Deque<Enrolment>> free = new LinkedHashMap<>();
    for (Seats of : seats) {
      GradeOfSchool grade = new GradeOfSchool(of.school(), of.grade());
      List<Enrolment> kept = new ArrayList<>();
      for (Enrolment last : staying.getOrDefault(grade, List.of())) {
        int number = last.student().schoolClass().number();
        if (Math.min(number, classes.getOrDefault(grade, 1)) == of.number()) {
          if (kept.size() < of.count() && !random.chance(CHANGES_CLASS)) {
            kept.add(last);
          } else {
            free.computeIfAbsent(grade, key -> new ArrayDeque<>()).add(last);
          }
        }
      }
      keeping.put(of, kept);
    }
    List<LocalDate> days = year.days();
    List<Enrolment> enrolments = new ArrayList<>();
    keeping.forEach((of, kept) -> {
      SchoolClass schoolClass = new SchoolClass(
          of.grade(),
          of.number(),
          CLIMATE_DEVIATION * random.normal(),
          days.get(random.below(days.size())));
      List<Enrolment> ofClass = new ArrayList<>();
      kept.forEach(last -> ofClass.add(again(last, of.school(), schoolClass)));
      Deque<Enrolment> beside =
          free.getOrDefault(new GradeOfSchool(of.school(), of.grade()), new ArrayDeque<>());
      Deque<Enrolment> fromElsewhere = arriving.getOrDefault(of.grade(), new ArrayDeque<>());
      while (ofClass.size() < of.count()) {
        if (!beside.isEmpty()) {
          ofClass.add(again(beside.remove(), of.school(), schoolClass));
        } else if (!fromElsewhere.isEmpty()) {
          ofClass.add(again(fromElsewhere.remove(), of.school(), schoolClass));
        } else {
          ofClass.add(enrolment(person(year, schoolClass), of.school(), true, false));
        }
      }
      ofClass.sort(Comparator.comparing(each -> each.student().id()));
      enrolments.addAll(ofClass);
    });
    return enrolments;
  }

  private Student person(SchoolYear year, SchoolClass schoolClass) {
    String id =
        "X" + Long.toString(IDS + (firstId + people * BETWEEN_IDS) % IDS).substring(1);
    people++;
    Sex sex = random.chance(BOYS) ? Sex.MALE : Sex.FEMALE;
    // Whoever is six by 31 August enters grade 1 the next day.
    LocalDate birthdate =
        LocalDate.of(year.begins() - 6 - schoolClass.grade(), 9, 1).plusDays(random.below(365));
    return new Student(id, schoolClass, sex, birthdate, Latent.draw(schoolClass, sex, random));
  }

  private Enrolment again(Enrolment last, int school, SchoolClass schoolClass) {
    Student before = last.student();
    Latent latent = new Latent(
        LASTS * before.latent().general() + CHANGES * random.normal(),
        before.latent().facets());
    Student student =
        new Student(before.id(), schoolClass, before.sex(), before.birthdate(), latent);
    boolean isNew =
        last.school() != school && schools.get(last.school()).holds(schoolClass.grade());
    return enrolment(student, school, isNew, true);
  }

  private Enrolment enrolment(Student student, int school, boolean isNew, boolean wasScreened) {
    double boards = student.grade() >= 10
        ? BOARDS_IN_SENIOR_HIGH
        : student.grade() >= 7 ? BOARDS_IN_JUNIOR_HIGH : 0;
    return new Enrolment(
        student, school, sitting(), consent(), isNew, wasScreened, random.chance(boards));
  }

  private Sitting sitting() {
    if (random.chance(ABSENT)) {
      return Sitting.ABSENT;
    }
    List<Sitting> others = Arrays.stream(Sitting.values())
        .filter(sitting -> sitting != Sitting.ATTENTIVE && sitting != Sitting.ABSENT)
        .toList();
    int drawn = (int) (random.uniform() / OF_EACH_OTHER_SITTING);
    return drawn < others.size() ? others.get(drawn) : Sitting.ATTENTIVE;
  }

  private Consent consent() {
    double drawn = random.uniform();
    return drawn < REFUSED
        ? Consent.REFUSED
        : drawn < REFUSED + NO_CONSENT ? Consent.NONE : Consent.CONSENTED;
  }
}
