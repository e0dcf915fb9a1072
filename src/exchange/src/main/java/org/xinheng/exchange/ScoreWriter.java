package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.scoring.ClassificationResult;
import org.xinheng.scoring.NotNormedReason;
import org.xinheng.scoring.Numbers;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * Writes a table of scores: first the columns of the input that are no items, as they were, then the columns of
 * {@link #resultColumns}. Commas, {@code \n}, quotes where they are needed. The same scores give the same bytes.
 */
public final class ScoreWriter implements Closeable {

  private static final String OK = "ok";
  private static final String ERROR = "error";
  private static final String NOT_NORMED = "not-normed";

  private final CsvWriter csv;
  private final int ownColumns;
  private final List<PlanColumns> plans;

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
   * @param encoding one of the two kinds of UTF-8
   */
  public ScoreWriter(
      OutputStream out, TextEncoding encoding, List<Heading> own, List<ScoringPlan> plans)
      throws IOException {
    if (encoding != TextEncoding.UTF_8 && encoding != TextEncoding.UTF_8_WITH_MARK) {
      throw new IllegalArgumentException("scores are written as UTF-8, not " + encoding.word());
    }
    if (encoding == TextEncoding.UTF_8_WITH_MARK) {
      out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(encoding.writer(out));
    this.ownColumns = own.size();
    this.plans = plans.stream().map(PlanColumns::of).toList();
    List<String> header = new ArrayList<>();
    own.forEach(heading -> header.add(OutputText.harmless(heading.text())));
    header.addAll(resultColumns(plans));
    csv.writeRecord(header);
  }

  /** The columns that plans add to those of the input, in their order. */
  public static List<String> resultColumns(List<ScoringPlan> plans) {
    List<String> columns = new ArrayList<>();
    for (ScoringPlan plan : plans) {
      String instrument = plan.instrument().id() + ".";
      for (Scale scale : plan.instrument().scales()) {
        String name = instrument + scale.id();
        columns.addAll(
            List.of(name, name + ".band", name + ".answered", name + ".status", name + ".reason"));
        if (scale.keying() instanceof Keying.OfModel) {
          columns.add(name + ".se");
        }
        List<StandardScore> standard = plan.standardScores(scale);
        standard.forEach(score -> columns.add(name + "." + score.word()));
        if (!standard.isEmpty()) {
          columns.addAll(List.of(name + ".norm", name + ".norm.reason"));
        }
      }
      for (Classification classification : plan.instrument().classifications()) {
        String name = instrument + classification.id();
        columns.addAll(List.of(name, name + ".level", name + ".reason"));
      }
      columns.addAll(
          List.of(instrument + "critical", instrument + "alert", instrument + "validity"));
    }
    columns.addAll(List.of("row.status", "row.reason"));
    return columns;
  }

  /**
   * Writes the rows of a batch.
   *
   * @param scores one table a plan, in the order of the plans
   */
  public void write(ResponseBatch batch, List<ScoreTable> scores) {
    for (int row = 0; row < batch.rows(); row++) {
      CsvWriter.CsvWriterRecord record = csv.writeRecord();
      for (int column = 0; column < ownColumns; column++) {
        record.writeField(OutputText.harmless(batch.ownCell(row, column)));
      }
      for (int plan = 0; plan < plans.size(); plan++) {
        write(record, plans.get(plan), scores.get(plan), row);
      }
      record.writeField(batch.faults(row).isEmpty() ? OK : ERROR);
      record.writeField(OutputText.harmless(batch.reason(row)));
      record.endRecord();
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static void write(
      CsvWriter.CsvWriterRecord record, PlanColumns plan, ScoreTable scores, int row) {
    for (int scale = 0; scale < plan.scales().size(); scale++) {
      ScaleScore score = scores.score(row, scale);
      String band = scores.band(row, scale).map(Band::id).orElse("");
      if (score instanceof ScaleScore.Scored scored) {
        record.writeField(Numbers.plain(scored.value()));
        record.writeField(band);
        record.writeField(Integer.toString(scored.answered()));
        record.writeField(scored.prorated() ? "prorated" : "scored");
        record.writeField("");
      } else if (score instanceof ScaleScore.NotScored notScored) {
        record.writeField("");
        record.writeField(band);
        record.writeField(Integer.toString(notScored.answered()));
        record.writeField("not-scored");
        record.writeField(notScored.reason().word());
      }
      if (plan.scales().get(scale).isModelled()) {
        record.writeField(plain(scores.standardError(row, scale)));
      }
      if (!plan.scales().get(scale).standard().isEmpty()) {
        writeNorms(record, plan.scales().get(scale), scores, row, scale);
      }
    }
    for (int index = 0; index < plan.classifications(); index++) {
      ClassificationResult result = scores.classification(row, index);
      if (result instanceof ClassificationResult.Classified classified) {
        record.writeField(classified.outcome().id());
        record.writeField(Integer.toString(classified.outcome().level()));
        record.writeField("");
      } else if (result instanceof ClassificationResult.NotClassified none) {
        record.writeField("");
        record.writeField("");
        record.writeField(none.reason().word());
      }
    }
    record.writeField(
        scores.fired(row).stream().map(CriticalItem::id).collect(Collectors.joining(" ")));
    record.writeField(scores.alert(row).word());
    record.writeField(scores.validity(row).word());
  }

  private static void writeNorms(
      CsvWriter.CsvWriterRecord record,
      ScaleColumns columns,
      ScoreTable scores,
      int row,
      int scale) {
    for (StandardScore score : columns.standard()) {
      record.writeField(plain(scores.standard(row, scale, score)));
    }
    record.writeField(scores
        .normGroup(row, scale)
        .map(NormSet.Group::id)
        .map(columns.norm()::concat)
        .orElse(NOT_NORMED));
    record.writeField(scores.notNormed(row, scale).map(NotNormedReason::word).orElse(""));
  }

  private static String plain(OptionalDouble value) {
    return value.isPresent() ? Numbers.plain(value.getAsDouble()) : "";
  }
}
