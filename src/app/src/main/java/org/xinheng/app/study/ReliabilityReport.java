package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.plain;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Language;
import org.xinheng.validation.Interval;
import org.xinheng.validation.study.ReliabilityResult;

/** The report of a study of reliability. */
public final class ReliabilityReport extends PaperPart {

  private static final int MOST_BANDS = 31;

  private final StudyRun<ReliabilityScales> run;

  private ReliabilityReport(StudyRun<ReliabilityScales> run, Language language) {
    super(language);
    this.run = run;
  }

  /** The report as the text of a file. */
  public static String html(StudyRun<ReliabilityScales> run, Language language) {
    return new ReliabilityReport(run, language).page();
  }

  private String page() {
    List<ReliabilityResult> scales = run.study().scales();
    String names =
        String.join(t(", ", "、"), scales.stream().map(ReliabilityResult::scale).toList());
    beginPage(t("Reliability study", "信度研究"), t("Reliability of ", "") + names + t("", "的信度"));
    html.open("section", "class", "summary");
    scales.forEach(scale -> paragraph(sentence(scale)));
    endSection();
    warnings(scales.stream().flatMap(scale -> scale.warnings().stream()).toList());
    for (ReliabilityResult scale : scales) {
      String of = scales.size() > 1 ? scale.scale() + t(": ", "：") : "";
      participants(of, scale);
      sum(of, scale);
      factor(of, scale);
      items(of, scale);
      bands(of, scale);
      groups(of, scale);
    }
    methods(scales.get(0));
    checklist("COSMIN", ReportingItem.RELIABILITY);
    return endPage(
        run,
        t(
            "Reliability belongs to scores of these people, not to the questionnaire as such.",
            "信度属于这些受测者的得分，而非量表本身。"));
  }

  private String sentence(ReliabilityResult s) {
    return t(
        "The sum of the " + s.items().size() + " items of " + s.scale() + ", answered in full by "
            + count(s.complete()) + " of " + count(s.people()) + " people, had an alpha of "
            + two(s.alpha())
            + (s.omega().interval().isDefined() ? " and an omega of " + two(s.omega()) : "")
            + " (" + level(s.level()) + "). Scores have a standard error of measurement of "
            + two(s.standardError()) + ".",
        s.scale() + "共" + s.items().size() + "个条目，" + count(s.people()) + "人中" + count(s.complete())
            + "人完整作答；总分α为" + two(s.alpha())
            + (s.omega().interval().isDefined() ? "，ω为" + two(s.omega()) : "") + "（"
            + level(s.level())
            + "），测量标准误为" + two(s.standardError()) + "。");
  }

  private void participants(String of, ReliabilityResult s) {
    section(of + t("Participants", "研究对象"));
    table(t("Who was studied", "研究对象"), t("People", "人"), t("Number", "人数"));
    row(t("In the data", "数据中"), count(s.people()));
    row(
        t("Left out an answer", "有缺失作答"),
        count(s.people() - s.complete()) + " ("
            + percent((double) (s.people() - s.complete()) / s.people()) + ")");
    row(t("All answers", "完整作答"), count(s.complete()));
    row(
        t("Sum: mean (standard deviation)", "总分：均值（标准差）"),
        two(s.mean()) + " (" + two(s.sd()) + ")");
    endTable();
    endSection();
  }

  private void sum(String of, ReliabilityResult s) {
    section(of + t("Reliability of the sum", "总分信度"));
    table(
        t("Coefficients; ", "系数；") + level(s.level()),
        t("Coefficient", "系数"),
        t("Value", "值"),
        t("Interval", "区间"));
    row(
        s.isDichotomous()
            ? t("alpha, here KR-20 (Feldt)", "α，即KR-20（Feldt）")
            : t("alpha (Feldt)", "α（Feldt）"),
        three(s.alpha().value()),
        three(s.alpha().interval()));
    row(
        t("alpha (Duhachek)", "α（Duhachek）"),
        three(s.alpha().value()),
        three(s.alphaByCovariances()));
    row(
        t("alpha of all answers, pair by pair", "α（成对删除）"),
        three(s.alphaPairwise().value()),
        three(s.alphaPairwise().interval()));
    row(t("alpha of standardised items", "标准化α"), three(s.standardised()), "–");
    if (s.isDichotomous()) {
      row("KR-21", three(s.kuderRichardson21()), "–");
    }
    row(
        t("omega total of one factor (samples drawn)", "单因子ω（自助法）"),
        three(s.omega().value()),
        three(s.omega().interval()));
    row(t("omega of standardised items", "标准化ω"), three(s.omegaStandardised()), "–");
    row("Guttman λ2", three(s.lambda2()), "–");
    row("Guttman λ6", three(s.lambda6()), "–");
    row(
        t("odd against even items, Spearman-Brown", "奇偶分半（Spearman-Brown）"),
        three(s.halves().spearmanBrown()),
        "–");
    row(
        t("best and worst halves (λ4, β)", "最佳与最差分半（λ4、β）"),
        three(s.splits().largest()) + "; " + three(s.splits().smallest()),
        "–");
    row(t("mean correlation of two items", "条目间平均相关"), three(s.averageR()), "–");
    row(t("standard error of measurement", "测量标准误"), two(s.standardError()), "–");
    row(t("smallest change beyond error, one occasion", "超出误差的最小变化（单次）"), two(s.detectable()), "–");
    endTable();
    note(t(
        "Alpha presupposes that all items measure one thing equally well, omega that they measure"
            + " one thing; if not, alpha is too small for what is shared and too large for one"
            + " thing.",
        "α假定各条目同等测量同一特质，ω假定单维；不满足时α作为单维信度会失真。"));
    endSection();
  }

