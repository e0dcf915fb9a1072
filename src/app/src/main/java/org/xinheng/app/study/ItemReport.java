package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.plain;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.xinheng.instrument.Language;
import org.xinheng.validation.item.ItemDescriptives;
import org.xinheng.validation.study.ItemResult;

/** The report of a study of items. */
public final class ItemReport extends PaperPart {

  private static final int MOST_CORRELATED = 16;
  private static final int MOST_ANSWERS = 12;

  private final StudyRun<ItemScales> run;

  private ItemReport(StudyRun<ItemScales> run, Language language) {
    super(language);
    this.run = run;
  }

  /** The report as the text of a file. */
  public static String html(StudyRun<ItemScales> run, Language language) {
    return new ItemReport(run, language).page();
  }

  private String page() {
    List<ItemResult> scales = run.study().scales();
    String names =
        String.join(t(", ", "、"), scales.stream().map(ItemResult::scale).toList());
    beginPage(t("Item study", "条目研究"), t("Items of ", "") + names + t("", "的条目"));
    html.open("section", "class", "summary");
    scales.forEach(scale -> paragraph(sentence(scale)));
    endSection();
    warnings(scales.stream().flatMap(scale -> scale.warnings().stream()).toList());
    for (ItemResult scale : scales) {
      String of = scales.size() > 1 ? scale.scale() + t(": ", "：") : "";
      answers(of, scale);
      discrimination(of, scale);
      dimensions(of, scale);
      correlations(of, scale);
      new DifSections(this).write(scale.dif());
    }
    methods(scales.get(0));
    checklist("COSMIN", ReportingItem.ITEMS);
    return endPage(run, t("What an item measures its numbers do not say.", "统计数字不能说明条目测量了什么。"));
  }

  private String sentence(ItemResult s) {
    long flagged = s.dif().stream()
        .flatMap(dif -> dif.items().stream())
        .filter(item -> item.isFlagged() && item.size().ordinal() > 0)
        .count();
    return t(
        count(s.people()) + " people were asked the " + s.items().size() + " items of " + s.scale()
            + "; "
            + count(s.complete()) + " answered all of them. Parallel analysis finds "
            + s.parallel().components()
            + (s.parallel().components() == 1 ? " component" : " components")
            + " beyond chance, average partial correlations " + s.componentsByAveragePartial()
            + "; one factor fits with a CFI of " + two(s.factor().cfi()) + " and an RMSEA of "
            + two(s.factor().rmsea()) + "."
            + (s.dif().isEmpty()
                ? ""
                : " Between groups, " + (flagged == 0 ? "no" : count(flagged))
                    + (flagged < 2 ? " item shows" : " items show")
                    + " more than a negligible difference."),
        count(s.people()) + "人作答" + s.scale() + "的" + s.items().size() + "个条目，"
            + count(s.complete())
            + "人完整作答。平行分析提示" + s.parallel().components() + "个成分，平均偏相关（MAP）提示"
            + s.componentsByAveragePartial() + "个；单因子模型CFI为" + two(s.factor().cfi()) + "，RMSEA为"
            + two(s.factor().rmsea()) + "。"
            + (s.dif().isEmpty()
                ? ""
                : flagged == 0 ? "组间比较未见超过可忽略水平的条目差异。" : "组间比较中有" + flagged + "项条目差异超过可忽略水平。"));
  }

  private void answers(String of, ItemResult s) {
    section(of + t("Answers", "作答分布"));
    double[] kinds = s.items().stream()
        .flatMap(item -> item.answers().answers().stream())
        .mapToDouble(ItemDescriptives.Endorsement::answer)
        .distinct()
        .sorted()
        .toArray();
    if (kinds.length <= MOST_ANSWERS) {
      endorsements(s, kinds);
    }
    table(
        t("Items as they count: reversed where they are", "条目（反向计分后）"),
        t("Item", "条目"),
        "n",
        t("Missing", "缺失"),
        t("Mean", "均值"),
        t("SD", "标准差"),
        t("Median", "中位数"),
        t("Skew", "偏度"),
        t("Kurtosis", "峰度"),
        t("Lowest answer", "地板"),
        t("Highest answer", "天花板"));
    for (ItemResult.Item item : s.items()) {
      ItemDescriptives a = item.answers();
      row(
          item.name(),
          count(a.moments().n()),
          percent(a.missing()),
          two(a.moments().mean()),
          two(a.moments().sd()),
          plain(a.median()),
          two(a.moments().skew()),
          two(a.moments().kurtosis()),
          percent(a.floor()),
          percent(a.ceiling()));
    }
    endTable();
    endSection();
  }

