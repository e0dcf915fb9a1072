package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;
import static org.xinheng.app.study.Shown.whole;

import org.xinheng.instrument.Language;
import org.xinheng.validation.study.Sample;
import org.xinheng.validation.study.ScoreResult;

/**
 * The report of a study of scores against a criterion in one language, in the order of the results section of a paper.
 */
public final class StudyReport extends ScorePart {

  private final StudyRun<CriterionStudy> run;

  private StudyReport(StudyRun<CriterionStudy> run, Language language) {
    super(run.study().result(), language);
    this.run = run;
  }

  /** The report as the text of a file. The same study gives the same text. */
  public static String html(StudyRun<CriterionStudy> run, Language language) {
    return new StudyReport(run, language).page();
  }

  private String page() {
    beginPage(t("Screening accuracy study", "筛查准确性研究"), title());
    summary();
    warnings(result.warnings());
    participants();
    CutOffSections cutOffs = new CutOffSections(this);
    UseSections use = new UseSections(this);
    for (ScoreResult score : result.scores()) {
      String of = result.scores().size() > 1 ? score.name() + t(": ", "：") : "";
      cutOffs.write(of, score);
      use.write(of, score);
    }
    comparisons();
    methods();
    checklist("STARD 2015", ReportingItem.STARD);
    return endPage(run, t("A screening score is no diagnosis.", "筛查得分不是诊断。"));
  }

  private String title() {
    String names = String.join(
        t(", ", "、"), result.scores().stream().map(ScoreResult::name).toList());
    return t("Accuracy of ", "") + names + t(" for ", "对") + criterion() + t("", "的筛查准确性");
  }

  private String criterion() {
    return run.study().criterion() + " = "
        + String.join(t(" or ", "或"), run.study().positive());
  }

  private void summary() {
    html.open("section", "class", "summary");
    Sample sample = result.sample();
    int known = sample.cases() + sample.controls();
    String interval = level() + t(" ", "") + percent(sample.prevalence().interval());
    String share = percent(sample.prevalence().value());
    String cases = count(sample.cases())
        + t(" of them, " + share + " (" + interval + ")", "人（" + share + "，" + interval);
    String people = known == sample.rows()
        ? t(
            "The criterion was known for all " + count(known) + " people; " + cases
                + ", were cases.",
            count(known) + "人均有效标结果，其中" + cases + "）为阳性。")
        : t(
            "Of " + count(sample.rows()) + " people, " + count(known) + " had the criterion; "
                + cases + ", were cases.",
            "共" + count(sample.rows()) + "人，" + count(known) + "人有效标结果，其中" + cases + "）为阳性。");
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
        "At a cut-off of " + flag(score, c.cutOff()) + ", " + byRule(c.rule())
            + ", sensitivity was " + percent(c.sensitivity()) + " and specificity "
            + percent(c.specificity()) + ". ",
        "以" + flag(score, c.cutOff()) + "为界（" + name(c.rule()) + "），灵敏度为" + percent(c.sensitivity())
            + "，特异度为" + percent(c.specificity()) + "。");
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

  private void comparisons() {
    if (result.comparisons().isEmpty()) {
      return;
    }
    section(t("Scores compared", "各得分比较"));
    table(
        t(
            "Differences of areas, same people, DeLong; p not adjusted for the number of"
                + " comparisons",
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
            "Areas are Mann-Whitney estimates with ties counting one half and DeLong's standard"
                + " errors. Rates have Wilson's intervals, likelihood ratios intervals on the"
                + " logarithm, predictive values at a stated prevalence intervals on the logit"
                + " (Mercaldo), differences of groups Newcombe's intervals and Fisher's exact"
                + " test. The band of the curve, the interval of the cut-off and the correction"
                + " for optimism (Harrell; its interval is that of the samples' own figures,"
                + " shifted by the correction) rest on "
                + count(result.samples()) + " samples drawn "
                + (result.sample().clusters() > 0 ? "by cluster" : "within cases and others")
                + " with seed " + result.seed()
                + "; each sample chooses its own cut-off by the same rule. Of cut-offs that are"
                + " equally good the one that flags most is taken. The fitted chance is a logistic"
                + " regression in the same data and is not corrected.",
            "曲线下面积为Mann-Whitney估计，同分计二分之一，标准误用DeLong法。比率用Wilson区间，似然比用对数区间，给定患病率下的预测值用logit区间（Mercaldo），组间差用Newcombe区间与Fisher精确检验。"
                + "曲线带、界值区间与乐观偏差校正（Harrell，区间为各样本自身估计的区间平移）基于" + count(result.samples()) + "个"
                + (result.sample().clusters() > 0 ? "整群" : "分层")
                + "自助样本（种子" + result.seed()
                + "），每个样本按同一规则重选界值。同优界值取判阳最多者。拟合概率为同一数据的logistic回归，未作校正。"));
    html.closeLine();
  }
}
