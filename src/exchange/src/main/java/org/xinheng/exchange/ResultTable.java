package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Text;

/** A table of a screened campaign, which is written as a CSV for programs and as a sheet of a workbook for people. */
interface ResultTable {

  /** What every list may be used for, and what not. */
  Text PURPOSE = new Text(
      "Only for planning support: not for grades, awards, admission or appraisal. Screening, not a"
          + " diagnosis.",
      "仅用于安排支持，不得用于成绩、评优、升学或考核。筛查，不是诊断。");

  /** The name of its CSV, without the ending. */
  String name();

  /** The name of its sheet. */
  Text title();

  List<ResultColumn> columns();

  /** How many columns of its sheet, from the first, stay in sight and are on each page. */
  int columnsInSight();

  /** Hands over the rows, one cell a column. */
  void rows(Rows to) throws IOException;

  /** Takes rows. */
  interface Rows {
    void add(List<SheetCell> cells) throws IOException;
  }

  /** Writes the table as a CSV and adds it to a workbook; rows are made once for both. */
  default void write(Path folder, SheetWriter workbook) throws IOException {
    try (SheetWriter csv = SheetWriter.begin(folder.resolve(name() + ".csv"))) {
      Rows toCsv = toCsv(csv);
      Rows toSheet = toSheet(workbook);
      rows(cells -> {
        toCsv.add(cells);
        toSheet.add(cells);
      });
      csv.commit();
    }
  }

  /** Begins a CSV. Its last column says in every row what it is for, so that no row is without it. */
  private Rows toCsv(SheetWriter csv) throws IOException {
    List<SheetColumn> columns =
        new ArrayList<>(columns().stream().map(ResultColumn::forPrograms).toList());
    columns.add(SheetColumn.longText("purpose"));
    csv.sheet(SheetShape.of(name(), columns));
    SheetCell purpose = SheetCell.text(PURPOSE.zhCn() + " " + PURPOSE.en());
    return cells -> {
      List<SheetCell> all = new ArrayList<>(cells);
      all.add(purpose);
      csv.row(all);
    };
  }

  /** Begins a sheet of a workbook, under what it is for. */
  default Rows toSheet(SheetWriter workbook) throws IOException {
    List<ResultColumn> columns = columns();
    workbook.sheet(SheetShape.of(
            title().zhCn() + " " + title().en(),
            columns.stream()
                .filter(ResultColumn::isForPeople)
                .map(ResultColumn::forPeople)
                .toList())
        .withColumnsInSight(columnsInSight())
        .withNotes(List.of(PURPOSE.zhCn(), PURPOSE.en())));
    return cells -> {
      List<SheetCell> forPeople = new ArrayList<>(cells.size());
      for (int column = 0; column < columns.size(); column++) {
        if (columns.get(column).isForPeople()) {
          forPeople.add(cells.get(column));
        }
      }
      workbook.row(forPeople);
    };
  }
}
