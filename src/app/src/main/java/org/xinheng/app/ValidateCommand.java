package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.xinheng.app.study.CriterionStudy;
import org.xinheng.app.study.CutOffFiles;
import org.xinheng.app.study.Shown;
import org.xinheng.app.study.SimulationFiles;
import org.xinheng.app.study.StudyReport;
import org.xinheng.app.study.StudyRun;
import org.xinheng.app.study.StudyTables;
import org.xinheng.exchange.DataColumns;
import org.xinheng.validation.Direction;
import org.xinheng.validation.planning.RatePlan;
import org.xinheng.validation.study.AccuracyStudy;
import org.xinheng.validation.study.CutRule;
import org.xinheng.validation.study.ScoreResult;
import org.xinheng.validation.study.SimulatedStudy;
import org.xinheng.validation.study.StudyData;
import org.xinheng.validation.study.StudyOptions;
import org.xinheng.validation.study.StudyResult;
import org.xinheng.validation.study.TierAim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng validate}: how well scores tell cases from others, and where to cut. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description =
        "Studies scores against a criterion: ROC curves, cut-offs with intervals and corrected for"
            + " having been chosen, use at another prevalence, decision curves, accuracy by group."
            + " Writes study.json, CSV tables and report.html.")
final class ValidateCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description =
          "CSV in UTF-8 or GB18030; comma, semicolon or tab. Empty cells and NA are missing.")
  private Path input = Path.of("");

  @Mixin
  private CriterionColumns criterion = new CriterionColumns();

  @Option(
      names = "--by",
      arity = "1..*",
      paramLabel = "COL",
      description = "Columns of groups whose accuracy is compared.")
  private List<String> by = new ArrayList<>();

  @Option(
      names = "--cluster",
      paramLabel = "COL",
      description = "The column of schools or classes; whole ones are then drawn for intervals.")
  private Optional<String> cluster = Optional.empty();

  @Option(
      names = "--prevalence",
      paramLabel = "P",
      description = "Share of cases where the score is to be used, such as 0.05.")
  private Optional<Double> prevalence = Optional.empty();

  @Option(
      names = "--cost",
      paramLabel = "FN:FP",
      description = "What a missed case costs beside a false alarm, such as 10:1.")
  private Optional<String> cost = Optional.empty();

  @Option(
      names = "--capacity",
      paramLabel = "N",
      description = "How many of 1,000 students screened can be followed up.")
  private Optional<Double> capacity = Optional.empty();

  @Option(
      names = "--cut",
      paramLabel = "RULE|VALUE",
      description =
          "The cut-off that is looked at closely: youden, top-left, f1, kappa, sensitivity,"
              + " specificity, cost, capacity, or a number that was fixed beforehand. Without it"
              + " cost if --cost is given, else youden.")
  private Optional<String> cut = Optional.empty();

  @Option(
      names = "--least-sensitivity",
      paramLabel = "P",
      description = "What the rule 'sensitivity' asks for; default ${DEFAULT-VALUE}.")
  private double leastSensitivity = 0.9;

  @Option(
      names = "--least-specificity",
      paramLabel = "P",
      description = "What the rule 'specificity' asks for; default ${DEFAULT-VALUE}.")
  private double leastSpecificity = 0.9;

  @Option(
      names = "--tiers",
      paramLabel = "P2:P3",
      description =
          "Two cut-offs at once: shares of cases that tiers 2 and 3 together, and tier 3 alone,"
              + " are to hold, such as 0.9:0.5.")
  private Optional<String> tiers = Optional.empty();

  @Option(
      names = "--tier-worth",
      paramLabel = "A,B,C:D,E,F",
      description =
          "Two cut-offs at once: what it is worth that no case is in tier 1, 2, 3, and that a case"
              + " is, such as 0,-1,-3:-20,5,10.")
  private Optional<String> tierWorth = Optional.empty();

  @Option(
      names = "--write-cutoff",
      paramLabel = "ID[.SCALE]",
      description =
          "Writes the chosen cut-off of the first score into a copy of this questionnaire, in"
              + " DIR/instruments.")
  private Optional<String> writeCutoff = Optional.empty();

  @Option(
      names = "--simulate",
      paramLabel = "N",
      description =
          "Instead of a study: makes data of N invented people whose truth is known, and says how"
              + " many people a study needs.")
  private Optional<Integer> simulate = Optional.empty();

  @Option(
      names = "--auc",
      paramLabel = "A",
      description =
          "The area under the curve before rounding, with --simulate; default ${DEFAULT-VALUE}.")
  private double latentArea = 0.85;

  @Option(
      names = "--largest-score",
      paramLabel = "N",
      description = "The largest score, with --simulate; default ${DEFAULT-VALUE}.")
  private int largestScore = 27;

  @Option(
      names = "--precision",
      paramLabel = "W",
      description =
          "Half the width that intervals of the sensitivity are to have, with --simulate; default"
              + " ${DEFAULT-VALUE}.")
  private double precision = 0.07;

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private StudyOutput output = new StudyOutput();

  private final Terminal terminal;

  ValidateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (simulate.isPresent()) {
      return simulated(simulate.get());
    }
    if (!criterion.isGiven()) {
      throw new IllegalArgumentException(
          "write DATA, --score, --criterion and --positive; or --simulate N");
    }
    criterion.require();
    StudyOptions options = options();
    Set<String> headings = new LinkedHashSet<>(criterion.headings());
    headings.addAll(by);
    cluster.ifPresent(headings::add);
    DataColumns columns = source.columns(input, headings, terminal);
    StudyResult result = AccuracyStudy.run(data(columns), options, StudyOutput.WATCH);
    StudyRun<CriterionStudy> run = output.run(
        input, columns, new CriterionStudy(criterion.name(), criterion.positive(), result));
    output.write(run, StudyReport.html(run, output.language()));
    StudyTables.write(output.folder(), result);
    report(result);
    if (writeCutoff.isPresent()) {
      Path library = output.folder().resolve("instruments");
      Path file = new CutOffFiles(run).write(library, writeCutoff.get(), source.library());
      terminal.out().println("cut-off written to " + file);
      terminal
          .out()
          .println("score with it: xinheng score ANSWERS --with "
              + file.toAbsolutePath().resolveSibling("").getFileName() + " --instruments " + library
              + " --out scores.csv");
    }
    return 0;
  }

  private int simulated(int people) throws IOException {
    SimulatedStudy study =
        new SimulatedStudy(people, prevalence.orElse(0.1), latentArea, largestScore);
    SimulationFiles.write(output.folder(), study, precision, output.seed());
    RatePlan need = RatePlan.byWilson(0.85, precision, study.prevalence(), 0.95);
    terminal
        .out()
        .printf(
            "%,d invented people in %s; the true AUC is %.4f%n",
            people, output.folder().resolve("simulated.csv"), study.area());
    terminal
        .out()
        .printf(
            "for a sensitivity of 0.85 give or take %s a study needs %,d cases: %,d people%n",
            Shown.plain(precision), need.wholeGroup(), need.wholePeople());
    return 0;
  }

  private StudyData data(DataColumns columns) {
    StudyData data = criterion.data(columns, by);
    return cluster.isPresent() ? data.withClusters(columns.texts(cluster.get())) : data;
  }

  private StudyOptions options() {
    StudyOptions options = output.options().withLeastRates(leastSensitivity, leastSpecificity);
    if (tiers.isPresent() && tierWorth.isPresent()) {
      throw new IllegalArgumentException("write either --tiers or --tier-worth");
    }
    if (tiers.isPresent()) {
      options = options.withTiers(shares(tiers.get()));
    }
    if (tierWorth.isPresent()) {
      options = options.withTiers(worth(tierWorth.get()));
    }
    if (prevalence.isPresent()) {
      options = options.withPrevalence(prevalence.get());
    }
    if (capacity.isPresent()) {
      options = options.withCapacity(capacity.get());
    }
    if (cost.isPresent()) {
      options = options.withMissedCaseCost(missedCaseCost(cost.get())).withChosen(CutRule.COST);
    }
    return cut.isPresent() ? withCut(options, cut.get()) : options;
  }

  private static TierAim shares(String text) {
    String[] parts = text.split(":", -1);
    OptionalDouble second = number(parts[0]);
    OptionalDouble third = parts.length == 2 ? number(parts[1]) : OptionalDouble.empty();
    if (second.isEmpty() || third.isEmpty()) {
      throw new IllegalArgumentException(
          "--tiers: write two shares of cases, such as 0.9:0.5, not '" + text + "'");
    }
    return new TierAim.Sensitivities(second.getAsDouble(), third.getAsDouble());
  }

  private static TierAim worth(String text) {
    List<List<Double>> both = new ArrayList<>();
    for (String half : text.split(":", -1)) {
      both.add(Arrays.stream(half.split(",", -1))
          .map(ValidateCommand::number)
          .filter(OptionalDouble::isPresent)
          .map(OptionalDouble::getAsDouble)
          .toList());
    }
    if (both.size() != 2 || both.stream().anyMatch(half -> half.size() != 3)) {
      throw new IllegalArgumentException(
          "--tier-worth: write three numbers for no cases and three for cases, such as"
              + " 0,-1,-3:-20,5,10, not '"
              + text + "'");
    }
    return new TierAim.Worth(both.get(0), both.get(1));
  }

  private static StudyOptions withCut(StudyOptions options, String cut) {
    OptionalDouble number = number(cut);
    if (number.isPresent()) {
      return options.withGivenCutOff(number.getAsDouble()).withChosen(CutRule.GIVEN);
    }
    for (CutRule rule : CutRule.values()) {
      if (rule != CutRule.GIVEN && rule.word().equals(cut.toLowerCase(Locale.ROOT))) {
        return options.withChosen(rule);
      }
    }
    throw new IllegalArgumentException("--cut: '" + cut + "' is no number and no rule");
  }

  private static double missedCaseCost(String cost) {
    String[] parts = cost.split(":", -1);
    OptionalDouble missed = number(parts[0]);
    OptionalDouble alarm = parts.length == 2 ? number(parts[1]) : OptionalDouble.empty();
    if (missed.isEmpty()
        || alarm.isEmpty()
        || !(missed.getAsDouble() > 0 && alarm.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "--cost: write two numbers above 0, such as 10:1, not '" + cost + "'");
    }
    return missed.getAsDouble() / alarm.getAsDouble();
  }

  private static OptionalDouble number(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  private void report(StudyResult result) throws IOException {
    terminal
        .out()
        .printf(
            "%,d cases, %,d others; %,d rows without the criterion%n",
            result.sample().cases(),
            result.sample().controls(),
            result.sample().withoutCriterion());
    for (ScoreResult score : result.scores()) {
      ScoreResult.Candidate chosen = score.chosen();
      terminal
          .out()
          .printf(
              "%s: AUC %.3f (%.3f to %.3f); at %s %s (%s) sensitivity %.3f, specificity %.3f%n",
              score.name(),
              score.area().value(),
              score.area().interval().lower(),
              score.area().interval().upper(),
              score.direction() == Direction.HIGHER_IS_CASE ? ">=" : "<=",
              Shown.plain(chosen.cutOff()),
              chosen.rule().word(),
              chosen.sensitivity().value(),
              chosen.specificity().value());
    }
    output.end(result.warnings(), terminal);
  }
}
