package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.count;
import static org.xinheng.app.study.Shown.four;
import static org.xinheng.app.study.Shown.one;
import static org.xinheng.app.study.Shown.plain;
import static org.xinheng.app.study.Shown.two;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.validation.norming.ContinuousNorms;
import org.xinheng.validation.norming.NormingResult;

/** Norms that change over age: the curves, the models that were looked at, the fit, and the tables. */
final class ContinuousSections extends PaperPart {

  private static final int MOST_AGES = 8;

  private final NormingResult result;

  ContinuousSections(PaperPart report, NormingResult result) {
    super(report);
    this.result = result;
  }

  void write(String name, NormingResult.Continuous norms) {
    curves(name, norms);
    model(name, norms);
    fit(name, norms);
    tables(name, norms);
  }

  private void curves(String name, NormingResult.Continuous norms) {
    section(name + t(": raw scores over ", "：原始分随") + result.over() + t("", "的变化"));
    figure(t(
        "Raw scores at T 30, 35, … 70; the dots are the means of the age groups",
        "T分30、35……70对应的原始分；圆点为各年龄组均值"));
    double youngest = norms.middle() - norms.halfSpan();
    double oldest = norms.middle() + norms.halfSpan();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (NormingResult.Curve curve : norms.curves()) {
      for (NormingResult.Point point : curve.points()) {
        least = Math.min(least, point.raw());
        most = Math.max(most, point.raw());
      }
    }
    Plot plot = Plot.begin(
            html,
            t(
                "Curves of the raw score over age; the numbers are in the table beside.",
                "原始分随年龄变化的曲线，数值见旁表。"),
            youngest,
            oldest,
            least,
            most)
        .axes(result.over(), result.score());
    for (NormingResult.Curve curve : norms.curves()) {
      List<Plot.Corner> corners = new ArrayList<>();
      curve.points().forEach(point -> corners.add(new Plot.Corner(point.age(), point.raw())));
      plot.line(curve.location() == 0 ? "curve" : "thin", corners);
    }
    norms.ages().forEach(age -> plot.dot(age.age(), age.meanRaw()));
    plot.end();
    beside();
    List<String> columns = new ArrayList<>(List.of(result.over()));
    for (int i = 0; i < norms.curves().size(); i += 2) {
      columns.add("T " + plain(50 + 10 * norms.curves().get(i).location()));
    }
    table(t("Raw scores at five T scores", "五个T分对应的原始分"), columns.toArray(String[]::new));
    for (int p = 0; p < norms.curves().get(0).points().size(); p += 6) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < norms.curves().size(); i += 2) {
        cells.add(one(norms.curves().get(i).points().get(p).raw()));
      }
      row(two(norms.curves().get(0).points().get(p).age()), cells.toArray(String[]::new));
    }
    endTable();
    endFigure();
    endSection();
  }

  private void model(String name, NormingResult.Continuous norms) {
    section(name + t(": the model", "：模型"));
    table(
        t("The best model of each size; the one in bold was taken", "各项数的最优模型；粗体为所选"),
        t("Terms", "项数"),
        "R²",
        t("adjusted R²", "校正R²"),
        t("RMSE (raw)", "RMSE（原始分）"),
        t("ages at which it falls", "不单调的年龄数"));
    for (ContinuousNorms.Candidate candidate : norms.candidates()) {
      html.open("tr", "class", candidate.equals(norms.chosen()) ? "chosen" : "");
      html.element("th", String.valueOf(candidate.terms()), "scope", "row");
      cells(
          four(candidate.r2()),
          four(candidate.adjustedR2()),
          two(candidate.rmse()),
          candidate.agesThatFall() + " / 41");
      html.closeLine();
    }
    endTable();
    table(
        t("Coefficients: L is the location, A = (", "系数：L为位置，A=（") + result.over() + " − "
            + plain(norms.middle()) + t(") / ", "）/") + plain(norms.halfSpan()),
        t("Term", "项"),
        t("Coefficient", "系数"));
    row("1", four(norms.constant()));
    for (ContinuousNorms.Term term : norms.terms()) {
      row(
          power("L", term.powerOfLocation()) + power("A", term.powerOfAge()),
          four(term.coefficient()));
    }
    endTable();
    endSection();
  }

  private static String power(String of, int power) {
    String[] raised = {"", "", "²", "³", "⁴", "⁵", "⁶"};
    return power == 0 ? "" : of + raised[power];
  }

  private void fit(String name, NormingResult.Continuous norms) {
    section(name + t(": fit by age", "：各年龄拟合"));
    table(
        t("T of the model against T by the rank within each age", "模型T分与年龄组内T分的比较"),
        result.over(),
        t("People", "人数"),
        t("Mean raw", "原始分均值"),
        t("Middle by the model", "模型中位"),
        t("Mean T", "T均值"),
        t("RMSE of T", "T的RMSE"));
    for (ContinuousNorms.Group age : norms.ages()) {
      row(
          age.from() == age.to() ? plain(age.age()) : plain(age.from()) + "–" + plain(age.to()),
          count(age.n()),
          two(age.meanRaw()),
          two(age.expectedRaw()),
          two(age.meanT()),
          two(age.rmseT()));
    }
    endTable();
    endSection();
  }

  private void tables(String name, NormingResult.Continuous norms) {
    section(name + t(": norm tables", "：常模表"));
    int step = Math.max(1, (norms.tables().size() + MOST_AGES - 1) / MOST_AGES);
    List<NormingResult.AtAge> shown = new ArrayList<>();
    for (int i = 0; i < norms.tables().size(); i += step) {
      shown.add(norms.tables().get(i));
    }
    List<String> columns = new ArrayList<>(List.of(t("Raw", "原始分")));
    shown.forEach(at -> columns.add(result.over() + " " + plain(at.age())));
    table(
        t(
                "T scores by raw score and age; – is beyond the reach of the norms",
                "各年龄原始分对应的T分；–表示超出常模范围")
            + (step > 1 ? t(" (all ages are in norms.csv)", "（全部见norms.csv）") : ""),
        columns.toArray(String[]::new));
    for (int r = 0; r < shown.get(0).rows().size(); r++) {
      List<String> cells = new ArrayList<>();
      for (NormingResult.AtAge at : shown) {
        cells.add(one(at.rows().get(r).t()));
      }
      row(plain(shown.get(0).rows().get(r).raw()), cells.toArray(String[]::new));
    }
    endTable();
    endSection();
  }
}
