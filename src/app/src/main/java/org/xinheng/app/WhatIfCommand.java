package org.xinheng.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.app.show.WhatIfText;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.MovedEdge;
import org.xinheng.exchange.CampaignOptions;
import org.xinheng.exchange.CampaignRun;
import org.xinheng.policy.Step;
import org.xinheng.record.Workload;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.WhatIf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng what-if}: a finished campaign under another policy or other cut-offs. */
@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description =
        "Runs a campaign again under another policy or other cut-offs, and says how many students"
            + " would be in another tier, by grade and sex, and how many hours the deadlines would"
            + " ask for, week by week. It writes nothing and names nobody.")
final class WhatIfCommand implements Callable<Integer> {

  private static final Pattern CUT_OFF = Pattern.compile(
      "([A-Za-z0-9-]+)\\.([A-Za-z0-9-]+)\\.([A-Za-z0-9-]+)=(-?[0-9]{1,6}(\\.[0-9]{1,6})?)");
  private static final int MOST_WEEKS = 52;

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign file.")
  private Path campaign = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "The other policy, by id or by a file that ends in .yaml.")
  private Optional<String> policy = Optional.empty();

  @Option(
      names = "--cut-off",
      paramLabel = "SCALE.BAND=VALUE",
      description =
          "Lets a band begin at another value, such as phq-9.total.moderate=12. May be given"
              + " several times.")
  private List<String> cutOffs = new ArrayList<>();

  @Option(
      names = "--staff-hours",
      paramLabel = "HOURS",
      description =
          "How many hours a week there are for contacts; weeks that ask for more are marked.")
  private Optional<BigDecimal> staffHours = Optional.empty();

  @Option(
      names = "--step-hours",
      paramLabel = "STEP=HOURS",
      description =
          "How long a step takes: contact, plan, guardian, review, re-screen. May be given several"
              + " times.")
  private Map<String, BigDecimal> stepHours = Map.of();

  @Option(
      names = "--weeks",
      paramLabel = "N",
      description = "For how many weeks after the campaign hours are counted; 4 is the default.")
  private int weeks = 4;

  @Mixin
  private IdOptions idOptions = new IdOptions();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  WhatIfCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (policy.isEmpty() && cutOffs.isEmpty()) {
      throw new IllegalArgumentException("say what is different with --policy or --cut-off");
    }
    if (!(weeks >= 1 && weeks <= MOST_WEEKS)) {
      throw new IllegalArgumentException("--weeks must be 1 to " + MOST_WEEKS + ": " + weeks);
    }
    Map<Step, BigDecimal> hours = hours();
    InstrumentLibrary library = libraryOptions.chosen();
    CampaignOptions options = CampaignOptions.defaults().withIds(idOptions.ids());
    CampaignRun run = CampaignRun.of(campaign, library, options);
    DiagnosticPrinter.print(run.ofKeys(), terminal.err());
    CampaignResult actual = run.result();
    InstrumentLibrary changed = changed(library);
    CampaignResult other = policy.isPresent()
        ? CampaignRun.of(campaign, changed, options.withPolicy(policy.get())).result()
        : CampaignRun.of(campaign, changed, options).result();
    WhatIfText.lines(
            WhatIf.of(actual, other),
            Workload.of(actual, hours, weeks),
            Workload.of(other, hours, weeks),
            staffHours,
            actual.policy().hierarchy())
        .forEach(terminal.out()::println);
    return 0;
  }

  private InstrumentLibrary changed(InstrumentLibrary library) throws IOException {
    InstrumentLibrary changed = library;
    for (String cutOff : cutOffs) {
      Matcher parts = CUT_OFF.matcher(cutOff);
      if (!parts.matches()) {
        throw new IllegalArgumentException("--cut-off: '" + cutOff
            + "' is no cut-off; write scale, band and value, such as phq-9.total.moderate=12");
      }
      String questionnaire = parts.group(1);
      changed = changed.with(
          Kind.QUESTIONNAIRE,
          questionnaire,
          MovedEdge.of(
              changed.source(Kind.QUESTIONNAIRE, questionnaire),
              parts.group(2),
              parts.group(3),
              new BigDecimal(parts.group(4))));
    }
    return changed;
  }

  private Map<Step, BigDecimal> hours() {
    Map<Step, BigDecimal> hours = Workload.usualHours();
    stepHours.forEach((word, time) -> {
      Step step = List.of(Step.values()).stream()
          .filter(each -> each.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("--step-hours: '" + word
              + "' is no step; they are contact, plan, guardian, review and re-screen"));
      if (time.signum() < 0) {
        throw new IllegalArgumentException(
            "--step-hours: a step takes no less than 0 hours: " + time);
      }
      hours.put(step, time);
    });
    return hours;
  }
}
