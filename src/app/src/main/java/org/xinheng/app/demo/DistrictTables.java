package org.xinheng.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of a district for one school year, as they should be. */
final class DistrictTables {

  private static final List<String> GROUPS = List.of(
      "left-behind/family",
      "single-parent/family",
      "in-need/family",
      "long-term-illness/health",
      "known-to-services/mind");
  private static final List<String> TRIGGERS = List.of(
      "plan",
      "recent-attempt",
      "intent-to-harm",
      "disclosed-abuse",
      "thoughts-of-death",
      "self-harm");
  private static final List<String> REPORTERS =
      List.of("class-teacher", "guardian", "peer", "self");

  private static final double REGISTERED = 0.03;
  private static final int REGISTERED_DAYS_BACK = 900;
  private static final double REPORTED = 0.002;
  private static final double CLEARED = 0.3;
  private static final double ON_HOLD = 0.001;
  private static final double INVALID_TWICE = 0.001;
  private static final double ALERT_CLEARED = 0.003;
  private static final double OPEN_CASE = 0.005;
  private static final double BACK_AT_SCHOOL = 0.001;
  private static final int RATED_DAYS_BEFORE = 30;

  private final District district;
  private final SchoolYear year;
  private final List<Enrolment> enrolments;

  DistrictTables(District district, District.Year year) {
    this.district = district;
    this.year = year.year();
    this.enrolments = year.enrolments();
  }

  Table roster() {
    List<List<String>> rows = new ArrayList<>();
    Dormitories dormitories = new Dormitories();
    for (Enrolment of : enrolments) {
      Student student = of.student();
      Dormitories.Bed bed = dormitories.bed(of);
      rows.add(List.of(
          student.id(),
          district.nameOf(of.school()),
          Integer.toString(student.grade()),
          Integer.toString(student.schoolClass().number()),
          student.sex().code(),
          student.birthdate().toString(),
          of.boards() ? "yes" : "no",
          of.consent().code(),
          bed.dormitory(),
          bed.room(),
          district.kindOf(of.school()).word()));
    }
    return new Table(
        List.of(
            "student",
            "school",
            "grade",
            "class",
            "sex",
            "birthdate",
            "boarding",
            "consent",
            "dormitory",
            "room",
            "school-kind"),
        rows);
  }

  /** The answers of each stage of each school, by the name of their file. */
  Map<String, Table> answers(SeededRandom random) {
    Map<String, Table> files = new LinkedHashMap<>();
    for (Map.Entry<String, List<Enrolment>> of : bySchoolAndStage().entrySet()) {
      Stage stage = stageOf(of.getValue().get(0));
      SeededRandom ofFile = random.split();
      List<List<String>> rows = new ArrayList<>();
      for (Enrolment enrolment : of.getValue()) {
        if (enrolment.answers()) {
          Student student = enrolment.student();
          List<String> row = new ArrayList<>(List.of(
              student.id(),
              Integer.toString(student.schoolClass().number()),
              student.schoolClass().screenedOn().toString()));
          row.addAll(AnswerSheets.answers(stage, student, enrolment.sitting(), ofFile.split()));
          rows.add(row);
        }
      }
      List<String> header = Stream.concat(
              Stream.of("student", "class", "date"), stage.columns().stream())
          .toList();
      files.put(of.getKey(), new Table(header, rows));
    }
    return files;
  }

  private Map<String, List<Enrolment>> bySchoolAndStage() {
    Map<String, List<Enrolment>> files = new LinkedHashMap<>();
    for (Enrolment of : enrolments) {
      String school = Integer.toString(1000 + of.school() + 1).substring(1);
      files
          .computeIfAbsent(
              "answers/school-" + school + "-" + stageOf(of).battery() + ".csv",
              name -> new ArrayList<>())
          .add(of);
    }
    return files;
  }

  private Stage stageOf(Enrolment of) {
    return district.kindOf(of.school()) == SchoolKind.VOCATIONAL
        ? Stage.VOCATIONAL
        : Stage.general().stream()
            .filter(stage -> stage.includes(of.student()))
            .findFirst()
            .orElseThrow();
  }

  Table teacherRatings(SeededRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (Enrolment of : enrolments) {
      rows.add(List.of(
          of.student().id(),
          daysBefore(random.below(RATED_DAYS_BEFORE)),
          Evidence.teacherRating(of.student(), random)));
    }
    return new Table(List.of("student", "date", "teacher"), rows);
  }

  Table lastYear(SeededRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (Enrolment of : enrolments) {
      int tier = Evidence.lastTier(of.student(), random);
      if (of.wasScreened()) {
        rows.add(List.of(of.student().id(), Integer.toString(tier)));
      }
    }
    return new Table(List.of("student", "last-tier"), rows);
  }

  /** One row for each student of whom anything is known. */
  Table requests(SeededRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (Enrolment of : enrolments) {
      List<String> cells = List.of(
          yes(Evidence.asksForHelp(of.student(), random)),
          yes(random.chance(ON_HOLD)),
          yes(random.chance(INVALID_TWICE)),
          yes(random.chance(ALERT_CLEARED)),
          random.chance(OPEN_CASE) ? "2" : "",
          random.chance(BACK_AT_SCHOOL) ? "assessed" : "");
      if (cells.contains("yes") || cells.contains("2") || cells.contains("assessed")) {
        rows.add(Stream.concat(
                Stream.of(of.student().id(), daysBefore(random.below(RATED_DAYS_BEFORE))),
                cells.stream())
            .toList());
      }
    }
    return new Table(
        List.of(
            "student",
            "date",
            "help",
            "hold",
            "repeat-invalid",
            "cleared",
            "open-case",
            "re-entry"),
        rows);
  }

  private static String yes(boolean holds) {
    return holds ? "yes" : "no";
  }

  Table riskFactors(SeededRandom random) {
    Set<String> newcomers = new HashSet<>();
    enrolments.stream()
        .filter(of -> of.isNew() && of.wasScreened())
        .forEach(of -> newcomers.add(of.student().id()));
    School all = new School(
        enrolments.stream().map(Enrolment::student).toList(), new HashMap<>(), newcomers);
    return RiskRegister.of(all, year.opens(), random);
  }

  Table registry(SeededRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (Enrolment of : enrolments) {
      if (random.chance(REGISTERED)) {
        String[] group = random.pick(GROUPS).split("/", 2);
        rows.add(List.of(
            of.student().id(),
            group[0],
            group[1],
            daysBefore(random.below(REGISTERED_DAYS_BACK)),
            ""));
      }
    }
    return new Table(List.of("student", "group", "kind", "since", "until"), rows);
  }

  Table concerns(SeededRandom random) {
    List<List<String>> rows = new ArrayList<>();
    for (Enrolment of : enrolments) {
      if (random.chance(REPORTED)) {
        LocalDate day = random.pick(year.days());
        rows.add(List.of(
            of.student().id(),
            random.pick(TRIGGERS),
            day.toString(),
            random.pick(REPORTERS),
            random.chance(CLEARED) ? year.closes().toString() : ""));
      }
    }
    return new Table(List.of("student", "trigger", "date", "source", "cleared"), rows);
  }

  private String daysBefore(int days) {
    return year.opens().minusDays(days).toString();
  }
}
