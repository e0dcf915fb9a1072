package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.plain;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Language;
import org.xinheng.validation.norming.ContinuousNorms;
import org.xinheng.validation.norming.NormTable;
import org.xinheng.validation.norming.NormingResult;

/** The report of norms of one score, in one language. */
public final class NormReport extends PaperPart {

  private static final int MOST_ROWS = 60;

  private final StudyRun<NormingResult> run;
  private final NormingResult result;

  private NormReport(StudyRun<NormingResult> run, Language language) {
    super(language);
    this.run = run;
    this.result = run.study();
  }

  /** The report as the text of a file. The same study gives the same text. */
  public static String html(StudyRun<NormingResult> run, Language language) {
    return new NormReport(run, language).page();
  }

  private String page() {
    beginPage(t("Norms", "常模"), t("Norms of ", "") + result.score() + t("", "的常模"));
    summary();
    warnings();
    for (NormingResult.Group group : result.groups()) {
      String name = name(group);
      group.table().forEach(table -> table(name, table));
      group.continuous().forEach(of -> new ContinuousSections(this, result).write(name, of));
    }
    methods();
    return endPage(
        run, t("A norm says how rare a score is, not what it means.", "常模说明得分的相对位置，而非其含义。"));
  }

  private String name(NormingResult.Group group) {
    return group.values().isEmpty()
        ? t("Everybody", "全体")
        : String.join(t(", ", "、"), group.values());
  }

  private void summary() {
    html.open("section", "class", "summary");
    String by = String.join(t(", ", "、"), result.by());
    paragraph(t(
            count(result.withScore()) + " of " + count(result.rows()) + " people had a score",
            "共" + count(result.rows()) + "人，" + count(result.withScore()) + "人有得分")
        + (result.by().isEmpty() ? "" : t(", parted by ", "，按") + by + t("", "分组"))
        + (result.over().isEmpty()
            ? ""
            : t("; norms change continuously over ", "；常模随") + result.over() + t("", "连续变化"))
        + t(
            ". Groups of fewer than " + result.leastPeople() + " people have no norms.",
            "。不足" + result.leastPeople() + "人的组不制定常模。"));
    endSection();
    section(t("Groups", "分组"));
    table(
        t("Groups and whether they are large enough", "各组人数"),
        t("Group", "组"),
        t("People", "人数"),
        t("Norms", "常模"),
        t("Mean", "均值"),
        t("SD", "标准差"));
    for (NormingResult.Group group : result.groups()) {
      boolean hasTable = !group.table().isEmpty();
      boolean hasNorms = hasTable || !group.continuous().isEmpty();
      row(
          name(group),
          group.isEnough() ? count(group.n()) : "< " + result.leastPeople(),
          hasNorms ? t("yes", "有") : t("no", "无"),
          hasTable ? two(group.table().get(0).mean()) : "–",
          hasTable ? two(group.table().get(0).sd()) : "–");
    }
    endTable();
    endSection();
  }

  private void warnings() {
    List<String> all = new ArrayList<>();
    long small = result.groups().stream().filter(group -> !group.isEnough()).count();
    if (small > 0) {
      all.add(t(
          "Groups with fewer than " + result.leastPeople() + " people, without norms: " + small
              + ".",
          "有" + small + "组不足" + result.leastPeople() + "人，未制定常模。"));
    }
    if (result.withoutGroup() > 0) {
      all.add(t(
          count(result.withoutGroup())
              + " people with a score belong to no group: a column is empty.",
          "有得分而缺分组信息者" + count(result.withoutGroup()) + "人。"));
    }
    for (NormingResult.Group group : result.groups()) {
      if (group.isEnough() && group.table().isEmpty() && group.continuous().isEmpty()) {
        all.add(name(group)
            + t(
                ": fewer than three ages have enough people, so that nothing can be fitted over"
                    + " age.",
                "：人数足够的年龄组不足三个，无法建立连续常模。"));
      }
      group.continuous().forEach(of -> {
        if (!of.chosen().isMonotone()) {
          all.add(name(group)
              + t(
                  ": in every model raw scores fall somewhere while the location rises; there are"
                      + " no norms at those ages.",
                  "：所有模型在部分年龄处不单调，该处无常模。"));
        }
        if (!of.leftOut().isEmpty()) {
          all.add(name(group)
              + t(
                  ": ages with too few people, which were not used: "
                      + of.leftOut().size() + ".",
                  "：有" + of.leftOut().size() + "个年龄组人数不足，未使用。"));
        }
      });
    }
    if (!all.isEmpty()) {
      section(t("Read this first", "使用前须知"));
      html.open("ul", "class", "warnings");
      all.forEach(text -> html.element("li", text));
      html.closeLine();
      endSection();
    }
  }

