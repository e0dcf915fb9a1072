package org.xinheng.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sex;

/**
 * Answers to one questionnaire: a row a student, a byte column an item, one row or a million.
 *
 * <p>A cell holds the code that was answered or a kind of missing. Codes that the definition does not declare become
 * {@link Missing#UNDECLARED} when they are set, so that nothing undeclared can be summed. A new table is blank.
 */
public final class ResponseTable {

  /** Sex, grade or age that is not known. */
  static final int NOT_KNOWN = -1;

  private final Instrument instrument;
  private final int rows;
  private final Map<String, Integer> columnOf;
  private final byte[][] cells;
  private final byte[][] encoded;
  private final byte[] sex;
  private final byte[] grade;
  private final short[] age;
  private final byte[] informant;

  public ResponseTable(Instrument instrument, int rows) {
    if (!(rows >= 0)) {
      throw new IllegalArgumentException("rows must not be negative: " + rows);
    }
    this.instrument = instrument;
    this.rows = rows;
    int items = instrument.items().size();
    columnOf = new HashMap<>();
    cells = new byte[items][rows];
    encoded = new byte[items][];
    Map<String, byte[]> bySet = new HashMap<>();
    for (int column = 0; column < items; column++) {
      Item item = instrument.items().get(column);
      columnOf.put(item.id(), column);
      encoded[column] = bySet.computeIfAbsent(
          item.responses(), id -> Cells.encoding(instrument.responsesOf(item).orElseThrow()));
      Arrays.fill(cells[column], Cells.of(Missing.SKIPPED));
    }
    sex = filled(new byte[rows]);
    grade = filled(new byte[rows]);
    informant = filled(new byte[rows]);
    age = new short[rows];
    Arrays.fill(age, (short) NOT_KNOWN);
  }

  private ResponseTable(Instrument instrument, ResponseTable answers) {
    this.instrument = instrument;
    rows = answers.rows;
    columnOf = answers.columnOf;
    cells = answers.cells;
    encoded = answers.encoded;
    sex = answers.sex;
    grade = answers.grade;
    age = answers.age;
    informant = answers.informant;
  }

  public Instrument instrument() {
    return instrument;
  }

  public int rows() {
    return rows;
  }

  /** Whether the questionnaire has this item. */
  public boolean hasItem(String item) {
    return columnOf.containsKey(item);
  }

  /**
   * The column of an item, from 0 in the order of the form.
   *
   * @throws IllegalArgumentException if the questionnaire has no such item
   */
  public int column(String item) {
    @Nullable Integer column = columnOf.get(item);
    if (column == null) {
      throw new IllegalArgumentException("'" + instrument.id() + "' has no item '" + item + "'");
    }
    return column;
  }

  /**
   * Answers an item of a row by id, and returns the table.
   *
   * @throws IllegalArgumentException if the questionnaire has no such item
   */
  public ResponseTable answer(int row, String item, int code) {
    set(row, column(item), code);
    return this;
  }

  /** Answers all items of a row in the order of the form; {@code codes} are as many as the items. */
  public ResponseTable answers(int row, int... codes) {
    if (codes.length != cells.length) {
      throw new IllegalArgumentException(
          "'" + instrument.id() + "' has " + cells.length + " items, not " + codes.length);
    }
    for (int column = 0; column < codes.length; column++) {
      set(row, column, codes[column]);
    }
    return this;
  }

  /**
   * Sets a cell to a code.
   *
   * @return whether the definition declares the code, as an answer or as missing; the cell is undeclared if not
   */
  public boolean set(int row, int column, int code) {
    boolean inByte = ResponseSet.LOWEST_CODE <= code && code <= ResponseSet.HIGHEST_CODE;
    byte cell =
        inByte ? encoded[column][code - ResponseSet.LOWEST_CODE] : Cells.of(Missing.UNDECLARED);
    cells[column][row] = cell;
    return cell != Cells.of(Missing.UNDECLARED);
  }

  /** Sets a cell to a kind of missing. */
  public void setMissing(int row, int column, Missing kind) {
    cells[column][row] = Cells.of(kind);
  }

  public ResponseTable sex(int row, Sex value) {
    sex[row] = (byte) value.ordinal();
    return this;
  }

  /** Sets the school grade of a row, 1–12. */
  public ResponseTable grade(int row, int value) {
    grade[row] = (byte) value;
    return this;
  }

  /** Sets the age of a row in completed years. */
  public ResponseTable age(int row, int value) {
    age[row] = (short) value;
    return this;
  }

  /** Sets who filled in a row. */
  public ResponseTable informant(int row, Informant value) {
    informant[row] = (byte) value.ordinal();
    return this;
  }

  /** Whether the cell holds an answer. */
  public boolean isAnswered(int row, int column) {
    return Cells.isAnswer(cells[column][row]);
  }

  /**
   * The code answered.
   *
   * @throws IllegalStateException if the cell holds none; ask {@link #isAnswered} first
   */
  public int code(int row, int column) {
    byte cell = cells[column][row];
    if (!Cells.isAnswer(cell)) {
      throw new IllegalStateException("no answer in column " + column);
    }
    return cell;
  }

  /**
   * Why the cell holds no answer.
   *
   * @throws IllegalStateException if it holds one
   */
  public Missing missing(int row, int column) {
    byte cell = cells[column][row];
    if (Cells.isAnswer(cell)) {
      throw new IllegalStateException("an answer in column " + column);
    }
    return Cells.kind(cell);
  }

  /** How many cells of a row hold an answer. */
  public int answered(int row) {
    int answered = 0;
    for (byte[] column : cells) {
      answered += Cells.isAnswer(column[row]) ? 1 : 0;
    }
    return answered;
  }

  /** A table of the given rows of this one, in the given order; a row may stand in it more than once. */
  public ResponseTable select(List<Integer> chosen) {
    ResponseTable table = new ResponseTable(instrument, chosen.size());
    for (int row = 0; row < chosen.size(); row++) {
      int from = chosen.get(row);
      for (int column = 0; column < cells.length; column++) {
        table.cells[column][row] = cells[column][from];
      }
      table.sex[row] = sex[from];
      table.grade[row] = grade[from];
      table.age[row] = age[from];
      table.informant[row] = informant[from];
    }
    return table;
  }

  /**
   * The same answers, to be scored by another definition of the same form. Nothing is copied.
   *
   * @throws IllegalArgumentException if items or responses are not the same
   */
  public ResponseTable as(Instrument other) {
    if (!other.items().equals(instrument.items())
        || !other.responseSets().equals(instrument.responseSets())) {
      throw new IllegalArgumentException(
          "the two definitions of '" + instrument.id() + "' do not have the same form");
    }
    return new ResponseTable(other, this);
  }

  byte[] cells(int column) {
    return cells[column];
  }

  /** Whether something is for the student of a row. */
  boolean isFor(int row, Audience audience) {
    return audience.sex().map(value -> sex[row] == value.ordinal()).orElse(true)
        && audience.grades().map(grades -> grades.contains(grade[row])).orElse(true)
        && audience.ages().map(ages -> ages.contains(age[row])).orElse(true)
        && audience.informant().map(value -> informant[row] == value.ordinal()).orElse(true);
  }

  private static byte[] filled(byte[] bytes) {
    Arrays.fill(bytes, (byte) NOT_KNOWN);
    return bytes;
  }
}