  private void endorsements(ItemResult s, double[] kinds) {
    figure(
        "pair stacked",
        t(
            "Share of each answer, the lowest at the bottom and the darkest the highest",
            "各条目作答占比，由下至上为由低到高（颜色渐深）"));
    int k = s.items().size();
    Plot plot = Plot.begin(
            html,
            t(
                "Stacked bars of the answers by item; the numbers are in the table beside.",
                "各条目作答堆叠柱状图，数值见旁表。"),
            0.4,
            k + 0.6,
            0,
            1)
        .axes(t("item", "条目"), t("share", "比例"));
    for (int i = 0; i < k; i++) {
      double below = 0;
      for (int j = 0; j < kinds.length; j++) {
        double share = share(s.items().get(i).answers(), kinds[j]);
        double shade = kinds.length < 2 ? 1 : 0.12 + 0.88 * j / (kinds.length - 1);
        plot.part(i + 0.65, i + 1.35, below, below + share, shade);
        below += share;
      }
    }
    plot.end();
    beside();
    List<String> columns = new ArrayList<>(List.of(t("Item", "条目")));
    for (double kind : kinds) {
      columns.add(plain(kind));
    }
    table(
        t("Share of each answer among those given", "各作答占有效作答的比例"), columns.toArray(String[]::new));
    for (int i = 0; i < k; i++) {
      ItemResult.Item item = s.items().get(i);
      row(
          (i + 1) + ". " + item.name(),
          IntStream.range(0, kinds.length)
              .mapToObj(j -> percent(share(item.answers(), kinds[j])))
              .toArray(String[]::new));
    }
    endTable();
    endFigure();
  }

  private static double share(ItemDescriptives answers, double kind) {
    return answers.answers().stream()
        .filter(endorsed -> endorsed.answer() == kind)
        .mapToDouble(ItemDescriptives.Endorsement::share)
        .sum();
  }

  private void discrimination(String of, ItemResult s) {
    section(of + t("Discrimination", "区分度"));
    table(
        t("Items among the others; alpha of all is ", "条目与其余条目；全部条目的α为") + three(s.alpha()),
        t("Item", "条目"),
        t("Item-rest r", "条目-其余r"),
        t("Upper less lower 27%", "高低27%组差"),
        t("alpha without", "删除后α"),
        t("R² with the others", "与其余条目R²"),
        "KMO",
        t("loading", "载荷"));
    s.items()
        .forEach(item -> row(
            item.name(),
            two(item.itemRest()),
            two(item.discrimination()),
            three(item.alphaWithout()),
            two(item.shared()),
            two(item.adequacy()),
            two(item.loading())));
    endTable();
    endSection();
  }

  private void dimensions(String of, ItemResult s) {
    section(of + t("Dimensions", "维度"));
    int k = s.items().size();
    List<Double> observed = s.parallel().observed();
    figure(t(
        "Eigenvalues (line) beside the 95th percentile of shuffled answers (dashed)",
        "特征值（实线）与打乱作答的第95百分位（虚线）"));
    Plot.begin(
            html,
            t("Scree plot; the numbers are in the table beside.", "碎石图，数值见旁表。"),
            0.5,
            k + 0.5,
            0,
            observed.get(0) * 1.08)
        .axes(t("component", "成分"), t("eigenvalue", "特征值"))
        .line("dashed", corners(s.parallel().limit()))
        .line("curve", corners(observed))
        .end();
    beside();
    table(
        t("Eigenvalues of correlations", "相关矩阵特征值"),
        t("Component", "成分"),
        "Pearson",
        t("by chance", "随机"),
        s.arePolychoric() ? t("polychoric", "多分格") : "",
        "MAP");
    for (int i = 0; i < Math.min(k, 12); i++) {
      row(
          Integer.toString(i + 1),
          two(observed.get(i)),
          two(s.parallel().limit().get(i)),
          s.arePolychoric() ? two(s.eigenvalues().get(i)) : "",
          i < s.averagePartials().size() ? Shown.four(s.averagePartials().get(i)) : "–");
    }
    endTable();
    endFigure();
    table(t("Sets of items", "条目整体"), t("Measure", "指标"), t("Value", "值"));
    row(t("Components by parallel analysis", "平行分析成分数"), count(s.parallel().components()));
    row(t("by average partial correlations", "MAP成分数"), count(s.componentsByAveragePartial()));
    row(t("Eigenvalues above 1 (too many)", "特征值>1（偏多）"), count(s.aboveOne()));
    row(t("Sampling adequacy (KMO)", "取样适当性（KMO）"), two(s.adequacy()));
    row(
        t("Sphericity (Bartlett)", "Bartlett球形检验"),
        "χ² " + two(s.sphericity().chiSquare()) + ", df " + s.sphericity().df() + ", p "
            + p(s.sphericity().p()));
    row(
        t("One factor: χ²; CFI; TLI", "单因子：χ²；CFI；TLI"),
        two(s.factor().chiSquare()) + ", df " + s.factor().df() + "; "
            + three(s.factor().cfi()) + "; " + three(s.factor().tli()));
    row(
        t("RMSEA (90% interval); SRMR", "RMSEA（90%区间）；SRMR"),
        three(s.factor().rmsea()) + " (" + three(s.factor().rmseaInterval()) + "); "
            + three(s.factor().srmr()));
    endTable();
    endSection();
  }

