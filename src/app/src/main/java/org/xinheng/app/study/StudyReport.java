package org.xinheng.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.app.report.Html;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.study.CutRule;
import org.xinheng.validation.study.Figure;
import org.xinheng.validation.study.Sample;
import org.xinheng.validation.study.ScoreResult;
import org.xinheng.validation.study.StudyResult;
import org.xinheng.validation.study.Warning;

/**
 * The report of a study in one language: one HTML file without scripts that loads nothing, in the order of the results
 * section of a paper. Every figure has its numbers beside it and a text that says what it shows.
 */
public final class StudyReport {

  private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";
  private static final int MOST_ROWS = 45;

  private final StudyRun run;
  private final StudyResult result;
  private final Language language;
  private final Html html = new Html();
  private int figures;
  private int tables;

  private StudyReport(StudyRun run, Language language) {
    this.run = run;
    this.result = run.result();
    this.language = language;
  }

  /** The report as the text of a file. The same study gives the same text. */
  public static String html(StudyRun run, Language language) {
    return new StudyReport(run, language).page();
  }

  private String page() {
    html.open("html", "lang", language.tag()).open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", CONTENT_POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title());
    html.style(StudyStyle.CSS);
    html.closeLine().open("body").open("main");
    html.element("p", t("Screening accuracy study", "筛查准确性研究"), "class", "kind");
    html.element("h1", title());
    summary();
    warnings();
    participants();
    for (ScoreResult score : result.scores()) {
      score(score);
    }
    comparisons();
    methods();
    stard();
    html.closeLine();
    footer();
    return html.closeLine().closeLine().page();
  }

  private String title() {
    String names = String.join(
        t(", ", "、"), result.scores().stream().map(ScoreResult::name).toList());
    return t("Accuracy of ", "") + names + t(" for ", "对") + criterion() + t("", "的筛查准确性");
  }

  private String criterion() {
    return run.criterion() + " = " + String.join(t(" or ", "或"), run.positive());
  }

  private void summary() {
    html.open("section", "class", "summary");
    Sample sample = result.sample();
    String people = t(
        "Of " + count(sample.rows()) + " people, " + count(sample.cases() + sample.controls())
            + " had the criterion and " + count(sample.cases()) + " of these, "
            + percent(sample.prevalence()) + ", were cases. ",
        "共" + count(sample.rows()) + "人，其中" + count(sample.cases() + sample.controls())
            + "人有效标结果，" + count(sample.cases()) + "人（" + percent(sample.prevalence())
            + "）为阳性。");
    html.element("p", people);
    for (ScoreResult score : result.scores()) {
      html.element("p", sentence(score));
    }
    html.closeLine();
  }

  private String sentence(ScoreResult score) {
    ScoreResult.Candidate c = score.chosen();
    String area = t(
        "The area under the ROC curve of " + score.name() + " was "
            + three(score.area().value()) + " (" + level() + " "
            + three(score.area().interval()) + "). ",
        score.name() + "的ROC曲线下面积为" + three(score.area().value()) + "（" + level()
            + three(score.area().interval()) + "）。");
    String cut = t(
        "At a cut-off of " + flag(score, c.threshold()) + ", " + byRule(c.rule())
            + ", sensitivity was " + percent(c.sensitivity()) + " and specificity "
            + percent(c.specificity()) + ". ",
        "以" + flag(score, c.threshold()) + "为界（" + name(c.rule()) + "），灵敏度为"
            + percent(c.sensitivity()) + "，特异度为" + percent(c.specificity()) + "。");
    String corrected = c.rule().isChosenByData()
        ? t(
            "Corrected for the cut-off having been chosen in the same data they are "
                + percent(c.correctedSensitivity()) + " and " + percent(c.correctedSpecificity())
                + ". ",
            "校正在同一数据中选界值带来的乐观偏差后，分别为" + percent(c.correctedSensitivity()) + "和"
                + percent(c.correctedSpecificity()) + "。")
        : "";
    String use = t(
        "Of 1,000 people screened where " + percent(c.use().prevalence()) + " are cases, "
            + whole(c.use().flagged()) + " would be followed up, "
            + whole(c.use().found())
            + " cases found and " + whole(c.use().missed()) + " missed.",
        "在患病率为" + percent(c.use().prevalence()) + "的人群中每筛查1000人，需随访"
            + whole(c.use().flagged()) + "人，发现" + whole(c.use().found()) + "例，漏掉"
            + whole(c.use().missed()) + "例。");
    return area + cut + corrected + use;
  }

  private void warnings() {
    if (result.warnings().isEmpty()) {
      return;
    }
    section(t("Read this first", "使用前须知"));
    html.open("ul", "class", "warnings");
    result.warnings().forEach(warning -> html.element("li", text(warning, language)));
    html.closeLine().closeLine();
  }

