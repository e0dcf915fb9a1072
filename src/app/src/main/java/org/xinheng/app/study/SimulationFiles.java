package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.exchange.TableWriter;
import org.xinheng.validation.planning.AreaPlan;
import org.xinheng.validation.planning.RatePlan;
import org.xinheng.validation.study.SimulatedStudy;

/** Invented data, the truth behind them, and how many people a study needs. */
public final class SimulationFiles {

  private SimulationFiles() {}

  /**
   * Writes {@code simulated.csv}, {@code truth.csv} and {@code planning.csv}, and {@code planning-auc.csv}.
   *
   * @param half half the width that intervals of the sensitivity are to have
   */
  public static void write(Path folder, SimulatedStudy study, double half, long seed)
      throws IOException {
    SimulatedStudy.Drawn drawn = study.draw(seed);
    List<List<String>> people = new ArrayList<>();
    for (int i = 0; i < study.people(); i++) {
      people.add(List.of(
          Integer.toString(i + 1),
          drawn.scores().get(i).toString(),
          drawn.cases().get(i) ? "yes" : "no"));
    }
    TableWriter.write(
        folder.resolve("simulated.csv"), List.of("student", "score", "criterion"), people);
    TableWriter.write(
        folder.resolve("truth.csv"),
        List.of("cut-off", "sensitivity", "specificity", "auc"),
        study.truth().stream()
            .map(truth -> List.of(
                Integer.toString(truth.cutOff()),
                number(truth.sensitivity()),
                number(truth.specificity()),
                number(study.area())))
            .toList());
    List<List<String>> needs = new ArrayList<>();
    for (double rate : new double[] {0.7, 0.75, 0.8, 0.85, 0.9, 0.95}) {
      RatePlan need = RatePlan.byWilson(rate, half, study.prevalence(), 0.95);
      needs.add(List.of(
          number(rate),
          number(half),
          Long.toString(need.wholeGroup()),
          Long.toString(need.wholePeople())));
    }
    TableWriter.write(
        folder.resolve("planning.csv"),
        List.of("expected-sensitivity", "half-width", "cases", "people"),
        needs);
    TableWriter.write(
        folder.resolve("planning-auc.csv"),
        List.of("expected-auc", "power", "cases", "others"),
        areas(study.prevalence()));
  }

  /** Cases and others that a test of the area against one half needs. */
  private static List<List<String>> areas(double prevalence) {
    double others = (1 - prevalence) / prevalence;
    List<List<String>> areas = new ArrayList<>();
    for (double area : new double[] {0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9}) {
      for (double power : new double[] {0.8, 0.9, 0.95}) {
        double cases = Math.ceil(new AreaPlan(area, 0.05, others).cases(power));
        areas.add(
            List.of(number(area), number(power), Long.toString((long) cases), Long.toString((long)
                Math.ceil(cases * others))));
      }
    }
    return areas;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
