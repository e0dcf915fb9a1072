package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.xinheng.app.study.IrtReport;
import org.xinheng.app.study.IrtTables;
import org.xinheng.app.study.IrtWarningText;
import org.xinheng.app.study.ItemBankFiles;
import org.xinheng.app.study.Shown;
import org.xinheng.app.study.StudyRun;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.AnswerColumns;
import org.xinheng.exchange.DataColumns;
import org.xinheng.exchange.KeyedItems;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Scale;
import org.xinheng.validation.irt.IrtModel;
import org.xinheng.validation.irt.IrtResult;
import org.xinheng.validation.irt.IrtStudy;
import org.xinheng.validation.irt.ItemAnswers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng irt}: parameters of items by item response theory, and how well they fit. */
@Command(
    name = "irt",
    mixinStandardHelpOptions = true,
    description =
        "Estimates the parameters of items by item response theory: Rasch, two-parameter, graded"
            + " or generalised partial credit; standard errors, information, curves, fit of items,"
            + " people and the whole. Writes study.json, CSV tables and report.html.")
final class IrtCommand implements Callable<Integer> {

  /** The models by their words. */
  enum Model {
    RASCH(IrtModel.RASCH),
    TWO_PL(IrtModel.TWO_PARAMETER),
    GRADED(IrtModel.GRADED),
    GPCM(IrtModel.PARTIAL_CREDIT);

    private final IrtModel model;

    Model(IrtModel model) {
      this.model = model;
    }

    String word() {
      return this == TWO_PL ? "2pl" : name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "DATA",
      description =
          "CSV in UTF-8 or GB18030; comma, semicolon or tab. Empty cells and NA are missing.")
  private Path input = Path.of("");

