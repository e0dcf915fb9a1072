package org.xinheng.exchange;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.DistinctTexts;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.scoring.Memo;

/**
 * Reads plain rows: the answers, and whose they are. Few texts stand in the columns that say so, save for the student; each
 * text, and each set of them that comes together, is read once, by the {@link PersonReader}. For one thread.
 */
final class PlainRowReader {

  private static final int NO_FIELD = -1;
  private static final int MOST_SCHOOLS = 1 << 14;

  private final ResponseRows rows;
  private final StudentGroups groups;
  private final RowFields fields;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final int[] textFields;
  private final Texts[] columns;
  private final Memo<Occasion> occasions = new Memo<>();
  private final boolean hasClass;

  /** Those whose name is an error of a spreadsheet. */
  private final BitSet brokenSchools = new BitSet();

  private final int schoolField;
  private final int studentField;
  private final DistinctTexts schools = new DistinctTexts(MOST_SCHOOLS);
  private final List<String> schoolNames = new ArrayList<>();

  // The row read last.
  private Occasion occasion = Occasion.NOT_PLAIN;
  private int school;
  private byte[] student = {};
  private int studentStart;
  private int studentEnd;

  /** The texts of a column. */
  private record Texts(int field, int bits, DistinctTexts distinct) {

    Texts(int field, int bits) {
      this(field, bits, new DistinctTexts(1 << bits));
    }
  }

  /** All that a row says beside answers, school and student; no group if rows that say so are not plain. */
  private record Occasion(Optional<StudentGroups.Group> group, Person person) {

    static final Occasion NOT_PLAIN = new Occasion(Optional.empty(), Person.UNKNOWN);
  }

  PlainRowReader(ResponseRows rows, RowFields fields, StudentGroups groups) {
    this.rows = rows;
    this.groups = groups;
    this.fields = fields;
    Set<Integer> ofItems =
        rows.columns().items().stream().map(ItemColumn::field).collect(Collectors.toSet());
    textFields = IntStream.range(0, rows.width())
        .filter(field -> !ofItems.contains(field))
        .toArray();
    // All of them together fit 64 bits.
    List<Texts> texts = new ArrayList<>();
    add(KnownColumn.SEX, 5, texts);
    add(KnownColumn.GRADE, 7, texts);
    add(KnownColumn.AGE, 7, texts);
    add(KnownColumn.INFORMANT, 5, texts);
    add(KnownColumn.LANGUAGE, 5, texts);
    add(KnownColumn.REGION, 9, texts);
    add(KnownColumn.DATE, 11, texts);
    add(KnownColumn.BIRTHDATE, 15, texts);
    columns = texts.toArray(new Texts[0]);
    hasClass = rows.columns().people().field(KnownColumn.CLASS).isPresent();
    schoolField = rows.columns().people().field(KnownColumn.SCHOOL).orElse(NO_FIELD);
    studentField = rows.columns().people().field(KnownColumn.STUDENT).orElse(NO_FIELD);
    if (schoolField == NO_FIELD) {
      schoolNames.add("");
    }
  }

  private void add(KnownColumn column, int bits, List<Texts> to) {
    rows.columns().people().field(column).ifPresent(field -> to.add(new Texts(field, bits)));
  }

  /**
   * Reads a line, as {@link RowFields#read} does. It declines also a row with a fault in what it says of the student, and one
   * with too many different texts before it.
   *
   * @throws CharacterCodingException if something in a plain row is no UTF-8
   */
  int read(byte[] bytes, int line) throws CharacterCodingException {
    int next = fields.read(bytes, line);
    if (next == RowFields.NOT_PLAIN) {
      return RowFields.NOT_PLAIN;
    }
    if (!fields.areAllBare()) {
      for (int field : textFields) {
        if (!fields.isBare(field) && !fields.isAscii(field)) {
          // Whether it is text is found out by decoding it.
          text(bytes, field);
        }
      }
    }
    occasion = occasion(bytes);
    school = schoolField == NO_FIELD ? 0 : school(bytes);
    if (occasion.group().isEmpty()
        || school == DistinctTexts.TOO_MANY
        || brokenSchools.get(school)) {
      return RowFields.NOT_PLAIN;
    }
    if (studentField != NO_FIELD) {
      readStudent(bytes);
      if (BrokenCell.isSuspected(student, studentStart, studentEnd)) {
        return RowFields.NOT_PLAIN;
      }
    }
    return next;
  }

  private Occasion occasion(byte[] bytes) throws CharacterCodingException {
    long key = 0;
    for (Texts column : columns) {
      int number = column
          .distinct()
          .numberOf(bytes, fields.start(column.field()), fields.end(column.field()));
      if (number == DistinctTexts.TOO_MANY) {
        return Occasion.NOT_PLAIN;
      }
      key = key << column.bits() | number;
    }
    @Nullable Occasion known = occasions.known(key);
    return known == null ? occasions.keep(key, newOccasion(bytes)) : known;
  }

  private Occasion newOccasion(byte[] bytes) throws CharacterCodingException {
    List<String> cells = new ArrayList<>(Collections.nCopies(rows.width(), ""));
    for (Texts column : columns) {
      cells.set(column.field(), text(bytes, column.field()));
    }
    List<RowFault> faults = new ArrayList<>();
    Person person = rows.columns().people().read(new TableRow(1, cells), faults);
    // Where a grade is blank, the class may name it.
    boolean isGradeOpen = hasClass && person.grade().isEmpty();
    return faults.isEmpty() && !isGradeOpen
        ? new Occasion(groups.of(person), person)
        : Occasion.NOT_PLAIN;
  }

  private int school(byte[] bytes) throws CharacterCodingException {
    int number = schools.numberOf(bytes, fields.start(schoolField), fields.end(schoolField));
    if (number == schoolNames.size()) {
      String name = Cell.trimmed(text(bytes, schoolField));
      brokenSchools.set(number, BrokenCell.reason(name).isPresent());
      schoolNames.add(name);
    }
    return number;
  }

  private void readStudent(byte[] bytes) throws CharacterCodingException {
    studentStart = fields.start(studentField);
    studentEnd = fields.end(studentField);
    student = bytes;
    boolean isTrimmed =
        fields.isBare(studentField) && (studentEnd == studentStart || bytes[studentEnd - 1] != ' ');
    if (!isTrimmed) {
      student = Cell.trimmed(text(bytes, studentField)).getBytes(StandardCharsets.UTF_8);
      studentStart = 0;
      studentEnd = student.length;
    }
  }

  /** The answers of all questionnaires, one behind the other. */
  byte[] cells() {
    return fields.cells();
  }

  /** Who gets the same scores for the same answers. */
  StudentGroups.Group group() {
    return occasion.group().orElseThrow();
  }

  int school() {
    return school;
  }

  /** The schools by number. */
  List<String> schoolNames() {
    return schoolNames;
  }

  boolean hasStudent() {
    return studentEnd > studentStart;
  }

  /** Adds the student to those of a piece. */
  void addTo(RisingStudents.Piece students) {
    students.add(schoolNames.get(school), student, studentStart, studentEnd);
  }

  String studentKey() {
    return ResponseRows.studentKey(
        schoolNames.get(school),
        new String(student, studentStart, studentEnd - studentStart, StandardCharsets.UTF_8),
        occasion.person());
  }

  /** The places of the fields. */
  RowFields fields() {
    return fields;
  }

  String text(byte[] bytes, int field) throws CharacterCodingException {
    return fields.text(field, bytes, decoder);
  }
}
