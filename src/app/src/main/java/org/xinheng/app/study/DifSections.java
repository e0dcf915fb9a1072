package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.validation.study.DifResult;

/** What a report says of items between groups. */
final class DifSections extends PaperPart {

  DifSections(PaperPart report) {
    super(report);
  }

  void write(List<DifResult> results) {
    for (DifResult dif : results) {
      section(t("Items between groups: ", "组间条目比较：") + dif.column() + ", " + dif.focal()
          + t(" against ", "对") + dif.reference());
      boolean isDichotomous = dif.items().stream().anyMatch(item -> !Double.isNaN(item.delta()));
      note(t(
              count(dif.focalPeople()) + " people of " + dif.focal() + " (focal) and "
                  + count(dif.referencePeople()) + " of " + dif.reference()
                  + " (reference), matched by the sum of the items"
                  + (dif.rounds() == 0
                      ? "; no item is of class B or C. "
                      : dif.converged()
                          ? "; items of class B or C left the sum of the others, in rounds until"
                              + " the same items were flagged twice: "
                              + dif.rounds() + ". "
                          : "; matching without flagged items did not come to rest, so that all"
                              + " items are in the sum. "),
              dif.focal() + "（目标组）" + count(dif.focalPeople()) + "人，" + dif.reference() + "（参照组）"
                  + count(dif.referencePeople()) + "人，按条目总分匹配"
                  + (dif.rounds() == 0
                      ? "；无B、C级条目。"
                      : dif.converged()
                          ? "；B、C级条目从其他条目的匹配分中剔除，直至两轮标记相同，共" + dif.rounds() + "轮。"
                          : "；剔除被标记条目的匹配未收敛，故以全部条目总分匹配。"))
          + (isDichotomous
              ? t(
                  "Two answers: Mantel-Haenszel with a correction of one half (none where the"
                      + " distance is less); classes of the Educational Testing Service by delta.",
                  "二级计分：Mantel-Haenszel检验（连续性校正0.5，差值小于0.5时不校正）；按delta的ETS分级。")
              : t(
                  "More answers: Mantel's test without correction; classes by the standardised"
                      + " difference, above 0.17 B and above 0.25 C.",
                  "多级计分：Mantel检验（无校正）；按标准化均差分级，>0.17为B，>0.25为C。")));
      figure(
          "pair stacked",
          t(
              "Difference of the focal group at the same score, in standard deviations of the"
                  + " answer",
              "同分时目标组与参照组之差（以作答标准差为单位）"));
      double most = dif.items().stream()
          .mapToDouble(item -> Math.abs(item.differenceBySd()))
          .filter(Double::isFinite)
          .max()
          .orElse(0.3);
      most = Math.max(0.3, most * 1.1);
      Plot plot = Plot.begin(
              html,
              t(
                  "Bars of the differences by item; the numbers are in the table beside.",
                  "各条目差异柱状图，数值见旁表。"),
              0.4,
              dif.items().size() + 0.6,
              -most,
              most)
          .axes(t("item", "条目"), t("difference", "差"));
      for (int i = 0; i < dif.items().size(); i++) {
        double height = dif.items().get(i).differenceBySd();
        if (Double.isFinite(height)) {
          plot.bar(dif.items().get(i).isFlagged() ? "case" : "other", i + 0.7, i + 1.3, height);
        }
      }
      plot.end();
      beside();
      table(
          t("Items; those of class B or C in bold", "各条目；B、C级为粗体"),
          t("Item", "条目"),
          "χ²",
          "p",
          isDichotomous ? t("Odds ratio", "比值比") : t("Difference", "差"),
          isDichotomous ? "delta" : t("in SD", "标准化差"),
          t("Class", "级"),
          t("Uniform p", "一致性p"),
          t("Non-uniform p", "非一致性p"),
          "ΔR²");
      for (int i = 0; i < dif.items().size(); i++) {
        DifResult.Item item = dif.items().get(i);
        html.open("tr", "class", item.isFlagged() ? "chosen" : "");
        html.element("th", (i + 1) + ". " + item.name(), "scope", "row");
        cells(
            two(item.chiSquare()),
            p(item.p()),
            isDichotomous ? two(item.oddsRatio()) : two(item.difference()),
            isDichotomous ? two(item.delta()) : two(item.differenceBySd()),
            item.size().name(),
            p(item.uniform().p()),
            p(item.nonUniform().p()),
            three(item.explained()));
        html.closeLine();
      }
      endTable();
      endFigure();
      endSection();
    }
  }

  static void table(Path folder, List<DifResult> results) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (DifResult dif : results) {
      for (DifResult.Item item : dif.items()) {
        rows.add(CsvTable.row(
            dif.scale(),
            dif.column(),
            dif.focal(),
            dif.reference(),
            item.name(),
            item.strata(),
            item.chiSquare(),
            item.p(),
            item.oddsRatio(),
            item.delta(),
            item.difference(),
            item.differenceBySd(),
            item.size(),
            item.uniform().chiSquare(),
            item.uniform().p(),
            item.nonUniform().chiSquare(),
            item.nonUniform().p(),
            item.explained(),
            item.isFlagged()));
      }
    }
    if (!rows.isEmpty()) {
      CsvTable.write(
          folder.resolve("dif.csv"),
          "scale,column,focal,reference,item,strata,chi-square,p,ODDS-RATIO,delta,difference,difference-by-sd,class,uniform-chi-square,uniform-p,non-uniform-chi-square,non-uniform-p,r2-change,flagged",
          rows);
    }
  }
}
