package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.irt.Estimate;
import org.xinheng.validation.irt.CalibratedItem;
import org.xinheng.validation.irt.IrtResult;
import org.xinheng.validation.irt.IrtStudy;
import org.xinheng.validation.irt.ItemFit;
import org.xinheng.validation.irt.PersonScores;
import org.xinheng.validation.irt.SumScores;

/** The tables of a study of items as CSV, all digits. */
public final class IrtTables {

  private IrtTables() {}

  /** Writes all tables into a folder, but those of people. */
  public static void write(Path folder, IrtResult result) throws IOException {
    PlainTable parameters = new PlainTable(
        "item",
        "category",
        "answer",
        "people",
        "slope",
        "slope-se",
        "intercept",
        "intercept-se",
        "difficulty",
        "difficulty-se");
    PlainTable fit = new PlainTable("item", "s-x2", "df", "p", "infit", "outfit", "answers");
    PlainTable cells =
        new PlainTable("item", "sum-from", "sum-to", "category", "observed", "expected");
    PlainTable curves = new PlainTable("item", "level", "category", "probability", "information");
    for (IrtResult.Item item : result.items()) {
      CalibratedItem p = item.parameters();
      for (int k = 1; k < item.values().size(); k++) {
        parameters.row(
            item.name(),
            k,
            item.values().get(k),
            item.counts().get(k),
            p.slope(),
            p.slopeError(),
            p.intercepts().get(k - 1),
            p.interceptErrors().get(k - 1),
            p.difficulties().get(k - 1),
            p.difficultyErrors().get(k - 1));
      }
      fit.row(
          item.name(),
          item.fit().chiSquare(),
          item.fit().df(),
          item.fit().p(),
          item.squares().infit(),
          item.squares().outfit(),
          item.squares().n());
      for (ItemFit.Cells row : item.fit().cells()) {
        for (int k = 0; k < row.observed().size(); k++) {
          cells.row(
              item.name(),
              row.from(),
              row.to(),
              k,
              row.observed().get(k),
              row.expected().get(k));
        }
      }
      for (IrtResult.CurveAt at : item.curves()) {
        for (int k = 0; k < at.probabilities().size(); k++) {
          curves.row(item.name(), at.theta(), k, at.probabilities().get(k), at.information());
        }
      }
    }
    parameters.write(folder.resolve("parameters.csv"));
    fit.write(folder.resolve("item-fit.csv"));
    cells.write(folder.resolve("item-fit-cells.csv"));
    curves.write(folder.resolve("curves.csv"));
    information(folder, result);
  }

  private static void information(Path folder, IrtResult result) throws IOException {
    PlainTable information = new PlainTable("level", "information", "standard-error");
    result
        .information()
        .forEach(at -> information.row(at.theta(), at.information(), at.standardError()));
    information.write(folder.resolve("information.csv"));
    PlainTable sums = new PlainTable("sum", "level", "sd", "expected", "observed");
    for (SumScores.Row sum : result.sums()) {
      sums.row(sum.sum(), sum.eap(), sum.sd(), sum.expected(), sum.observed());
    }
    sums.write(folder.resolve("sums.csv"));
  }

  /**
   * Writes the levels of people, one a row of the data, in its order.
   *
   * @param ids how each row is called; empty for the number of the row
   */
  public static void writePersons(Path file, IrtStudy.Outcome outcome, List<String> ids)
      throws IOException {
    PlainTable persons = new PlainTable(
        ids.isEmpty() ? "row" : "id",
        "answered",
        "eap",
        "eap-se",
        "map",
        "map-se",
        "ml",
        "ml-se",
        "wle",
        "wle-se",
        "lz");
    for (int row = 0; row < outcome.answers().rows(); row++) {
      PersonScores.Person person = outcome.person(row);
      persons.row(
          ids.isEmpty() ? row + 1 : ids.get(row),
          person.answered(),
          theta(person.eap()),
          error(person.eap()),
          theta(person.map()),
          error(person.map()),
          theta(person.ml()),
          error(person.ml()),
          theta(person.wle()),
          error(person.wle()),
          person.fit().orElse(Double.NaN));
    }
    persons.write(file);
  }

  private static double theta(Optional<Estimate> estimate) {
    return estimate.map(Estimate::theta).orElse(Double.NaN);
  }

  private static double error(Optional<Estimate> estimate) {
    return estimate.map(Estimate::standardError).orElse(Double.NaN);
  }
}
