package org.xinheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Summary;

/**
 * Scores and writes the rows of a piece that are not plain, together, as those of a file that is not taken in pieces. For one
 * thread.
 */
final class OddRows {

  private final ResponseRows rows;
  private final List<ScoringPlan> plans;
  private final Optional<RowScreener> screener;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ScoreWriter writer;

  /** Where the output of each row ends. */
  private final List<Integer> ends = new ArrayList<>();

  private byte[] written = {};

  OddRows(PlainSource source, ScoreOptions options) throws IOException {
    rows = source.rows();
    plans = options.plans();
    screener = options.tiers().map(tiers -> new RowScreener(tiers, plans));
    writer = new ScoreWriter(
        options.encoding().writer(output), source.input(), source.outputColumns(), options);
  }

  /** Scores rows, counts them and keeps what is to be written. */
  void score(
      List<TableRow> odd,
      ResponseRows.FirstLines students,
      RunCounts.Counter counter,
      GradeCounts byGrade)
      throws IOException {
    output.reset();
    ends.clear();
    ResponseBatch batch = rows.batch(odd, students);
    List<ScoreTable> scores = new ArrayList<>();
    for (int plan = 0; plan < plans.size(); plan++) {
      scores.add(plans.get(plan).run(batch.tables().get(plan)));
    }
    List<Outcome> tiered = screener.map(tiers -> tiers.outcomes(batch, scores)).orElse(List.of());
    for (int row = 0; row < batch.rows(); row++) {
      writer.write(batch, scores, tiered, row);
      writer.flush();
      ends.add(output.size());
    }
    counter.add(batch, scores, tiered);
    for (int row = 0; row < tiered.size(); row++) {
      Person person = batch.person(row);
      byGrade.add(person.school().orElse(""), person.grade(), Summary.Cell.of(tiered.get(row)));
    }
    written = output.toByteArray();
  }

  /** Writes a row. */
  void write(int row, OutputStream to) throws IOException {
    int start = row == 0 ? 0 : ends.get(row - 1);
    to.write(written, start, ends.get(row) - start);
  }
}
