package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.fixed;
import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.plain;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Language;
import org.xinheng.validation.irt.AndersenTest;
import org.xinheng.validation.irt.CalibratedItem;
import org.xinheng.validation.irt.IrtModel;
import org.xinheng.validation.irt.IrtResult;
import org.xinheng.validation.irt.SumScores;

/** The report of a study of items by a model of item response theory, in one language. */
public final class IrtReport extends PaperPart {

  private static final int MOST_PAIRS = 20;

  private final StudyRun<IrtResult> run;
  private final IrtResult result;

  private IrtReport(StudyRun<IrtResult> run, Language language) {
    super(language);
    this.run = run;
    this.result = run.study();
  }

  /** The report as the text of a file. The same study gives the same text. */
  public static String html(StudyRun<IrtResult> run, Language language) {
    return new IrtReport(run, language).page();
  }

  private String page() {
    beginPage(
        t("Item response theory", "项目反应理论"),
        t("Parameters and fit of ", "")
            + result.items().size()
            + t(" items: ", "个条目的参数与拟合：")
            + model());
    summary();
    warnings();
    parameters();
    new IrtCurves(this).write(result);
    fit();
    conditional();
    dependence();
    people();
    sums();
    methods();
    return endPage(run, t("A screening score is no diagnosis.", "筛查得分不是诊断。"));
  }

  private String model() {
    return switch (result.model()) {
      case RASCH, RASCH_OF_UNIT_SPREAD -> t("Rasch model", "Rasch模型");
      case TWO_PARAMETER -> t("two-parameter model", "双参数模型");
      case GRADED -> t("graded response model", "等级反应模型");
      case PARTIAL_CREDIT -> t("generalised partial credit model", "拓广分部评分模型");
    };
  }

  private void summary() {
    html.open("section", "class", "summary");
    paragraph(t(
        count(result.people()) + " of " + count(result.rows()) + " people answered something, "
            + count(result.complete()) + " every item. ",
        "共" + count(result.rows()) + "人，" + count(result.people()) + "人有作答，"
            + count(result.complete()) + "人全部作答。"));
    paragraph(t(
            "The log-likelihood of the " + model() + " was " + three(result.logLikelihood())
                + " with "
                + result.estimated() + " parameters (AIC " + two(result.aic()) + ", BIC "
                + two(result.bic()) + "). ",
            model() + "的对数似然为" + three(result.logLikelihood()) + "，参数" + result.estimated()
                + "个（AIC " + two(result.aic()) + "，BIC " + two(result.bic()) + "）。")
        + overall());
    paragraph(t(
        "The marginal reliability was " + three(result.marginalReliability())
            + "; information was highest at a level of " + one(best().theta())
            + ", where the standard error of a level is " + two(best().standardError()) + ".",
        "边际信度为" + three(result.marginalReliability()) + "；水平为" + one(best().theta())
            + "处信息量最大，该处标准误为" + two(best().standardError()) + "。"));
    endSection();
  }

  private String overall() {
    if (Double.isNaN(result.overall().m2())) {
      return t("M2 has no degree of freedom left with so few items.", "条目太少，M2没有剩余自由度。");
    }
    return t("Overall fit: ", "整体拟合：") + "M2 = " + two(result.overall().m2()) + t(", df ", "，df ")
        + result.overall().df() + t(", p ", "，p ") + p(result.overall().p())
        + t(", RMSEA ", "，RMSEA ")
        + three(result.overall().rmsea()) + t(", SRMR ", "，SRMR ")
        + three(result.overall().srmr())
        + t(".", "。");
  }

  private IrtResult.InformationAt best() {
    IrtResult.InformationAt best = result.information().get(0);
    for (IrtResult.InformationAt at : result.information()) {
      best = at.information() > best.information() ? at : best;
    }
    return best;
  }

  private void warnings() {
    if (result.warnings().isEmpty()) {
      return;
    }
    section(t("Read this first", "使用前须知"));
    html.open("ul", "class", "warnings");
    result.warnings().forEach(warning -> html.element("li", IrtWarningText.of(warning, language)));
    html.closeLine();
    endSection();
  }