  private void participants() {
    Sample s = result.sample();
    section(t("Participants", "研究对象"));
    table(t("Flow of participants", "研究对象流程"), t("Stage", "阶段"), t("People", "人数"));
    row(t("In the data", "数据中"), count(s.rows()));
    row(t("Criterion unknown, left out", "效标缺失，未纳入"), count(s.withoutCriterion()));
    row(t("Cases", "阳性"), count(s.cases()));
    row(t("Others", "阴性"), count(s.controls()));
    for (ScoreResult score : result.scores()) {
      row(
          t("Without ", "缺") + score.name() + t(": cases; others", "：阳性；阴性"),
          count(score.missing().cases()) + t("; ", "；") + count(score.missing().controls()));
    }
    endTable();
    if (s.clusters() > 0) {
      html.element(
          "p",
          t(
              "People came from " + count(s.clusters())
                  + " clusters, which were drawn whole for intervals.",
              "研究对象来自" + count(s.clusters()) + "个群组，估计区间时整群抽样。"));
    }
    html.closeLine();
  }

  private void score(ScoreResult score) {
    String of = result.scores().size() > 1 ? score.name() + t(": ", "：") : "";
    distribution(of, score);
    discrimination(of, score);
    cutOffs(of, score);
    stability(of, score);
    use(of, score);
    decisions(of, score);
    groups(of, score);
    missing(of, score);
  }

  private void distribution(String of, ScoreResult score) {
    List<ScoreResult.CutPointRow> rows = score.cutPoints();
    if (!score.isWhole() || rows.size() > 60) {
      return;
    }
    section(of + t("Scores", "得分分布"));
    double least =
        rows.stream().mapToDouble(ScoreResult.CutPointRow::threshold).min().orElse(0);
    double most =
        rows.stream().mapToDouble(ScoreResult.CutPointRow::threshold).max().orElse(1);
    double[][] shares = new double[2][rows.size()];
    double top = 0;
    long cases = 0;
    long controls = 0;
    for (int i = 0; i < rows.size(); i++) {
      shares[0][i] = 100.0 * (rows.get(i).counts().tp() - cases) / score.cases();
      shares[1][i] = 100.0 * (rows.get(i).counts().fp() - controls) / score.controls();
      top = Math.max(top, Math.max(shares[0][i], shares[1][i]));
      cases = rows.get(i).counts().tp();
      controls = rows.get(i).counts().fp();
    }
    figure(t(
        "Scores of cases (dark) and others (light), as a share of each group",
        "阳性组（深色）与阴性组（浅色）的得分分布，占各组百分比"));
    Plot plot = Plot.begin(
            html,
            t(
                "Bars of the share of each group at each score; the numbers are in the table beside.",
                "各组在每个分值上的百分比，数值见旁表。"),
            least - 0.6,
            most + 0.6,
            0,
            top * 1.05)
        .axes(score.name(), "%");
    for (int i = 0; i < rows.size(); i++) {
      double x = rows.get(i).threshold();
      plot.bar("other", x - 0.42, x, shares[1][i]).bar("case", x, x + 0.42, shares[0][i]);
    }
    plot.end();
    beside();
    table(
        t("Share of each group at each score", "各分值占各组的百分比"),
        score.name(),
        t("Cases", "阳性"),
        t("Others", "阴性"));
    for (int i = rows.size() - 1; i >= 0; i--) {
      row(plain(rows.get(i).threshold()), percent(shares[0][i] / 100), percent(shares[1][i] / 100));
    }
    endTable();
    endFigure();
    html.closeLine();
  }

  private void discrimination(String of, ScoreResult score) {
    ScoreResult.Area a = score.area();
    section(of + t("Discrimination", "区分能力"));
    figure(t(
        "ROC curve with the pointwise " + level()
            + " of the sensitivity; the dot is the chosen cut-off",
        "ROC曲线及灵敏度的逐点" + level() + "；圆点为所选界值"));
    Plot plot = Plot.begin(
            html,
            t("ROC curve of ", "ROC曲线：") + score.name() + t(", area ", "，面积") + three(a.value()),
            0,
            1,
            0,
            1)
        .axes(t("1 − specificity", "1 − 特异度"), t("sensitivity", "灵敏度"));
    List<Plot.Corner> upper = new ArrayList<>();
    List<Plot.Corner> lower = new ArrayList<>();
    for (ScoreResult.RocBandPoint at : score.rocBand()) {
      upper.add(new Plot.Corner(1 - at.specificity(), at.sensitivity().upper()));
      lower.add(new Plot.Corner(1 - at.specificity(), at.sensitivity().lower()));
    }
    plot.area("band", upper, lower);
    plot.line("chance", List.of(new Plot.Corner(0, 0), new Plot.Corner(1, 1)));
    List<Plot.Corner> curve = new ArrayList<>(List.of(new Plot.Corner(0, 0)));
    score
        .cutPoints()
        .forEach(row -> curve.add(
            new Plot.Corner(1 - row.specificity().value(), row.sensitivity().value())));
    plot.line("curve", curve);
    plot.dot(
            1 - score.chosen().specificity().value(),
            score.chosen().sensitivity().value())
        .end();
    beside();
    table(
        t("Area under the curve of ", "曲线下面积：") + score.name(),
        t("Statistic", "统计量"),
        t("Value", "值"));
    row(
        t("AUC (", "AUC（") + level() + t(")", "）"),
        three(a.value()) + " (" + three(a.interval()) + ")");
    row(
        a.isOfClusters()
            ? t("Standard error, clusters drawn", "标准误（整群抽样）")
            : t("Standard error, DeLong", "标准误（DeLong）"),
        four(a.standardError()));
    row(t("Interval on the logit, DeLong", "logit区间（DeLong）"), three(a.logitInterval()));
    row(t("Interval of samples drawn", "自助法区间"), three(a.sampleInterval()));
    row(t("Mann-Whitney p", "Mann-Whitney检验p值"), p(a.p()));
    row(t("Partial AUC, specificity 0.8 to 1", "部分AUC（特异度0.8–1）"), three(a.partial()));
    row(t("the same, 0.5 is chance", "同上，校正（0.5为随机）"), three(a.partialCorrected()));
    row(t("Pairs with equal scores", "同分配对占比"), percent(a.tiedPairs()));
    endTable();
    endFigure();
    html.closeLine();
  }

