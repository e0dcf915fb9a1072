package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.four;
import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.plain;
import static org.xinheng.app.study.Shown.range;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;
import static org.xinheng.app.study.Shown.whole;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.validation.study.CutRule;
import org.xinheng.validation.study.ScoreResult;

/** What a report says of one score: how it is distributed, how well it tells cases from others, and where to cut. */
final class CutOffSections extends ScorePart {

  private static final int MOST_ROWS = 45;

  CutOffSections(ScorePart report) {
    super(report);
  }

  void write(String of, ScoreResult score) {
    distribution(of, score);
    discrimination(of, score);
    cutOffs(of, score);
    stability(of, score);
  }

  private void distribution(String of, ScoreResult score) {
    List<ScoreResult.CutOffRow> rows = score.cutOffs();
    if (!score.isWhole() || rows.size() > 60) {
      return;
    }
    section(of + t("Scores", "得分分布"));
    double least =
        rows.stream().mapToDouble(ScoreResult.CutOffRow::cutOff).min().orElse(0);
    double most = rows.stream().mapToDouble(ScoreResult.CutOffRow::cutOff).max().orElse(1);
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
                "Bars of the share of each group at each score; the numbers are in the table"
                    + " beside.",
                "各组在每个分值上的百分比，数值见旁表。"),
            least - 0.6,
            most + 0.6,
            0,
            top * 1.05)
        .axes(score.name(), "%");
    for (int i = 0; i < rows.size(); i++) {
      double x = rows.get(i).cutOff();
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
      row(plain(rows.get(i).cutOff()), percent(shares[0][i] / 100), percent(shares[1][i] / 100));
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
        .cutOffs()
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
    separation(score);
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
        "Youden",
        "LR+",
        "LR−");
    for (ScoreResult.Candidate c : score.candidates()) {
      html.open("tr", "class", c.rule() == score.chosen().rule() ? "chosen" : "");
      html.element("th", name(c.rule()), "scope", "row");
      String equal = c.equallyGood().size() > 1
          ? t("; as good: ", "；同优：")
              + String.join(
                  ", ",
                  c.equallyGood().stream()
                      .filter(value -> value != c.cutOff())
                      .map(Shown::plain)
                      .toList())
          : "";
      cells(
          flag(score, c.cutOff()) + equal,
          percent(c.sensitivity()),
          percent(c.specificity()),
          two(c.youden()),
          two(c.positiveLikelihoodRatio()),
          two(c.negativeLikelihoodRatio()));
      html.closeLine();
    }
    endTable();
    corrected(score);
    for (CutRule rule : score.unmet()) {
      html.element("p", t("No cut-off meets the rule: ", "没有界值满足：") + name(rule), "class", "note");
    }
    List<ScoreResult.CutOffRow> rows = score.cutOffs();
    int step = Math.max(1, (rows.size() + MOST_ROWS - 1) / MOST_ROWS);
    table(
        t("Every cut-off", "全部界值")
            + (step > 1
                ? t(
                    " (one in " + step + "; all are in cut-offs.csv)",
                    "（每" + step + "个取一，全部见cut-offs.csv）")
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
      ScoreResult.CutOffRow r = rows.get(i);
      html.open("tr", "class", r.cutOff() == score.chosen().cutOff() ? "chosen" : "");
      html.element("th", flag(score, r.cutOff()), "scope", "row");
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
    tiers(score);
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
    double first = choices.get(0).cutOff();
    double last = choices.get(choices.size() - 1).cutOff();
    double width = choices.size() < 2 ? 1 : (last - first) / Math.max(choices.size() - 1, 1);
    figure(t(
        "How often samples drawn again choose each cut-off (bars), and the Youden index (line)",
        "自助样本选中各界值的频率（柱）与Youden指数（线）"));
    Plot plot = Plot.begin(
            html,
            t("Bars of how often each cut-off is chosen; most often ", "各界值被选中的频率，所选界值")
                + plain(score.chosen().cutOff())
                + t(", in ", "：")
                + percent(score.chosen().chosenAgain()),
            first - width,
            last + width,
            0,
            1)
        .axes(t("cut-off", "界值"), t("share; Youden index", "比例；Youden指数"));
    choices.forEach(choice -> plot.bar(
        "other", choice.cutOff() - 0.35 * width, choice.cutOff() + 0.35 * width, choice.share()));
    plot.line(
            "curve",
            score.cutOffs().stream()
                .filter(row -> row.cutOff() >= first - width && row.cutOff() <= last + width)
                .map(row -> new Plot.Corner(row.cutOff(), row.youden()))
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
        .forEach(choice -> row(flag(score, choice.cutOff()), percent(choice.share())));
    endTable();
    html.element(
        "p",
        t("Interval of the chosen cut-off: ", "所选界值的区间：")
            + range(score.chosen().cutOffInterval())
            + t(
                ". Plateau, where Youden lies within 0.05 of its best: ",
                "。平台（Youden与最优相差不超过0.05）：")
            + String.join(", ", score.plateau().stream().map(Shown::plain).toList())
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

  private void tiers(ScoreResult score) {
    if (score.tiers().isEmpty()) {
      return;
    }
    table(
        t("Three tiers by two cut-offs at once", "两个界值同时划分三级"),
        t("Tier", "级别"),
        t("Scores from", "得分起点"),
        t("People", "人数"),
        t("Cases", "阳性"),
        t("Share of all cases", "占全部阳性"),
        t("Cases in the tier", "级内阳性率"),
        t("Of 1,000 screened", "每千人筛查"),
        t("Chance of being a case, in use", "应用人群中阳性概率"));
    for (ScoreResult.TierRow tier : score.tiers()) {
      row(
          Integer.toString(tier.tier()),
          Double.isInfinite(tier.from()) ? t("the other end", "另一端") : flag(score, tier.from()),
          count(tier.people()),
          count(tier.cases()),
          percent(tier.capture()),
          percent(tier.ppv()),
          whole(tier.perThousand()),
          percent(tier.chance()));
    }
    endTable();
  }

  private void corrected(ScoreResult score) {
    List<ScoreResult.Candidate> byData = score.candidates().stream()
        .filter(candidate -> candidate.rule().isChosenByData())
        .toList();
    if (byData.isEmpty()) {
      return;
    }
    table(
        t(
            "The same, corrected for the cut-off having been chosen in these data",
            "同上，校正在同一数据中选界值的乐观偏差"),
        t("Rule", "规则"),
        t("Cut-off", "界值"),
        t("Sensitivity", "灵敏度"),
        t("Specificity", "特异度"),
        "Youden",
        t("Youden of people not drawn", "袋外Youden"),
        t("Interval of the cut-off", "界值区间"),
        t("Chosen again", "重选率"));
    for (ScoreResult.Candidate c : byData) {
      html.open("tr", "class", c.rule() == score.chosen().rule() ? "chosen" : "");
      html.element("th", name(c.rule()), "scope", "row");
      cells(
          flag(score, c.cutOff()),
          percent(c.correctedSensitivity()),
          percent(c.correctedSpecificity()),
          two(c.correctedYouden()),
          two(c.outOfBagYouden()),
          range(c.cutOffInterval()),
          percent(c.chosenAgain()));
      html.closeLine();
    }
    endTable();
  }

  private void separation(ScoreResult score) {
    ScoreResult.Separation s = score.separation();
    table(
        t("Cases and others as known groups", "已知组效度：阳性组与阴性组"),
        t("Statistic", "统计量"),
        t("Value", "值"));
    row(t("Cases: mean (SD)", "阳性组：均值（标准差）"), two(s.caseMean()) + " (" + two(s.caseSd()) + ")");
    row(
        t("Others: mean (SD)", "阴性组：均值（标准差）"),
        two(s.controlMean()) + " (" + two(s.controlSd()) + ")");
    row(
        t("Difference (Welch)", "均值差（Welch）"),
        two(s.difference()) + "; t " + two(s.t()) + ", df " + one(s.df()) + ", p " + p(s.p()));
    row("Cohen d; Hedges g", two(s.cohenD()) + "; " + two(s.hedgesG()));
    row(t("Cliff's delta (rank-biserial)", "Cliff δ（秩二列相关）"), two(s.dominance()));
    endTable();
  }
}
