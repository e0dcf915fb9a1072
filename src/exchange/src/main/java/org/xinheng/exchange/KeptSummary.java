package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.Text;

/** The counts of an earlier run, which stay as they were published. */
final class KeptSummary implements ResultTable {

  private static final int ROWS = 4096;

  private final SummaryTable like;
  private final Path file;

  /**
   * The counts in a file.
   *
   * @param like whose columns they have
   */
  KeptSummary(SummaryTable like, Path folder) {
    this.like = like;
    this.file = folder.resolve(CampaignFiles.SUMMARY);
  }

  @Override
  public String name() {
    return like.name();
  }

  @Override
  public Text title() {
    return like.title();
  }

  @Override
  public List<ResultColumn> columns() {
    return like.columns();
  }

  @Override
  public int columnsInSight() {
    return like.columnsInSight();
  }

  @Override
  public void rows(Rows to) throws IOException {
    try (Table table = Table.open(file)) {
      List<Optional<Integer>> fields = columns().stream()
          .map(column -> IntStream.range(0, table.headings().size())
              .boxed()
              .filter(field -> table.headings().get(field).text().equals(column.word()))
              .findFirst())
          .toList();
      List<TableRow> rows = table.read(ROWS);
      while (!rows.isEmpty()) {
        for (TableRow row : rows) {
          to.add(IntStream.range(0, fields.size())
              .mapToObj(column -> fields
                  .get(column)
                  .map(field -> cell(columns().get(column), row.cells().get(field)))
                  .orElse(SheetCell.EMPTY))
              .toList());
        }
        rows = table.read(ROWS);
      }
    }
  }

  private static SheetCell cell(ResultColumn column, String text) {
    boolean isNumber = column.kind() != SheetColumn.Kind.TEXT && text.matches("[0-9]+(\\.[0-9]+)?");
    if (!isNumber) {
      return SheetCell.text(text);
    }
    return column.kind() == SheetColumn.Kind.WHOLE
        ? SheetCell.whole(Long.parseLong(text))
        : SheetCell.decimal(Double.parseDouble(text));
  }

  /** The CSV as it is, byte by byte. */
  @Override
  public void write(Path folder, SheetWriter workbook) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try (AtomicFile copy = AtomicFile.begin(folder.resolve(CampaignFiles.SUMMARY))) {
      copy.stream().write(bytes);
      copy.commit();
    }
    rows(toSheet(workbook));
  }
}
