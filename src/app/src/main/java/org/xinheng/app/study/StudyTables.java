package org.xinheng.app.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.exchange.TableWriter;
import org.xinheng.validation.study.Figure;
import org.xinheng.validation.study.ScoreResult;
import org.xinheng.validation.study.StudyResult;

/** The tables of a study as CSV, all digits. An empty cell is not defined or hidden. */
public final class StudyTables {

  private final Path folder;
  private final StudyResult result;

  private StudyTables(Path folder, StudyResult result) {
    this.folder = folder;
    this.result = result;
  }

  /** Writes all tables into a folder. */
  public static void write(Path folder, StudyResult result) throws IOException {
    StudyTables tables = new StudyTables(folder, result);
    tables.cutPoints();
    tables.candidates();
    tables.curves();
    tables.groups();
  }

  private void cutPoints() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScoreResult score : result.scores()) {
      for (ScoreResult.CutPointRow row : score.cutPoints()) {
        List<String> cells = row(
            score.name(),
            row.threshold(),
            row.counts().tp(),
            row.counts().fp(),
            row.counts().tn(),
            row.counts().fn());
        figures(cells, row.sensitivity(), row.specificity(), row.ppv(), row.npv());
        cells.addAll(row(
            row.positiveLikelihoodRatio(),
            row.negativeLikelihoodRatio(),
            row.diagnosticOddsRatio(),
            row.youden(),
            row.f1(),
            row.kappa(),
            row.mcc(),
            row.accuracy(),
            row.flaggedPerThousand(),
            row.foundPerThousand()));
        rows.add(cells);
      }
    }
    write(
        "cut-points.csv",
        "score,cut-off,tp,fp,tn,fn,SENSITIVITY,SPECIFICITY,PPV,NPV,lr+,lr-,dor,youden,f1,kappa,mcc,accuracy,flagged-per-1000,found-per-1000",
        rows);
  }

  private void candidates() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScoreResult score : result.scores()) {
      for (ScoreResult.Candidate of : score.candidates()) {
        List<String> cells = row(
            score.name(),
            of.rule().word(),
            of.threshold(),
            String.join(";", of.equallyGood().stream().map(StudyTables::cell).toList()));
        figures(
            cells,
            of.sensitivity(),
            of.specificity(),
            of.youden(),
            of.use().ppv(),
            of.use().npv());
        cells.addAll(row(
            of.correctedSensitivity(),
            of.correctedSpecificity(),
            of.correctedYouden(),
            of.outOfBagYouden(),
            of.thresholdInterval().lower(),
            of.thresholdInterval().upper(),
            of.chosenAgain(),
            of.use().prevalence(),
            of.use().flagged(),
            of.use().found(),
            of.use().missed(),
            of.use().falseAlarms(),
            of.use().followUpsPerCase()));
        rows.add(cells);
      }
    }
    write(
        "candidates.csv",
        "score,rule,cut-off,equally-good,SENSITIVITY,SPECIFICITY,YOUDEN,PPV-IN-USE,NPV-IN-USE,corrected-sensitivity,corrected-specificity,corrected-youden,out-of-bag-youden,cut-off-lower,cut-off-upper,chosen-again,prevalence-in-use,flagged-per-1000,found-per-1000,missed-per-1000,false-alarms-per-1000,follow-ups-per-case",
        rows);
  }

  private void curves() throws IOException {
    List<List<String>> bands = new ArrayList<>();
    List<List<String>> decisions = new ArrayList<>();
    for (ScoreResult score : result.scores()) {
      score
          .rocBand()
          .forEach(at -> bands.add(row(
              score.name(),
              at.specificity(),
              at.sensitivity().lower(),
              at.sensitivity().upper())));
      score
          .decisions()
          .forEach(at ->
              decisions.add(row(score.name(), at.risk(), at.byRisk(), at.byCutOff(), at.ofAll())));
    }
    write("roc-band.csv", "score,specificity,sensitivity-lower,sensitivity-upper", bands);
    write("decision-curve.csv", "score,risk,by-risk,by-cut-off,of-all", decisions);
  }

  private void groups() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScoreResult score : result.scores()) {
      for (ScoreResult.Grouping by : score.groupings()) {
        for (ScoreResult.Group group : by.groups()) {
          List<String> cells = row(
              score.name(),
              by.column(),
              group.name(),
              by.reference(),
              group.people(),
              group.cases());
          figures(
              cells,
              group.area(),
              group.sensitivity(),
              group.specificity(),
              group.ppv(),
              group.flagged(),
              group.sensitivityGap(),
              group.specificityGap());
          cells.addAll(row(group.sensitivityP(), group.specificityP()));
          rows.add(cells);
        }
      }
    }
    write(
        "groups.csv",
        "score,column,group,reference,people,cases,AUC,SENSITIVITY,SPECIFICITY,PPV,FLAGGED,SENSITIVITY-GAP,SPECIFICITY-GAP,sensitivity-p,specificity-p",
        rows);
  }

  /** Headings in capitals stand for a figure and its two limits. */
  private void write(String file, String headings, List<List<String>> rows) throws IOException {
    List<String> all = new ArrayList<>();
    for (String heading : headings.split(",", -1)) {
      String plain = heading.toLowerCase(Locale.ROOT);
      all.add(plain);
      if (!plain.equals(heading)) {
        all.add(plain + "-lower");
        all.add(plain + "-upper");
      }
    }
    TableWriter.write(folder.resolve(file), all, rows);
  }

  private static void figures(List<String> cells, Figure... figures) {
    for (Figure figure : figures) {
      cells.addAll(
          row(figure.value(), figure.interval().lower(), figure.interval().upper()));
    }
  }

  private static List<String> row(Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value instanceof Double number ? cell(number) : String.valueOf(value));
    }
    return cells;
  }

  private static String cell(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole ? Long.toString((long) value) : Double.toString(value);
  }
}
