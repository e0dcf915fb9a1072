package org.xinheng.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.app.show.Grid;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.definition.WordingDraft;
import org.xinheng.definition.WordingFolder;
import org.xinheng.definition.WordingPack;
import org.xinheng.definition.WordingYaml;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.DiagnosticText;
import org.xinheng.exchange.AtomicFile;
import org.xinheng.exchange.WordingTable;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xinheng wording}: the wording packs of a school. What a pack holds is never printed. */
@Command(
    name = "wording",
    mixinStandardHelpOptions = true,
    description =
        "Installs the wording that students read. It is not part of Xinheng: a school imports what"
            + " it may use, into a folder of its own.",
    subcommands = {
      WordingCommand.Import.class,
      WordingCommand.Installed.class,
      WordingCommand.ExportTemplate.class
    })
final class WordingCommand implements Runnable {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Where packs are kept. */
  static final class PacksOption {

    @Option(
        names = "--packs",
        paramLabel = "DIR",
        description = "The folder of the installed packs; default ~/.xinheng/wording.")
    private Path folder = WordingFolder.usual();

    WordingFolder folder() {
      return WordingFolder.at(folder);
    }
  }

  /** {@code xinheng wording import}. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Checks a file of wording against its questionnaire and installs it. The file is YAML,"
              + " as export-template writes it, or CSV with the columns item and text, whose rows"
              + " are items (1, 2, ...), answers (frequency.0) and version, form, source, licence,"
              + " instruction.")
  static final class Import implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID|FILE", description = "The questionnaire.")
    private String questionnaire = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The wording: .yaml, or CSV.")
    private Path file = Path.of("");

    @Option(
        names = "--language",
        paramLabel = "TAG",
        converter = WordConverters.OfLanguage.class,
        description = "zh-CN or en; needed for CSV, and compared with the file for YAML.")
    private Optional<Language> language = Optional.empty();

    @Option(names = "--replace", description = "Replace an installed pack of the language.")
    private boolean replace;

    @Mixin
    private PacksOption packs = new PacksOption();

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    private final Terminal terminal;

    Import(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      Instrument instrument = libraryOptions.chosen().questionnaire(questionnaire);
      WordingDraft.Result result = draft().against(instrument);
      printWithoutText(result.diagnostics(), terminal.err());
      return result.pack().isPresent() ? install(result.pack().get()) : Main.DATA_AT_FAULT;
    }

    private WordingDraft draft() throws IOException {
      if (isYaml(file)) {
        if (!Files.isRegularFile(file)) {
          throw new NoSuchFileException(file.toString());
        }
        return WordingYaml.read(SourceText.read(file));
      }
      WordingDraft draft = WordingTable.read(file);
      language.ifPresent(tag -> draft.putIfAbsent("language", tag.tag()));
      return draft;
    }

    private int install(WordingPack pack) throws IOException {
      if (language.isPresent() && language.get() != pack.language()) {
        throw new IllegalArgumentException("--language is " + language.get().tag()
            + ", and the file is in " + pack.language().tag());
      }
      Path target = packs.folder().fileOf(pack.questionnaire(), pack.language());
      if (Files.exists(target) && !replace) {
        throw new IllegalArgumentException(
            "there is a pack already: " + target + "; --replace puts this one in its place");
      }
      Files.createDirectories(target.toAbsolutePath().resolveSibling(""));
      writeWhole(target, WordingYaml.write(pack));
      terminal
          .out()
          .printf("installed: %s, %d items, in %s%n", pack, pack.items().size(), target);
      return 0;
    }
  }

  /** {@code xinheng wording list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the installed packs, and whether they still fit their questionnaires.")
  static final class Installed implements Callable<Integer> {

    @Mixin
    private PacksOption packs = new PacksOption();

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    private final Terminal terminal;

    Installed(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      List<WordingFolder.Installed> all = packs.folder().installed();
      if (all.isEmpty()) {
        terminal.out().println("no pack is installed");
        return 0;
      }
      InstrumentLibrary library = libraryOptions.chosen();
      Grid grid = Grid.at(0).row("questionnaire", "language", "version", "state", "file");
      boolean allFit = true;
      for (WordingFolder.Installed one : all) {
        State state = state(one, library);
        allFit &= state.fits();
        grid.row(
            one.questionnaire(),
            one.language().tag(),
            state.version(),
            state.words(),
            String.valueOf(one.file().getFileName()));
      }
      grid.lines(terminal.columns()).forEach(terminal.out()::println);
      return allFit ? 0 : Main.DATA_AT_FAULT;
    }

    /** Whether a pack can be used. */
    private record State(boolean fits, String version, String words) {}

    private State state(WordingFolder.Installed one, InstrumentLibrary library) throws IOException {
      try {
        WordingPack pack = packs
            .folder()
            .pack(library.questionnaire(one.questionnaire()), one.language())
            .orElseThrow();
        return new State(true, pack.version(), "fits");
      } catch (UnknownDefinitionException e) {
        return new State(false, "", "there is no such questionnaire");
      } catch (DefinitionException e) {
        long errors = e.diagnostics().stream().filter(Diagnostic::isError).count();
        return new State(false, "", "does not fit: " + errors + " errors; import it again");
      }
    }
  }

  /** {@code xinheng wording export-template}. */
  @Command(
      name = "export-template",
      mixinStandardHelpOptions = true,
      description = "Writes an empty pack, with every item and answer, to fill in and import.")
  static final class ExportTemplate implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID|FILE", description = "The questionnaire.")
    private String questionnaire = "";

    @Option(
        names = "--language",
        paramLabel = "TAG",
        converter = WordConverters.OfLanguage.class,
        description = "zh-CN (default) or en.")
    private Language language = Language.ZH_CN;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Where it goes, in UTF-8; otherwise it is printed.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--replace", description = "Replace a file that is there.")
    private boolean replace;

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    private final Terminal terminal;

    ExportTemplate(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      Instrument instrument = libraryOptions.chosen().questionnaire(questionnaire);
      String template = WordingYaml.template(instrument, language);
      if (output.isEmpty()) {
        terminal.out().print(template);
        return 0;
      }
      Path file = output.get();
      if (Files.exists(file) && !replace) {
        throw new IllegalArgumentException(
            "there is a file already: " + file + "; --replace writes over it");
      }
      writeWhole(file, template);
      terminal.out().println("written: " + file);
      return 0;
    }
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static void writeWhole(Path file, String text) throws IOException {
    try (AtomicFile whole = AtomicFile.begin(file)) {
      whole.stream().write(text.getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
  }

  /** Without the line that a fault stands on, since that is wording. */
  private static void printWithoutText(List<Diagnostic> diagnostics, PrintWriter to) {
    diagnostics.forEach(diagnostic -> to.println(DiagnosticText.of(diagnostic, "")));
  }
}
