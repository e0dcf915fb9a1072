package org.xinheng.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Somebody who types tables in and mistypes one row in a hundred in the ways schools do. Every slip is noted, so that a test
 * can tell what a screening should find; and so is every sound row of a student whose row of the roster was lost.
 */
final class Typist {

  static final List<String> NOTES = List.of("file", "line", "column", "slip", "expected");

  private static final double MISTYPED = 0.01;
  private static final String WHOLE_ROW = "";
  private static final char FULL_WIDTH_ZERO = '\uFF10';
  private static final List<String> GRADE_WORDS =
      List.of("四年级", "五年级", "六年级", "七年级", "初二", "九年级", "高一", "十一年级", "高三");
  private static final int FIRST_GRADE_IN_WORDS = 4;

  private final SeededRandom random;
  private final Set<String> lost = new HashSet<>();
  private final Set<String> answering = new HashSet<>();
  private final Set<String> shortIds = new HashSet<>();
  private final List<List<String>> notes = new ArrayList<>();

  Typist(SeededRandom random) {
    this.random = random;
  }

  /** What was mistyped: one row a slip, in the order of typing. */
  Table notes() {
    return new Table(NOTES, notes);
  }

  /** The roster, which is typed in first. */
  Table roster(String file, Table table, SlipColumns columns) {
    return new Typing(file, table, columns).typed(lost);
  }

  /** Answers, which are typed in after the roster: they make a student known. */
  Table answers(String file, Table table, SlipColumns columns) {
    table.rows().stream().map(row -> row.get(0)).filter(lost::contains).forEach(answering::add);
    return new Typing(file, table, columns).typed(new HashSet<>());
  }

  /** Any other table, which is typed in after all answers. */
  Table type(String file, Table table, SlipColumns columns) {
    return new Typing(file, table, columns).withKnown(answering).typed(new HashSet<>());
  }

  /** One table while it is typed in. */
  private final class Typing {

    private final String file;
    private final Table table;
    private final SlipColumns columns;
    private final Set<String> lostBefore = Set.copyOf(lost);
    private final List<List<String>> rows = new ArrayList<>();

    /** The id of the row before, if that row is as it should be. */
    private Optional<String> neighbour = Optional.empty();

    private Set<String> known = Set.of();

    Typing(String file, Table table, SlipColumns columns) {
      this.file = file;
      this.table = table;
      this.columns = columns;
    }

    /** Students who are known although their row of the roster was lost. */
    Typing withKnown(Set<String> ids) {
      known = ids;
      return this;
    }

    Table typed(Set<String> losing) {
      for (List<String> row : table.rows()) {
        String id = row.get(0);
        if (lostBefore.contains(id)) {
          note(known.contains(id) ? Slip.KNOWN_BY_ANSWERS : Slip.NOT_ON_ROSTER, WHOLE_ROW);
          rows.add(row);
          neighbour = Optional.empty();
          continue;
        }
        Optional<Slip> slip = random.chance(MISTYPED)
            ? mistyped(random.pick(columns.slips()), row)
            : Optional.empty();
        if (slip.isEmpty()) {
          rows.add(row);
        }
        slip.filter(Slip::losesStudent).ifPresent(lostRow -> losing.add(id));
        neighbour = slip.isEmpty() ? Optional.of(id) : Optional.empty();
      }
      return new Table(table.header(), rows);
    }

