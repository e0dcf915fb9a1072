package org.xinheng.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.xinheng.definition.Checker;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sex;
import org.xinheng.scoring.CaseRun;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** What must hold of every text that is given as a definition. */
final class AnyDefinition {

  private static final int ROWS = 40;
  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();

  private AnyDefinition() {}

  /**
   * Checks a text, and scores with what passes; throws if anything breaks.
   *
   * @return whether it passed
   */
  static boolean holds(String text) {
    try {
      SourceText source = SourceText.of("any.yaml", text);
      if (Checker.check(source, LIBRARY).stream().anyMatch(Diagnostic::isError)) {
        return false;
      }
      use(source);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void use(SourceText source) throws IOException {
    String kind = source
        .text()
        .lines()
        .filter(line -> line.matches("[a-z].*"))
        .findFirst()
        .orElse("")
        .replaceAll(":.*", "");
    switch (kind) {
      case "questionnaire" ->
        score(ScoringPlan.compile(Definitions.questionnaire(source).usable()));
      case "norm-set" -> {
        NormSet norms = Definitions.normSet(source).usable();
        score(ScoringPlan.compile(LIBRARY.questionnaire(norms.questionnaire()), norms));
      }
      case "cases" -> {
        WorkedCases cases = Definitions.workedCases(source).usable();
        Map<String, NormSet> norms = LIBRARY.normSetsOf(cases.list());
        CaseRun.run(LIBRARY.questionnaire(cases.questionnaire()), cases.list(), norms);
      }
      default -> {}
    }
  }

  /** Scores a table of all that cells can hold. */
  private static void score(ScoringPlan plan) {
    Instrument instrument = plan.instrument();
    Random random = new Random(1);
    ResponseTable table = new ResponseTable(instrument, ROWS);
    for (int row = 0; row < ROWS; row++) {
      student(table, row, random);
      for (Item item : instrument.keptItems()) {
        answer(
            table, row, table.column(item.id()), instrument.scorable(item).orElseThrow(), random);
      }
    }
    ScoreTable scores = plan.run(table);
    for (int row = 0; row < ROWS; row++) {
      int at = row;
      instrument.scales().forEach(scale -> {
        scores.score(at, scale.id());
        scores.band(at, scale.id());
        LevelBounds.of(plan, table, at, scale.id());
      });
      instrument.classifications().forEach(by -> scores.outcome(at, by.id()));
      scores.fired(row);
      scores.validity(row);
    }
  }

  private static void student(ResponseTable table, int row, Random random) {
    table
        .sex(row, Sex.values()[random.nextInt(Sex.values().length)])
        .age(row, random.nextInt(100))
        .grade(row, random.nextInt(13))
        .informant(row, Informant.values()[random.nextInt(Informant.values().length)])
        .seconds(row, random.nextInt(1000));
  }

  private static void answer(
      ResponseTable table, int row, int column, ResponseSet.Scorable responses, Random random) {
    Missing[] missing = Missing.values();
    List<Integer> codes = responses.options().stream().map(Option::code).toList();
    if (random.nextInt(8) == 0) {
      table.setMissing(row, column, missing[random.nextInt(missing.length)]);
    } else if (responses instanceof ResponseSet.SeveralChoices) {
      table.setChosen(
          row, column, codes.stream().filter(code -> random.nextBoolean()).toList());
    } else if (codes.isEmpty() || random.nextInt(30) == 0) {
      table.setNumber(
          row,
          column,
          Stream.of(responses.lowest(), responses.highest(), new BigDecimal(random.nextInt(200)))
              .toList()
              .get(random.nextInt(3)));
    } else {
      table.setNumber(row, column, BigDecimal.valueOf(codes.get(random.nextInt(codes.size()))));
    }
  }
}
