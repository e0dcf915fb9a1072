package org.xinheng.exchange;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.workbook.DateSystem;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.SchoolKind;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;

/** Reads the known columns of a row. */
final class PersonReader {

  private static final int OLDEST = 120;

  private final Map<KnownColumn, Integer> fields;
  private final List<Heading> headings;
  private final Words<Sex> sexes = Words.sexes();
  private final Words<Integer> grades = Words.grades();
  private final Words<Integer> ages = Words.ages();
  private final Words<Informant> informants = Words.informants();
  private final Words<String> languages = Words.languages();
  private final Words<String> regions = Words.regions();

  private final Words<Boarding> boardings = Words.boardings();
  private final Words<ConsentState> consents = Words.consents();
  private final Words<SchoolKind> schoolKinds = Words.schoolKinds();
  private final Optional<DateSystem> dateSystem;

  /**
   * For a file whose known columns stand at the given fields.
   *
   * @param dateSystem what numbers in columns of dates count, if that is known
   */
  PersonReader(
      Map<KnownColumn, Integer> fields, List<Heading> headings, Optional<DateSystem> dateSystem) {
    this.dateSystem = dateSystem;
    this.fields = new EnumMap<>(KnownColumn.class);
    this.fields.putAll(fields);
    this.headings = headings;
  }

  /** The words of a column to which a map file may add its own; empty if it has none. */
  Optional<Words<?>> wordsOf(KnownColumn column) {
    return switch (column) {
      case SEX -> Optional.of(sexes);
      case GRADE -> Optional.of(grades);
      case AGE -> Optional.of(ages);
      case INFORMANT -> Optional.of(informants);
      case LANGUAGE -> Optional.of(languages);
      case REGION -> Optional.of(regions);
      case BOARDING -> Optional.of(boardings);
      case CONSENT -> Optional.of(consents);
      case SCHOOL_KIND -> Optional.of(schoolKinds);
      case STUDENT,
          REGISTER,
          NAME,
          SCHOOL,
          CLASS,
          BIRTHDATE,
          ETHNICITY,
          GUARDIAN,
          PHONE,
          ADDRESS,
          IDENTITY,
          DORMITORY,
          ROOM,
          FROM,
          UNTIL,
          DATE,
          SECONDS,
          HELP -> Optional.empty();
    };
  }

  /** Where a column stands in a row. */
  Optional<Integer> field(KnownColumn column) {
    return Optional.ofNullable(fields.get(column));
  }

  /**
   * What a row of a roster with all its fields says: also what nothing else asks for. A grade that contradicts the class is a
   * fault here, since it decides which questionnaires a student gets.
   */
  Member readMember(TableRow row, List<RowFault> faults) {
    String schoolClass = checkedText(row, KnownColumn.CLASS, faults);
    Person person = read(row, faults);
    Member member = new Member(
        person,
        value(
            KnownColumn.BOARDING,
            boardings.read(cell(row, KnownColumn.BOARDING)),
            "boarder, day-student, 住宿, 走读, 是, 否",
            faults),
        DormitoryCells.read(
            checkedText(row, KnownColumn.DORMITORY, faults),
            checkedText(row, KnownColumn.ROOM, faults)),
        schoolKind(row, faults),
        value(
            KnownColumn.CONSENT,
            consents.read(cell(row, KnownColumn.CONSENT)),
            "consented, refused, none, 同意, 不同意, 未签",
            faults),
        date(row, KnownColumn.FROM, faults),
        date(row, KnownColumn.UNTIL, faults));
    Optional<Integer> ofClass = GradeAndClass.of(schoolClass).grade();
    if (ofClass.isPresent() && person.grade().isPresent() && !ofClass.equals(person.grade())) {
      faults.add(new RowFault(
          RowFault.Kind.GRADE_AND_CLASS,
          "column '" + heading(KnownColumn.CLASS) + "': the class is of another grade than column '"
              + heading(KnownColumn.GRADE) + "' says",
          field(KnownColumn.CLASS)));
    }
    if (member.firstDay().isAfter(member.lastDay())) {
      faults.add(new RowFault(
          RowFault.Kind.UNREADABLE_DATE,
          "column '" + heading(KnownColumn.UNTIL) + "': the last day is before the first",
          field(KnownColumn.UNTIL)));
    }
    return member;
  }

