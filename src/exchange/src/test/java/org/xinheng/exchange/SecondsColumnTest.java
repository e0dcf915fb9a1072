package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.xinheng.exchange.Example.CALM_3;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.Validity;

/** How long a form took, as files say it; a form of {@code quick-3} that took less than ten seconds is suspect. */
class SecondsColumnTest {

  private static final Instrument QUICK_3 = timed("quick-3");

  private static final String ITEMS = "quick-3.1,quick-3.2,quick-3.3";

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quick-3.seconds",
        "Quick-3_Duration",
        "quick-3.用时",
        "seconds",
        "Duration (in seconds)",
        "所用时间"
      })
  void isFoundUnderItsHeadings(String heading) throws IOException {
    assertThat(validities(ITEMS + "," + heading + "\n0,1,2,9\n0,1,2,10\n"))
        .containsExactly(Validity.SUSPECT, Validity.VALID);
  }

  @Test
  void isFoundByTheMap() throws IOException {
    ColumnMap map = new ColumnMap(Map.of("t", "quick-3.seconds"), Map.of());
    assertThat(validities(ITEMS + ",t\n0,1,2,9\n", map)).containsExactly(Validity.SUSPECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "9.5", "９秒", " 9 s ", "9sec"})
  void isReadWithAndWithoutItsUnit(String cell) throws IOException {
    assertThat(validities(ITEMS + ",seconds\n0,1,2," + cell + "\n"))
        .containsExactly(Validity.SUSPECT);
  }

  @Test
  void thatIsBlankOrNotThereSaysNothing() throws IOException {
    assertThat(validities(ITEMS + ",seconds\n0,1,2,\n")).containsExactly(Validity.VALID);
    assertThat(validities(ITEMS + "\n0,1,2\n")).containsExactly(Validity.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2:05", "1e3", "9 min", "fast"})
  void thatCannotBeReadMarksTheRowAndSaysNothing(String cell) throws IOException {
    ResponseBatch batch = read(ITEMS + ",seconds\n0,1,2," + cell + "\n", ColumnMap.NONE, QUICK_3);
    assertThat(batch.reason(0))
        .isEqualTo("column 'seconds': the seconds cannot be read (such as 125 or 125.4)");
    assertThat(batch.faults(0))
        .extracting(RowFault::kind)
        .containsExactly(RowFault.Kind.UNREADABLE_SECONDS);
    assertThat(validity(QUICK_3, batch, 0, 0)).isEqualTo(Validity.VALID);
  }

  @Test
  void ofAFileOfTwoQuestionnairesNamesTheQuestionnaire() throws IOException {
    Instrument slow = timed("slow-3");
    String header = ITEMS + ",slow-3.1,slow-3.2,slow-3.3,slow-3.seconds,用时\n";
    Path file = Example.file(folder, header + "0,1,2,0,1,2,9,9\n");
    try (ResponseFile responses = ResponseFile.open(file, List.of(QUICK_3, slow), ColumnMap.NONE)) {
      assertThat(responses.diagnostics())
          .extracting(Diagnostic::code, Diagnostic::message, Diagnostic::hint)
          .containsExactly(tuple(
              "column.seconds-of-which",
              "column '用时' does not say of which questionnaire it is the time",
              "name it 'quick-3.seconds'"));
      ResponseBatch batch = responses.next(1).orElseThrow();
      assertThat(validity(QUICK_3, batch, 0, 0)).isEqualTo(Validity.VALID);
      assertThat(validity(slow, batch, 1, 0)).isEqualTo(Validity.SUSPECT);
    }
  }

  @Test
  void standsOnceForEachQuestionnaire() throws IOException {
    Path file = Example.file(folder, ITEMS + ",quick-3.seconds,quick-3.duration\n");
    assertThat(catchThrowableOfType(
                TableException.class,
                () -> ResponseFile.open(file, List.of(QUICK_3), ColumnMap.NONE))
            .diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "columns 'quick-3.seconds' and 'quick-3.duration' are both the time of 'quick-3'");
  }

  @Test
  void thatNobodyAsksForPassesThrough() throws IOException {
    ResponseBatch batch = read(
        "calm-3.1,calm-3.2,calm-3.3,duration,用时\n0,1,2,two minutes,x\n", ColumnMap.NONE, CALM_3);
    assertThat(batch.faults(0)).isEmpty();
    assertThat(batch.ownCell(0, 0)).isEqualTo("two minutes");
  }

  private List<Validity> validities(String answers) throws IOException {
    return validities(answers, ColumnMap.NONE);
  }

  private List<Validity> validities(String answers, ColumnMap map) throws IOException {
    ResponseBatch batch = read(answers, map, QUICK_3);
    ScoreTable scores = ScoringPlan.compile(QUICK_3).run(batch.tables().get(0));
    return IntStream.range(0, batch.rows()).mapToObj(scores::validity).toList();
  }

  private static Validity validity(Instrument of, ResponseBatch batch, int table, int row) {
    return ScoringPlan.compile(of).run(batch.tables().get(table)).validity(row);
  }

  private ResponseBatch read(String answers, ColumnMap map, Instrument of) throws IOException {
    try (ResponseFile responses =
        ResponseFile.open(Example.file(folder, answers), List.of(of), map)) {
      return responses.next(10).orElseThrow();
    }
  }

  /** The example under another id, with a rule on the time. */
  private static Instrument timed(String id) {
    return new Instrument(
        id,
        CALM_3.version(),
        CALM_3.form(),
        CALM_3.hash(),
        CALM_3.about(),
        CALM_3.responseSets(),
        CALM_3.items(),
        CALM_3.sections(),
        CALM_3.scales(),
        CALM_3.conditions(),
        CALM_3.classifications(),
        CALM_3.critical(),
        List.of(new ValidityIndex(
            "fast",
            new Text("too fast", "过快"),
            new Sign.SecondsBelow(BigDecimal.TEN),
            ValidityIndex.Verdict.SUSPECT,
            "us",
            Verification.PROJECT_RULE)));
  }
}
