package org.xinheng.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sex;

/**
 * Answers to one questionnaire: a row a student, a column an item, one row or a million.
 *
 * <p>A cell holds what was answered or a kind of missing. Answers that the definition does not declare become {@link
 * Missing#UNDECLARED} when they are set, so that nothing undeclared can be summed. A new table is blank. What is
 * answered to items of free text is never kept; these and information have columns that stay {@link
 * Missing#NOT_APPLICABLE}.
 *
 * <p>A code takes one byte. Numbers that do not fit one are kept as whole numbers beside their bytes, multiplied by the
 * power of ten of their decimals; several choices are kept there as one bit an option.
 */
public final class ResponseTable {

  /** The longest time that a table tells apart, more than three weeks; what took longer counts as this. */
  public static final int MOST_SECONDS = 2_000_000;

  private static final int MILLISECONDS = 1000;

  /** Sex, grade, age, year, name or time that is not known. */
  static final int NOT_KNOWN = -1;

  private static final BigDecimal LARGEST_NUMBER = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final byte[] NOTHING_ENCODED = {};
  static final int BITS_OF_NAMES = 48;
  private static final long BYTE = 0xFF;
  private static final long SHORT = 0xFFFF;
  private static final int[] NOT_WIDE = {};

  /** Eight bytes as one number, the first the lowest. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Instrument instrument;
  private final int rows;
  private final Map<String, Integer> columnOf;
  private final List<Optional<ResponseSet.Scorable>> responses;
  private final byte[][] cells;
  private final byte[][] encoded;
  private final int[][] wide;

  /** By column, whether a cell may be not applicable or undeclared: one was so at some time. */
  private final boolean[] mayBeOther;

  private final byte[] sex;
  private final byte[] grade;
  private final short[] age;
  private final byte[] informant;
  private final short[] year;
  private Names language;
  private Names region;

  private final Students students;

  /** What is known of the students together, until one changes; tables of the same students share it. */
  private static final class Students {

    /** Found when first asked for. */
    private Optional<Optional<StudentKinds>> kinds = Optional.empty();
  }

  /** A word a row, of which there are few: each is kept once. Rows take no room before the first is named. */
  private static final class Names {

    private static final int NO_CODE = -2;

    private final int rows;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private int[] codes = {};

    Names(int rows) {
      this.rows = rows;
    }

    void set(int row, String name) {
      if (codes.length == 0) {
        codes = new int[rows];
        Arrays.fill(codes, NOT_KNOWN);
      }
      codes[row] = codeOf.computeIfAbsent(name, unknown -> codeOf.size());
    }

    boolean is(int row, String name) {
      return codes.length > 0 && codes[row] == codeOf.getOrDefault(name, NO_CODE);
    }

    /** A number from 0. */
    int number(int row) {
      return codes.length == 0 ? 0 : codes[row] - NOT_KNOWN;
    }

    /** These names for other rows. */
    Names select(List<Integer> chosen) {
      Names selected = new Names(chosen.size());
      selected.codeOf.putAll(codeOf);
      selected.codes = codes.length == 0
          ? codes
          : chosen.stream().mapToInt(row -> codes[row]).toArray();
      return selected;
    }
  }

  /** How long each form took; nothing until the first time is set, since many tables have none. */
  private int[] milliseconds = {};

  public ResponseTable(Instrument instrument, int rows) {
    if (!(rows >= 0)) {
      throw new IllegalArgumentException("rows must not be negative: " + rows);
    }
    this.instrument = instrument;
    this.rows = rows;
    int items = instrument.items().size();
    columnOf = new HashMap<>();
    Map<Optional<String>, Optional<ResponseSet.Scorable>> known = new HashMap<>();
    responses = instrument.items().stream()
        .map(item -> known.computeIfAbsent(item.responses(), id -> instrument.scorable(item)))
        .toList();
    cells = new byte[items][];
    encoded = new byte[items][];
    wide = new int[items][];
    mayBeOther = new boolean[items];
    byte[] notKept = filled(new byte[rows], Cells.of(Missing.NOT_APPLICABLE));
    Map<String, byte[]> bySet = new HashMap<>();
    for (int column = 0; column < items; column++) {
      columnOf.put(instrument.items().get(column).id(), column);
      Optional<ResponseSet.Scorable> set = responses.get(column);
      encoded[column] = set.isPresent()
          ? bySet.computeIfAbsent(set.get().id(), id -> Cells.encoding(set.get()))
          : NOTHING_ENCODED;
      cells[column] = set.isPresent() ? filled(new byte[rows], Cells.of(Missing.SKIPPED)) : notKept;
      wide[column] = set.filter(Cells::isWide).isPresent() ? new int[rows] : NOT_WIDE;
    }
    sex = filled(new byte[rows], (byte) NOT_KNOWN);
    grade = filled(new byte[rows], (byte) NOT_KNOWN);
    informant = filled(new byte[rows], (byte) NOT_KNOWN);
    age = filled(new short[rows], (short) NOT_KNOWN);
    year = filled(new short[rows], (short) NOT_KNOWN);
    language = new Names(rows);
    region = new Names(rows);
    students = new Students();
  }

