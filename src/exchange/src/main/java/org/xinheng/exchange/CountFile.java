package org.xinheng.exchange;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
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
      List<CountColumn> columns =
          options.profile().map(OutputProfile::counts).orElse(CountColumn.ALL);
      try (Writer out = new BufferedWriter(options.encoding().markedWriter(file.get().stream()))) {
        Lines lines = new Lines(columns, out);
        for (GradeCounts.Row row : counts.rows(options.tiers().get().policy().suppressBelow())) {
          lines.write(row);
        }
      }
      file.get().commit();
    }
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }

  /** The lines of the file. A large district has tens of thousands, at the end of a run of a second. */
  private static final class Lines {

    private final List<CountColumn> columns;
    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    /** Of the row before, and by column as it is written there. */
    private String school = "";

    private final String[] schools;

    /** Begins with the headings. */
    Lines(List<CountColumn> columns, Writer out) throws IOException {
      this.columns = columns;
      this.out = out;
      schools = new String[columns.size()];
      spell("");
      List<String> names =
          columns.stream().map(CountColumn::name).map(OutputText::harmless).toList();
      out.append(OutputText.fields(names, true)).append('\n');
    }

    private void spell(String next) {
      school = next;
      for (int column = 0; column < schools.length; column++) {
        boolean isOfSchool = columns.get(column).count() == Count.SCHOOL;
        schools[column] = isOfSchool ? field(next, column == 0) : "";
      }
    }

    private static String field(String text, boolean isFirst) {
      return OutputText.field(OutputText.harmless(text), isFirst);
    }

    void write(GradeCounts.Row row) throws IOException {
      line.setLength(0);
      if (!row.school().equals(school)) {
        spell(row.school());
      }
      for (int column = 0; column < schools.length; column++) {
        boolean isFirst = column == 0;
        switch (columns.get(column).count()) {
          case SCHOOL -> line.append(schools[column]);
          case GRADE -> addGrade(row.grade(), isFirst);
          case N -> addNumber(row.students(), isFirst);
          case NO_TIER -> addCell(row, Summary.Cell.NO_TIER, isFirst);
          case T1 -> addCell(row, Summary.Cell.T1, isFirst);
          case T2 -> addCell(row, Summary.Cell.T2, isFirst);
          case T3 -> addCell(row, Summary.Cell.T3, isFirst);
        }
      }
      out.append(line.append('\n'));
    }

    private void addGrade(Optional<Integer> grade, boolean isFirst) {
      if (grade.isPresent()) {
        addNumber(grade.get(), isFirst);
      } else {
        line.append(field("", isFirst));
      }
    }

    private void addCell(GradeCounts.Row row, Summary.Cell cell, boolean isFirst) {
      if (row.isShown(cell)) {
        addNumber(row.count(cell), isFirst);
      } else {
        line.append(field(CampaignFiles.SUPPRESSED, isFirst));
      }
    }

    private void addNumber(int number, boolean isFirst) {
      if (!isFirst) {
        line.append(',');
      }
      line.append(number);
    }
  }
}
