package org.xinheng.exchange;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Step;
import org.xinheng.record.NextSteps;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Outcome;

/**
 * Whom somebody has to talk to, the most urgent first: alerts with the hour by which they are due, then tier 3, then skipped
 * critical items, then tier 2, with what is to be done, by when, by whom, what was done already, and all reasons.
 */
final class TodayTable implements ResultTable {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final Text OVERDUE = new Text(" (overdue)", "（逾期）");

  private final List<NextSteps> all;
  private final LocalDateTime now;
  private final OutcomeCells outcomes;
  private final Hierarchy hierarchy;

  TodayTable(CampaignResult result) {
    this.all = NextSteps.of(result);
    this.now = result.times().now();
    this.outcomes = new OutcomeCells(result.policy());
    this.hierarchy = result.policy().hierarchy();
  }

  @Override
  public String name() {
    return "today";
  }

  @Override
  public Text title() {
    return new Text("Today", "今天");
  }

  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> columns = new ArrayList<>(List.of(
        ResultColumn.time("due", "Due", "期限"),
        ResultColumn.code("alert"),
        ResultColumn.text("alert.name", "Alert", "预警"),
        ResultColumn.code("tier"),
        ResultColumn.words("tier.name", "Tier", "级别"),
        ResultColumn.text("status", "Status", "状态")));
    columns.addAll(StudentCells.columns(hierarchy));
    columns.add(ResultColumn.of(Hierarchy.Level.DORMITORY, hierarchy));
    columns.addAll(List.of(
        ResultColumn.sentence("do.zh-CN", "What to do (Chinese)", "要做什么"),
        ResultColumn.sentence("do.en", "What to do", "要做什么（英文）"),
        ResultColumn.sentence("done.zh-CN", "Done (Chinese)", "已做"),
        ResultColumn.sentence("done.en", "Done", "已做（英文）"),
        ResultColumn.words("who.zh-CN", "Who (Chinese)", "由谁"),
        ResultColumn.words("who.en", "Who", "由谁（英文）"),
        ResultColumn.sentence("reasons.zh-CN", "Reasons (Chinese)", "理由"),
        ResultColumn.sentence("reasons.en", "Reasons", "理由（英文）")));
    return columns;
  }

  @Override
  public int columnsInSight() {
    return 5;
  }

  @Override
  public void rows(Rows to) throws IOException {
    for (NextSteps next : all) {
      Outcome outcome = next.student().outcome();
      List<SheetCell> row = new ArrayList<>(List.of(
          next.due().map(SheetCell::time).orElse(SheetCell.EMPTY),
          SheetCell.text(outcome.alert().word()),
          SheetCell.text(outcomes.alert(outcome)),
          SheetCell.text(OutcomeCells.code(outcome.atLeast())),
          SheetCell.text(outcomes.name(outcome.atLeast())),
          outcomes.status(outcome)));
      row.addAll(StudentCells.of(next.student().student()));
      row.add(StudentCells.dormitory(next.student().student()));
      row.add(SheetCell.text(steps(next, Language.ZH_CN, "；")));
      row.add(SheetCell.text(steps(next, Language.EN, "; ")));
      row.add(SheetCell.text(done(next, Language.ZH_CN, "；")));
      row.add(SheetCell.text(done(next, Language.EN, "; ")));
      row.add(SheetCell.text(next.who().zhCn()));
      row.add(SheetCell.text(next.who().en()));
      row.add(SheetCell.text(join(outcome, Text::zhCn, "；")));
      row.add(SheetCell.text(join(outcome, Text::en, "; ")));
      to.add(row);
    }
  }

  /** Alerts by the hour, everything else by the day; then what is done at a node of the school year. */
  private String steps(NextSteps next, Language language, String separator) {
    Stream<String> steps = next.steps().entrySet().stream()
        .filter(step -> step.getKey() != Step.RE_SCREEN)
        .map(step -> step.getKey().text().in(language) + " "
            + (next.occasion().isAlert()
                ? HOUR.format(step.getValue())
                : step.getValue().toLocalDate().toString())
            + late(step.getValue(), language));
    Stream<String> nodes = next.nodes().stream()
        .map(task ->
            task.text().in(language) + " " + task.due().toLocalDate() + late(task.due(), language));
    return Stream.concat(steps, nodes).collect(Collectors.joining(separator));
  }

  private String late(LocalDateTime due, Language language) {
    return now.isAfter(due) ? OVERDUE.in(language) : "";
  }

  /** What was done, and on which day last. */
  private static String done(NextSteps next, Language language, String separator) {
    return next.done().entrySet().stream()
        .map(step -> step.getKey().text().in(language) + " " + step.getValue().toLocalDate())
        .collect(Collectors.joining(separator));
  }

  private static String join(Outcome outcome, Function<Text, String> language, String separator) {
    return outcome.reasons().stream().map(language).collect(Collectors.joining(separator));
  }
}