  /** The kind of the school: as its column says, or as the grade does, since only vocational schools have a 职高一. */
  private Optional<SchoolKind> schoolKind(TableRow row, List<RowFault> faults) {
    Optional<SchoolKind> stated = value(
        KnownColumn.SCHOOL_KIND,
        schoolKinds.read(cell(row, KnownColumn.SCHOOL_KIND)),
        "general, vocational, 普通高中, 中职",
        faults);
    boolean isVocationalGrade = Stream.of(KnownColumn.GRADE, KnownColumn.CLASS)
        .map(column -> Cell.plain(cell(row, column)))
        .anyMatch(text -> text.startsWith("职高") || text.startsWith("中职"));
    return stated.or(
        () -> isVocationalGrade ? Optional.of(SchoolKind.VOCATIONAL) : Optional.empty());
  }

  /** What a row with all its fields says; its faults are added to {@code faults}. */
  Person read(TableRow row, List<RowFault> faults) {
    Optional<Sex> sex = value(
        KnownColumn.SEX, sexes.read(cell(row, KnownColumn.SEX)), "male, female, 男, 女", faults);
    GradeAndClass ofClass =
        GradeAndClass.of(checkedText(row, KnownColumn.CLASS, new ArrayList<>()));
    GradeAndClass ofGrade = gradeCell(row);
    Reading<Integer> gradeRead = grades.read(cell(row, KnownColumn.GRADE));
    Optional<Integer> grade = value(
        KnownColumn.GRADE,
        ofGrade.grade().isPresent() ? Reading.of(ofGrade.grade().get()) : gradeRead,
        "1 to 12, or such as 七年级, 初一, 高二",
        faults);
    Optional<Integer> gradeOfClass =
        grade.isEmpty() && gradeRead.isReadable() ? ofClass.grade() : grade;
    String schoolClass =
        ofClass.schoolClass().isEmpty() ? ofGrade.schoolClass() : ofClass.schoolClass();
    Reading<Integer> age = ages.read(cell(row, KnownColumn.AGE));
    Optional<Integer> ageGiven = value(KnownColumn.AGE, age, "completed years, 0 to 120", faults);
    Optional<LocalDate> birthdate = date(row, KnownColumn.BIRTHDATE, faults);
    Optional<LocalDate> date = date(row, KnownColumn.DATE, faults);
    Optional<Informant> informant = value(
        KnownColumn.INFORMANT,
        informants.read(cell(row, KnownColumn.INFORMANT)),
        "self, class-teacher, guardian, 本人, 班主任, 家长",
        faults);
    boolean ageIsOpen = ageGiven.isEmpty() && age.isReadable();
    return new Person(
        student(row, faults),
        present(checkedText(row, KnownColumn.SCHOOL, faults)),
        gradeOfClass,
        present(schoolClass),
        sex,
        ageIsOpen ? ageOn(birthdate, date, faults) : ageGiven,
        birthdate,
        date,
        informant,
        languages.read(cell(row, KnownColumn.LANGUAGE)).value(),
        regions.read(cell(row, KnownColumn.REGION)).value(),
        value(
            KnownColumn.HELP,
            EvidenceColumn.HELP.read(cell(row, KnownColumn.HELP)),
            EvidenceColumn.HELP.readable(),
            faults));
  }

  /** Who the student is, for messages that are shown to nobody else; for pages that are printed. */
  Optional<String> name(TableRow row) {
    return present(Cell.trimmed(cell(row, KnownColumn.NAME)));
  }

  /** A column of grades may name the class as well: {@code 初三(2)班}. */
  private GradeAndClass gradeCell(TableRow row) {
    String cell = cell(row, KnownColumn.GRADE);
    GradeAndClass none = new GradeAndClass(Optional.empty(), "");
    if (grades.read(cell).isReadable()) {
      return none;
    }
    GradeAndClass both = GradeAndClass.of(cell);
    return both.grade().isPresent() ? both : none;
  }