  /** A table with the answers of another, of which only some columns are its own. */
  private ResponseTable(Instrument instrument, ResponseTable of, int[] own) {
    this.instrument = instrument;
    rows = of.rows;
    columnOf = of.columnOf;
    responses = of.responses;
    cells = of.cells.clone();
    for (int column : own) {
      cells[column] = of.cells[column].clone();
    }
    encoded = of.encoded;
    wide = of.wide;
    mayBeOther = own.length == 0 ? of.mayBeOther : of.mayBeOther.clone();
    sex = of.sex;
    grade = of.grade;
    age = of.age;
    informant = of.informant;
    milliseconds = of.milliseconds;
    year = of.year;
    language = of.language;
    region = of.region;
    students = of.students;
  }

  /** The student of the first row of a table, as often as wanted. */
  private ResponseTable(ResponseTable of, int copies) {
    instrument = of.instrument;
    rows = copies;
    columnOf = of.columnOf;
    responses = of.responses;
    cells = new byte[of.cells.length][];
    Arrays.fill(cells, filled(new byte[copies], Cells.of(Missing.SKIPPED)));
    encoded = of.encoded;
    wide = new int[cells.length][];
    Arrays.fill(wide, NOT_WIDE);
    mayBeOther = new boolean[cells.length];
    sex = filled(new byte[copies], of.sex[0]);
    grade = filled(new byte[copies], of.grade[0]);
    age = filled(new short[copies], of.age[0]);
    informant = filled(new byte[copies], of.informant[0]);
    year = filled(new short[copies], of.year[0]);
    List<Integer> first = Collections.nCopies(copies, 0);
    language = of.language.select(first);
    region = of.region.select(first);
    students = new Students();
  }

  /** Some rows of a table; what the questionnaire says is not looked up again. */
  private ResponseTable(ResponseTable of, List<Integer> chosen) {
    instrument = of.instrument;
    rows = chosen.size();
    columnOf = of.columnOf;
    responses = of.responses;
    cells = new byte[of.cells.length][rows];
    encoded = of.encoded;
    wide = new int[cells.length][];
    for (int column = 0; column < cells.length; column++) {
      wide[column] = of.wide[column].length == 0 ? NOT_WIDE : new int[rows];
    }
    mayBeOther = of.mayBeOther.clone();
    sex = new byte[rows];
    grade = new byte[rows];
    age = new short[rows];
    informant = new byte[rows];
    year = new short[rows];
    for (int row = 0; row < rows; row++) {
      int from = chosen.get(row);
      for (int column = 0; column < cells.length; column++) {
        cells[column][row] = of.cells[column][from];
        if (wide[column].length > 0) {
          wide[column][row] = of.wide[column][from];
        }
      }
      sex[row] = of.sex[from];
      grade[row] = of.grade[from];
      age[row] = of.age[from];
      informant[row] = of.informant[from];
      year[row] = of.year[from];
    }
    if (of.milliseconds.length > 0) {
      milliseconds = chosen.stream().mapToInt(from -> of.milliseconds[from]).toArray();
    }
    language = of.language.select(chosen);
    region = of.region.select(chosen);
    students = new Students();
  }

