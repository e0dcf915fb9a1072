package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.two;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinheng.exchange.DataColumns;
import org.xinheng.instrument.Language;
import org.xinheng.validation.agreement.ReliableChange;
import org.xinheng.validation.study.ChangeResult;

/** The report of a study of change between two waves. */
public final class ChangeReport extends PaperPart {

  private final StudyRun<WavesStudy> run;
  private final ChangeResult result;

  private ChangeReport(StudyRun<WavesStudy> run, Language language) {
    super(language);
    this.run = run;
    this.result = run.study().result();
  }

  /** The report as the text of a file. */
  public static String html(StudyRun<WavesStudy> run, Language language) {
    return new ChangeReport(run, language).page();
  }

  private String page() {
    beginPage(
        t("Change study", "变化研究"),
        t("Change from ", "")
            + run.study().before()
            + t(" to ", "至")
            + run.study().after()
            + t("", "的变化"));
    html.open("section", "class", "summary");
    paragraph(t(
        count(result.people()) + " people had both scores. The mean went from "
            + two(result.before()) + " to "
            + two(result.after()) + ", by " + two(result.change()) + " (" + level(result.level())
            + "), " + two(result.standardised())
            + " standard deviations. Beyond measurement error, "
            + share(result.up()) + " rose and " + share(result.down())
            + " fell, with a change of at least "
            + two(result.reliableFrom()) + " points counting as reliable.",
        count(result.people()) + "人两次均有得分。均值由" + two(result.before()) + "变为" + two(result.after())
            + "，变化" + two(result.change()) + "（" + level(result.level()) + "），为"
            + two(result.standardised()) + "个标准差。超出测量误差者：上升" + share(result.up()) + "，下降"
            + share(result.down()) + "；变化达到" + two(result.reliableFrom()) + "分为可靠变化。"));
    endSection();
    warnings(result.warnings());
    people();
    agreement();
    methods();
    checklist("COSMIN", ReportingItem.CHANGE);
    return endPage(
        run,
        t(
            "A change beyond error is not yet one that matters, and says nothing of its cause.",
            "超出误差的变化未必有意义，也不说明原因。"));
  }

  private String share(int people) {
    return count(people) + " (" + percent((double) people / result.people()) + ")";
  }

  private void people() {
    section(t("Who changed", "个体变化"));
    double least = Math.min(
        result.rows().stream().mapToDouble(ChangeResult.Row::before).min().orElse(0),
        result.rows().stream().mapToDouble(ChangeResult.Row::after).min().orElse(0));
    double most = Math.max(
        result.rows().stream().mapToDouble(ChangeResult.Row::before).max().orElse(1),
        result.rows().stream().mapToDouble(ChangeResult.Row::after).max().orElse(1));
    figure(t(
        "First score against second; within the dotted lines a change may be error alone (dark:"
            + " beyond)",
        "两次得分；虚线之内的变化可能仅为误差（深色为超出者）"));
    double reach = result.reliableFrom();
    Plot plot = Plot.begin(
            html,
            t(
                "Marks of the people by both scores; the counts are in the table beside.",
                "按两次得分标出的人数，汇总见旁表。"),
            least,
            most,
            least,
            most)
        .axes(run.study().before(), run.study().after())
        .line("thin", List.of(new Plot.Corner(least, least), new Plot.Corner(most, most)))
        .line(
            "chance",
            List.of(new Plot.Corner(least, least + reach), new Plot.Corner(most - reach, most)))
        .line(
            "chance",
            List.of(new Plot.Corner(least + reach, least), new Plot.Corner(most, most - reach)));
    Map<Double, Map<Double, Integer>> pairs = new TreeMap<>();
    result
        .rows()
        .forEach(row -> pairs
            .computeIfAbsent(row.before(), before -> new TreeMap<>())
            .merge(row.after(), 1, Integer::sum));
    pairs.forEach((before, counts) -> counts.forEach((after, people) ->
        plot.people(Math.abs(after - before) > reach ? "case" : "other", before, after, people)));
    plot.end();
    beside();
    table(
        t("Reliable change of people", "可靠变化人数"),
        t("Beyond error", "超出误差"),
        t("as it is", "原始"),
        t("mean change taken off", "扣除平均变化"));
    row(t("Score rose", "上升"), share(result.up()), share(result.upAdjusted()));
    row(
        t("Neither", "无可靠变化"),
        share(result.unchanged()),
        share(result.people() - result.upAdjusted() - result.downAdjusted()));
    row(t("Score fell", "下降"), share(result.down()), share(result.downAdjusted()));
    endTable();
    note(t(
        "Whether a rise is for better or worse the questionnaire says. The area of a mark grows"
            + " with the number of people there.",
        "上升意味着好转还是恶化取决于量表。圆点面积随人数增大。"));
    endFigure();
    endSection();
  }