  private static List<Plot.Corner> corners(List<Double> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Plot.Corner(i + 1, values.get(i)))
        .toList();
  }

  private void correlations(String of, ItemResult s) {
    int k = s.items().size();
    if (k > MOST_CORRELATED) {
      return;
    }
    section(of + t("Correlations", "相关"));
    List<String> columns = new ArrayList<>(List.of(t("Item", "条目")));
    IntStream.rangeClosed(1, k - 1).forEach(i -> columns.add(Integer.toString(i)));
    table(
        s.arePolychoric()
            ? t("Polychoric correlations in two steps", "多分格相关（两步法）")
            : t("Pearson correlations", "Pearson相关"),
        columns.toArray(String[]::new));
    for (int i = 0; i < k; i++) {
      int of1 = i;
      row(
          (i + 1) + ". " + s.items().get(i).name(),
          IntStream.range(0, k - 1)
              .mapToObj(j -> j < of1 ? two(s.correlations().get(of1).get(j)) : "")
              .toArray(String[]::new));
    }
    endTable();
    endSection();
  }

  private void methods(ItemResult s) {
    section(t("Methods", "方法"));
    paragraph(t(
        "Descriptives rest on everybody who answered an item; all else on people with all answers."
            + " Skew and kurtosis are of type 3. Parallel analysis compares"
            + " with " + count(s.samples())
            + " tables in which the answers to each item are shuffled, seed "
            + s.seed()
            + ". Polychoric correlations take limits from the margins and then the likeliest"
            + " correlation. The factor is fitted by maximum likelihood to Pearson's"
            + " correlations.",
        "描述统计基于各条目有效作答者，其余基于完整作答者。偏度与峰度为第3型。平行分析使用" + count(s.samples()) + "份逐条目打乱的数据（种子" + s.seed()
            + "）。多分格相关为两步法。因子模型对Pearson相关作极大似然估计。"));
    endSection();
  }

  /** Writes the tables of a study as CSV. */
  public static void tables(Path folder, ItemScales study) throws IOException {
    List<List<String>> items = new ArrayList<>();
    List<List<String>> answers = new ArrayList<>();
    List<List<String>> eigenvalues = new ArrayList<>();
    List<List<String>> correlations = new ArrayList<>();
    for (ItemResult s : study.scales()) {
      for (ItemResult.Item item : s.items()) {
        ItemDescriptives a = item.answers();
        items.add(CsvTable.row(
            s.scale(),
            item.name(),
            a.moments().n(),
            a.missing(),
            a.moments().mean(),
            a.moments().sd(),
            a.median(),
            a.moments().skew(),
            a.moments().kurtosis(),
            a.floor(),
            a.ceiling(),
            item.itemRest(),
            item.discrimination(),
            item.alphaWithout(),
            item.shared(),
            item.adequacy(),
            item.loading()));
        a.answers()
            .forEach(of -> answers.add(
                CsvTable.row(s.scale(), item.name(), of.answer(), of.count(), of.share())));
      }
      for (int i = 0; i < s.items().size(); i++) {
        eigenvalues.add(CsvTable.row(
            s.scale(),
            i + 1,
            s.parallel().observed().get(i),
            s.parallel().mean().get(i),
            s.parallel().limit().get(i),
            s.eigenvalues().get(i),
            i < s.averagePartials().size() ? s.averagePartials().get(i) : Double.NaN));
        for (int j = 0; j < i; j++) {
          correlations.add(CsvTable.row(
              s.scale(),
              s.items().get(j).name(),
              s.items().get(i).name(),
              s.correlations().get(i).get(j),
              s.arePolychoric() ? "polychoric" : "pearson"));
        }
      }
    }
    CsvTable.write(
        folder.resolve("items.csv"),
        "scale,item,n,missing,mean,sd,median,skew,kurtosis,floor,ceiling,item-rest,discrimination,alpha-without,smc,kmo,loading",
        items);
    CsvTable.write(folder.resolve("answers.csv"), "scale,item,answer,count,share", answers);
    CsvTable.write(
        folder.resolve("eigenvalues.csv"),
        "scale,component,pearson,random-mean,random-95,of-correlations,map",
        eigenvalues);
    CsvTable.write(folder.resolve("correlations.csv"), "scale,first,second,r,kind", correlations);
    DifSections.table(
        folder, study.scales().stream().flatMap(s -> s.dif().stream()).toList());
  }
}
