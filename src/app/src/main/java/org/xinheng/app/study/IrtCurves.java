package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.two;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.xinheng.validation.irt.IrtResult;

/** The curves of a study of items: information of all, and the probabilities of the answers to each. */
final class IrtCurves extends PaperPart {

  private static final String[] KINDS = {"curve", "dashed", "thin", "chance"};
  private static final int STEP = 10;

  IrtCurves(PaperPart report) {
    super(report);
  }

  void write(IrtResult result) {
    information(result);
    section(t("Characteristic curves", "项目特征曲线"));
    html.open("div", "class", "pair");
    for (IrtResult.Item item : result.items()) {
      item(item);
    }
    html.closeLine();
    endSection();
  }

  private void information(IrtResult result) {
    section(t("Information", "信息量"));
    double most = result.information().stream()
        .mapToDouble(IrtResult.InformationAt::information)
        .max()
        .orElse(1);
    figure(t(
        "Information of all items at each level; the dashed line is the standard error of a level",
        "各水平处的测验信息量；虚线为水平的标准误"));
    Plot plot = Plot.begin(
            html,
            t(
                "A curve of the information over the level; the numbers are in the table beside.",
                "信息量随水平变化的曲线，数值见旁表。"),
            -4,
            4,
            0,
            Math.max(most, 1) * 1.05)
        .axes(t("level", "水平"), t("information", "信息量"));
    List<Plot.Corner> curve = new ArrayList<>();
    List<Plot.Corner> errors = new ArrayList<>();
    for (IrtResult.InformationAt at : result.information()) {
      curve.add(new Plot.Corner(at.theta(), at.information()));
      errors.add(new Plot.Corner(at.theta(), at.standardError()));
    }
    plot.line("curve", curve).line("dashed", errors).end();
    beside();
    table(
        t("Information and standard error", "信息量与标准误"),
        t("Level", "水平"),
        t("Information", "信息量"),
        t("Standard error", "标准误"));
    for (int i = 0; i < result.information().size(); i += STEP) {
      IrtResult.InformationAt at = result.information().get(i);
      row(one(at.theta()), two(at.information()), two(at.standardError()));
    }
    endTable();
    endFigure();
    endSection();
  }

  private static List<Double> reversed(List<Double> values) {
    List<Double> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    return reversed;
  }

  private void item(IrtResult.Item item) {
    html.open("div", "class", "plot");
    figure(
        "stacked",
        item.name()
            + (item.values().size() == 2
                ? ""
                : t("; from the left: ", "；自左至右：")
                    + String.join(
                        ", ",
                        (item.parameters().slope() < 0 ? reversed(item.values()) : item.values())
                            .stream().map(Shown::plain).toList())));
    Plot plot = Plot.begin(
            html,
            t(
                "Probability of each answer over the level; the numbers are in the table below.",
                "各选项概率随水平变化的曲线，数值见下表。"),
            -4,
            4,
            0,
            1)
        .axes(t("level", "水平"), t("probability", "概率"));
    boolean isOfTwo = item.values().size() == 2;
    for (int k = isOfTwo ? 1 : 0; k < item.values().size(); k++) {
      List<Plot.Corner> curve = new ArrayList<>();
      for (IrtResult.CurveAt at : item.curves()) {
        curve.add(new Plot.Corner(at.theta(), at.probabilities().get(k)));
      }
      plot.line(isOfTwo ? "curve" : KINDS[k % KINDS.length], curve);
    }
    plot.end();
    beside();
    List<String> columns = new ArrayList<>(List.of(t("Level", "水平")));
    item.values().forEach(value -> columns.add("P(" + Shown.plain(value) + ")"));
    columns.add(t("Information", "信息量"));
    table(
        item.name() + t(": probability of each answer", "：各选项概率"), columns.toArray(String[]::new));
    for (int i = 0; i < item.curves().size(); i += 2 * STEP) {
      IrtResult.CurveAt at = item.curves().get(i);
      List<String> cells = new ArrayList<>();
      at.probabilities().forEach(probability -> cells.add(two(probability)));
      cells.add(two(at.information()));
      row(one(at.theta()), cells.toArray(String[]::new));
    }
    endTable();
    endFigure();
    html.closeLine();
  }
}
