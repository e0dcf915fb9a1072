package org.xinheng.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.DistinctTexts;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.scoring.NumberMap;
import org.xinheng.scoring.RowCells;

/**
 * Reads plain rows: the answers, and whose they are. Few texts stand in the columns that say so, save for the student; each
 * text, and each set of them that comes together, is asked of what is known once. For one thread.
 */
final class PlainRowReader {

  private static final int MOST_SCHOOLS = 1 << 14;

  private final PlainKnown known;
  private final RowFields fields;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final int[] textFields;
  private final int[] knownFields;
  private final int[] knownBits;
  private final DistinctTexts[] texts;

  /** By what the numbers of the texts make, and by number; nothing of those that are not plain. */
  private final NumberMap occasionNumbers = new NumberMap();

  private PlainKnown.@Nullable Occasion[] occasions = {};
  private int metOccasions;

  private final int schoolField;
  private final int studentField;
  private final DistinctTexts schools = new DistinctTexts(MOST_SCHOOLS);
  private final List<String> schoolNames = new ArrayList<>();

  /** Whether any school has a name that is an error of a spreadsheet, and which. */
  private boolean hasBrokenSchools;

  private final BitSet brokenSchools = new BitSet();

  // The row read last.
  private PlainKnown.@Nullable Occasion occasion;
  private int school;
  private byte[] student = {};
  private int studentStart;
  private int studentEnd;

  PlainRowReader(PlainLayout layout, PlainKnown known) {
    this.known = known;
    fields = layout.reader();
    textFields = layout.fields().stream()
        .filter(RowFields.Field.Other.class::isInstance)
        .mapToInt(field -> ((RowFields.Field.Other) field).number())
        .toArray();
    knownFields = new int[layout.known().size()];
    knownBits = new int[knownFields.length];
    texts = new DistinctTexts[knownFields.length];
    for (int i = 0; i < texts.length; i++) {
      knownFields[i] = layout.known().get(i).field();
      knownBits[i] = layout.known().get(i).bits();
      texts[i] = new DistinctTexts(1 << knownBits[i]);
    }
    schoolField = layout.school();
    studentField = layout.student();
    if (schoolField == PlainLayout.NO_FIELD) {
      schoolNames.add("");
    }
  }

  /**
   * Reads a line, as {@link RowFields#read} does. It declines also a row with a fault in what it says of the student, and one
   * with too many different texts before it.
   *
   * @throws CharacterCodingException if something in a plain row is no UTF-8
   */
  int read(byte[] bytes, int line) throws IOException {
    int next = fields.read(bytes, line);
    if (next == RowFields.NOT_PLAIN) {
      return RowFields.NOT_PLAIN;
    }
    if (!fields.areAllBare()) {
      for (int field : textFields) {
        if (!fields.isText(field, bytes)) {
          throw new CharacterCodingException();
        }
      }
    }
    occasion = occasion(bytes);
    school = schoolField == PlainLayout.NO_FIELD ? 0 : school(bytes);
    if (occasion == null
        || school == DistinctTexts.TOO_MANY
        || (hasBrokenSchools && brokenSchools.get(school))) {
      return RowFields.NOT_PLAIN;
    }
    if (studentField != PlainLayout.NO_FIELD) {
      readStudent(bytes);
      if (BrokenCell.isSuspected(student, studentStart, studentEnd)) {
        return RowFields.NOT_PLAIN;
      }
    }
    return next;
  }

  private PlainKnown.@Nullable Occasion occasion(byte[] bytes) throws IOException {
    long key = 0;
    int[] at = knownFields;
    for (int i = 0; i < at.length; i++) {
      int number = texts[i].numberOf(bytes, fields.start(at[i]), fields.end(at[i]));
      if (number == DistinctTexts.TOO_MANY) {
        return null;
      }
      key = key << knownBits[i] | number;
    }
    int number = occasionNumbers.get(key);
    return number == NumberMap.UNKNOWN ? newOccasion(key, bytes) : occasions[number];
  }

  private PlainKnown.@Nullable Occasion newOccasion(long key, byte[] bytes) throws IOException {
    List<String> words = new ArrayList<>();
    for (int field : knownFields) {
      words.add(text(bytes, field));
    }
    PlainKnown.@Nullable Occasion found = known.occasion(words).orElse(null);
    if (metOccasions == occasions.length) {
      occasions = Arrays.copyOf(occasions, 2 * metOccasions + 1);
    }
    occasionNumbers.put(key, metOccasions);
    occasions[metOccasions] = found;
    metOccasions++;
    return found;
  }

  private int school(byte[] bytes) throws CharacterCodingException {
    int number = schools.numberOf(bytes, fields.start(schoolField), fields.end(schoolField));
    if (number == schoolNames.size()) {
      String name = Cell.trimmed(text(bytes, schoolField));
      brokenSchools.set(number, BrokenCell.reason(name).isPresent());
      hasBrokenSchools = !brokenSchools.isEmpty();
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
      byte[] id = Cell.trimmed(text(bytes, studentField)).getBytes(StandardCharsets.UTF_8);
      student = Arrays.copyOf(id, id.length + RisingStudents.Piece.SLACK);
      studentStart = 0;
      studentEnd = id.length;
    }
  }

  /** The answers of all questionnaires, one behind the other. */
  RowCells cells() {
    return fields.cells();
  }

  /** Who gets the same scores for the same answers. */
  PlainKnown.Group group() {
    return plain().group();
  }

  private PlainKnown.Occasion plain() {
    if (occasion == null) {
      throw new IllegalStateException("the row is not plain");
    }
    return occasion;
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
        plain().occasion());
  }

  /** The places of the fields. */
  RowFields fields() {
    return fields;
  }

  String text(byte[] bytes, int field) throws CharacterCodingException {
    return fields.text(field, bytes, decoder);
  }
}