  /** A table of the same rows; what is set in it later is not set in this one, and the other way round. */
  public ResponseTable copy() {
    return select(IntStream.range(0, rows).boxed().toList());
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

  /**
   * Answers all items of a row that keep an answer, in the order of the form; {@code codes} are as many as {@link
   * Instrument#keptItems}.
   */
  public ResponseTable answers(int row, int... codes) {
    int[] kept = IntStream.range(0, cells.length)
        .filter(column -> responses.get(column).isPresent())
        .toArray();
    if (codes.length != kept.length) {
      throw new IllegalArgumentException(
          "'" + instrument.id() + "' has " + kept.length + " items, not " + codes.length);
    }
    for (int i = 0; i < codes.length; i++) {
      set(row, kept[i], codes[i]);
    }
    return this;
  }

  /**
   * Sets a cell to a code: an option, a whole number, the only option of several, or one that stands for no answer.
   *
   * @return whether the definition declares the code, as an answer or as missing; the cell is undeclared if not
   * @throws IllegalArgumentException if the item keeps no answer
   */
  public boolean set(int row, int column, int code) {
    byte[] encoding = encoded[column];
    int place = code - ResponseSet.LOWEST_CODE;
    if (place < 0 || place >= encoding.length) {
      return setOther(row, column, code);
    }
    setCell(row, column, encoding[place]);
    return encoding[place] != Cells.of(Missing.UNDECLARED);
  }

  /**
   * Sets a whole column at once, in the layout of an Arrow column of bytes. Rows without a code are skipped.
   *
   * @param codes one a row
   * @param validity a bit a row, row 0 the lowest of the first byte, that says whether there is a code; empty if there is
   *     one in every row
   * @return how many codes the definition does not declare; their cells are undeclared
   * @throws IllegalArgumentException if there are not as many codes or bits as rows, or the item keeps no answer
   */
  public int setColumn(int column, byte[] codes, byte[] validity) {
    if (codes.length != rows || (validity.length > 0 && validity.length * Byte.SIZE < rows)) {
      throw new IllegalArgumentException("column " + column + " has " + codes.length + " codes and "
          + validity.length * Byte.SIZE + " bits for " + rows + " rows");
    }
    long spare = Cells.spare(encoded[column]);
    int undeclared = 0;
    int row = 0;
    for (; row + Long.BYTES <= rows; row += Long.BYTES) {
      long eight = (long) EIGHT.get(codes, row);
      long there = validity.length == 0 ? -1 : Cells.spread(validity[row / Byte.SIZE]);
      if (Cells.areCells(eight & there, spare)) {
        EIGHT.set(cells[column], row, (eight & there) | (Cells.EIGHT_SKIPPED & ~there));
      } else {
        undeclared += setCodes(column, codes, validity, row, row + Long.BYTES);
      }
    }
    return undeclared + setCodes(column, codes, validity, row, rows);
  }

  /** Sets some rows of a column one by one, and returns how many codes are not declared. */
  private int setCodes(int column, byte[] codes, byte[] validity, int from, int to) {
    int undeclared = 0;
    for (int row = from; row < to; row++) {
      boolean isThere =
          validity.length == 0 || (validity[row / Byte.SIZE] >>> (row % Byte.SIZE) & 1) == 1;
      if (!isThere) {
        setMissing(row, column, Missing.SKIPPED);
      } else if (!set(row, column, codes[row])) {
        undeclared++;
      }
    }
    return undeclared;
  }

  /** A code that is not among those of a byte. */
  private boolean setOther(int row, int column, int code) {
    ResponseSet.Scorable set = responses(column);
    @Nullable Missing kind = set.missing().get(code);
    if (kind != null) {
      setMissing(row, column, kind);
      return true;
    }
    if (wide[column].length > 0 && set.declares(code)) {
      int number = set instanceof ResponseSet.Numeric numeric
          ? scaled(numeric, BigDecimal.valueOf(code))
          : bit(set, code);
      return setWide(row, column, number);
    }
    return setUndeclared(row, column);
  }

  /**
   * Sets a cell to a number, which may have decimals; one without is taken as by {@link #set}.
   *
   * @return whether the definition declares the number, as an answer or as missing; the cell is undeclared if not
   * @throws IllegalArgumentException if the item keeps no answer
   */
  public boolean setNumber(int row, int column, BigDecimal number) {
    ResponseSet.Scorable set = responses(column);
    if (number.abs().compareTo(LARGEST_NUMBER) > 0) {
      return setUndeclared(row, column);
    }
    if (number.stripTrailingZeros().scale() <= 0) {
      return set(row, column, number.intValue());
    }
    return (set instanceof ResponseSet.Numeric numeric && numeric.declares(number))
        ? setWide(row, column, scaled(numeric, number))
        : setUndeclared(row, column);
  }

  /**
   * Sets a cell to the options that were chosen; that nothing was chosen is no answer. One alone is taken as by {@link
   * #set}.
   *
   * @return whether the definition declares them all, and allows them together; the cell is undeclared if not
   * @throws IllegalArgumentException if the item keeps no answer
   */
  public boolean setChosen(int row, int column, Collection<Integer> codes) {
    Set<Integer> chosen = new TreeSet<>(codes);
    ResponseSet.Scorable set = responses(column);
    if (chosen.isEmpty()) {
      setMissing(row, column, Missing.SKIPPED);
      return true;
    }
    if (chosen.size() == 1) {
      return set(row, column, chosen.iterator().next());
    }
    boolean allowed = set instanceof ResponseSet.SeveralChoices several
        && chosen.stream().allMatch(several::declares)
        && several.none().filter(chosen::contains).isEmpty();
    return allowed
        ? setWide(row, column, chosen.stream().mapToInt(code -> bit(set, code)).sum())
        : setUndeclared(row, column);
  }

  /** Sets a cell to an answer that counts as a number: of several choices, to as many as that. */
  void setCounting(int row, int column, BigDecimal number) {
    ResponseSet.Scorable set = responses(column);
    if (!(set instanceof ResponseSet.SeveralChoices several)) {
      setNumber(row, column, number);
      return;
    }
    List<Integer> counted = several.options().stream()
        .map(Option::code)
        .filter(code -> !several.none().equals(Optional.of(code)))
        .limit(number.intValueExact())
        .toList();
    setChosen(row, column, counted.isEmpty() ? several.none().stream().toList() : counted);
  }

  private boolean setWide(int row, int column, int number) {
    cells[column][row] = Cells.ANSWERED;
    wide[column][row] = number;
    return true;
  }

  private boolean setUndeclared(int row, int column) {
    setMissing(row, column, Missing.UNDECLARED);
    return false;
  }

  private static int scaled(ResponseSet.Numeric set, BigDecimal number) {
    return number.movePointRight(set.decimals()).intValueExact();
  }

  static int bit(ResponseSet.Scorable set, int code) {
    return 1 << set.options().stream().map(Option::code).toList().indexOf(code);
  }

  /**
   * Sets a cell to a kind of missing.
   *
   * @throws IllegalArgumentException if the item keeps no answer
   */
  public void setMissing(int row, int column, Missing kind) {
    responses(column);
    setCell(row, column, Cells.of(kind));
  }

  /** Sets a cell to that of another table of the same form, in the same row. */
  public void take(ResponseTable from, int row, int column) {
    setCell(row, column, from.cells[column][row]);
    if (wide[column].length > 0) {
      wide[column][row] = from.wide[column][row];
    }
  }

  private ResponseSet.Scorable responses(int column) {
    return responses
        .get(column)
        .orElseThrow(() -> new IllegalArgumentException(
            "item '" + instrument.items().get(column).id() + "' of '" + instrument.id()
                + "' keeps no answer"));
  }

  public ResponseTable sex(int row, Sex value) {
    sex[row] = (byte) value.ordinal();
    students.kinds = Optional.empty();
    return this;
  }

  /** Sets the school grade of a row, 1–12. */
  public ResponseTable grade(int row, int value) {
    grade[row] = (byte) value;
    students.kinds = Optional.empty();
    return this;
  }

  /** Sets the age of a row in completed years. */
  public ResponseTable age(int row, int value) {
    age[row] = (short) value;
    students.kinds = Optional.empty();
    return this;
  }

  /** Sets who filled in a row. */
  public ResponseTable informant(int row, Informant value) {
    informant[row] = (byte) value.ordinal();
    students.kinds = Optional.empty();
    return this;
  }

  /**
   * Sets how long the form of a row took, to the millisecond.
   *
   * @throws IllegalArgumentException if the time is negative or not a number
   */
  public ResponseTable seconds(int row, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("seconds must be at least 0: " + value);
    }
    if (milliseconds.length == 0) {
      milliseconds = new int[rows];
      Arrays.fill(milliseconds, NOT_KNOWN);
    }
    milliseconds[row] = (int) Math.rint(Math.min(value, MOST_SECONDS) * MILLISECONDS);
    return this;
  }