  private void parameters() {
    section(t("Parameters", "参数"));
    int most = result.items().stream()
        .mapToInt(item -> item.parameters().difficulties().size())
        .max()
        .orElse(1);
    List<String> columns = new ArrayList<>(
        List.of(t("Item", "条目"), t("Answered", "作答人数"), t("Slope a (SE)", "斜率a（标准误）")));
    for (int k = 1; k <= most; k++) {
      columns.add(place() + (most > 1 ? k : "") + t(" (SE)", "（标准误）"));
    }
    table(t("Item parameters with standard errors", "条目参数及标准误"), columns.toArray(String[]::new));
    for (IrtResult.Item item : result.items()) {
      CalibratedItem parameters = item.parameters();
      List<String> cells = new ArrayList<>();
      cells.add(count(item.counts().stream().mapToInt(Integer::intValue).sum()));
      cells.add(withError(parameters.slope(), parameters.slopeError()));
      for (int k = 0; k < parameters.difficulties().size(); k++) {
        cells.add(withError(
            parameters.difficulties().get(k), parameters.difficultyErrors().get(k)));
      }
      row(item.name(), cells.toArray(String[]::new));
    }
    endTable();
    note(
        result.model() == IrtModel.PARTIAL_CREDIT
            ? t(
                "b is the level at which an answer becomes as likely as the one below it.",
                "b为某一选项与其前一选项概率相等处的水平。")
            : t(
                "b is the level at which an answer, or a higher one, becomes as likely as not."
                    + " Levels have mean 0 and standard deviation 1 in the population.",
                "b为作答达到该选项或更高的概率为一半处的水平。人群水平的均值为0，标准差为1。"));
    if (result.model().isRasch() && !result.items().isEmpty()) {
      double slope = result.items().get(0).parameters().slope();
      note(t(
          "All slopes are the same. With slope 1, Rasch's own unit, levels have a standard"
              + " deviation of "
              + three(slope) + " and every b is multiplied by it.",
          "所有斜率相同。若取斜率为1（Rasch单位），水平的标准差为" + three(slope) + "，各b乘以该值。"));
    }
    endSection();
  }

  private String place() {
    return t("b", "难度b");
  }

  private static String withError(double value, double error) {
    return fixed(value, 3) + (Double.isNaN(error) ? "" : " (" + fixed(error, 3) + ")");
  }

  private void fit() {
    section(t("Fit of items", "条目拟合"));
    table(t("Fit of each item", "各条目拟合"), t("Item", "条目"), "S-X²", "df", "p", "infit", "outfit");
    for (IrtResult.Item item : result.items()) {
      row(
          item.name(),
          two(item.fit().chiSquare()),
          String.valueOf(item.fit().df()),
          Double.isNaN(item.fit().p()) ? "–" : p(item.fit().p()),
          two(item.squares().infit()),
          two(item.squares().outfit()));
    }
    endTable();
    note(t(
        "S-X² compares, among people with the same sum, how many gave each answer with how many"
            + " the model expects (people who answered everything). Infit and outfit are mean"
            + " squares at weighted likelihood levels; with few items they lie below 1.",
        "S-X²在总分相同者中比较各选项的实际与期望人数（仅全部作答者）。infit与outfit为加权似然估计处的均方，条目少时偏低于1。"));
    endSection();
  }

  private void conditional() {
    for (IrtResult.Conditional rasch : result.conditional()) {
      section(t("Rasch model without a population", "条件极大似然Rasch模型"));
      table(
          t("Difficulties by conditional likelihood; their sum is 0", "条件似然难度（和为0）"),
          t("Item", "条目"),
          t("Difficulty", "难度"),
          t("SE", "标准误"));
      for (int j = 0; j < rasch.difficulties().size(); j++) {
        row(
            result.items().get(j).name(),
            three(rasch.difficulties().get(j)),
            three(rasch.standardErrors().get(j)));
      }
      endTable();
      for (AndersenTest test : rasch.andersen()) {
        note(t(
                "Andersen's likelihood ratio test of people with low against high sums:"
                    + " chi-square ",
                "Andersen似然比检验（低分组与高分组）：χ² ")
            + two(test.chiSquare()) + ", df " + test.df() + ", p "
            + p(test.p()));
      }
      endSection();
    }
  }

