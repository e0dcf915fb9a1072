package org.xinheng.app.study;

import static org.xinheng.app.study.CsvTable.figures;
import static org.xinheng.app.study.CsvTable.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    tables.cutOffs();
    tables.candidates();
    tables.curves();
    tables.groups();
    tables.bands();
    tables.comparisons();
  }

  private void bands() throws IOException {
    List<List<String>> bands = new ArrayList<>();
    List<List<String>> tiers = new ArrayList<>();
    for (ScoreResult score : result.scores()) {
      for (ScoreResult.BandRow band : score.bands()) {
        List<String> cells = row(score.name(), band.from(), band.cases(), band.controls());
        figures(cells, band.likelihoodRatio());
        cells.addAll(row(band.chance()));
        bands.add(cells);
      }
      for (ScoreResult.TierRow tier : score.tiers()) {
        List<String> cells =
            row(score.name(), tier.tier(), tier.from(), tier.people(), tier.cases());
        figures(cells, tier.capture(), tier.ppv());
        cells.addAll(row(tier.perThousand(), tier.chance()));
        tiers.add(cells);
      }
    }
    CsvTable.write(
        folder.resolve("score-bands.csv"),
        "score,from,cases,others,LIKELIHOOD-RATIO,chance-in-use",
        bands);
    if (!tiers.isEmpty()) {
      CsvTable.write(
          folder.resolve("tiers.csv"),
          "score,tier,from,people,cases,CAPTURE,PPV,per-1000,chance-in-use",
          tiers);
    }
  }

  private void comparisons() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (StudyResult.Comparison of : result.comparisons()) {
      List<String> cells = row(of.first(), of.second(), of.people());
      figures(cells, of.difference());
      cells.addAll(row(of.z(), of.p()));
      rows.add(cells);
    }
    if (!rows.isEmpty()) {
      CsvTable.write(folder.resolve("comparisons.csv"), "first,second,people,DIFFERENCE,z,p", rows);
    }
  }

  /** Writes the table of groups alone. */
  static void groups(Path folder, StudyResult result) throws IOException {
    new StudyTables(folder, result).groups();
  }

  private void cutOffs() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ScoreResult score : result.scores()) {
      for (ScoreResult.CutOffRow row : score.cutOffs()) {
        List<String> cells = row(
            score.name(),
            row.cutOff(),
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
    CsvTable.write(
        folder.resolve("cut-offs.csv"),
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
            of.cutOff(),
            String.join(";", of.equallyGood().stream().map(CsvTable::cell).toList()));
        figures(
            cells,
            of.sensitivity(),
            of.specificity(),
            of.youden(),
            of.use().ppv(),
            of.use().npv(),
            of.correctedSensitivity(),
            of.correctedSpecificity(),
            of.correctedYouden());
        cells.addAll(row(
            of.outOfBagYouden(),
            of.cutOffInterval().lower(),
            of.cutOffInterval().upper(),
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
    CsvTable.write(
        folder.resolve("candidates.csv"),
        "score,rule,cut-off,equally-good,SENSITIVITY,SPECIFICITY,YOUDEN,PPV-IN-USE,NPV-IN-USE,CORRECTED-SENSITIVITY,CORRECTED-SPECIFICITY,CORRECTED-YOUDEN,out-of-bag-youden,cut-off-lower,cut-off-upper,chosen-again,prevalence-in-use,flagged-per-1000,found-per-1000,missed-per-1000,false-alarms-per-1000,follow-ups-per-case",
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
    CsvTable.write(
        folder.resolve("roc-band.csv"),
        "score,specificity,sensitivity-lower,sensitivity-upper",
        bands);
    CsvTable.write(
        folder.resolve("decision-curve.csv"), "score,risk,by-risk,by-cut-off,of-all", decisions);
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
              group.npv(),
              group.flagged(),
              group.prevalence(),
              group.sensitivityGap(),
              group.specificityGap(),
              group.flaggedRatio());
          cells.addAll(row(group.sensitivityP(), group.specificityP(), group.equalisedOddsGap()));
          rows.add(cells);
        }
      }
    }
    CsvTable.write(
        folder.resolve("groups.csv"),
        "score,column,group,reference,people,cases,AUC,SENSITIVITY,SPECIFICITY,PPV,NPV,FLAGGED,PREVALENCE,SENSITIVITY-GAP,SPECIFICITY-GAP,FLAGGED-RATIO,sensitivity-p,specificity-p,equalised-odds-gap",
        rows);
  }
}