  /** Sets the language in which a row was answered, as a BCP 47 tag. */
  public ResponseTable language(int row, String tag) {
    language.set(row, tag);
    students.kinds = Optional.empty();
    return this;
  }

  /** Sets the region of a row, by the word that definitions use. */
  public ResponseTable region(int row, String name) {
    region.set(row, name);
    students.kinds = Optional.empty();
    return this;
  }

  /** Sets the calendar year in which a row was answered. */
  public ResponseTable year(int row, int value) {
    year[row] = (short) value;
    students.kinds = Optional.empty();
    return this;
  }

  /** Whether it is known in which year a row was answered. */
  public boolean isYearKnown(int row) {
    return year[row] != NOT_KNOWN;
  }

  /** Whether the cell holds an answer. */
  public boolean isAnswered(int row, int column) {
    return Cells.isAnswer(cells[column][row]);
  }

  /**
   * The code answered, where one option is chosen.
   *
   * @throws IllegalStateException if the cell holds none; ask {@link #isAnswered} first
   * @throws IllegalArgumentException if the column holds numbers that are no codes, or several choices
   */
  public int code(int row, int column) {
    if (wide[column].length > 0) {
      throw new IllegalArgumentException("no codes in column " + column);
    }
    return answer(row, column);
  }

  private byte answer(int row, int column) {
    byte cell = cells[column][row];
    if (!Cells.isAnswer(cell)) {
      throw new IllegalStateException("no answer in column " + column);
    }
    return cell;
  }