  private void table(String name, NormTable norms) {
    section(name);
    figure(
        "stacked",
        t(
            "Percentile rank (mid) of each raw score; dashed: the normal curve with the same mean"
                + " and SD",
            "各原始分的百分等级（中点）；虚线为同均值、同标准差的正态曲线"));
    List<NormTable.Row> rows = norms.rows();
    double least = rows.get(0).raw();
    double most = rows.get(rows.size() - 1).raw();
    List<Plot.Corner> ranks = new ArrayList<>();
    List<Plot.Corner> normal = new ArrayList<>();
    for (NormTable.Row row : rows) {
      ranks.add(new Plot.Corner(row.raw(), row.mid()));
      normal.add(
          new Plot.Corner(row.raw(), new ContinuousNorms.Row(row.raw(), row.z()).percentile()));
    }
    Plot.begin(
            html,
            t(
                "A curve of the percentile rank over the raw score; the numbers are in the table"
                    + " below.",
                "百分等级随原始分变化的曲线，数值见下表。"),
            least,
            most,
            0,
            100)
        .axes(result.score(), t("percentile", "百分等级"))
        .line("dashed", normal)
        .line("curve", ranks)
        .end();
    beside();
    int step = Math.max(1, (rows.size() + MOST_ROWS - 1) / MOST_ROWS);
    table(
        name
            + t(": what each raw score is worth", "：原始分对照表")
            + (step > 1 ? t(" (one in " + step + ")", "（每" + step + "个取一）") : ""),
        t("Raw", "原始分"),
        t("PR below", "PR低于"),
        t("PR mid", "PR中点"),
        t("PR at or below", "PR低于或等于"),
        "z",
        "T",
        t("T normalised", "正态化T"),
        t("stanine", "标准九分"),
        "sten");
    for (int i = 0; i < rows.size(); i += step) {
      NormTable.Row row = rows.get(i);
      row(
          plain(row.raw()),
          one(row.below()),
          one(row.mid()),
          one(row.atOrBelow()),
          two(row.z()),
          one(row.t()),
          one(row.normalisedT()),
          Double.isNaN(row.stanine()) ? "–" : plain(row.stanine()),
          Double.isNaN(row.sten()) ? "–" : plain(row.sten()));
    }
    endTable();
    endFigure();
    note(t("n ", "人数 ")
        + count(norms.n())
        + t(", mean ", "，均值 ")
        + three(norms.mean())
        + t(", SD ", "，标准差 ")
        + three(norms.sd()));
    endSection();
  }

  private void methods() {
    section(t("Methods", "方法"));
    paragraph(
        result.over().isEmpty()
            ? t(
                "Percentile ranks count those below, those below and half of those with the same"
                    + " score, and those at or below. z rests on the standard deviation with"
                    + " divisor n − 1; T is 50 + 10 z; normalised T is taken from the normal"
                    + " quantile of the middle rank; stanines part the middle rank at 4, 11, 23,"
                    + " 40, 60, 77, 89 and 96; sten is 5.5 + 2 z, rounded, from 1 to 10. Nothing"
                    + " is smoothed.",
                "百分等级分三种：低于者、低于者加同分者之半、低于或等于者。z用n−1的标准差；T=50+10z；正态化T取中点百分等级的正态分位数；标准九分以4、11、23、40、60、77、89、96分段；标准十分为5.5+2z取整（1–10）。未作平滑。")
            : t(
                "People were ranked within age groups; the location is the normal quantile of"
                    + " (rank − 1/2)/n. The raw score was regressed on products of powers of the"
                    + " location and of age. Of the best models of each size (stepwise with"
                    + " exchange) the smallest was taken that explains 99% of the raw scores and"
                    + " whose raw scores rise with the location at every age. Norms do not go"
                    + " beyond the locations and the ages in the data, nor beyond three standard"
                    + " deviations.",
                "先在年龄组内排序，位置为（秩−1/2）/n的正态分位数；再以位置与年龄的幂次乘积对原始分作回归。在各项数的最优模型（逐步加入并交换）中，取能解释99%原始分变异且在各年龄处单调的最小模型。常模不超出数据中的位置与年龄范围，也不超出±3个标准差。"));
    endSection();
  }
}