    /** Adds the row with a slip; empty, and nothing is added, if this row gives no occasion for it. */
    private Optional<Slip> mistyped(Slip slip, List<String> row) {
      return switch (slip) {
        case FULL_WIDTH_DIGIT -> cell(slip, row, columns.values(), Typist::fullWidth);
        case SEVEN -> cell(slip, row, columns.values(), cell -> "7");
        case OUT_OF_RANGE -> cell(slip, row, columns.values(), cell -> "12");
        case LETTER -> cell(slip, row, columns.values(), cell -> "O");
        case BAD_DATE -> cell(slip, row, columns.dates(), this::badDate);
        case OTHER_DATE -> cell(slip, row, columns.dates(), this::otherDate);
        case SWAPPED_CELLS -> swapped(row);
        case CUT_SHORT -> added(slip, WHOLE_ROW, row.subList(0, row.size() - 1));
        case MISSING_ID -> id(slip, row, "");
        case SHORT_ID -> shortId(row);
        case BLANKS_AROUND_ID -> id(slip, row, " " + row.get(0) + "\u3000");
        case NEIGHBOURS_ID -> neighbour.flatMap(other -> id(slip, row, other));
        case TYPED_TWICE -> {
          rows.add(row);
          yield added(slip, WHOLE_ROW, row);
        }
        case WRONG_CLASS ->
          cell(slip, row, List.of("class"), cell -> Integer.toString(Integer.parseInt(cell) + 1));
        case GRADE_IN_WORDS ->
          cell(
              slip,
              row,
              List.of("grade"),
              cell -> GRADE_WORDS.get(Integer.parseInt(cell) - FIRST_GRADE_IN_WORDS));
        case UNREADABLE_GRADE -> cell(slip, row, List.of("grade"), cell -> "毕业班");
        case UNREADABLE_SEX -> cell(slip, row, List.of("sex"), cell -> "？");
        case NOT_ON_ROSTER, KNOWN_BY_ANSWERS ->
          throw new IllegalArgumentException("nobody types " + slip);
      };
    }

    private Optional<Slip> id(Slip slip, List<String> row, String typed) {
      return added(slip, table.header().get(0), with(row, 0, typed));
    }

    /** An id that was shortened before would be known by then. */
    private Optional<Slip> shortId(List<String> row) {
      String shortened = row.get(0).substring(0, row.get(0).length() - 1);
      return shortIds.add(shortened) ? id(Slip.SHORT_ID, row, shortened) : Optional.empty();
    }

    private Optional<Slip> swapped(List<String> row) {
      int first = table.header().indexOf(columns.swapped().get(0));
      int second = table.header().indexOf(columns.swapped().get(1));
      return added(
          Slip.SWAPPED_CELLS,
          columns.swapped().get(0),
          with(with(row, first, row.get(second)), second, row.get(first)));
    }

    /** Changes a cell of one of the columns that is not blank. */
    private Optional<Slip> cell(
        Slip slip, List<String> row, List<String> among, UnaryOperator<String> typed) {
      String column = random.pick(among);
      int field = table.header().indexOf(column);
      String changed = row.get(field).isEmpty() ? "" : typed.apply(row.get(field));
      return changed.isEmpty() || changed.equals(row.get(field))
          ? Optional.empty()
          : added(slip, column, with(row, field, changed));
    }

    private Optional<Slip> added(Slip slip, String column, List<String> row) {
      note(slip, column);
      rows.add(row);
      return Optional.of(slip);
    }

    /** Of the row that is added next. */
    private void note(Slip slip, String column) {
      int line = rows.size() + 2;
      notes.add(
          List.of(file, Integer.toString(line), column, slip.word(), slip.fate().word()));
    }

    private String badDate(String date) {
      LocalDate day = LocalDate.parse(date);
      return switch (random.below(3)) {
        case 0 -> day.getYear() + "-13-" + day.getDayOfMonth();
        case 1 -> day.getYear() + "-02-30";
        default -> day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
      };
    }

    private String otherDate(String date) {
      LocalDate day = LocalDate.parse(date);
      return switch (random.below(3)) {
        case 0 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
        case 1 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        default -> date.replace("-", "");
      };
    }
  }

  private static List<String> with(List<String> row, int field, String cell) {
    List<String> changed = new ArrayList<>(row);
    changed.set(field, cell);
    return changed;
  }

  /** The digit as a Chinese keyboard types it; nothing if the cell is no digit. */
  private static String fullWidth(String cell) {
    boolean isDigit = cell.length() == 1 && cell.charAt(0) >= '0' && cell.charAt(0) <= '9';
    return isDigit ? String.valueOf((char) (cell.charAt(0) - '0' + FULL_WIDTH_ZERO)) : "";
  }
}