  /**
   * The answer as a number: the code, the number itself, or how many options were chosen save for the one that says
   * none of these.
   *
   * @throws IllegalStateException if the cell holds none
   */
  public BigDecimal number(int row, int column) {
    int answer = answer(row, column);
    if (wide[column].length == 0) {
      return BigDecimal.valueOf(answer);
    }
    ResponseSet.Scorable set = responses(column);
    return set instanceof ResponseSet.Numeric numeric
        ? BigDecimal.valueOf(wide[column][row], numeric.decimals())
        : BigDecimal.valueOf(Integer.bitCount(wide[column][row] & countedBits(set)));
  }

  /**
   * The codes of the options chosen, one or several, in the order of the definition.
   *
   * @throws IllegalStateException if the cell holds none
   * @throws IllegalArgumentException if there is nothing to choose from
   */
  public List<Integer> chosen(int row, int column) {
    int answer = answer(row, column);
    List<Integer> codes = responses(column).options().stream().map(Option::code).toList();
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("no options in column " + column);
    }
    return wide[column].length == 0
        ? List.of(answer)
        : IntStream.range(0, codes.size())
            .filter(option -> (wide[column][row] & (1 << option)) != 0)
            .mapToObj(codes::get)
            .toList();
  }

  /** The bits of the options that count. */
  static int countedBits(ResponseSet.Scorable set) {
    int all = (1 << set.options().size()) - 1;
    return set instanceof ResponseSet.SeveralChoices several
        ? several.none().map(code -> all & ~bit(set, code)).orElse(all)
        : all;
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
    return new ResponseTable(this, chosen);
  }

  /**
   * The same answers, to be scored by another definition of the same form. Nothing is copied: what is set in one table
   * is set in the other.
   *
   * @throws IllegalArgumentException if the items or their responses are not the same
   */
  public ResponseTable as(Instrument other) {
    if (!columns(other).equals(columns(instrument))
        || !other.responseSets().equals(instrument.responseSets())) {
      throw new IllegalArgumentException(
          "the two definitions of '" + instrument.id() + "' do not have the same form");
    }
    return new ResponseTable(other, this, new int[0]);
  }

  private static List<List<Object>> columns(Instrument instrument) {
    return instrument.items().stream()
        .map(item -> List.<Object>of(item.id(), item.responses()))
        .toList();
  }

  /** How long the form of a row took; {@link #NOT_KNOWN} if nobody said. */
  int milliseconds(int row) {
    return milliseconds.length == 0 ? NOT_KNOWN : milliseconds[row];
  }

  /** The same answers, of which {@link #leaveOut} may leave some out in these columns without changing this table. */
  ResponseTable withOwn(int[] columns) {
    return new ResponseTable(instrument, this, columns);
  }

  /** Skip logic did not reach the item: whatever was answered is not there. */
  void leaveOut(int row, int column) {
    setCell(row, column, Cells.of(Missing.NOT_APPLICABLE));
  }

  /** Whether nothing was entered, not even that the student refused. */
  boolean isBlank(int row, int column) {
    byte cell = cells[column][row];
    return cell == Cells.of(Missing.SKIPPED) || cell == Cells.of(Missing.NOT_REACHED);
  }

  /** The student of the first row as often as wanted, without answers; all columns share the blanks. */
  ResponseTable copiesOfFirst(int copies) {
    return new ResponseTable(this, copies);
  }

  /** Sets all cells of a row to those that stand side by side. */
  void setCells(int row, byte[] side, int first) {
    for (int column = 0; column < cells.length; column++) {
      if (responses.get(column).isPresent()) {
        setCell(row, column, side[first + column]);
      }
    }
  }

  void setCell(int row, int column, byte cell) {
    cells[column][row] = cell;
    if (!Cells.isPlain(cell)) {
      mayBeOther[column] = true;
    }
  }

  /**
   * The rows with a cell that is not applicable or undeclared, ascending.
   *
   * @param columns those that are looked at
   */
  int[] otherRows(int[] columns) {
    int[] suspect = Arrays.stream(columns).filter(column -> mayBeOther[column]).toArray();
    return suspect.length == 0
        ? suspect
        : IntStream.range(0, rows)
            .filter(row ->
                Arrays.stream(suspect).anyMatch(column -> !Cells.isPlain(cells[column][row])))
            .toArray();
  }

  /** All that is known of the student of a row, as a number: students with the same number are alike. */
  long student(int row) {
    return (sex[row] & BYTE)
        | (grade[row] & BYTE) << Byte.SIZE
        | (informant[row] & BYTE) << (2 * Byte.SIZE)
        | (age[row] & SHORT) << (3 * Byte.SIZE)
        | (year[row] & SHORT) << (5 * Byte.SIZE);
  }

  /** Which rows are of students who are alike, if there are few kinds. */
  Optional<StudentKinds> kinds() {
    Optional<StudentKinds> found = students.kinds.orElseGet(() -> StudentKinds.of(this));
    students.kinds = Optional.of(found);
    return found;
  }

  /** Whether languages or regions are known of some rows; they are not part of {@link #student}. */
  boolean hasNames() {
    return language.codes.length > 0 || region.codes.length > 0;
  }

  /** The language and the region of a row, as a number of {@link #BITS_OF_NAMES}. */
  long names(int row) {
    return (long) language.number(row) << (BITS_OF_NAMES / 2) | region.number(row);
  }

  byte[] cells(int column) {
    return cells[column];
  }

  /** The whole numbers beside the cells; empty if there are none, or no rows. */
  int[] wide(int column) {
    return wide[column];
  }

  /** Whether two items have the same answer: to the same responses, or the same code. */
  boolean isSameAnswer(int row, int column, int other) {
    byte cell = cells[column][row];
    if (!Cells.isAnswer(cell) || cell != cells[other][row]) {
      return false;
    }
    if (wide[column].length == 0 || wide[other].length == 0) {
      return wide[column].length == wide[other].length;
    }
    return responses.get(column).equals(responses.get(other))
        && wide[column][row] == wide[other][row];
  }

  /** In completed years, or {@link #NOT_KNOWN}. */
  int ageOf(int row) {
    return age[row];
  }

  /** From 1 to 12, or {@link #NOT_KNOWN}. */
  int gradeOf(int row) {
    return grade[row];
  }

  boolean isSexKnown(int row) {
    return sex[row] != NOT_KNOWN;
  }

  boolean isFemale(int row) {
    return sex[row] == Sex.FEMALE.ordinal();
  }

  /** Whether something is for the student of a row. */
  boolean isFor(int row, Audience audience) {
    // Asked of every group of norms for every result.
    return (audience.sex().isEmpty() || sex[row] == audience.sex().get().ordinal())
        && (audience.grades().isEmpty() || audience.grades().get().contains(grade[row]))
        && (audience.ages().isEmpty() || audience.ages().get().contains(age[row]))
        && (audience.informant().isEmpty()
            || informant[row] == audience.informant().get().ordinal())
        && (audience.language().isEmpty()
            || language.is(row, audience.language().get()))
        && (audience.region().isEmpty() || region.is(row, audience.region().get()))
        && (audience.years().isEmpty() || audience.years().get().contains(year[row]));
  }

  private static byte[] filled(byte[] bytes, byte value) {
    Arrays.fill(bytes, value);
    return bytes;
  }

  private static short[] filled(short[] numbers, short value) {
    Arrays.fill(numbers, value);
    return numbers;
  }
}
