package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.points;
import static org.xinheng.app.study.Shown.two;
import static org.xinheng.app.study.Shown.whole;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.validation.study.Figure;
import org.xinheng.validation.study.ScoreResult;

/** What a report says of the use of one score: predictive values, workload, decisions, groups and missing answers. */
final class UseSections extends ScorePart {

  UseSections(ScorePart report) {
    super(report);
  }

  void write(String of, ScoreResult score) {
    use(of, score);
    decisions(of, score);
    groups(of, score);
    missing(of, score);
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
            "Of 1,000 people screened: how many to follow up, and how many cases that finds, by"
                + " cut-off",
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
        .cutOffs()
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
          flag(score, c.cutOff()) + " " + name(c.rule()),
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
        "Net benefit by the risk at which one would follow up: cut-off (line), fitted chance"
            + " (dashed), everyone (thin), nobody (0)",
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

  void groups(String of, ScoreResult score) {
    for (ScoreResult.Grouping by : score.groupings()) {
      section(of + t("Accuracy by ", "分组准确性：") + by.column());
      html.element(
          "p",
          t("At the cut-off ", "界值")
              + flag(score, score.chosen().cutOff())
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
              "The criterion was known for everybody with a score, so that there is no"
                  + " verification bias of this kind.",
              "有得分者均有效标结果，不存在此类验证偏倚。"));
    }
    html.closeLine();
  }
}
