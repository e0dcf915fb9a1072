package org.xinheng.exchange;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.scoring.ResponseTable;

/** The column of a file that holds the answers to one item. */
final class ItemColumn {

  private static final int CODES = ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1;
  private static final Meaning SKIPPED = new Meaning.None(Missing.SKIPPED);

  private final int field;
  private final int instrument;
  private final int item;
  private final ResponseSet.Scorable responses;
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
    UNREADABLE,
    /** The spreadsheet has no value there. */
    BROKEN
  }

  /** The meaning of each code that fits a response table; empty if the map translates nothing here. */
  private Meaning[] codes = {};

  /** What the map says of other cells. */
  private final Map<String, Meaning> others = new HashMap<>();

  /** The declared labels in either language, as far as they belong to one code alone. */
  private final Map<String, Integer> labels = new HashMap<>();

  private Meaning blank = SKIPPED;

  /**
   * A column without translations.
   *
   * @param field its position in a row, from 0
   * @param instrument the position of the questionnaire among those that are read
   * @param item the position of the item in the questionnaire
   * @param responses the answers that the item takes
   * @param name how messages name the item and the column
   */
  ItemColumn(int field, int instrument, int item, ResponseSet.Scorable responses, String name) {
    this.field = field;
    this.instrument = instrument;
    this.item = item;
    this.responses = responses;
    this.name = name;
    Set<String> ambiguous = new HashSet<>();
    for (Option option : responses.options()) {
      for (Language language : Language.values()) {
        String label = Cell.plain(option.label().in(language));
        Optional<Integer> other = Optional.ofNullable(labels.put(label, option.code()));
        if (other.isPresent() && other.get() != option.code()) {
          ambiguous.add(label);
        }
      }
    }
    labels.keySet().removeAll(ambiguous);
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

  /** Whether both are columns of one questionnaire in which every cell means the same. */
  boolean readsLike(ItemColumn other) {
    return instrument == other.instrument
        && responses.id().equals(other.responses.id())
        && Arrays.equals(codes, other.codes)
        && others.equals(other.others)
        && Objects.equals(blank, other.blank);
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
    Optional<Missing> kind = number == Cell.NO_NUMBER ? Words.missing(cell) : Optional.empty();
    if (kind.isPresent()) {
      table.setMissing(row, item, kind.get());
      return Outcome.READ;
    }
    if (number == Cell.NO_NUMBER) {
      @Nullable Integer code = labels.get(Cell.plain(cell));
      if (code != null) {
        return outcome(table.set(row, item, code));
      }
      if (BrokenCell.reason(cell).isPresent()) {
        table.setMissing(row, item, Missing.UNDECLARED);
        return Outcome.BROKEN;
      }
    }
    if (responses instanceof ResponseSet.Numeric) {
      return readNumber(cell, number, table, row);
    }
    if (responses instanceof ResponseSet.SeveralChoices && number == Cell.NO_NUMBER) {
      return readChosen(cell, table, row);
    }
    table.setMissing(row, item, Missing.UNDECLARED);
    return number == Cell.NO_NUMBER ? Outcome.UNREADABLE : Outcome.UNDECLARED;
  }

  private Outcome readNumber(String cell, int wholeNumber, ResponseTable table, int row) {
    if (wholeNumber != Cell.NO_NUMBER) {
      return outcome(table.set(row, item, wholeNumber));
    }
    Optional<BigDecimal> number = Cell.number(cell);
    if (number.isEmpty()) {
      table.setMissing(row, item, Missing.UNDECLARED);
      return Outcome.UNREADABLE;
    }
    return outcome(table.setNumber(row, item, number.get()));
  }

  private Outcome readChosen(String cell, ResponseTable table, int row) {
    List<Optional<Integer>> chosen = Cell.parts(cell).stream().map(this::option).toList();
    if (chosen.isEmpty() || chosen.contains(Optional.<Integer>empty())) {
      table.setMissing(row, item, Missing.UNDECLARED);
      return Outcome.UNREADABLE;
    }
    return outcome(
        table.setChosen(row, item, chosen.stream().map(Optional::orElseThrow).toList()));
  }

  /** The code of one of several choices. */
  private Optional<Integer> option(String part) {
    int number = Cell.wholeNumber(part);
    Optional<Meaning> meaning = isCode(number) && codes.length > 0
        ? Optional.of(codes[number - ResponseSet.LOWEST_CODE])
        : Optional.ofNullable(others.get(otherKey(part, number)));
    if (meaning.isPresent()) {
      return meaning.get() instanceof Meaning.Code code
          ? Optional.of(code.code())
          : Optional.empty();
    }
    return number > Cell.NO_NUMBER
        ? Optional.of(number)
        : Optional.ofNullable(labels.get(Cell.plain(part)));
  }

  /** What is wrong with a cell that was not read. It names the item and what would be right, and never the cell. */
  RowFault fault(Outcome outcome, String cell) {
    if (outcome == Outcome.BROKEN) {
      return new RowFault(
          RowFault.Kind.BROKEN_CELL,
          name + ": " + BrokenCell.reason(cell).orElseThrow(),
          Optional.of(field));
    }
    boolean undeclared = outcome == Outcome.UNDECLARED;
    String what = undeclared ? undeclared() : unreadable();
    return new RowFault(
        undeclared ? RowFault.Kind.UNDECLARED_CODE : unreadableKind(),
        name + ": " + what + " (" + responses.codes() + ")",
        Optional.of(field));
  }

  private String undeclared() {
    if (responses instanceof ResponseSet.Numeric) {
      return "the number is not declared";
    }
    return responses instanceof ResponseSet.SeveralChoices
        ? "the choices are not declared, or not together"
        : "the code is not declared";
  }

  private String unreadable() {
    if (responses instanceof ResponseSet.Numeric) {
      return "not a number";
    }
    return responses instanceof ResponseSet.SeveralChoices
        ? "not whole numbers with ; between them"
        : "not a whole number";
  }

  private RowFault.Kind unreadableKind() {
    return responses instanceof ResponseSet.Numeric
        ? RowFault.Kind.NO_NUMBER
        : RowFault.Kind.NO_WHOLE_NUMBER;
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