  private void cutOffs(String of, ScoreResult score) {
    section(of + t("Cut-offs", "界值"));
    table(
        t("Candidate cut-offs side by side; the row in bold is looked at below", "候选界值对照；粗体为下文所用"),
        t("Rule", "规则"),
        t("Cut-off", "界值"),
        t("Sensitivity", "灵敏度"),
        t("Specificity", "特异度"),
        t("corrected", "校正后"),
        "Youden",
        "LR+",
        "LR−",
        t("chosen again", "重选率"));
    for (ScoreResult.Candidate c : score.candidates()) {
      html.open("tr", "class", c.rule() == score.chosen().rule() ? "chosen" : "");
      html.element("th", name(c.rule()), "scope", "row");
      String equal = c.equallyGood().size() > 1
          ? t("; as good: ", "；同优：")
              + String.join(
                  ", ",
                  c.equallyGood().stream()
                      .filter(value -> value != c.threshold())
                      .map(StudyReport::plain)
                      .toList())
          : "";
      cells(
          flag(score, c.threshold()) + equal,
          percent(c.sensitivity()),
          percent(c.specificity()),
          c.rule().isChosenByData()
              ? percent(c.correctedSensitivity()) + t("; ", "；") + percent(c.correctedSpecificity())
              : t("not needed", "无需"),
          two(c.youden()),
          two(c.positiveLikelihoodRatio()),
          two(c.negativeLikelihoodRatio()),
          c.rule().isChosenByData() ? percent(c.chosenAgain()) : "–");
      html.closeLine();
    }
    endTable();
    for (CutRule rule : score.unmet()) {
      html.element("p", t("No cut-off meets the rule: ", "没有界值满足：") + name(rule), "class", "note");
    }
    List<ScoreResult.CutPointRow> rows = score.cutPoints();
    int step = Math.max(1, (rows.size() + MOST_ROWS - 1) / MOST_ROWS);
    table(
        t("Every cut-off", "全部界值")
            + (step > 1
                ? t(
                    " (one in " + step + "; all are in cut-points.csv)",
                    "（每" + step + "个取一，全部见cut-points.csv）")
                : ""),
        t("Cut-off", "界值"),
        "TP",
        "FP",
        "FN",
        "TN",
        t("Sensitivity", "灵敏度"),
        t("Specificity", "特异度"),
        "PPV",
        "NPV",
        "Youden",
        "F1",
        "κ",
        "MCC");
    for (int i = 0; i < rows.size(); i += step) {
      ScoreResult.CutPointRow r = rows.get(i);
      html.open("tr", "class", r.threshold() == score.chosen().threshold() ? "chosen" : "");
      html.element("th", flag(score, r.threshold()), "scope", "row");
      cells(
          count(r.counts().tp()),
          count(r.counts().fp()),
          count(r.counts().fn()),
          count(r.counts().tn()),
          percent(r.sensitivity()),
          percent(r.specificity()),
          percent(r.ppv()),
          percent(r.npv()),
          two(r.youden()),
          two(r.f1()),
          two(r.kappa()),
          two(r.mcc()));
      html.closeLine();
    }
    endTable();
    table(
        t("What a score says: bands between the candidates", "得分含义：候选界值之间的分段"),
        t("Scores from", "得分起点"),
        t("Cases", "阳性"),
        t("Others", "阴性"),
        t("Likelihood ratio", "似然比"),
        t("Chance of being a case", "阳性概率"));
    for (ScoreResult.BandRow band : score.bands()) {
      row(
          Double.isInfinite(band.from()) ? t("the other end", "另一端") : flag(score, band.from()),
          count(band.cases()),
          count(band.controls()),
          two(band.likelihoodRatio()),
          percent(band.chance()));
    }
    endTable();
    html.closeLine();
  }

