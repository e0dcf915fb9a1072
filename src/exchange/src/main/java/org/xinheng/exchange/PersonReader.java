package org.xinheng.exchange;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;

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

  /** For a file whose known columns stand at the given fields. */
  PersonReader(Map<KnownColumn, Integer> fields, List<Heading> headings) {
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
      case STUDENT, SCHOOL, CLASS, BIRTHDATE, DATE, SECONDS, HELP -> Optional.empty();
    };
  }

  /** Where a column stands in a row. */
  Optional<Integer> field(KnownColumn column) {
    return Optional.ofNullable(fields.get(column));
  }

  /** What a row with all its fields says; its faults are added to {@code faults}. */
  Person read(TableRow row, List<RowFault> faults) {
    Optional<Sex> sex = value(
        KnownColumn.SEX, sexes.read(cell(row, KnownColumn.SEX)), "male, female, 男, 女", faults);
    Optional<Integer> grade = value(
        KnownColumn.GRADE,
        grades.read(cell(row, KnownColumn.GRADE)),
        "1 to 12, or such as 七年级, 初一, 高二",
        faults);
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
        text(row, KnownColumn.STUDENT),
        text(row, KnownColumn.SCHOOL),
        grade,
        text(row, KnownColumn.CLASS),
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

  private Optional<String> text(TableRow row, KnownColumn column) {
    return Optional.of(Cell.trimmed(cell(row, column))).filter(text -> !text.isEmpty());
  }

  private Optional<LocalDate> date(TableRow row, KnownColumn column, List<RowFault> faults) {
    return value(column, Dates.read(cell(row, column)), "such as 2026-09-01", faults);
  }

  private <T> Optional<T> value(
      KnownColumn column, Reading<T> reading, String readable, List<RowFault> faults) {
    if (!reading.isReadable()) {
      faults.add(new RowFault(
          kindOf(column),
          "column '" + heading(column) + "': the " + column.word() + " cannot be read (" + readable
              + ")"));
    }
    return reading.value();
  }

  private static RowFault.Kind kindOf(KnownColumn column) {
    return switch (column) {
      case SEX -> RowFault.Kind.UNREADABLE_SEX;
      case GRADE -> RowFault.Kind.UNREADABLE_GRADE;
      case AGE -> RowFault.Kind.UNREADABLE_AGE;
      case BIRTHDATE, DATE -> RowFault.Kind.UNREADABLE_DATE;
      case INFORMANT -> RowFault.Kind.UNREADABLE_INFORMANT;
      case SECONDS -> RowFault.Kind.UNREADABLE_SECONDS;
      case HELP -> RowFault.Kind.UNREADABLE_HELP;
      case STUDENT, SCHOOL, CLASS, LANGUAGE, REGION ->
        throw new IllegalArgumentException("any text is a " + column.word());
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
              + " years before the date"));
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
