package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.entry.EntryDialog;
import org.xinheng.app.entry.Keys;
import org.xinheng.app.entry.RawTerminal;
import org.xinheng.app.entry.StreamKeys;
import org.xinheng.exchange.ClassList;
import org.xinheng.exchange.DoubleEntry;
import org.xinheng.exchange.EntryFile;
import org.xinheng.exchange.EntryJournal;
import org.xinheng.exchange.EntryPass;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng enter}: paper sheets typed in, twice. */
@Command(
    name = "enter",
    mixinStandardHelpOptions = true,
    description =
        "Types paper sheets in, with one key for each answer, and a second time by somebody else;"
            + " lists where the two differ, has it typed once more, and writes a CSV that xinheng"
            + " score reads as it is. Each key is on the disk before the next item is asked for,"
            + " in a journal beside the CSV: start the command again to go on.")
final class EnterCommand implements Callable<Integer> {

  private static final String JOURNAL_ENDING = ".journal";
  private static final String MENU =
      "f first pass · s second pass · l list disagreements · r resolve them · d drop a sheet · w"
          + " write the CSV · q leave: ";

  @Parameters(paramLabel = "ID|BATTERY", description = "The questionnaire or battery.")
  private String id = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "The table that is written at the end. The journal is FILE.csv.journal; it holds answers"
              + " of students too.")
  private Path output = Path.of("answers.csv");

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = "Whose sheets are expected, in this order; adds school, grade and class.")
  private Optional<Path> roster = Optional.empty();

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day on which the sheets were answered, for all of them.")
  private Optional<LocalDate> date = Optional.empty();

  @Option(
      names = "--single",
      description =
          "Write the CSV also of sheets that were typed in once; the column mode says which.")
  private boolean single;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      converter = WordConverters.OfLanguage.class,
      description = "Of the topics beside the numbers: zh-CN (default) or en.")
  private Language language = Language.ZH_CN;

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;
  private final Optional<Keys> scripted;

  EnterCommand(Terminal terminal) {
    this(terminal, Optional.empty());
  }

  /** With keys from somewhere else than the terminal. */
  EnterCommand(Terminal terminal, Keys keys) {
    this(terminal, Optional.of(keys));
  }

  private EnterCommand(Terminal terminal, Optional<Keys> scripted) {
    this.terminal = terminal;
    this.scripted = scripted;
  }

  @Override
  public Integer call() throws IOException {
    List<Instrument> questionnaires = ChosenQuestionnaires.of(id, libraryOptions.chosen());
    List<ClassList.Entry> people = people();
    Path journalFile = output.resolveSibling(output.getFileName() + JOURNAL_ENDING);
    if (Files.exists(output) && !Files.exists(journalFile)) {
      throw new IllegalArgumentException(
          "there is a file already that was not made here: " + output);
    }
    try (EntryJournal journal = EntryJournal.open(journalFile, questionnaires)) {
      if (scripted.isPresent()) {
        return run(journal, questionnaires, people, scripted.get());
      }
      Optional<RawTerminal> raw = terminal.isInteractive() ? RawTerminal.open() : Optional.empty();
      try (@Nullable RawTerminal restored = raw.orElse(null)) {
        Keys keys = new StreamKeys(System.in, Terminal.inputCharset(), restored == null);
        return run(journal, questionnaires, people, keys);
      }
    }
  }

  private List<ClassList.Entry> people() throws IOException {
    if (roster.isEmpty()) {
      return List.of();
    }
    ClassList list = ClassList.read(roster.get());
    DiagnosticPrinter.print(list.diagnostics(), terminal.err());
    return list.entries();
  }

  private int run(
      EntryJournal journal,
      List<Instrument> questionnaires,
      List<ClassList.Entry> people,
      Keys keys)
      throws IOException {
    EntryDialog dialog =
        new EntryDialog(journal, questionnaires, people, language, keys, terminal.out());
    boolean written = false;
    while (true) {
      terminal.out().println(dialog.state());
      switch (dialog.choice(MENU)) {
        case 'f' -> dialog.type(EntryPass.FIRST);
        case 's' -> dialog.type(EntryPass.SECOND);
        case 'l' -> dialog.list();
        case 'r' -> dialog.resolve();
        case 'd' -> dialog.drop();
        case 'w' -> written = write(journal.entry(), dialog, people);
        case 'q', Keys.LEAVE -> {
          return left(journal.entry(), written);
        }
        default -> terminal.out().println("no such key");
      }
    }
  }

  private int left(DoubleEntry entry, boolean written) {
    if (!written && !entry.students().isEmpty()) {
      terminal.out().println("all is kept; start the same command again to go on");
    }
    return 0;
  }

  private boolean write(DoubleEntry entry, EntryDialog dialog, List<ClassList.Entry> people)
      throws IOException {
    if (entry.students().isEmpty()) {
      terminal.out().println("nothing is typed in yet");
      return false;
    }
    List<String> rest = dialog.notTwice();
    boolean begun = rest.stream()
        .anyMatch(student -> !entry.isFinished(EntryPass.FIRST, student)
            && !entry.isFinished(EntryPass.SECOND, student));
    if (begun) {
      terminal.out().println("a sheet is not typed to its end; go on with it, or drop it");
      return false;
    }
    if (!rest.isEmpty() && !single) {
      terminal
          .out()
          .println(rest.size()
              + (rest.size() == 1 ? " sheet was" : " sheets were")
              + " typed in once only; do the other pass, or start with --single");
      return false;
    }
    if (!entry.disagreements().isEmpty()) {
      terminal.out().println("the passes disagree; resolve that first");
      return false;
    }
    EntryFile.write(output, entry, people, date);
    terminal
        .out()
        .println("written: " + output + ", " + entry.students().size()
            + (entry.students().size() == 1 ? " sheet" : " sheets"));
    return true;
  }
}
