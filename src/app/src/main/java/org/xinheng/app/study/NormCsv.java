package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import org.xinheng.validation.norming.ContinuousNorms;
import org.xinheng.validation.norming.NormTable;
import org.xinheng.validation.norming.NormingResult;

/** The tables of norms as CSV, all digits. */
public final class NormCsv {

  private NormCsv() {}

  /** Writes {@code norms.csv} and {@code groups.csv}, and of norms over age {@code models.csv} and {@code ages.csv}. */
  public static void write(Path folder, NormingResult result) throws IOException {
    PlainTable groups = new PlainTable("group", "people", "norms", "mean", "sd");
    PlainTable tables = new PlainTable(
        "group",
        "raw",
        "people",
        "pr-below",
        "pr-mid",
        "pr-at-or-below",
        "z",
        "t",
        "iq",
        "z-normalised",
        "t-normalised",
        "stanine",
        "sten");
    for (NormingResult.Group group : result.groups()) {
      String name = String.join("; ", group.values());
      boolean hasTable = !group.table().isEmpty();
      groups.row(
          name,
          group.isEnough() ? group.n() : "",
          hasTable || !group.continuous().isEmpty() ? "yes" : "no",
          hasTable ? group.table().get(0).mean() : Double.NaN,
          hasTable ? group.table().get(0).sd() : Double.NaN);
      for (NormTable table : group.table()) {
        for (NormTable.Row row : table.rows()) {
          tables.row(
              name,
              row.raw(),
              row.people(),
              row.below(),
              row.mid(),
              row.atOrBelow(),
              row.z(),
              row.t(),
              row.iq(),
              row.normalisedZ(),
              row.normalisedT(),
              row.stanine(),
              row.sten());
        }
      }
    }
    groups.write(folder.resolve("groups.csv"));
    if (result.over().isEmpty()) {
      tables.write(folder.resolve("norms.csv"));
    } else {
      overAge(folder, result);
    }
  }

  private static void overAge(Path folder, NormingResult result) throws IOException {
    PlainTable norms = new PlainTable("group", result.over(), "raw", "z", "t", "percentile");
    PlainTable models =
        new PlainTable("group", "terms", "r2", "adjusted-r2", "rmse", "ages-that-fall", "taken");
    PlainTable ages = new PlainTable(
        "group", "from", "to", "people", "mean-raw", "middle-of-model", "mean-t", "rmse-t");
    for (NormingResult.Group group : result.groups()) {
      String name = String.join("; ", group.values());
      for (NormingResult.Continuous of : group.continuous()) {
        for (NormingResult.AtAge at : of.tables()) {
          at.rows()
              .forEach(row ->
                  norms.row(name, at.age(), row.raw(), row.location(), row.t(), row.percentile()));
        }
        for (ContinuousNorms.Candidate c : of.candidates()) {
          models.row(
              name,
              c.terms(),
              c.r2(),
              c.adjustedR2(),
              c.rmse(),
              c.agesThatFall(),
              c.equals(of.chosen()) ? "yes" : "no");
        }
        for (ContinuousNorms.Group age : of.ages()) {
          ages.row(
              name,
              age.from(),
              age.to(),
              age.n(),
              age.meanRaw(),
              age.expectedRaw(),
              age.meanT(),
              age.rmseT());
        }
      }
    }
    norms.write(folder.resolve("norms.csv"));
    models.write(folder.resolve("models.csv"));
    ages.write(folder.resolve("ages.csv"));
  }
}
