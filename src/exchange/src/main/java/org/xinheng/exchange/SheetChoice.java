package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.FilledRow;
import org.xinheng.exchange.workbook.Workbook;

/**
 * Which sheet of a workbook is the table: the one that is named, else the one of students or answers, else the one with headings that
 * are known, else the only one in which anything stands. Hidden sheets are looked at where they are named.
 *
 * @param sheet that was chosen
 * @param top its first rows
 */
record SheetChoice(Workbook.Sheet sheet, List<FilledRow> top) {

  private static final int LEAST_KNOWN = 2;

  /** A sheet that may be meant. */
  private record Candidate(Workbook.Sheet sheet, List<FilledRow> top, SheetHeadings headings) {

    /** How likely it is the table, 0 the least. */
    int rank() {
      boolean hasRows = top.get(top.size() - 1).number() > headings.lastRow();
      boolean areKnown = headings.known() >= LEAST_KNOWN;
      if (headings.isOfStudents()) {
        return !areKnown ? 3 : hasRows ? 5 : 4;
      }
      return !hasRows ? 0 : areKnown ? 2 : 1;
    }
  }

  /** @throws TableException if there is no such sheet, or nobody can say which is meant */
  static SheetChoice of(Workbook workbook, Optional<String> name) throws IOException {
    return name.isPresent() ? named(workbook, name.get()) : found(workbook);
  }

  private static SheetChoice named(Workbook workbook, String name) throws IOException {
    for (Workbook.Sheet sheet : workbook.sheets()) {
      if (Cell.plain(sheet.name()).equals(Cell.plain(name))) {
        return new SheetChoice(sheet, SheetTable.top(workbook, sheet));
      }
    }
    throw new TableException(List.of(Diagnostic.error(
            "sheet.unknown",
            Place.startOf(workbook.file().toString()),
            "the workbook has no sheet '%s'",
            name)
        .hint("its sheets are %s", names(workbook.sheets()))));
  }

  private static SheetChoice found(Workbook workbook) throws IOException {
    List<Workbook.Sheet> visible =
        workbook.sheets().stream().filter(sheet -> !sheet.isHidden()).toList();
    List<Candidate> best = new ArrayList<>();
    for (Workbook.Sheet sheet : visible) {
      List<FilledRow> top = SheetTable.top(workbook, sheet);
      Optional<SheetHeadings> headings = SheetHeadings.find(top, List.of());
      if (headings.isPresent()) {
        Candidate candidate = new Candidate(sheet, top, headings.get());
        if (!best.isEmpty() && candidate.rank() > best.get(0).rank()) {
          best.clear();
        }
        if (best.isEmpty() || candidate.rank() == best.get(0).rank()) {
          best.add(candidate);
        }
      }
    }
    if (best.isEmpty()) {
      throw new TableException(List.of(Diagnostic.error(
              "file.empty",
              Place.startOf(workbook.file().toString()),
              "nothing stands in the sheets that can be seen")
          .hint("the first row of a table names its columns")));
    }
    if (best.size() > 1) {
      throw ambiguous(workbook, best.stream().map(Candidate::sheet).toList());
    }
    return new SheetChoice(best.get(0).sheet(), best.get(0).top());
  }

  private static TableException ambiguous(Workbook workbook, List<Workbook.Sheet> sheets) {
    String file = String.valueOf(workbook.file().getFileName());
    return new TableException(List.of(Diagnostic.error(
            "sheet.ambiguous",
            Place.startOf(workbook.file().toString()),
            "several sheets could be the table: %s",
            names(sheets))
        .hint(
            "name one of them behind the file: %s%s%s",
            file, TableFile.SHEET_MARK, sheets.get(0).name())));
  }

  private static String names(List<Workbook.Sheet> sheets) {
    return "'" + String.join("', '", sheets.stream().map(Workbook.Sheet::name).toList()) + "'";
  }
}