  @Option(
      names = "--items",
      arity = "1..*",
      paramLabel = "COL",
      description = "The columns of the items, without --with.")
  private List<String> items = new ArrayList<>();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description =
          "The scale whose items are studied, with --with, such as phq-9.total; keyed as it says."
              + " The total, or the only one, if nothing is said.")
  private Optional<String> scale = Optional.empty();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description =
          "rasch or 2pl, for items with two answers; graded or gpcm, for any number of ordered"
              + " answers.")
  private String model = "";

  @Option(
      names = "--persons",
      description = "Also write persons.csv: levels of everybody, by row, and how well they fit.")
  private boolean withPersons;

  @Option(
      names = "--id",
      paramLabel = "COL",
      description = "What rows of persons.csv are called instead of by their number.")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--write-bank",
      paramLabel = "NAME",
      description =
          "With --with: writes the parameters into a copy of the questionnaire, as a scale of this"
              + " name that estimates the level, in DIR/instruments.")
  private Optional<String> writeBank = Optional.empty();

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private ReportOutput output = new ReportOutput();

  private final Terminal terminal;

  IrtCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Items as everybody answered them, and where they come from. */
  private record Answers(DataColumns columns, List<ItemAnswers> items) {}

  @Override
  public Integer call() throws IOException {
    IrtModel chosen = chosen();
    InstrumentLibrary library = source.library();
    if (source.isScored() != items.isEmpty()) {
      throw new IllegalArgumentException(
          "write either --items, for columns as they are, or --with, for a questionnaire");
    }
    if (!source.isScored() && writeBank.isPresent()) {
      throw new IllegalArgumentException(
          "--write-bank: parameters are written into a questionnaire; name it with --with");
    }
    Optional<Instrument> instrument = source.only(library);
    Answers answers = instrument.isPresent() ? scored(instrument.get()) : plain();
    IrtStudy.Outcome outcome = IrtStudy.run(chosen, answers.items(), StudyOutput.WATCH);
    StudyRun<IrtResult> run = output.run(input, answers.columns(), outcome.result());
    output.write(run, IrtReport.html(run, output.language()));
    IrtTables.write(output.folder(), outcome.result());
    if (withPersons || id.isPresent()) {
      List<String> ids = id.map(answers.columns()::texts).orElse(List.of());
      IrtTables.writePersons(output.folder().resolve("persons.csv"), outcome, ids);
    }
    report(outcome.result());
    if (instrument.isPresent() && writeBank.isPresent()) {
      bank(run, instrument.get(), library);
    }
    return 0;
  }

  private IrtModel chosen() {
    for (Model known : Model.values()) {
      if (known.word().equals(model.toLowerCase(Locale.ROOT))) {
        return known.model;
      }
    }
    throw new IllegalArgumentException(
        "--model: write rasch, 2pl, graded or gpcm, not '" + model + "'");
  }

  private Answers plain() throws IOException {
    Set<String> headings = new LinkedHashSet<>(items);
    id.ifPresent(headings::add);
    DataColumns columns = DataColumns.read(input, headings);
    List<ItemAnswers> answers = new ArrayList<>();
    for (String item : new LinkedHashSet<>(items)) {
      answers.add(ItemAnswers.of(item, columns.numbers(item)));
    }
    return new Answers(columns, answers);
  }

  private Answers scored(Instrument instrument) throws IOException {
    Scale studied = scaleOf(instrument);
    AnswerColumns read = source.answers(input, terminal);
    String name = instrument.id() + "." + studied.id();
    KeyedItems keyed = read.scales().stream()
        .filter(of -> of.scale().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "--scale: '" + name + "' is not made of two or more items"));
    double[][] rows = keyed.answers();
    List<ItemAnswers> answers = new ArrayList<>();
    for (int j = 0; j < keyed.items().size(); j++) {
      TreeSet<Double> values = new TreeSet<>();
      var key = studied.keying().keys().get(j);
      instrument
          .item(key.item())
          .flatMap(instrument::scorable)
          .ifPresent(responses -> studied
              .contributions(key, responses)
              .forEach(value -> values.add(value.doubleValue())));
      List<Double> given = new ArrayList<>();
      for (double[] row : rows) {
        given.add(row[j]);
      }
      answers.add(new ItemAnswers(keyed.items().get(j), List.copyOf(values), given));
    }
    DataColumns columns = read.columns();
    id.ifPresent(heading -> columns.require(Set.of(heading)));
    return new Answers(columns, answers);
  }

  private Scale scaleOf(Instrument instrument) {
    if (scale.isEmpty() && instrument.scales().size() == 1) {
      return instrument.scales().get(0);
    }
    String prefix = instrument.id() + ".";
    String said = scale.orElse("total");
    String wanted = said.startsWith(prefix) ? said.substring(prefix.length()) : said;
    return instrument
        .scale(wanted)
        .orElseThrow(() -> new IllegalArgumentException("--scale: '" + instrument.id()
            + "' has no scale '" + wanted + "'; it has "
            + String.join(", ", instrument.scales().stream().map(Scale::id).toList())));
  }

  private void bank(StudyRun<IrtResult> run, Instrument instrument, InstrumentLibrary library)
      throws IOException {
    Path folder = output.folder().resolve("instruments");
    Path file = new ItemBankFiles(run, instrument, scaleOf(instrument))
        .write(folder, writeBank.orElseThrow(), library);
    terminal.out().println("item bank written to " + file);
    terminal
        .out()
        .println("score with it: xinheng score ANSWERS --with " + instrument.id()
            + " --instruments " + folder + " --out scores.csv");
  }

  private void report(IrtResult result) throws IOException {
    terminal
        .out()
        .printf(
            "%,d people, %d items; log-likelihood %.3f, AIC %.2f, BIC %.2f%n",
            result.people(),
            result.items().size(),
            result.logLikelihood(),
            result.aic(),
            result.bic());
    if (!Double.isNaN(result.overall().m2())) {
      terminal
          .out()
          .printf(
              "M2 %.2f, df %d, p %s, RMSEA %.3f; marginal reliability %.3f%n",
              result.overall().m2(),
              result.overall().df(),
              Shown.p(result.overall().p()),
              result.overall().rmsea(),
              result.marginalReliability());
    }
    result
        .warnings()
        .forEach(warning ->
            terminal.err().println("warning: " + IrtWarningText.of(warning, Language.EN)));
    output.end(terminal);
  }
}
