package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;
import org.xinheng.profile.ResultColumn;
import org.xinheng.profile.ResultColumns;
import org.xinheng.scoring.ClassificationResult;
import org.xinheng.scoring.NotNormedReason;
import org.xinheng.scoring.Numbers;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.Outcome;

/**
 * Writes a table of scores: first the columns of the input that are no items, as they were, then the columns of
 * {@link #resultColumns}; or those that a profile wants. Commas, {@code \n}, quotes where they are needed. The same
 * scores give the same bytes.
 */
public final class ScoreWriter implements Closeable {

  private static final String OK = "ok";
  private static final String ERROR = "error";
  private static final String NOT_NORMED = "not-normed";

  private final CsvWriter csv;
  private final int ownColumns;
  private final List<PlanColumns> plans;
  private final Optional<OutcomeCells> outcomes;
  private final Optional<ProfiledColumns> profile;

  /** The scales and the number of classifications of a plan, with what is the same in every row. */
  private record PlanColumns(List<ScaleColumns> scales, int classifications) {

    static PlanColumns of(ScoringPlan plan) {
      return new PlanColumns(
          plan.instrument().scales().stream()
              .map(scale -> new ScaleColumns(
                  scale.keying() instanceof Keying.OfModel,
                  plan.standardScores(scale),
                  normName(plan)))
              .toList(),
          plan.instrument().classifications().size());
    }

    private static String normName(ScoringPlan plan) {
      return plan.norms().map(norms -> norms.id() + "/" + norms.version() + "/").orElse("");
    }
  }

  /**
   * What differs between the columns of scales.
   *
   * @param isModelled whether values have a standard error
   * @param standard the standard scores by norms
   * @param norm id and version of the norm set, to which the group is added
   */
  private record ScaleColumns(boolean isModelled, List<StandardScore> standard, String norm) {}

  /**
   * Writes the header.
   *
   * @param out closed with the writer
   * @param input whose columns that are no items pass through
   * @throws TableException if a profile wants a column that is not there
   */
  public ScoreWriter(OutputStream out, ResponseFile input, ScoreOptions options)
      throws IOException {
    TextEncoding encoding = options.encoding();
    if (encoding != TextEncoding.UTF_8 && encoding != TextEncoding.UTF_8_WITH_MARK) {
      throw new IllegalArgumentException("scores are written as UTF-8, not " + encoding.word());
    }
    List<Heading> own = input.ownColumns();
    List<ResultColumn> results = resultColumns(options);
    this.profile = options
        .profile()
        .map(wanted -> ProfiledColumns.of(
            wanted, own, results, options.plans(), input.table().headerPlace()));
    this.ownColumns = own.size();
    this.plans = options.plans().stream().map(PlanColumns::of).toList();
    this.outcomes = options.tiers().map(tiers -> new OutcomeCells(tiers.policy()));
    this.csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(encoding.markedWriter(out));
    writeHarmless(profile
        .map(ProfiledColumns::header)
        .orElseGet(() -> Stream.concat(
                own.stream().map(Heading::text), results.stream().map(ResultColumn::name))
            .toList()));
  }

  /** The columns that are added to those of the input, in their order. */
  public static List<ResultColumn> resultColumns(ScoreOptions options) {
    List<ResultColumn> columns = new ArrayList<>();
    options
        .plans()
        .forEach(plan -> columns.addAll(ResultColumns.of(plan.instrument(), plan::standardScores)));
    options.tiers().ifPresent(tiers -> columns.addAll(ResultColumns.ofOutcome()));
    columns.addAll(ResultColumns.ofRow());
    return columns;
  }

  /**
   * Writes the rows of a batch.
   *
   * @param scores one table a plan, in the order of the plans
   * @param tiered an outcome a row; none if there are no tiers
   */
  public void write(ResponseBatch batch, List<ScoreTable> scores, List<Outcome> tiered) {
    for (int row = 0; row < batch.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < ownColumns; column++) {
        cells.add(batch.ownCell(row, column));
      }
      for (int plan = 0; plan < plans.size(); plan++) {
        write(cells, plans.get(plan), scores.get(plan), row);
      }
      if (outcomes.isPresent()) {
        cells.addAll(outcomes.get().of(tiered.get(row)));
      }
      cells.add(batch.faults(row).isEmpty() ? OK : ERROR);
      cells.add(batch.reason(row));
      writeHarmless(profile.map(wanted -> wanted.of(cells)).orElse(cells));
    }
  }

  private void writeHarmless(List<String> cells) {
    CsvWriter.CsvWriterRecord record = csv.writeRecord();
    cells.forEach(cell -> record.writeField(OutputText.harmless(cell)));
    record.endRecord();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static void write(List<String> cells, PlanColumns plan, ScoreTable scores, int row) {
    for (int scale = 0; scale < plan.scales().size(); scale++) {
      ScaleScore score = scores.score(row, scale);
      String band = scores.band(row, scale).map(Band::id).orElse("");
      if (score instanceof ScaleScore.Scored scored) {
        cells.add(Numbers.plain(scored.value()));
        cells.add(band);
        cells.add(Integer.toString(scored.answered()));
        cells.add(scored.prorated() ? "prorated" : "scored");
        cells.add("");
      } else if (score instanceof ScaleScore.NotScored notScored) {
        cells.add("");
        cells.add(band);
        cells.add(Integer.toString(notScored.answered()));
        cells.add("not-scored");
        cells.add(notScored.reason().word());
      }
      if (plan.scales().get(scale).isModelled()) {
        cells.add(plain(scores.standardError(row, scale)));
      }
      if (!plan.scales().get(scale).standard().isEmpty()) {
        writeNorms(cells, plan.scales().get(scale), scores, row, scale);
      }
    }
    for (int index = 0; index < plan.classifications(); index++) {
      ClassificationResult result = scores.classification(row, index);
      if (result instanceof ClassificationResult.Classified classified) {
        cells.add(classified.outcome().id());
        cells.add(Integer.toString(classified.outcome().level()));
        cells.add("");
      } else if (result instanceof ClassificationResult.NotClassified none) {
        cells.add("");
        cells.add("");
        cells.add(none.reason().word());
      }
    }
    cells.add(scores.fired(row).stream().map(CriticalItem::id).collect(Collectors.joining(" ")));
    cells.add(scores.alert(row).word());
    cells.add(scores.validity(row).word());
  }

  private static void writeNorms(
      List<String> cells, ScaleColumns columns, ScoreTable scores, int row, int scale) {
    for (StandardScore score : columns.standard()) {
      cells.add(plain(scores.standard(row, scale, score)));
    }
    cells.add(scores
        .normGroup(row, scale)
        .map(NormSet.Group::id)
        .map(columns.norm()::concat)
        .orElse(NOT_NORMED));
    cells.add(scores.notNormed(row, scale).map(NotNormedReason::word).orElse(""));
  }

  private static String plain(OptionalDouble value) {
    return value.isPresent() ? Numbers.plain(value.getAsDouble()) : "";
  }
}
