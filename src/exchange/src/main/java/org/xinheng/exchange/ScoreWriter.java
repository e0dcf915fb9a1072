package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.profile.ResultColumn;
import org.xinheng.profile.ResultColumns;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.screening.Outcome;

/**
 * Writes a table of scores: first the columns of the input that are no items, as they were, then the columns of
 * {@link #resultColumns}; or those that a profile wants. Commas, {@code \n}, quotes where they are needed. The same
 * scores give the same bytes.
 */
final class ScoreWriter implements Closeable {

  private static final String OK = "ok";
  private static final String ERROR = "error";

  private final CsvWriter csv;
  private final int ownColumns;
  private final List<PlanCells> plans;
  private final Optional<OutcomeCells> outcomes;
  private final List<OutputColumn> columns;

  /**
   * A writer of rows.
   *
   * @param out closed with the writer
   * @param input whose columns that are no items pass through
   * @param columns those that are written
   */
  ScoreWriter(Writer out, ResponseFile input, List<OutputColumn> columns, ScoreOptions options) {
    this.columns = List.copyOf(columns);
    this.ownColumns = input.ownColumns().size();
    this.plans = options.plans().stream().map(PlanCells::new).toList();
    this.outcomes = options.tiers().map(tiers -> new OutcomeCells(tiers.policy()));
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
  }

  /** The columns that are added to those of the input, in their order. */
  static List<ResultColumn> resultColumns(ScoreOptions options) {
    List<ResultColumn> columns = new ArrayList<>();
    options
        .plans()
        .forEach(plan -> columns.addAll(ResultColumns.of(plan.instrument(), plan::standardScores)));
    options.tiers().ifPresent(tiers -> columns.addAll(ResultColumns.ofOutcome()));
    columns.addAll(ResultColumns.ofRow());
    return columns;
  }

  void writeHeader() {
    CsvWriter.CsvWriterRecord record = csv.writeRecord();
    columns.forEach(column -> record.writeField(OutputText.harmless(column.name())));
    record.endRecord();
  }

  /**
   * Writes the rows of a batch.
   *
   * @param scores one table a plan, in the order of the plans
   * @param tiered an outcome a row; none if there are no tiers
   */
  void write(ResponseBatch batch, List<ScoreTable> scores, List<Outcome> tiered) {
    for (int row = 0; row < batch.rows(); row++) {
      write(batch, scores, tiered, row);
    }
  }

  /** Writes one row of a batch. */
  void write(ResponseBatch batch, List<ScoreTable> scores, List<Outcome> tiered, int row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < ownColumns; column++) {
      cells.add(batch.ownCell(row, column));
    }
    for (int plan = 0; plan < plans.size(); plan++) {
      cells.addAll(plans.get(plan).of(scores.get(plan), row));
    }
    if (outcomes.isPresent()) {
      cells.addAll(outcomes.get().of(tiered.get(row)));
    }
    cells.addAll(ofRow(batch.reason(row)));
    CsvWriter.CsvWriterRecord record = csv.writeRecord();
    columns.forEach(column -> record.writeField(column.written(cells.get(column.source()))));
    record.endRecord();
  }

  /** The last cells of a row: whether anything is wrong with it, and what. */
  static List<String> ofRow(String reason) {
    return List.of(reason.isEmpty() ? OK : ERROR, reason);
  }

  void flush() throws IOException {
    csv.flush();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
