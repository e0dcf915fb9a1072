package org.xinheng.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.exchange.bulk.Piece;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.OutcomeLookup;
import org.xinheng.screening.Summary;

/**
 * Scores one piece of a file after the other. Plain rows go from bytes to bytes by look-up; all others of the piece are read,
 * scored and written together as those of a file that is not taken in pieces, and put in at their places. For one thread.
 */
final class PieceScorer {

  /** A line longer than this has an open quote, or is no line of a table. */
  private static final int MOST_BYTES_IN_LINE = 1 << 20;

  private static final int NO_DECISION = -1;

  private final ResponseFile input;
  private final ScoreOptions options;
  private final Delimiter delimiter;
  private final Piece piece;
  private final PlainRowReader reader;
  private final SheetScorer scorer;
  private final Optional<OutcomeLookup> outcomes;
  private final PlainRowWriter writer;
  private final PlainCounts plainCounts;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteArrayOutputStream oddOutput = new ByteArrayOutputStream();
  private final ScoreWriter oddWriter;
  private final Optional<RowScreener> screener;
  private final RunCounts.Counter counter;
  private final GradeCounts byGrade = new GradeCounts();

  /** By decision, as far as they were met. */
  private final List<Summary.Cell> cells = new ArrayList<>();

  private long allBlankRows;

  // Of the piece.
  private final RisingStudents.Piece students = new RisingStudents.Piece();

  /** By line, the keys of students, where they are asked for. */
  private final Map<Long, String> keys = new LinkedHashMap<>();

  private final List<OddRow> oddRows = new ArrayList<>();

  /** Where the output of each of them ends. */
  private final List<Integer> oddEnds = new ArrayList<>();

  private long lines;
  private long rows;

  /**
   * A row that is not plain.
   *
   * @param line its line in the piece, from 0
   * @param at where among the output of the plain rows its own belongs
   */
  private record OddRow(long line, int at, List<String> cells) {}

  /** @param rangeBytes how many bytes a piece has */
  PieceScorer(PlainRun run, int rangeBytes) throws IOException {
    piece = new Piece(rangeBytes);
    input = run.input();
    options = run.options();
    delimiter = run.delimiter();
    scorer = new SheetScorer(run.lookups());
    outcomes = run.outcomeLookup(scorer);
    reader =
        new PlainRowReader(input.rows(), run.plainRows().reader(run.delimiter()), run.groups());
    writer = new PlainRowWriter(run.columns(), scorer, outcomes, 2 * rangeBytes);
    plainCounts = new PlainCounts(scorer);
    counter = new RunCounts.Counter(options.plans());
    screener = options.tiers().map(tiers -> new RowScreener(tiers, options.plans()));
    oddWriter =
        new ScoreWriter(options.encoding().writer(oddOutput), input, run.outputColumns(), options);
  }

  Piece piece() {
    return piece;
  }

  /** How many lines the piece has. */
  long lines() {
    return lines;
  }

  /** How many rows of the piece were written. */
  long rows() {
    return rows;
  }

  /** The students of the piece. */
  RisingStudents.Piece students() {
    return students;
  }

  /** The students of the piece by line, as {@link #readKeys} found them. */
  Map<Long, String> keys() {
    return keys;
  }

  /** Finds out who the students of the piece are, and how many lines it has. */
  void readKeys() throws IOException, NotPlainException {
    keys.clear();
    lines = 0;
    byte[] bytes = piece.bytes();
    int at = piece.first();
    while (at < piece.end()) {
      int next = reader.read(bytes, at);
      if (next == RowFields.NOT_PLAIN) {
        next = behindLine(bytes, at);
        TableRow row = new TableRow(lines, cells(bytes, at, next));
        if (!TextTable.isBlank(row.cells())) {
          input
              .rows()
              .keyed(row)
              .ifPresent(person -> keys.put(
                  row.line(), ResponseRows.studentKey(person, List.of()).orElseThrow()));
        }
      } else if (reader.hasStudent()) {
        keys.put(lines, reader.studentKey());
      }
      lines++;
      at = next;
    }
  }

  /**
   * Scores and writes the plain rows of the piece, and keeps all others.
   *
   * @param odd says of lines of the piece which are taken for not plain
   */
  void scorePlainRows(Map<Long, Long> odd) throws IOException, NotPlainException {
    students.clear();
    writer.clear();
    oddRows.clear();
    lines = 0;
    rows = 0;
    byte[] bytes = piece.bytes();
    boolean anyOdd = !odd.isEmpty();
    int at = piece.first();
    while (at < piece.end()) {
      int next = reader.read(bytes, at);
      boolean isPlain = next != RowFields.NOT_PLAIN
          && (!anyOdd || !odd.containsKey(lines))
          && scorer.score(reader.cells(), 0);
      if (isPlain) {
        writePlainRow(bytes);
      } else {
        next = behindLine(bytes, at);
        keepOddRow(cells(bytes, at, next));
      }
      if (next - at > MOST_BYTES_IN_LINE) {
        throw new NotPlainException("a line is very long");
      }
      lines++;
      at = next;
    }
  }

