package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.exchange.ClassList;
import picocli.CommandLine.Option;

/** The students for whom something is made. */
final class RosterOptions {

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description =
          "A table with a column student (学号), and perhaps name (姓名), school, grade and class.")
  private Optional<Path> roster = Optional.empty();

  @Option(
      names = "--grade",
      paramLabel = "N",
      description = "Only the students of the roster in this grade.")
  private Optional<Integer> grade = Optional.empty();

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "Only the students of the roster in this class.")
  private Optional<String> schoolClass = Optional.empty();

  /**
   * The students of the roster, if one was given, as far as they are wanted; rows that were left out are named on the
   * terminal.
   *
   * @throws IllegalArgumentException if nobody is left, or a choice of students has no roster
   */
  List<ClassList.Entry> people(Terminal terminal) throws IOException {
    if (roster.isEmpty()) {
      if (grade.isPresent() || schoolClass.isPresent()) {
        throw new IllegalArgumentException(
            "--grade and --class choose from --roster, which is missing");
      }
      return List.of();
    }
    ClassList list = ClassList.read(roster.get());
    DiagnosticPrinter.print(list.diagnostics(), terminal.err());
    List<ClassList.Entry> wanted = list.entries().stream()
        .filter(entry -> grade.isEmpty() || entry.grade().equals(grade))
        .filter(entry -> schoolClass.isEmpty() || entry.schoolClass().equals(schoolClass.get()))
        .toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          list.entries().isEmpty()
              ? "there is no student on the roster"
              : "none of the " + list.entries().size()
                  + " students on the roster is of this grade and class");
    }
    return wanted;
  }
}
