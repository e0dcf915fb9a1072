package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table that is made from double entry, which {@code score} and {@code screen} read as it is: a row for each student,
 * a column for each item, and a column {@code mode} that says how the answers came.
 */
public final class EntryFile {

  /** Typed in twice, with all differences resolved. */
  public static final String DOUBLE = "paper-double-entry";

  /** Typed in once. */
  public static final String SINGLE = "paper-single-entry";

  private static final Map<String, String> TICKED = Map.of("0", "no", "1", "yes");

  private EntryFile() {}

  /**
   * Writes the table, whole or not at all.
   *
   * @param roster adds school, grade and class of those that it knows; may be empty
   * @param date of the answers, if all sheets have the same
   */
  public static void write(
      Path file, DoubleEntry entry, List<ClassList.Entry> roster, Optional<LocalDate> date)
      throws IOException {
    Map<String, ClassList.Entry> known =
        roster.stream().collect(Collectors.toMap(ClassList.Entry::student, Function.identity()));
    try (AtomicFile atomic = AtomicFile.begin(file)) {
      try (CsvWriter csv = CsvWriter.builder()
          .lineDelimiter(LineDelimiter.LF)
          .build(TextEncoding.UTF_8_WITH_MARK.markedWriter(atomic.stream()))) {
        List<String> header = new ArrayList<>(List.of("student"));
        if (!roster.isEmpty()) {
          header.addAll(List.of("school", "grade", "class"));
        }
        date.ifPresent(day -> header.add("date"));
        header.add("mode");
        header.addAll(entry.items());
        csv.writeRecord(header);
        for (String student : entry.students()) {
          List<String> row = new ArrayList<>(List.of(student));
          if (!roster.isEmpty()) {
            row.addAll(place(Optional.ofNullable(known.get(student))));
          }
          date.ifPresent(day -> row.add(day.toString()));
          boolean twice = entry.isFinished(EntryPass.FIRST, student)
              && entry.isFinished(EntryPass.SECOND, student);
          row.add(twice ? DOUBLE : SINGLE);
          entry.items().forEach(item -> row.add(cell(entry, student, item)));
          csv.writeRecord(row.stream().map(OutputText::harmless).toList());
        }
      }
      atomic.commit();
    }
  }

  /** Whether the box is ticked is written in words, since no questionnaire says what its code means. */
  private static String cell(DoubleEntry entry, String student, String item) {
    String answer = entry.settled(student, item);
    return item.equals(DoubleEntry.HELP) ? TICKED.getOrDefault(answer, "") : answer;
  }

  private static List<String> place(Optional<ClassList.Entry> student) {
    return List.of(
        student.map(ClassList.Entry::school).orElse(""),
        student.flatMap(ClassList.Entry::grade).map(String::valueOf).orElse(""),
        student.map(ClassList.Entry::schoolClass).orElse(""));
  }
}
