package org.xinheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.Piece;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.scoring.NumberMap;
import org.xinheng.scoring.RowResults;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.OutcomeTables;
import org.xinheng.screening.Summary;

/**
 * Scores one piece of a file after the other. Plain rows go from bytes to bytes by look-up; all others of the piece are read,
 * scored and written together as those of a file that is not taken in pieces, and put in at their places. For one thread.
 */
final class PieceScorer {

  /** A line longer than this has an open quote, or is no line of a table. */
  private static final int MOST_BYTES_IN_LINE = 1 << 20;

  private final PlainKnown known;
  private final PlainSource source;
  private final ScoreOptions options;
  private final Delimiter delimiter;
  private final Piece piece;
  private final PlainRowReader reader;
  private final RowResults found;
  private final @Nullable OutcomeTables outcomes;
  private final PlainRowWriter writer;
  private final PlainCounts plainCounts;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final RunCounts.Counter counter;
  private final GradeCounts byGrade = new GradeCounts();

  /** By form, the number of each remainder by which it is known, and what decides of it. */
  private final NumberMap[] remainderOf;

  private final long[][] factsOf;

  /** The number of the decision by that of what decides, and its cell. */
  private final NumberMap decisionOf = new NumberMap();

  private Summary.Cell[] cells = {};

  /** Of the row: the numbers of results, then of remainders, then of the decision. */
  private final int[] numbers;

  private final int firstRemainder;
  private final int numberOfDecision;
  private final long[] facts;

  /** For rows that are not plain, once there is one. */
  private @Nullable OddRows oddScorer;

  private long allBlankRows;

  // Of the piece.
  private final RisingStudents.Piece students = new RisingStudents.Piece();

  /** By line, the keys of students, where they are asked for. */
  private final Map<Long, String> keys = new LinkedHashMap<>();

