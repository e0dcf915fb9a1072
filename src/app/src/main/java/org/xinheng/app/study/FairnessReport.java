package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.two;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.xinheng.instrument.Language;
import org.xinheng.validation.study.ScoreResult;

/** The report of a study of fairness: a cut-off, and the items behind it, between groups. */
public final class FairnessReport extends ScorePart {

  private final StudyRun<FairnessStudy> run;

  private FairnessReport(StudyRun<FairnessStudy> run, Language language) {
    super(run.study().result(), language);
    this.run = run;
  }

  /** The report as the text of a file. */
  public static String html(StudyRun<FairnessStudy> run, Language language) {
    return new FairnessReport(run, language).page();
  }

  private String page() {
    FairnessStudy study = run.study();
    String names = String.join(
        t(", ", "、"), result.scores().stream().map(ScoreResult::name).toList());
    beginPage(
        t("Fairness study", "公平性研究"),
        t("Accuracy of ", "") + names + t(" between groups", "的组间准确性"));
    html.open("section", "class", "summary");
    result
        .scores()
        .forEach(score -> score.groupings().forEach(by -> paragraph(sentence(score, by))));
    endSection();
    warnings(result.warnings());
    for (ScoreResult score : result.scores()) {
      String of = result.scores().size() > 1 ? score.name() + t(": ", "：") : "";
      new UseSections(this).groups(of, score);
      score.groupings().forEach(by -> rates(of, by));
    }
    new DifSections(this).write(study.dif());
    methods();
    return endPage(
        run,
        t(
            "Equal figures do not make a screening fair, nor do unequal ones show why they are"
                + " unequal.",
            "数字相等并不意味着公平，数字不等也不说明原因。"));
  }

  private String sentence(ScoreResult score, ScoreResult.Grouping by) {
    return t(
        "At the cut-off " + flag(score, score.chosen().cutOff()) + " of " + score.name()
            + ", groups by " + by.column() + " differed by at most "
            + points(by.largestSensitivityGap()) + " percentage points in sensitivity, "
            + points(by.largestSpecificityGap()) + " in specificity and "
            + points(by.largestFlaggedGap()) + " in how many are flagged" + clearest(by) + ".",
        score.name() + "以" + flag(score, score.chosen().cutOff()) + "为界，按" + by.column()
            + "分组，灵敏度最大相差" + points(by.largestSensitivityGap()) + "个百分点，特异度"
            + points(by.largestSpecificityGap()) + "个百分点，阳性率" + points(by.largestFlaggedGap())
            + "个百分点"
            + clearest(by) + "。");
  }

  private static String points(double gap) {
    return one(100 * gap);
  }

  /** Whether any gap is more than chance. */
  private String clearest(ScoreResult.Grouping by) {
    double sensitivity = least(by, ScoreResult.Group::sensitivityP);
    double specificity = least(by, ScoreResult.Group::specificityP);
    if (Double.isNaN(sensitivity) && Double.isNaN(specificity)) {
      return t("; too few people for a test", "；人数不足以检验");
    }
    return t("; the smallest p was ", "；最小p值：灵敏度")
        + pOrDash(sensitivity)
        + t(" for sensitivity and ", "，特异度")
        + pOrDash(specificity)
        + t(" for specificity", "");
  }

  private static String pOrDash(double p) {
    return Double.isNaN(p) ? "–" : Shown.p(p);
  }

  private static double least(ScoreResult.Grouping by, ToDoubleFunction<ScoreResult.Group> p) {
    return by.groups().stream()
        .mapToDouble(p)
        .filter(value -> !Double.isNaN(value))
        .min()
        .orElse(Double.NaN);
  }

  private void rates(String of, ScoreResult.Grouping by) {
    section(of + t("Rates by ", "分组比率：") + by.column());
    table(
        t("Rates and ratios; ", "比率与比值；") + level(),
        t("Group", "组"),
        t("Prevalence", "患病率"),
        t("Flagged", "阳性率"),
        t("Ratio to ", "比值（对") + by.reference() + t("", "）"),
        "PPV",
        "NPV",
        t("Equalised odds gap", "均等机会差"));
    for (ScoreResult.Group group : by.groups()) {
      row(
          group.name().isEmpty() ? t("not stated", "未填") : group.name(),
          percent(group.prevalence()),
          percent(group.flagged()),
          two(group.flaggedRatio()),
          percent(group.ppv()),
          percent(group.npv()),
          Double.isNaN(group.equalisedOddsGap())
              ? "–"
              : points(group.equalisedOddsGap()) + t(" points", "个百分点"));
    }
    endTable();
    endSection();
  }

  private void methods() {
    section(t("Methods", "方法"));
    paragraph(t(
        "Each group is compared with the largest. Rates have Wilson's intervals, differences"
            + " Newcombe's and Fisher's exact test, ratios the intervals of Donner and Zou, areas"
            + " DeLong's. The equalised odds gap is the larger of the gaps in sensitivity and"
            + " specificity. p values are not adjusted for the number of comparisons. Figures that"
            + " rest on fewer than "
            + result.leastShown()
            + " people, and those that would give such a number away, are not shown.",
        "各组与最大组比较。比率用Wilson区间，差值用Newcombe区间与Fisher精确检验，比值用Donner-Zou区间，面积用DeLong区间。均等机会差为灵敏度差与特异度差之大者。p值未作多重比较校正。人数少于"
            + result.leastShown() + "的数字及可能反推出此类数字者不予显示。"));
    endSection();
  }

  /** Writes the tables of a study as CSV. */
  public static void tables(Path folder, FairnessStudy study) throws IOException {
    StudyTables.groups(folder, study.result());
    DifSections.table(folder, study.dif());
    List<List<String>> gaps = new ArrayList<>();
    for (ScoreResult score : study.result().scores()) {
      for (ScoreResult.Grouping by : score.groupings()) {
        gaps.add(CsvTable.row(
            score.name(),
            score.chosen().cutOff(),
            by.column(),
            by.reference(),
            by.largestSensitivityGap(),
            by.largestSpecificityGap(),
            by.largestFlaggedGap()));
      }
    }
    CsvTable.write(
        folder.resolve("largest-gaps.csv"),
        "score,cut-off,column,reference,sensitivity,specificity,flagged",
        gaps);
  }
}
