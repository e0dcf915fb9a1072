package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.app.show.OutcomeText;
import org.xinheng.app.show.ReadingLanguage;
import org.xinheng.app.show.ScoreText;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.exchange.CampaignOptions;
import org.xinheng.exchange.CampaignRun;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.policy.ScaleReference;
import org.xinheng.screening.OutcomeExplanation;
import org.xinheng.screening.StudentOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng explain}: why one student of a campaign has a tier, or a score. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains one student's outcome: every rule that holds and the nearest that do not, and"
            + " each input with its value, cut-off, source and date. It prints what only those who"
            + " help the student may see, and writes nothing.")
final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CAMPAIGN", description = "The campaign file.")
  private Path campaign = Path.of("");

  @Mixin
  private StudentOptions studentOptions = new StudentOptions();

  @Option(
      names = "--score",
      paramLabel = "SCALE",
      description = "Explains this score instead, such as phq-9.total, down to the answers.")
  private Optional<String> score = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "both|en|zh-CN",
      converter = WordConverters.OfReadingLanguage.class,
      description = "The language; both is the default.")
  private ReadingLanguage language = ReadingLanguage.BOTH;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "json: the whole explanation as one object.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    StudentIds ids = studentOptions.ids();
    studentOptions.requireNamed();
    CampaignRun run = CampaignRun.of(
        campaign, libraryOptions.chosen(), CampaignOptions.defaults().withIds(ids));
    DiagnosticPrinter.print(run.ofKeys(), terminal.err());
    StudentOutcome found = studentOptions.find(run.result(), ids);
    if (score.isPresent()) {
      print(ScoreText.lines(found.forms(), reference(score.get()), language));
    } else {
      OutcomeExplanation explanation = OutcomeExplanation.of(run.result().trace(found));
      if (format == OutputFormat.JSON) {
        terminal.out().println(DefinitionJson.indented(explanation));
      } else {
        print(OutcomeText.lines(explanation, language));
      }
    }
    return 0;
  }

  private static ScaleReference reference(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException("--score: '" + text
          + "' names no score; write questionnaire and scale, such as phq-9.total");
    }
    return new ScaleReference(text.substring(0, dot), text.substring(dot + 1));
  }

  private void print(List<String> lines) {
    lines.forEach(terminal.out()::println);
  }
}
