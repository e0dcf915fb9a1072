package org.xinheng.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xinheng.exchange.AtomicFile;
import org.xinheng.exchange.ClassList;
import org.xinheng.instrument.Language;
import picocli.CommandLine.Option;

/** Where a page goes, in which language, and for whom. */
final class PaperOptions {

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      converter = WordConverters.OfLanguage.class,
      description = "zh-CN (default) or en.")
  private Language language = Language.ZH_CN;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description =
          "A CSV with a column student (学号), and perhaps name (姓名), school, grade and class.")
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

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The page, in HTML; a browser prints it on A4 paper.")
  private Path output = Path.of("page.html");

  @Option(names = "--replace", description = "Replace a file that is there.")
  private boolean replace;

  Language language() {
    return language;
  }

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
          "no student of the roster is left; there are " + list.entries().size() + " in it");
    }
    return wanted;
  }

  /** Writes the page, whole or not at all. */
  void write(String page, Terminal terminal, OptionalInt sheets) throws IOException {
    if (Files.exists(output) && !replace) {
      throw new IllegalArgumentException(
          "there is a file already: " + output + "; --replace writes over it");
    }
    try (AtomicFile whole = AtomicFile.begin(output)) {
      whole.stream().write(page.getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
    terminal
        .out()
        .println("written: " + output
            + (sheets.isPresent()
                ? ", " + sheets.getAsInt() + (sheets.getAsInt() == 1 ? " sheet" : " sheets")
                : ""));
  }
}
