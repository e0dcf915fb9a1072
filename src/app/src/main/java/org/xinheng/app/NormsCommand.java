package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.xinheng.app.study.NormCsv;
import org.xinheng.app.study.NormReport;
import org.xinheng.app.study.NormSetFiles;
import org.xinheng.app.study.StudyRun;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.exchange.AudienceColumn;
import org.xinheng.exchange.DataColumns;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.validation.norming.NormingOptions;
import org.xinheng.validation.norming.NormingResult;
import org.xinheng.validation.norming.NormingStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng norms}: what raw scores are worth among people of one's own. */
@Command(
    name = "norms",
    mixinStandardHelpOptions = true,
    description =
        "Makes local norms of a score: percentile ranks, T, normalised T, stanine and sten by"
            + " group, or norms that change continuously over age or grade. Writes study.json, CSV"
            + " tables and report.html; with --write a norm set that xinheng score --norms takes.")
final class NormsCommand implements Callable<Integer> {

  private static final int MOST_LISTED = 500;

  @Parameters(
      paramLabel = "DATA",
      description =
          "CSV in UTF-8 or GB18030; comma, semicolon or tab. Empty cells and NA are missing.")
  private Path input = Path.of("");

  @Option(
      names = "--score",
      required = true,
      paramLabel = "COL",
      description = "The column of scores, such as phq-9.total.")
  private String score = "";

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "COL",
      description = "Columns that part the groups, such as sex,grade.")
  private List<String> by = new ArrayList<>();

  @Option(
      names = "--over",
      paramLabel = "COL",
      description =
          "The column of age or grade over which norms change continuously, as numbers; ages may"
              + " have decimals.")
  private Optional<String> over = Optional.empty();

  @Option(
      names = "--least",
      paramLabel = "N",
      description = "The fewest people that a group, or an age of --over, may have; default"
          + " ${DEFAULT-VALUE}.")
  private int least = 30;

  @Option(
      names = "--band",
      paramLabel = "W",
      description =
          "The width of the age groups that are ranked, with --over; without it each age that"
              + " occurs, or about 100 people.")
  private double band;

  @Option(
      names = "--powers",
      paramLabel = "L,A",
      split = ",",
      description = "The highest powers of the location and of age, with --over; default 4,3.")
  private List<Integer> powers = List.of(4, 3);

  @Option(
      names = "--write",
      paramLabel = "ID",
      description =
          "Writes a norm set of this id to DIR/instruments/norms. The score is then one of a"
              + " questionnaire, such as phq-9.total.")
  private Optional<String> write = Optional.empty();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "What the norm set lists: percentile (default), normalised-t, or mean, which holds mean"
              + " and standard deviation.")
  private String form = "percentile";

  @Option(
      names = "--date",
      paramLabel = "TEXT",
      description = "When the data were collected, for the norm set, such as 2026-10.")
  private String date = "";

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private ReportOutput output = new ReportOutput();

  private final Terminal terminal;

  NormsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A score of a questionnaire. */
  private record Normed(Instrument instrument, Scale scale) {}

  @Override
  public Integer call() throws IOException {
    NormingOptions options = options();
    InstrumentLibrary library = source.library();
    Optional<Normed> normed = normed(library);
    if (write.isPresent() && normed.isEmpty()) {
      throw new IllegalArgumentException("--write: '" + score
          + "' is no score of a questionnaire; write such as phq-9.total, and --with if it is"
          + " one of your own");
    }
    NormSetFiles.Form wanted = form();
    Set<String> headings = new LinkedHashSet<>(List.of(score));
    headings.addAll(by);
    over.ifPresent(headings::add);
    DataColumns columns = source.columns(input, headings, terminal);
    NormingResult result = result(columns, normed, options);
    StudyRun<NormingResult> run = output.run(input, columns, result);
    output.write(run, NormReport.html(run, output.language()));
    NormCsv.write(output.folder(), result);
    report(result);
    if (write.isPresent() && normed.isPresent()) {
      write(run, normed.get(), wanted, library);
    }
    return 0;
  }

  private NormingOptions options() {
    if (powers.size() != 2) {
      throw new IllegalArgumentException("--powers: write two numbers, such as 4,3");
    }
    return NormingOptions.defaults()
        .withLeastPeople(least)
        .withBand(band)
        .withPowers(powers.get(0), powers.get(1));
  }

  private NormSetFiles.Form form() {
    return switch (form.toLowerCase(Locale.ROOT)) {
      case "percentile" -> NormSetFiles.Form.PERCENTILE;
      case "normalised-t" -> NormSetFiles.Form.NORMALISED_T;
      case "mean" -> NormSetFiles.Form.MEAN;
      default ->
        throw new IllegalArgumentException(
            "--form: write percentile, normalised-t or mean, not '" + form + "'");
    };
  }

  /** The scale whose score the column has the name of, if the questionnaire is named or known. */
  private Optional<Normed> normed(InstrumentLibrary library) throws IOException {
    int dot = score.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String id = score.substring(0, dot);
    Optional<Instrument> named = source.named(id, library);
    if (named.isEmpty() && !library.ids(Kind.QUESTIONNAIRE).contains(id)) {
      return Optional.empty();
    }
    Instrument instrument = named.isPresent() ? named.get() : library.questionnaire(id);
    return instrument
        .scale(score.substring(dot + 1))
        .filter(scale -> instrument.id().equals(id))
        .map(scale -> new Normed(instrument, scale));
  }

  private NormingResult result(
      DataColumns columns, Optional<Normed> normed, NormingOptions options) {
    double[] raw = columns.numbers(score);
    List<List<String>> groups = by.stream().map(columns::texts).toList();
    List<Double> listed = normed.map(of -> listed(of.scale())).orElse(List.of());
    if (over.isEmpty()) {
      return NormingStudy.byGroup(score, raw, by, groups, listed, options);
    }
    boolean isAge = AudienceColumn.ofHeading(over.get())
        .filter(column -> column.word().equals("age"))
        .isPresent();
    return NormingStudy.overAge(
        score,
        raw,
        by,
        groups,
        listed,
        over.get(),
        columns.numbers(over.get()),
        isAge,
        options,
        StudyOutput.WATCH);
  }

  /** The whole numbers of the range of a scale; none where scores have decimals. */
  private static List<Double> listed(Scale scale) {
    boolean isWhole = scale.lowest().stripTrailingZeros().scale() <= 0
        && scale.highest().stripTrailingZeros().scale() <= 0;
    int lowest = scale.lowest().intValue();
    int highest = scale.highest().intValue();
    return isWhole && highest - lowest < MOST_LISTED
        ? IntStream.rangeClosed(lowest, highest).asDoubleStream().boxed().toList()
        : List.of();
  }

  private void write(
      StudyRun<NormingResult> run,
      Normed normed,
      NormSetFiles.Form wanted,
      InstrumentLibrary library)
      throws IOException {
    Path folder = output.folder().resolve("instruments");
    NormSetFiles.Options options = new NormSetFiles.Options(
        write.orElseThrow(), normed.instrument(), normed.scale(), wanted, date);
    Path file = new NormSetFiles(run, options).write(folder, library);
    terminal.out().println("norm set written to " + file);
    terminal
        .out()
        .println("score with it: xinheng score ANSWERS --with "
            + normed.instrument().id() + " --norms " + file + " --out scores.csv");
  }

  private void report(NormingResult result) throws IOException {
    long enough = result.groups().stream().filter(NormingResult.Group::isEnough).count();
    terminal
        .out()
        .printf(
            "%,d people with a score; %d of %d groups have at least %d%n",
            result.withScore(), enough, result.groups().size(), result.leastPeople());
    for (NormingResult.Group group : result.groups()) {
      String name = group.values().isEmpty() ? "all" : String.join(", ", group.values());
      group
          .table()
          .forEach(table -> terminal
              .out()
              .printf(
                  "%s: n %,d, mean %.2f, sd %.2f%n", name, table.n(), table.mean(), table.sd()));
      group
          .continuous()
          .forEach(of -> terminal
              .out()
              .printf(
                  "%s: n %,d, %d terms, R squared %.4f, %s%n",
                  name,
                  group.n(),
                  of.chosen().terms(),
                  of.chosen().r2(),
                  of.chosen().isMonotone() ? "monotone" : "not monotone at every age"));
    }
    if (result.withScore() == 0) {
      terminal.err().println("warning: nobody has a score in '" + score + "'");
    }
    if (enough < result.groups().size()) {
      terminal
          .err()
          .println("warning: groups with fewer than " + result.leastPeople()
              + " people, without norms: " + (result.groups().size() - enough));
    }
    result.groups().stream()
        .filter(group ->
            group.isEnough() && group.table().isEmpty() && group.continuous().isEmpty())
        .forEach(group -> terminal
            .err()
            .println("warning: " + String.join(", ", group.values())
                + (group.values().isEmpty() ? "" : ": ")
                + "fewer than three ages have enough people, or all scores are the same;"
                + " there are no norms"));
    output.end(terminal);
  }
}