  private void stability(String of, ScoreResult score) {
    if (!score.chosen().rule().isChosenByData() || score.choices().isEmpty()) {
      return;
    }
    section(of + t("How firm the choice is", "界值的稳定性"));
    List<ScoreResult.Choice> choices = score.choices();
    double first = choices.get(0).threshold();
    double last = choices.get(choices.size() - 1).threshold();
    double width = choices.size() < 2 ? 1 : (last - first) / Math.max(choices.size() - 1, 1);
    figure(t(
        "How often samples drawn again choose each cut-off (bars), and the Youden index (line)",
        "自助样本选中各界值的频率（柱）与Youden指数（线）"));
    Plot plot = Plot.begin(
            html,
            t("Bars of how often each cut-off is chosen; most often ", "各界值被选中的频率，所选界值")
                + plain(score.chosen().threshold())
                + t(", in ", "：")
                + percent(score.chosen().chosenAgain()),
            first - width,
            last + width,
            0,
            1)
        .axes(t("cut-off", "界值"), t("share; Youden index", "比例；Youden指数"));
    choices.forEach(choice -> plot.bar(
        "other",
        choice.threshold() - 0.35 * width,
        choice.threshold() + 0.35 * width,
        choice.share()));
    plot.line(
            "curve",
            score.cutPoints().stream()
                .filter(row -> row.threshold() >= first - width && row.threshold() <= last + width)
                .map(row -> new Plot.Corner(row.threshold(), row.youden()))
                .toList())
        .end();
    beside();
    table(
        t(
            "Cut-offs chosen in " + count(result.samples()) + " samples",
            count(result.samples()) + "个自助样本所选界值"),
        t("Cut-off", "界值"),
        t("Share", "比例"));
    choices.stream()
        .filter(choice -> choice.share() >= 0.005)
        .limit(20)
        .forEach(choice -> row(flag(score, choice.threshold()), percent(choice.share())));
    endTable();
    html.element(
        "p",
        t("Interval of the chosen cut-off: ", "所选界值的区间：")
            + range(score.chosen().thresholdInterval())
            + t(
                ". Plateau, where Youden lies within 0.05 of its best: ",
                "。平台（Youden与最优相差不超过0.05）：")
            + String.join(", ", score.plateau().stream().map(StudyReport::plain).toList())
            + t(". Youden index ", "。Youden指数")
            + two(score.chosen().youden().value())
            + t(", corrected ", "，校正后")
            + two(score.chosen().correctedYouden())
            + t(", among people not drawn ", "，袋外")
            + two(score.chosen().outOfBagYouden())
            + t(".", "。"),
        "class",
        "note");
    endFigure();
    html.closeLine();
  }

  private void use(String of, ScoreResult score) {
    double prevalence = result.sample().usedPrevalence();
    section(of + t("Use: predictive values, workload and capacity", "应用：预测值、工作量与容量"));
    html.element(
        "p",
        result.sample().isPrevalenceStated()
            ? t(
                "Where " + percent(prevalence) + " are cases, as was stated.",
                "按给定患病率" + percent(prevalence) + "计算。")
            : t(
                "With the prevalence of this sample, " + percent(prevalence)
                    + "; another one is stated with --prevalence.",
                "按本样本患病率" + percent(prevalence) + "计算；可用--prevalence另行指定。"),
        "class",
        "note");
    figure(
        "pair stacked",
        t(
            "Of 1,000 people screened: how many to follow up, and how many cases that finds, by cut-off",
            "每筛查1000人：各界值下的随访人数与发现例数"));
    Plot plot = Plot.begin(
            html,
            t(
                "Cases found against people to follow up; the dot is the chosen cut-off.",
                "发现例数与随访人数；圆点为所选界值。"),
            0,
            1000,
            0,
            1000 * prevalence)
        .axes(t("people to follow up", "随访人数"), t("cases found", "发现例数"));
    List<Plot.Corner> curve = new ArrayList<>(List.of(new Plot.Corner(0, 0)));
    score
        .cutPoints()
        .forEach(
            row -> curve.add(new Plot.Corner(row.flaggedPerThousand(), row.foundPerThousand())));
    plot.line("chance", List.of(new Plot.Corner(0, 0), new Plot.Corner(1000, 1000 * prevalence)));
    plot.line("curve", curve)
        .dot(score.chosen().use().flagged(), score.chosen().use().found())
        .end();
    beside();
    table(
        t("Of 1,000 people screened", "每筛查1000人"),
        t("Cut-off", "界值"),
        "PPV",
        "NPV",
        t("Follow up", "随访"),
        t("Found", "发现"),
        t("Missed", "漏掉"),
        t("False alarms", "误报"),
        t("Follow-ups a case", "每例随访数"));
    for (ScoreResult.Candidate c : score.candidates()) {
      ScoreResult.Use u = c.use();
      row(
          flag(score, c.threshold()) + " " + name(c.rule()),
          percent(u.ppv()),
          percent(u.npv()),
          whole(u.flagged()),
          whole(u.found()),
          whole(u.missed()),
          whole(u.falseAlarms()),
          one(u.followUpsPerCase()));
    }
    endTable();
    endFigure();
    html.closeLine();
  }

