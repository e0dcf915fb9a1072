package org.xinheng.exchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.scoring.ResponseTable;

/** The column of a file that holds the answers to one item. */
final class ItemColumn {

  private static final int CODES = ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1;

  private final int field;
  private final int instrument;
  private final int item;
  private final ResponseSet responses;
  private final String name;

  /** What a translated cell means: a code, or a kind of missing. */
  private sealed interface Meaning {

    record Code(int code) implements Meaning {
      @Override
      public boolean put(ResponseTable table, int row, int column) {
        return table.set(row, column, code);
      }
    }

    record None(Missing kind) implements Meaning {
      @Override
      public boolean put(ResponseTable table, int row, int column) {
        table.setMissing(row, column, kind);
        return true;
      }
    }

    /** Sets a cell and returns whether the definition declares it. */
    boolean put(ResponseTable table, int row, int column);
  }

  /** What became of a cell. */
  enum Outcome {
    READ,
    UNDECLARED,
    NO_NUMBER
  }

  /** The meaning of each code that fits a response table; empty if the map translates nothing here. */
  private Meaning[] codes = {};

  /** What the map says of other cells. */
  private final Map<String, Meaning> others = new HashMap<>();

  private Meaning blank = new Meaning.None(Missing.SKIPPED);

  /**
   * A column without translations.
   *
   * @param field its position in a row, from 0
   * @param instrument the position of the questionnaire among those that are read
   * @param item the position of the item in the questionnaire
   * @param responses the answers that the item takes
   * @param name how messages name the item and the column
   */
  ItemColumn(int field, int instrument, int item, ResponseSet responses, String name) {
    this.field = field;
    this.instrument = instrument;
    this.item = item;
    this.responses = responses;
    this.name = name;
  }

  int field() {
    return field;
  }

  int instrument() {
    return instrument;
  }

  int item() {
    return item;
  }

  ResponseSet responses() {
    return responses;
  }

  String name() {
    return name;
  }

  /**
   * Adds a translation of the map.
   *
   * @param meaning a code of the definition, or {@code missing.} with a kind of missing
   * @return whether it is one of the two; nothing is added if not
   */
  boolean translate(String cell, String meaning) {
    Optional<Meaning> to = meaning(meaning);
    to.ifPresent(known -> put(cell, known));
    return to.isPresent();
  }

  private static Optional<Meaning> meaning(String meaning) {
    int code = Cell.wholeNumber(meaning);
    return code > Cell.NO_NUMBER
        ? Optional.of(new Meaning.Code(code))
        : Words.missing(meaning).map(Meaning.None::new);
  }

  private void put(String cell, Meaning meaning) {
    int number = Cell.wholeNumber(cell);
    if (number == Cell.BLANK) {
      blank = meaning;
    } else if (isCode(number)) {
      if (codes.length == 0) {
        codes = new Meaning[CODES];
        Arrays.setAll(codes, i -> new Meaning.Code(i + ResponseSet.LOWEST_CODE));
      }
      codes[number - ResponseSet.LOWEST_CODE] = meaning;
    } else {
      others.put(otherKey(cell, number), meaning);
    }
  }

  /** Puts a cell of the file into a row of the table. */
  Outcome read(String cell, ResponseTable table, int row) {
    int number = Cell.wholeNumber(cell);
    if (number == Cell.BLANK) {
      return outcome(blank.put(table, row, item));
    }
    if (isCode(number)) {
      return outcome(
          codes.length == 0
              ? table.set(row, item, number)
              : codes[number - ResponseSet.LOWEST_CODE].put(table, row, item));
    }
    @Nullable Meaning other = others.isEmpty() ? null : others.get(otherKey(cell, number));
    if (other != null) {
      return outcome(other.put(table, row, item));
    }
    table.setMissing(row, item, Missing.UNDECLARED);
    return number == Cell.NO_NUMBER ? Outcome.NO_NUMBER : Outcome.UNDECLARED;
  }

  private static Outcome outcome(boolean declared) {
    return declared ? Outcome.READ : Outcome.UNDECLARED;
  }

  private static boolean isCode(int number) {
    return number >= ResponseSet.LOWEST_CODE && number <= ResponseSet.HIGHEST_CODE;
  }

  private static String otherKey(String cell, int number) {
    return number == Cell.NO_NUMBER ? Cell.plain(cell) : Integer.toString(number);
  }
}