  private void factor(String of, ReliabilityResult s) {
    if (s.factor().df() == 0) {
      return;
    }
    section(of + t("One factor", "单因子"));
    table(
        t("How well one factor fits the covariances", "单因子模型拟合"),
        t("Measure", "指标"),
        t("Value", "值"));
    row(
        "χ²",
        two(s.factor().chiSquare()) + ", df " + s.factor().df() + ", p "
            + p(s.factor().p()));
    row("CFI; TLI", three(s.factor().cfi()) + "; " + three(s.factor().tli()));
    Interval rmsea = s.factor().rmseaInterval();
    row(
        t("RMSEA (90% interval)", "RMSEA（90%区间）"),
        three(s.factor().rmsea()) + " (" + three(rmsea) + ")");
    row("SRMR", three(s.factor().srmr()));
    endTable();
    endSection();
  }

  private void items(String of, ReliabilityResult s) {
    section(of + t("Items", "条目"));
    figure(
        "pair stacked", t("Correlation of each item with the sum of the others", "各条目与其余条目总分的相关"));
    double least = Math.min(
        0,
        s.items().stream().mapToDouble(ReliabilityResult.Item::itemRest).min().orElse(0));
    int k = s.items().size();
    Plot plot = Plot.begin(
            html,
            t(
                "Bars of the item-rest correlations; the numbers are in the table beside.",
                "条目-其余相关柱状图，数值见旁表。"),
            0.4,
            k + 0.6,
            least,
            1)
        .axes(t("item", "条目"), "r");
    for (int i = 0; i < k; i++) {
      plot.bar("case", i + 0.7, i + 1.3, s.items().get(i).itemRest());
    }
    plot.end();
    beside();
    table(
        t("Items among the others", "条目分析"),
        t("Item", "条目"),
        t("Mean", "均值"),
        t("SD", "标准差"),
        t("Item-rest r", "条目-其余r"),
        t("corrected r", "校正r"),
        t("alpha without", "删除后α"),
        t("loading", "载荷"));
    for (int i = 0; i < k; i++) {
      ReliabilityResult.Item item = s.items().get(i);
      row(
          (i + 1) + ". " + item.name(),
          two(item.mean()),
          two(item.sd()),
          two(item.itemRest()),
          two(item.corrected()),
          three(item.alphaWithout()),
          two(item.loading()));
    }
    endTable();
    endFigure();
    endSection();
  }

  private void bands(String of, ReliabilityResult s) {
    if (s.bands().size() < 2) {
      return;
    }
    section(of + t("What a score says", "得分的含义"));
    figure(t(
        "Estimated true score (line) with its 90% band, by observed score",
        "观察分对应的真分数估计（线）及90%区间"));
    List<Plot.Corner> upper = new ArrayList<>();
    List<Plot.Corner> lower = new ArrayList<>();
    List<Plot.Corner> line = new ArrayList<>();
    for (ReliabilityResult.Band band : s.bands()) {
      upper.add(new Plot.Corner(band.score(), band.ofEstimate().upper()));
      lower.add(new Plot.Corner(band.score(), band.ofEstimate().lower()));
      line.add(new Plot.Corner(band.score(), band.estimate()));
    }
    double first = s.bands().get(0).score();
    double last = s.bands().get(s.bands().size() - 1).score();
    Plot.begin(
            html,
            t(
                "Line of the estimated true score with its band; the numbers are in the table"
                    + " beside.",
                "真分数估计及区间，数值见旁表。"),
            first,
            last,
            first,
            last)
        .axes(t("score", "得分"), t("true score", "真分数"))
        .area("band", upper, lower)
        .line("chance", List.of(new Plot.Corner(first, first), new Plot.Corner(last, last)))
        .line("curve", line)
        .end();
    beside();
    int step = (s.bands().size() + MOST_BANDS - 1) / MOST_BANDS;
    table(
        t("90% bands", "90%区间"),
        t("Score", "得分"),
        t("around the score", "得分区间"),
        t("true score", "真分数"),
        t("its band", "真分数区间"));
    for (int i = 0; i < s.bands().size(); i += step) {
      ReliabilityResult.Band band = s.bands().get(i);
      row(
          plain(band.score()),
          range(band.around()),
          one(band.estimate()),
          range(band.ofEstimate()));
    }
    endTable();
    endFigure();
    endSection();
  }

