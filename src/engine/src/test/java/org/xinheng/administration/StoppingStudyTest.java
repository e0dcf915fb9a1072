package org.xinheng.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.administration.Forms.START;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;

/**
 * Certain curtailment changes nothing. {@code -Dxinheng.students=100000} asks so many students a battery, which takes minutes,
 * and {@code -Dxinheng.figures=FILE} writes what was saved.
 */
class StoppingStudyTest {

  private static final int STUDENTS = Integer.getInteger("xinheng.students", 100);
  private static final int PIECE = 1000;
  private static final long SEED = 20261130;

  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();
  private static final TierPolicy POLICY = Forms.defaultPolicy();

  static Iterable<String> batteries() throws IOException {
    return LIBRARY.ids(Kind.BATTERY);
  }

  @ParameterizedTest
  @MethodSource("batteries")
  void changesNoBandTierOrAlertIfItKeepsBands(String id) throws IOException {
    StoppingStudy.Found found =
        found(id, new Stopping.Deterministic(Stopping.Keeps.BANDS), STUDENTS);
    note(id + " bands", found);
    assertThat(found.students()).isEqualTo(STUDENTS);
    assertThat(found.allBandDifferences()).as("%s, seed %d", id, SEED).isZero();
    assertThat(found.tierDifferences()).as("%s, seed %d", id, SEED).isZero();
    assertThat(found.alertDifferences()).as("%s, seed %d", id, SEED).isZero();
  }

  @ParameterizedTest
  @MethodSource("batteries")
  void changesNoTierOrAlertIfItKeepsTheTier(String id) throws IOException {
    StoppingStudy.Found found =
        found(id, new Stopping.Deterministic(Stopping.Keeps.TIER), STUDENTS);
    note(id + " tier", found);
    assertThat(found.tierDifferences()).as("%s, seed %d", id, SEED).isZero();
    assertThat(found.alertDifferences()).as("%s, seed %d", id, SEED).isZero();
  }

  /** The declared error is that of each band; where the students are as declared, no more of them are wrong. */
  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.05", "0.2"})
  void isWrongNoMoreOftenThanItSays(String error) throws IOException {
    List<BigDecimal> shares = List.of(
        new BigDecimal("0.5"),
        new BigDecimal("0.3"),
        new BigDecimal("0.12"),
        new BigDecimal("0.08"));
    List<String> items = List.of("1", "2", "3", "4", "5", "6", "7");
    Map<String, List<Stopping.AnswerShares>> answers =
        Map.of("gad-7", List.of(new Stopping.AnswerShares(items, new BigDecimal("0.8"), shares)));
    StoppingStudy.Found found =
        found("pre-exam", new Stopping.Stochastic(new BigDecimal(error), answers), 1500);
    double wrong = (double) found.bandDifferences().get("gad-7.total") / found.students();
    assertThat(wrong).as("seed %d", SEED).isLessThanOrEqualTo(Double.parseDouble(error));
    assertThat(found.saved()).isPositive();
    assertThat(found.alertDifferences()).isZero();
  }

  private static StoppingStudy.Found found(String id, Stopping stopping, int students)
      throws IOException {
    Battery battery = LIBRARY.battery(id).withStopping(Optional.of(stopping));
    List<Instrument> instruments = LIBRARY.questionnairesOf(battery);
    AdministrationPlan plan = AdministrationPlan.of(battery, POLICY, instruments);
    Map<String, List<Stopping.AnswerShares>> shares =
        stopping instanceof Stopping.Stochastic stochastic ? stochastic.answers() : Map.of();
    SimulatedStudents simulated = new SimulatedStudents(instruments, shares, SEED);
    StoppingStudy study = new StoppingStudy(plan, START);
    StudentContext student =
        StudentContext.self(Language.ZH_CN, 1).withGrade(battery.grades().first());
    for (int left = students; left > 0; left -= PIECE) {
      List<ResponseTable> tables = simulated.next(Math.min(PIECE, left));
      tables.forEach(table -> {
        for (int row = 0; row < table.rows(); row++) {
          table.grade(row, battery.grades().first());
        }
      });
      study.add(student, tables);
    }
    return study.found();
  }

  private static void note(String what, StoppingStudy.Found found) throws IOException {
    String file = System.getProperty("xinheng.figures", "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file),
          "%s: %d students, %.1f %% of items saved, %d bands, %d tiers, %d alerts differ; tiers %s%n"
              .formatted(
                  what,
                  found.students(),
                  100 * found.saved(),
                  found.allBandDifferences(),
                  found.tierDifferences(),
                  found.alertDifferences(),
                  found.tiers()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