  private Optional<String> student(TableRow row, List<RowFault> faults) {
    String cell = cell(row, KnownColumn.STUDENT);
    Optional<String> broken = BrokenCell.reasonOfNumber(cell);
    broken.ifPresent(reason -> faults.add(new RowFault(
        RowFault.Kind.UNREADABLE_STUDENT,
        "column '" + heading(KnownColumn.STUDENT) + "': " + reason,
        field(KnownColumn.STUDENT))));
    return broken.isPresent() ? Optional.empty() : present(Cell.trimmed(cell));
  }

  /** The text of a column in which every text is a value; blank if it stands for none. */
  private String checkedText(TableRow row, KnownColumn column, List<RowFault> faults) {
    String text = Cell.trimmed(cell(row, column));
    Optional<String> broken = BrokenCell.reason(text);
    broken.ifPresent(reason -> faults.add(new RowFault(
        RowFault.Kind.BROKEN_CELL, "column '" + heading(column) + "': " + reason, field(column))));
    return broken.isPresent() ? "" : text;
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  private Optional<LocalDate> date(TableRow row, KnownColumn column, List<RowFault> faults) {
    return value(column, Dates.read(cell(row, column), dateSystem), "such as 2026-09-01", faults);
  }

  private <T> Optional<T> value(
      KnownColumn column, Reading<T> reading, String readable, List<RowFault> faults) {
    if (!reading.isReadable()) {
      faults.add(new RowFault(
          kindOf(column),
          "column '" + heading(column) + "': the " + nameOf(column) + " cannot be read (" + readable
              + ")",
          field(column)));
    }
    return reading.value();
  }

  private static String nameOf(KnownColumn column) {
    return switch (column) {
      case FROM -> "first day";
      case UNTIL -> "last day";
      default -> column.word();
    };
  }

  private static RowFault.Kind kindOf(KnownColumn column) {
    return switch (column) {
      case SEX -> RowFault.Kind.UNREADABLE_SEX;
      case GRADE -> RowFault.Kind.UNREADABLE_GRADE;
      case AGE -> RowFault.Kind.UNREADABLE_AGE;
      case BIRTHDATE, DATE, FROM, UNTIL -> RowFault.Kind.UNREADABLE_DATE;
      case INFORMANT -> RowFault.Kind.UNREADABLE_INFORMANT;
      case SECONDS -> RowFault.Kind.UNREADABLE_SECONDS;
      case BOARDING -> RowFault.Kind.UNREADABLE_BOARDING;
      case CONSENT -> RowFault.Kind.UNREADABLE_CONSENT;
      case SCHOOL_KIND -> RowFault.Kind.UNREADABLE_SCHOOL_KIND;
      case HELP -> RowFault.Kind.UNREADABLE_HELP;
      case STUDENT,
          REGISTER,
          NAME,
          SCHOOL,
          CLASS,
          ETHNICITY,
          GUARDIAN,
          PHONE,
          ADDRESS,
          IDENTITY,
          DORMITORY,
          ROOM,
          LANGUAGE,
          REGION -> throw new IllegalArgumentException("any text is a " + column.word());
    };
  }

  private Optional<Integer> ageOn(
      Optional<LocalDate> birthdate, Optional<LocalDate> date, List<RowFault> faults) {
    if (birthdate.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    Period lived = Period.between(birthdate.get(), date.get());
    if (lived.isNegative() || lived.getYears() > OLDEST) {
      faults.add(new RowFault(
          RowFault.Kind.UNREADABLE_AGE,
          "column '" + heading(KnownColumn.BIRTHDATE) + "': the birthdate is not within " + OLDEST
              + " years before the date",
          field(KnownColumn.BIRTHDATE)));
      return Optional.empty();
    }
    return Optional.of(lived.getYears());
  }

  /** The cell of a column; blank if the file does not have it. */
  private String cell(TableRow row, KnownColumn column) {
    @Nullable Integer field = fields.get(column);
    return field == null ? "" : row.cells().get(field);
  }

  private String heading(KnownColumn column) {
    @Nullable Integer field = fields.get(column);
    return field == null ? column.word() : headings.get(field).text();
  }
}
