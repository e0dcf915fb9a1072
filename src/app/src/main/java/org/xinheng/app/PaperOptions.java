package org.xinheng.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.xinheng.exchange.AtomicFile;
import org.xinheng.exchange.ClassList;
import org.xinheng.instrument.Language;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a page goes, in which language, and for whom. */
final class PaperOptions {

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      converter = WordConverters.OfLanguage.class,
      description = "zh-CN (default) or en.")
  private Language language = Language.ZH_CN;

  @Mixin
  private RosterOptions roster = new RosterOptions();

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

  /** The students for whom it is, if a roster was given. */
  List<ClassList.Entry> people(Terminal terminal) throws IOException {
    return roster.people(terminal);
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