  private final List<OddRow> oddRows = new ArrayList<>();

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
  PieceScorer(PlainRun run, int rangeBytes) {
    PlainLayout layout = run.layout();
    piece = new Piece(rangeBytes);
    known = run.known();
    source = run.source();
    options = run.options();
    delimiter = layout.delimiter();
    reader = new PlainRowReader(layout, known);
    outcomes = layout.outcomes().orElse(null);
    writer = new PlainRowWriter(layout, known, source, rangeBytes / 2);
    numbers = writer.numbers();
    firstRemainder = layout.sheet().results();
    numberOfDecision = firstRemainder + layout.sheet().forms();
    found = new RowResults(layout.sheet(), numbers);
    plainCounts = new PlainCounts(layout.sheet());
    counter = new RunCounts.Counter(options.plans());
    facts = new long[layout.sheet().forms()];
    remainderOf = new NumberMap[facts.length];
    factsOf = new long[facts.length][];
    for (int form = 0; form < facts.length; form++) {
      remainderOf[form] = new NumberMap();
      factsOf[form] = new long[0];
    }
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
          source
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
      at = scoreRow(bytes, at, anyOdd && odd.containsKey(lines));
      lines++;
    }
  }

  /** A method of its own, so that it is compiled when some rows have been scored. */
  private int scoreRow(byte[] bytes, int line, boolean isOdd)
      throws IOException, NotPlainException {
    int next = reader.read(bytes, line);
    if (next != RowFields.NOT_PLAIN && !isOdd && score()) {
      writePlainRow(bytes);
    } else {
      next = behindLine(bytes, line);
      keepOddRow(cells(bytes, line, next));
    }
    if (next - line > MOST_BYTES_IN_LINE) {
      throw new NotPlainException("a line is very long");
    }
    return next;
  }

  /** Scores the row read last, and says whether there are not too many different results. */
  private boolean score() throws IOException {
    found.find(reader.cells());
    int[] remainders = found.remainders();
    for (int form = 0; form < remainders.length; form++) {
      int number = remainderOf[form].get(remainders[form]);
      if (number == NumberMap.UNKNOWN) {
        number = known.remainder(form, remainders[form], reader.cells().toBytes());
        if (number == PlainKnown.TOO_MANY) {
          return false;
        }
        remainderOf[form].put(remainders[form], number);
        learnFacts(form);
        writer.learn();
      }
      numbers[firstRemainder + form] = number;
      facts[form] = factsOf[form][number];
    }
    return true;
  }

  private void learnFacts(int form) {
    List<PlainKnown.Remainder> all = known.remainders(form);
    factsOf[form] = new long[all.size()];
    for (int number = 0; number < all.size(); number++) {
      factsOf[form][number] = all.get(number).facts();
    }
  }

  private void writePlainRow(byte[] bytes) throws IOException {
    rows++;
    PlainKnown.Group group = reader.group();
    if (reader.hasStudent()) {
      reader.addTo(students);
    }
    plainCounts.add(group, numbers);
    if (outcomes != null) {
      int decision = decide(outcomes, group);
      numbers[numberOfDecision] = decision;
      plainCounts.add(decision, cells[decision], reader.school(), group.grade());
    }
    writer.write(bytes, reader);
  }

  private int decide(OutcomeTables tables, PlainKnown.Group group) throws IOException {
    long number = tables.number(reader.cells(), numbers, facts, group.requireAdds());
    int decision = number == OutcomeTables.OPEN ? NumberMap.UNKNOWN : decisionOf.get(number);
    if (decision == NumberMap.UNKNOWN) {
      long told = number == OutcomeTables.OPEN ? number : tables.told(number);
      decision = known.decision(told, reader.cells().toBytes(), group);
      if (number != OutcomeTables.OPEN) {
        decisionOf.put(number, decision);
      }
      if (decision >= cells.length) {
        cells =
            known.decisions().stream().map(PlainKnown.Decision::cell).toArray(Summary.Cell[]::new);
        writer.learn();
      }
    }
    return decision;
  }

  private void keepOddRow(List<String> cells) throws IOException {
    if (TextTable.isBlank(cells)) {
      allBlankRows++;
      return;
    }
    rows++;
    TableRow row = new TableRow(lines, cells);
    oddRows.add(new OddRow(lines, writer.end(), cells));
    source.rows().keyed(row).ifPresent(person -> {
      byte[] id = person.student().orElseThrow().getBytes(StandardCharsets.UTF_8);
      students.add(
          person.school().orElse(""),
          Arrays.copyOf(id, id.length + RisingStudents.Piece.SLACK),
          0,
          id.length);
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
    if (oddRows.isEmpty()) {
      return;
    }
    if (oddScorer == null) {
      oddScorer = new OddRows(source, options);
    }
    oddScorer.score(
        oddRows.stream()
            .map(row -> new TableRow(firstLine + row.line(), row.cells()))
            .toList(),
        (key, line) -> firstLines.getOrDefault(line - firstLine, line),
        counter,
        byGrade);
  }

  /** Writes all rows of the piece in their order. */
  void writeTo(OutputStream out) throws IOException {
    int at = 0;
    for (int i = 0; oddScorer != null && i < oddRows.size(); i++) {
      writer.writeTo(out, at, oddRows.get(i).at());
      oddScorer.write(i, out);
      at = oddRows.get(i).at();
    }
    writer.writeTo(out, at, writer.end());
  }

  /** Adds the bytes of the piece, save for a line feed that the file lacks. */
  void addTo(Checksum checksum) {
    checksum.add(piece.bytes(), piece.first(), piece.endInFile() - piece.first());
  }

  /** Adds what was counted in all pieces. */
  void addTo(RunCounts.Counter to, GradeCounts grades) {
    plainCounts.addTo(counter, known);
    if (outcomes != null) {
      plainCounts.addTo(counter, grades, known.decisions(), reader.schoolNames());
    }
    to.add(counter);
    grades.add(byGrade);
  }

  long blankRows() {
    return allBlankRows;
  }
}