  private void decisions(String of, ScoreResult score) {
    section(of + t("Decision curve", "决策曲线"));
    double top = score.decisions().stream()
        .mapToDouble(at -> Math.max(at.byCutOff(), at.ofAll()))
        .max()
        .orElse(0.1);
    top = Math.max(top, 0.001) * 1.15;
    figure(t(
        "Net benefit by the risk at which one would follow up: cut-off (line), fitted chance (dashed), everyone (thin), nobody (0)",
        "各行动阈值下的净获益：界值（实线）、拟合概率（虚线）、全部随访（细线）、不随访（0）"));
    Plot plot = Plot.begin(
            html,
            t("Net benefit curves; the numbers are in the table beside.", "净获益曲线，数值见旁表。"),
            0,
            0.5,
            -top / 3,
            top)
        .axes(t("risk at which one would act", "行动阈值"), t("net benefit", "净获益"));
    plot.line("chance", List.of(new Plot.Corner(0, 0), new Plot.Corner(0.5, 0)));
    plot.line("thin", above(score, -top / 3, true));
    plot.line(
        "dashed",
        score.decisions().stream()
            .map(at -> new Plot.Corner(at.risk(), at.byRisk()))
            .toList());
    plot.line("curve", above(score, -top / 3, false)).end();
    beside();
    table(
        t("Net benefit per 1,000 people", "每1000人净获益"),
        t("Risk", "阈值"),
        t("Cut-off", "界值"),
        t("Fitted chance", "拟合概率"),
        t("Everyone", "全部"));
    for (ScoreResult.Decision at : score.decisions()) {
      if (Math.round(at.risk() * 100) % 5 == 0 || at.risk() < 0.035) {
        row(
            percent(at.risk()),
            one(1000 * at.byCutOff()),
            one(1000 * at.byRisk()),
            one(1000 * at.ofAll()));
      }
    }
    endTable();
    endFigure();
    html.closeLine();
  }

  private static List<Plot.Corner> above(ScoreResult score, double least, boolean ofAll) {
    return score.decisions().stream()
        .map(at -> new Plot.Corner(at.risk(), ofAll ? at.ofAll() : at.byCutOff()))
        .filter(corner -> corner.y() >= least)
        .toList();
  }