  private static String range(Interval interval) {
    return one(interval.lower()) + "–" + one(interval.upper());
  }

  private void groups(String of, ReliabilityResult s) {
    if (s.groups().isEmpty()) {
      return;
    }
    section(of + t("Reliability by group", "分组信度"));
    table(
        t("A dash stands for groups of fewer than ", "“–”表示人数少于")
            + s.leastShown()
            + t(" people", "人的组"),
        t("Group", "组"),
        t("People", "人数"),
        "alpha",
        t("Standard error", "测量标准误"));
    s.groups()
        .forEach(group -> row(
            group.column() + " = "
                + (group.name().isEmpty() ? t("not stated", "未填") : group.name()),
            Shown.whole(group.people()),
            two(group.alpha()),
            two(group.standardError())));
    endTable();
    endSection();
  }

  private void methods(ReliabilityResult s) {
    section(t("Methods", "方法"));
    paragraph(t(
        "Everything rests on people with all answers, but alpha pair by pair. The interval of"
            + " omega lies between percentiles of "
            + count(s.samples()) + " samples of people drawn with seed " + s.seed()
            + ". The factor is fitted by maximum likelihood to covariances with divisor n. True"
            + " scores are Kelley's estimates with alpha as reliability.",
        "除成对删除的α外，均基于完整作答者。ω区间为" + count(s.samples()) + "个自助样本（种子" + s.seed()
            + "）的百分位区间。因子模型对协方差（除以n）作极大似然估计。真分数为以α为信度的Kelley估计。"));
    endSection();
  }

  /** Writes the tables of a study as CSV. */
  public static void tables(Path folder, ReliabilityScales study) throws IOException {
    List<List<String>> coefficients = new ArrayList<>();
    List<List<String>> items = new ArrayList<>();
    List<List<String>> bands = new ArrayList<>();
    List<List<String>> groups = new ArrayList<>();
    for (ReliabilityResult s : study.scales()) {
      coefficients.add(CsvTable.row(
          s.scale(),
          s.people(),
          s.complete(),
          s.alpha(),
          s.alphaPairwise(),
          s.omega(),
          s.standardised(),
          s.omegaStandardised(),
          s.lambda2(),
          s.lambda6(),
          s.halves().spearmanBrown(),
          s.splits().largest(),
          s.splits().smallest(),
          s.averageR(),
          s.mean(),
          s.sd(),
          s.standardError(),
          s.detectable()));
      s.items()
          .forEach(item -> items.add(CsvTable.row(
              s.scale(),
              item.name(),
              item.mean(),
              item.sd(),
              item.itemRest(),
              item.corrected(),
              item.alphaWithout(),
              item.loading())));
      s.bands()
          .forEach(band -> bands.add(CsvTable.row(
              s.scale(),
              band.score(),
              band.around().lower(),
              band.around().upper(),
              band.estimate(),
              band.ofEstimate().lower(),
              band.ofEstimate().upper())));
      s.groups()
          .forEach(group -> groups.add(CsvTable.row(
              s.scale(),
              group.column(),
              group.name(),
              group.people(),
              group.alpha(),
              group.standardError())));
    }
    CsvTable.write(
        folder.resolve("coefficients.csv"),
        "scale,people,complete,ALPHA,ALPHA-PAIRWISE,OMEGA,alpha-standardised,omega-standardised,lambda-2,lambda-6,split-half,lambda-4,beta,mean-r,mean,sd,sem,smallest-change",
        coefficients);
    CsvTable.write(
        folder.resolve("items.csv"),
        "scale,item,mean,sd,item-rest,corrected,alpha-without,loading",
        items);
    CsvTable.write(
        folder.resolve("score-bands.csv"),
        "scale,score,lower-90,upper-90,true-score,true-lower-90,true-upper-90",
        bands);
    CsvTable.write(folder.resolve("groups.csv"), "scale,column,group,people,ALPHA,sem", groups);
  }
}
