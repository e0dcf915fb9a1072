package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.xinheng.app.template.Template;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.exchange.ClassList;
import org.xinheng.exchange.SheetWriter;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code xinheng template}: workbooks that are filled in. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description =
        "Writes a workbook (XLSX) to be filled in: the table, with lists of what may be written,"
            + " and a sheet that says how in Chinese and English. It is read as it comes back,"
            + " without a map.",
    subcommands = {
      TemplateCommand.Roster.class,
      TemplateCommand.Answers.class,
      TemplateCommand.Ratings.class,
      TemplateCommand.Contacts.class
    })
final class TemplateCommand implements Runnable {

  private static final Interval ALL_GRADES = new Interval(1, 12);

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What all templates are made with. */
  static final class TemplateOptions {

    @Option(
        names = "--battery",
        required = true,
        paramLabel = "ID",
        description = "The battery, or a questionnaire; it says which grades can be chosen.")
    private String battery = "";

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE.xlsx",
        description = "The workbook.")
    private Path output = Path.of("template.xlsx");

    @Option(
        names = "--lang",
        paramLabel = "TAG",
        converter = WordConverters.OfLanguage.class,
        description = "Of the headings: zh-CN (default) or en.")
    private Language language = Language.ZH_CN;

    @Option(names = "--replace", description = "Replace a file that is there.")
    private boolean replace;

    @Mixin
    private RosterOptions roster = new RosterOptions();

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    Language language() {
      return language;
    }

    InstrumentLibrary library() {
      return libraryOptions.chosen();
    }

    List<Instrument> questionnaires() throws IOException {
      return ChosenQuestionnaires.of(battery, library());
    }

    /** @throws UnknownDefinitionException if there is neither such a battery nor such a questionnaire */
    Interval grades() throws IOException {
      InstrumentLibrary library = library();
      ChosenQuestionnaires.of(battery, library);
      return library.ids(Kind.BATTERY).contains(battery)
          ? library.battery(battery).grades()
          : ALL_GRADES;
    }

    int write(Template template, Terminal terminal) throws IOException {
      if (!output.toString().toLowerCase(Locale.ROOT).endsWith(SheetWriter.WORKBOOK_ENDING)) {
        throw new IllegalArgumentException("a template is a workbook; its name must end in "
            + SheetWriter.WORKBOOK_ENDING + ": " + output);
      }
      if (Files.exists(output) && !replace) {
        throw new IllegalArgumentException(
            "there is a file already: " + output + "; --replace writes over it");
      }
      List<ClassList.Entry> students = roster.people(terminal);
      template.write(output, students);
      terminal
          .out()
          .println("written: " + output
              + (students.isEmpty() ? "" : ", " + students.size() + " students"));
      return 0;
    }
  }

  /** {@code xinheng template roster}. */
  @Command(
      name = "roster",
      mixinStandardHelpOptions = true,
      description = "A list of students, for a campaign.")
  static final class Roster implements Callable<Integer> {

    @Mixin
    private TemplateOptions options = new TemplateOptions();

    private final Terminal terminal;

    Roster(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      return options.write(Template.roster(options.grades(), options.language()), terminal);
    }
  }

  /** {@code xinheng template answers}. */
  @Command(
      name = "answers",
      mixinStandardHelpOptions = true,
      description = "Answers to the questionnaires of the battery, a column an item.")
  static final class Answers implements Callable<Integer> {

    @Mixin
    private TemplateOptions options = new TemplateOptions();

    private final Terminal terminal;

    Answers(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      return options.write(
          Template.answers(options.questionnaires(), options.grades(), options.language()),
          terminal);
    }
  }

  /** {@code xinheng template contacts}. */
  @Command(
      name = "contacts",
      mixinStandardHelpOptions = true,
      description = "Contacts with students and guardians after a campaign.")
  static final class Contacts implements Callable<Integer> {

    @Mixin
    private TemplateOptions options = new TemplateOptions();

    private final Terminal terminal;

    Contacts(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      return options.write(Template.contacts(options.grades(), options.language()), terminal);
    }
  }

  /** {@code xinheng template ratings}. */
  @Command(
      name = "ratings",
      mixinStandardHelpOptions = true,
      description = "Ratings by class teachers, who may say that they cannot judge.")
  static final class Ratings implements Callable<Integer> {

    @Option(
        names = "--form",
        paramLabel = "ID",
        description = "The questionnaire for class teachers; default ${DEFAULT-VALUE}.")
    private String form = "teacher-brief-rating";

    @Mixin
    private TemplateOptions options = new TemplateOptions();

    private final Terminal terminal;

    Ratings(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      Instrument instrument = options.library().questionnaire(form);
      if (!instrument.about().informants().contains(Informant.CLASS_TEACHER)) {
        throw new IllegalArgumentException(
            "'" + form + "' is not for class teachers; xinheng list --informant class-teacher names"
                + " those that are");
      }
      return options.write(
          Template.ratings(instrument, options.grades(), options.language()), terminal);
    }
  }
}