  private void groups(String of, ScoreResult score) {
    for (ScoreResult.Grouping by : score.groupings()) {
      section(of + t("Accuracy by ", "分组准确性：") + by.column());
      html.element(
          "p",
          t("At the cut-off ", "界值")
              + flag(score, score.chosen().threshold())
              + t("; gaps are to ", "；差值以")
              + by.reference()
              + t(
                  ", the largest group. A dash stands for what rests on fewer than ",
                  "（最大组）为参照。“–”表示人数少于")
              + result.leastShown()
              + t(" people, or would give such a number away.", "，或可能反推出此类数字而隐去。"),
          "class",
          "note");
      figure(
          "pair stacked",
          t(
              "Sensitivity (upper mark) and specificity (lower mark) with intervals",
              "各组灵敏度（上）与特异度（下）及区间"));
      Plot plot = Plot.begin(
              html,
              t("Intervals by group; the numbers are in the table beside.", "各组区间，数值见旁表。"),
              0,
              1,
              0,
              by.groups().size() + 0.5)
          .axes(t("share", "比例"), "");
      for (int i = 0; i < by.groups().size(); i++) {
        plot.label(shortened(by.groups().get(i).name()), i + 1.0);
        mark(plot, by.groups().get(i).sensitivity(), i + 1.15);
        mark(plot, by.groups().get(i).specificity(), i + 0.85);
      }
      plot.end();
      beside();
      table(
          t("Accuracy by ", "分组准确性：") + by.column(),
          t("Group", "组"),
          t("People", "人数"),
          t("Cases", "阳性"),
          "AUC",
          t("Sensitivity", "灵敏度"),
          t("Specificity", "特异度"),
          t("Sensitivity gap", "灵敏度差"),
          "p",
          t("Specificity gap", "特异度差"),
          "p");
      for (ScoreResult.Group g : by.groups()) {
        row(
            g.name().isEmpty() ? t("not stated", "未填") : g.name(),
            whole(g.people()),
            whole(g.cases()),
            two(g.area()),
            percent(g.sensitivity()),
            percent(g.specificity()),
            points(g.sensitivityGap()),
            p(g.sensitivityP()),
            points(g.specificityGap()),
            p(g.specificityP()));
      }
      endTable();
      endFigure();
      html.closeLine();
    }
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= 8
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 7)) + "…";
  }

  private static void mark(Plot plot, Figure figure, double y) {
    if (figure.interval().isDefined()) {
      plot.line(
          "curve",
          List.of(
              new Plot.Corner(figure.interval().lower(), y),
              new Plot.Corner(figure.interval().upper(), y)));
      plot.dot(figure.value(), y);
    }
  }

  private void missing(String of, ScoreResult score) {
    ScoreResult.Missing m = score.missing();
    ScoreResult.Verification v = score.verification();
    section(of + t("Missing answers and verification", "缺失与验证偏倚"));
    if (m.cases() + m.controls() == 0) {
      html.element(
          "p",
          t(
              "Everybody with the criterion had a score; missing answers change nothing.",
              "有效标者均有得分，缺失不影响结果。"));
    } else {
      table(
          t("What missing scores could change at the cut-off", "缺失得分对界值处结果的可能影响"),
          t("If those without a score had", "若缺分者"),
          t("Sensitivity", "灵敏度"),
          t("Specificity", "特异度"));
      row(
          t("been left out, as here", "不纳入（本报告）"),
          percent(score.chosen().sensitivity().value()),
          percent(score.chosen().specificity().value()));
      row(
          t("all been flagged", "全部判为阳性"),
          percent(m.sensitivityIfFlagged()),
          percent(m.specificityIfFlagged()));
      row(
          t("none been flagged", "全部判为阴性"),
          percent(m.sensitivityIfNotFlagged()),
          percent(m.specificityIfNotFlagged()));
      endTable();
      html.element(
          "p",
          t("Share missing, cases less others: ", "缺失比例之差（阳性减阴性）：") + points(m.shareGap()),
          "class",
          "note");
    }
    if (v.unverified() > 0) {
      html.element(
          "p",
          t(
              "The criterion was known for " + v.flaggedVerified() + " of " + v.flagged()
                  + " flagged and for " + v.notFlaggedVerified() + " of "
                  + v.notFlagged()
                  + " not flagged. If the others on each side are as often cases, sensitivity is "
                  + percent(v.sensitivity())
                  + " and specificity " + percent(v.specificity()) + " (Begg and Greenes).",
              "筛查阳性" + v.flagged() + "人中" + v.flaggedVerified() + "人有效标结果，阴性" + v.notFlagged()
                  + "人中" + v.notFlaggedVerified() + "人有。若其余者患病率与同侧相同，则灵敏度为"
                  + percent(v.sensitivity()) + "，特异度为" + percent(v.specificity())
                  + "（Begg-Greenes法）。"));
    } else {
      html.element(
          "p",
          t(
              "The criterion was known for everybody with a score, so that there is no verification bias of this kind.",
              "有得分者均有效标结果，不存在此类验证偏倚。"));
    }
    html.closeLine();
  }

  private void comparisons() {
    if (result.comparisons().isEmpty()) {
      return;
    }
    section(t("Scores compared", "各得分比较"));
    table(
        t(
            "Differences of areas, same people, DeLong; p not adjusted for the number of comparisons",
            "曲线下面积之差（同一人群，DeLong；p值未作多重比较校正）"),
        t("Scores", "得分"),
        t("People", "人数"),
        t("Difference", "差"),
        "z",
        "p");
    result
        .comparisons()
        .forEach(c -> row(
            c.first() + " − " + c.second(),
            count(c.people()),
            three(c.difference().value()) + " (" + three(c.difference().interval()) + ")",
            two(c.z()),
            p(c.p())));
    endTable();
    html.element(
        "p",
        t("All areas equal: chi-square ", "总体检验：χ² ") + two(result.overall().chiSquare()) + ", df "
            + result.overall().df() + ", p " + p(result.overall().p()),
        "class",
        "note");
    html.closeLine();
  }

  private void methods() {
    section(t("Methods", "方法"));
    html.element(
        "p",
        t(
            "Areas are Mann-Whitney estimates with ties counting one half and DeLong's standard errors. Rates have Wilson's intervals, likelihood ratios "
                + "intervals on the logarithm, predictive values at a stated prevalence intervals on the logit (Mercaldo), differences of groups "
                + "Newcombe's intervals and Fisher's exact test. The band of the curve, the interval of the cut-off and the correction for optimism "
                + "(Harrell) rest on " + count(result.samples()) + " samples drawn "
                + (result.sample().clusters() > 0 ? "by cluster" : "within cases and others")
                + " with seed " + result.seed()
                + "; each sample chooses its own cut-off by the same rule. Of cut-offs that are equally good the one that flags "
                + "most is taken. The fitted chance is a logistic regression in the same data and is not corrected.",
            "曲线下面积为Mann-Whitney估计，同分计二分之一，标准误用DeLong法。比率用Wilson区间，似然比用对数区间，给定患病率下的预测值用logit区间（Mercaldo），组间差用Newcombe区间与Fisher精确检验。"
                + "曲线带、界值区间与乐观偏差校正（Harrell）基于" + count(result.samples()) + "个"
                + (result.sample().clusters() > 0 ? "整群" : "分层")
                + "自助样本（种子" + result.seed()
                + "），每个样本按同一规则重选界值。同优界值取判阳最多者。拟合概率为同一数据的logistic回归，未作校正。"));
    html.closeLine();
  }

  private void stard() {
    section("STARD 2015");
    table(
        t("What this report covers, item by item", "本报告对各条目的覆盖情况"),
        t("Item", "条目"),
        t("About", "内容"),
        t("Here", "覆盖"));
    for (StardItem item : StardItem.ALL) {
      html.open("tr").element("th", item.number(), "scope", "row");
      html.element("td", item.about().in(language), "class", "words");
      html.element("td", item.cover().in(language), "class", "words").closeLine();
    }
    endTable();
    html.closeLine();
  }

  private void footer() {
    html.open("footer");
    html.element("p", "xinheng " + run.program() + " · xinheng " + run.command());
    html.element("p", run.file() + " · SHA-256 " + run.sha256());
    html.element("p", t("A screening score is no diagnosis.", "筛查得分不是诊断。"));
    html.closeLine();
  }

  private void section(String name) {
    html.open("section").element("h2", name);
  }

  private void figure(String caption) {
    figure("pair", caption);
  }

  private void figure(String kind, String caption) {
    figures++;
    html.open("figure")
        .element("figcaption", t("Figure ", "图") + figures + t(". ", "　") + caption)
        .open("div", "class", kind)
        .open("div", "class", "plot");
  }

  private void beside() {
    html.close().open("div", "class", "numbers");
  }

  private void endFigure() {
    html.close().close().closeLine();
  }

  private void table(String caption, String... columns) {
    tables++;
    html.open("div", "class", "scroll")
        .open("table")
        .element("caption", t("Table ", "表") + tables + t(". ", "　") + caption)
        .open("thead")
        .open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  private void endTable() {
    html.close().close().closeLine();
  }

  private void row(String head, String... cells) {
    html.open("tr").element("th", head, "scope", "row");
    cells(cells);
    html.closeLine();
  }

  private void cells(String... cells) {
    for (String cell : cells) {
      html.element("td", cell);
    }
  }

  private String t(String en, String zhCn) {
    return new Text(en, zhCn).in(language);
  }

  private String level() {
    return t(plain(result.level() * 100) + "% CI", plain(result.level() * 100) + "%置信区间");
  }

  private static String flag(ScoreResult score, double threshold) {
    return (score.direction() == Direction.HIGHER_IS_CASE ? "≥ " : "≤ ") + plain(threshold);
  }

  private String byRule(CutRule rule) {
    return rule == CutRule.GIVEN ? "which was fixed beforehand" : "chosen by " + name(rule);
  }

  private String name(CutRule rule) {
    return switch (rule) {
      case GIVEN -> t("fixed beforehand", "事先给定");
      case YOUDEN -> t("Youden index", "Youden指数");
      case TOP_LEFT -> t("nearest to the top left", "左上角最近");
      case F1 -> "F1";
      case KAPPA -> t("kappa", "κ");
      case SENSITIVITY ->
        t("sensitivity at least ", "灵敏度≥") + plain(100 * result.leastSensitivity()) + "%";
      case SPECIFICITY ->
        t("specificity at least ", "特异度≥") + plain(100 * result.leastSpecificity()) + "%";
      case COST -> t("least cost", "代价最小");
      case CAPACITY -> t("capacity", "随访容量");
    };
  }

  /** A warning as a sentence. */
  public static String text(Warning warning, Language language) {
    List<Double> n = warning.numbers();
    String name = warning.score();
    Text text = switch (warning.kind()) {
      case ENRICHED ->
        new Text(
            "The sample is enriched: " + percent(n.get(0)) + " are cases, and " + percent(n.get(1))
                + " where the score is to be used. Predictive values of the sample do not hold there; those at the stated prevalence do if sensitivity and specificity carry over.",
            "样本经富集：患病率" + percent(n.get(0)) + "，应用人群为" + percent(n.get(1))
                + "。样本预测值不适用于应用人群，请看给定患病率下的预测值。");
      case PREVALENCE_NOT_STATED ->
        new Text(
            percent(n.get(0))
                + " of the sample are cases, which is rare in screening. State the prevalence where the score is to be used: --prevalence.",
            "样本患病率为" + percent(n.get(0)) + "，高于一般筛查人群。请用--prevalence给出应用人群的患病率。");
      case VERY_FEW ->
        new Text(
            "There are only " + whole(n.get(0)) + " cases and " + whole(n.get(1))
                + " others: no cut-off should be chosen from these data.",
            "仅有阳性" + whole(n.get(0)) + "例、阴性" + whole(n.get(1)) + "例，不宜据此选定界值。");
      case FEW ->
        new Text(
            "There are " + whole(n.get(0)) + " cases and " + whole(n.get(1))
                + " others; with fewer than 100 of either, intervals are wide and a chosen cut-off rests on few people.",
            "阳性" + whole(n.get(0)) + "例、阴性" + whole(n.get(1)) + "例；任一组不足100例时区间较宽，所选界值依据的人数偏少。");
      case VERIFICATION ->
        new Text(
            name + ": the criterion is unknown for " + whole(n.get(0)) + " people with a score ("
                + percent(n.get(1))
                + "), who are left out; if who was verified depends on the score, sensitivity looks too high.",
            name + "：有得分而效标缺失者" + whole(n.get(0)) + "人（" + percent(n.get(1))
                + "），未纳入；若是否验证与得分有关，灵敏度会偏高。");
      case TIES ->
        new Text(
            name + ": " + percent(n.get(0))
                + " of pairs of a case and another have the same score, and there are only "
                + whole(n.get(1)) + " different scores; the curve between its corners is a guess.",
            name + "：" + percent(n.get(0)) + "的配对同分，仅有" + whole(n.get(1)) + "个不同分值；曲线转角之间为插值。");
      case MISSING_SCORES ->
        new Text(
            name + ": " + whole(n.get(0)) + " people with the criterion (" + percent(n.get(1))
                + ") have no score and are left out.",
            name + "：有效标而缺得分者" + whole(n.get(0)) + "人（" + percent(n.get(1)) + "），未纳入。");
      case WRONG_DIRECTION ->
        new Text(
            name + ": the area is " + three(n.get(0))
                + ", below one half; if cases score low, say so with --lower.",
            name + "：面积为" + three(n.get(0)) + "，低于0.5；若低分为阳性请用--lower声明。");
      case NO_SPREAD ->
        new Text(
            name + ": the interval of the area is a point at " + three(n.get(0))
                + ", which says nothing of how sure it is.",
            name + "：面积区间退化为一点（" + three(n.get(0)) + "），不能说明其精度。");
      case EQUAL_CUT_OFFS ->
        new Text(
            name + ": " + whole(n.get(0))
                + " cut-offs are equally good; the one that flags most was taken.",
            name + "：有" + whole(n.get(0)) + "个界值同优，取判阳最多者。");
      case UNSTABLE ->
        new Text(
            name + ": only " + percent(n.get(0))
                + " of samples drawn again choose the same cut-off.",
            name + "：仅" + percent(n.get(0)) + "的自助样本选中同一界值。");
      case NOBODY_COSTS_LESS ->
        new Text(
            name + ": at these costs following up nobody costs less than any cut-off.",
            name + "：按此代价，不随访任何人的代价低于任何界值。");
      case FEW_CLUSTERS ->
        new Text(
            "There are only " + whole(n.get(0))
                + " clusters; intervals from drawing so few are too short.",
            "仅有" + whole(n.get(0)) + "个群组，整群抽样区间偏窄。");
      case COMPARISON_IGNORES_CLUSTERS ->
        new Text(
            "The comparison of areas takes people of one cluster for independent; its p values are too small.",
            "面积比较未考虑群组内相关，p值偏小。");
    };
    return text.in(language);
  }

  /** A number without needless digits. */
  public static String plain(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    String text =
        String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    return text.equals("-0") ? "0" : text.replace('-', '−');
  }

  private static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return Double.isInfinite(value)
        ? plain(value)
        : String.format(Locale.ROOT, "%,." + decimals + "f", value).replace('-', '−');
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String whole(double value) {
    return fixed(value, 0);
  }

  private static String one(double value) {
    return fixed(value, 1);
  }

  private static String two(double value) {
    return fixed(value, 2);
  }

  private static String three(double value) {
    return fixed(value, 3);
  }

  private static String four(double value) {
    return fixed(value, 4);
  }

  private static String three(Interval interval) {
    return interval.isDefined() ? three(interval.lower()) + "–" + three(interval.upper()) : "–";
  }

  private static String range(Interval interval) {
    return interval.isDefined() ? plain(interval.lower()) + "–" + plain(interval.upper()) : "–";
  }

  private static String two(Figure figure) {
    return two(figure.value())
        + (figure.interval().isDefined()
            ? " (" + two(figure.interval().lower()) + "–"
                + two(figure.interval().upper()) + ")"
            : "");
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "–" : fixed(100 * share, 1) + "%";
  }

  private static String percent(Figure figure) {
    return percent(figure.value())
        + (figure.interval().isDefined()
            ? " (" + one(100 * figure.interval().lower()) + "–"
                + one(100 * figure.interval().upper()) + ")"
            : "");
  }

  private static String points(Figure figure) {
    return one(100 * figure.value())
        + (figure.interval().isDefined()
            ? " (" + one(100 * figure.interval().lower()) + ", "
                + one(100 * figure.interval().upper()) + ")"
            : "");
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : fixed(p, 3);
  }
}