  private void agreement() {
    section(t("Agreement of both waves", "两次一致性"));
    table(
        t("Waves and what lies between them; ", "两次得分及其差异；") + level(result.level()),
        t("Statistic", "统计量"),
        t("Value", "值"));
    row(
        t("First wave: mean (SD)", "第一次：均值（标准差）"),
        two(result.before()) + " (" + two(result.beforeSd()) + ")");
    row(
        t("Second wave: mean (SD)", "第二次：均值（标准差）"),
        two(result.after()) + " (" + two(result.afterSd()) + ")");
    row(t("Mean change", "平均变化"), two(result.change()));
    row(t("p of no mean change", "平均变化检验p值"), p(result.p()));
    row(t("SD of changes", "变化的标准差"), two(result.changeSd()));
    row(t("Correlation", "相关"), two(result.correlation()));
    row(t("ICC(2,1), absolute agreement", "ICC(2,1)，绝对一致"), two(result.agreement()));
    row(t("ICC(3,1), consistency", "ICC(3,1)，一致性"), two(result.consistency()));
    row(t("Standard error of measurement, agreement", "测量标准误（一致性）"), two(result.standardError()));
    row(t("Smallest detectable change", "最小可测变化"), two(result.detectable()));
    row(
        t("Limits of agreement", "一致性界限"),
        two(result.limits().lower()) + t(" to ", "至") + two(result.limits().upper()));
    row(
        result.isReliabilityGiven()
            ? t("Reliability, as stated", "信度（给定）")
            : t("Reliability: correlation of the waves", "信度（两次相关）"),
        two(result.reliability()));
    endTable();
    endSection();
  }

  private void methods() {
    section(t("Methods", "方法"));
    paragraph(
        t(
            "A change is reliable if it exceeds 1.96 standard errors of a difference, which is √2"
                + " times the standard deviation of the first wave times the root of one less the"
                + " reliability (Jacobson and Truax). The intraclass correlations are of single"
                + " scores by two-way analysis of variance; the smallest detectable change is 1.96"
                + " √2 standard errors by agreement; limits of agreement are those of Bland and"
                + " Altman. The mean change has the interval of Student's t.",
            "变化超过差值标准误的1.96倍为可靠变化，差值标准误=√2×第一次标准差×√(1−信度)（Jacobson-Truax）。组内相关为双因素方差分析的单次得分；最小可测变化为1.96√2倍一致性标准误；一致性界限为Bland-Altman法。平均变化的区间为t区间。"));
    endSection();
  }

  /**
   * Writes a row for each person with both scores.
   *
   * @param columns of the data, for the line in the file
   */
  public static void tables(Path folder, WavesStudy study, DataColumns columns) throws IOException {
    CsvTable.write(
        folder.resolve("change.csv"),
        "line,before,after,change,index,verdict,index-mean-change-taken-off",
        study.result().rows().stream()
            .map(row -> CsvTable.row(
                columns.line(row.row()),
                row.before(),
                row.after(),
                row.after() - row.before(),
                row.index(),
                word(row.verdict()),
                row.adjustedIndex()))
            .toList());
  }

  private static String word(ReliableChange.Verdict verdict) {
    return switch (verdict) {
      case UP -> "rose";
      case DOWN -> "fell";
      case UNCHANGED -> "unchanged";
    };
  }
}
