package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.profile.Count;
import org.xinheng.profile.CountColumn;
import org.xinheng.profile.OutputProfile;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.Summary;

/**
 * The file of counts of tiers by school and grade, if the options want one. A cell that is not shown is
 * {@value CampaignFiles#SUPPRESSED}.
 */
final class CountFile implements Closeable {

  private final ScoreOptions options;
  private final Optional<AtomicFile> file;

  private CountFile(ScoreOptions options, Optional<AtomicFile> file) {
    this.options = options;
    this.file = file;
  }

  /** Begins the file, so that one that cannot be written is found out before the run. */
  static CountFile begin(ScoreOptions options) throws IOException {
    Optional<Path> path = options.tiers().flatMap(TierOptions::counts);
    return new CountFile(
        options, path.isPresent() ? Optional.of(AtomicFile.begin(path.get())) : Optional.empty());
  }

  /** Writes all rows and puts the file into its place. */
  void commit(GradeCounts counts) throws IOException {
    if (file.isPresent() && options.tiers().isPresent()) {
      write(counts.rows(options.tiers().get().policy().suppressBelow()), file.get());
      file.get().commit();
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  private void write(List<GradeCounts.Row> rows, AtomicFile to) throws IOException {
    List<CountColumn> columns =
        options.profile().map(OutputProfile::counts).orElse(CountColumn.ALL);
    try (CsvWriter csv = CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(options.encoding().markedWriter(to.stream()))) {
      csv.writeRecord(
          columns.stream().map(CountColumn::name).map(OutputText::harmless).toList());
      for (GradeCounts.Row row : rows) {
        csv.writeRecord(columns.stream()
            .map(column -> cell(column.count(), row))
            .map(OutputText::harmless)
            .toList());
      }
    }
  }

  private static String cell(Count count, GradeCounts.Row row) {
    return switch (count) {
      case SCHOOL -> row.school();
      case GRADE -> row.grade().map(String::valueOf).orElse("");
      case N -> Integer.toString(row.students());
      case NO_TIER -> shown(row, Summary.Cell.NO_TIER);
      case T1 -> shown(row, Summary.Cell.T1);
      case T2 -> shown(row, Summary.Cell.T2);
      case T3 -> shown(row, Summary.Cell.T3);
    };
  }

  private static String shown(GradeCounts.Row row, Summary.Cell cell) {
    return row.count(cell).map(String::valueOf).orElse(CampaignFiles.SUPPRESSED);
  }
}