  private void writePlainRow(byte[] bytes) throws IOException {
    rows++;
    StudentGroups.Group group = reader.group();
    if (reader.hasStudent()) {
      reader.addTo(students);
    }
    plainCounts.add(group);
    int decision = NO_DECISION;
    if (outcomes.isPresent()) {
      OutcomeLookup lookup = outcomes.get();
      decision = lookup.decide(reader.cells(), 0, group.levels());
      for (int next = cells.size(); next <= decision; next++) {
        cells.add(Summary.Cell.of(lookup.decision(next)));
      }
      plainCounts.add(decision, cells.get(decision), reader.school(), group.grade());
    }
    writer.write(bytes, reader, decision);
  }

  private void keepOddRow(List<String> cells) {
    if (TextTable.isBlank(cells)) {
      allBlankRows++;
      return;
    }
    rows++;
    TableRow row = new TableRow(lines, cells);
    oddRows.add(new OddRow(lines, writer.end(), cells));
    input.rows().keyed(row).ifPresent(person -> {
      byte[] id = person.student().orElseThrow().getBytes(StandardCharsets.UTF_8);
      students.add(person.school().orElse(""), id, 0, id.length);
    });
  }

  private List<String> cells(byte[] bytes, int from, int to) throws IOException, NotPlainException {
    String line = decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    return TextTable.cells(line, delimiter)
        .orElseThrow(() -> new NotPlainException("a line is no row"));
  }

  private static int behindLine(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  /**
   * Scores and writes the rows that are not plain.
   *
   * @param firstLine the line of the file in which the piece begins
   * @param firstLines by line of the piece, the line of the file in which the same student stands already
   */
  void scoreOddRows(long firstLine, Map<Long, Long> firstLines) throws IOException {
    oddOutput.reset();
    oddEnds.clear();
    if (oddRows.isEmpty()) {
      return;
    }
    ResponseBatch batch = input
        .rows()
        .batch(
            oddRows.stream()
                .map(row -> new TableRow(firstLine + row.line(), row.cells()))
                .toList(),
            (key, line) -> firstLines.getOrDefault(line - firstLine, line));
    List<ScoreTable> scores = new ArrayList<>();
    for (int plan = 0; plan < options.plans().size(); plan++) {
      ScoringPlan of = options.plans().get(plan);
      scores.add(of.run(batch.tables().get(plan)));
    }
    List<Outcome> tiered = screener.map(tiers -> tiers.outcomes(batch, scores)).orElse(List.of());
    for (int row = 0; row < batch.rows(); row++) {
      oddWriter.write(batch, scores, tiered, row);
      oddWriter.flush();
      oddEnds.add(oddOutput.size());
    }
    counter.add(batch, scores, tiered);
    for (int row = 0; row < tiered.size(); row++) {
      Person person = batch.person(row);
      byGrade.add(person.school().orElse(""), person.grade(), Summary.Cell.of(tiered.get(row)), 1);
    }
  }

  /** Writes all rows of the piece in their order. */
  void writeTo(OutputStream out) throws IOException {
    byte[] odd = oddOutput.toByteArray();
    int at = 0;
    int oddAt = 0;
    for (int i = 0; i < oddRows.size(); i++) {
      out.write(writer.bytes(), at, oddRows.get(i).at() - at);
      out.write(odd, oddAt, oddEnds.get(i) - oddAt);
      at = oddRows.get(i).at();
      oddAt = oddEnds.get(i);
    }
    out.write(writer.bytes(), at, writer.end() - at);
  }

  /** Adds the bytes of the piece, save for a line feed that the file lacks. */
  void addTo(Checksum checksum) {
    checksum.add(piece.bytes(), piece.first(), piece.endInFile() - piece.first());
  }

  /** Adds what was counted in all pieces. */
  void addTo(RunCounts.Counter to, GradeCounts grades, List<StudentGroups.Group> groups) {
    plainCounts.addTo(counter, groups);
    outcomes.ifPresent(lookup -> plainCounts.addTo(counter, byGrade, lookup, reader.schoolNames()));
    to.add(counter);
    grades.add(byGrade);
  }

  long blankRows() {
    return allBlankRows;
  }
}