  private void dependence() {
    section(t("Local dependence", "局部相依"));
    if (result.pairs().isEmpty()) {
      paragraph(t(
          "No pair of items has a Q3 that is 0.2 above the mean of " + two(result.q3Mean()) + ".",
          "没有条目对的Q3高出平均值（" + two(result.q3Mean()) + "）0.2以上。"));
    } else {
      table(
          t("Pairs with Q3 0.2 or more above the mean of ", "Q3高出平均值0.2以上的条目对，平均值为")
              + two(result.q3Mean()),
          t("Items", "条目"),
          "Q3");
      result.pairs().stream()
          .limit(MOST_PAIRS)
          .forEach(pair -> row(pair.first() + ", " + pair.second(), two(pair.q3())));
      endTable();
    }
    endSection();
  }

  private void people() {
    IrtResult.Levels levels = result.levels();
    section(t("People", "被试"));
    figure(t("Levels of the people in the data", "被试的水平分布"));
    int most = levels.histogram().stream().mapToInt(Integer::intValue).max().orElse(1);
    Plot plot = Plot.begin(
            html,
            t(
                "Bars of the number of people at each level; the numbers are in the table beside.",
                "各水平区间的人数，数值见旁表。"),
            -4,
            4,
            0,
            most * 1.05)
        .axes(t("level (EAP)", "水平（EAP）"), t("people", "人数"));
    for (int b = 0; b < levels.histogram().size(); b++) {
      double from = -4 + b / 2.0;
      plot.bar("case", from + 0.03, from + 0.47, levels.histogram().get(b));
    }
    plot.end();
    beside();
    table(t("Levels", "水平"), t("Statistic", "统计量"), t("Value", "值"));
    row(t("People with a level", "有水平估计者"), count(levels.n()));
    row(t("Mean", "均值"), two(levels.mean()));
    row(t("Standard deviation", "标准差"), two(levels.sd()));
    row(t("Lowest, highest", "最低、最高"), two(levels.lowest()) + ", " + two(levels.highest()));
    row(t("Reliability in these data", "样本信度"), three(result.empiricalReliability()));
    row(
        t("Unlikely answers (lz below −1.96)", "作答异常（lz低于−1.96）"),
        count(levels.misfitting()) + " (" + percent((double) levels.misfitting() / levels.n())
            + ")");
    endTable();
    table(t("People by level", "各水平区间人数"), t("From", "起"), t("People", "人数"));
    for (int b = 0; b < levels.histogram().size(); b++) {
      if (levels.histogram().get(b) > 0) {
        row(b == 0 ? "−∞" : plain(-4 + b / 2.0), count(levels.histogram().get(b)));
      }
    }
    endTable();
    endFigure();
    endSection();
  }

  private void sums() {
    section(t("What a sum of answers says", "总分与水平"));
    int rows = result.sums().size();
    int step = Math.max(1, (rows + 44) / 45);
    table(
        t("Level by the sum alone", "仅由总分估计的水平")
            + (step > 1 ? t(" (one in " + step + ")", "（每" + step + "个取一）") : ""),
        t("Sum (answers from 0)", "总分（选项自0计）"),
        t("Level", "水平"),
        t("SD", "标准差"),
        t("Expected people", "期望人数"),
        t("Observed", "实际人数"));
    for (int s = 0; s < rows; s += step) {
      SumScores.Row sum = result.sums().get(s);
      row(
          String.valueOf(sum.sum()),
          two(sum.eap()),
          two(sum.sd()),
          one(sum.expected()),
          count(sum.observed()));
    }
    endTable();
    endSection();
  }

  private void methods() {
    section(t("Methods", "方法"));
    paragraph(
        t(
            "Parameters are marginal maximum likelihood estimates with a standard normal"
                + " population, 161 equally spaced points, by steps of expectation and"
                + " maximisation and then Newton's steps with the observed information, from which"
                + " the standard errors come; " + result.steps()
                + " steps were taken. Missing answers are left out of the likelihood. The logistic"
                + " metric is without the factor 1.702. S-X² follows Orlando and Thissen with"
                + " cells of at least one expected person; M2 follows Maydeu-Olivares and Joe; Q3"
                + " is Yen's; lz that of Drasgow and others.",
            "参数为边际极大似然估计（标准正态总体，161个等距点），先用EM迭代，再用基于观测信息的Newton迭代，标准误来自观测信息；共"
                + result.steps()
                + "步。缺失作答不计入似然。采用logistic量尺，不含1.702。S-X²按Orlando与Thissen，期望人数不足1的格合并；M2按Maydeu-Olivares与Joe；Q3按Yen；lz按Drasgow等。"));
    endSection();
  }
}
