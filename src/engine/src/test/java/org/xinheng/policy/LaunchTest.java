package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Preparation.Duty;
import org.xinheng.policy.Preparation.Entry;

/** A campaign of ten days, Monday to Wednesday, prepared before it in every way or in all but one. */
class LaunchTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-10-12");
  private static final LocalDate LAST = LocalDate.parse("2026-10-21");
  private static final String PERSON = "Somebody";

  private static Entry entry(Role by, LocalDate date) {
    return new Entry(by, date, Optional.of(PERSON), Optional.empty());
  }

  private static Map<PreparationStep, Entry> all() {
    Map<PreparationStep, Entry> steps = new EnumMap<>(PreparationStep.class);
    Arrays.stream(PreparationStep.values())
        .forEach(
            step -> steps.put(step, entry(Role.PSYCHOLOGY_TEACHER, LocalDate.parse("2026-10-08"))));
    return steps;
  }

  private static Duty duty(LocalDate from, LocalDate to) {
    return new Duty(PERSON, from, to);
  }

  private static Preparation prepared(
      Map<PreparationStep, Entry> steps, List<Duty> duties, Entry signed) {
    return new Preparation(steps, Optional.empty(), duties, Optional.of(signed));
  }

  private static Entry signed() {
    return entry(Role.PRINCIPAL, LocalDate.parse("2026-10-09"));
  }

  private static Campaign campaign(Optional<Preparation> preparation) {
    return new Campaign(
        "autumn",
        new Text("autumn", "秋季"),
        "2026-2027",
        FIRST,
        LAST,
        Optional.empty(),
        List.of(),
        "default",
        List.of("junior-high"),
        List.of(),
        Optional.empty(),
        preparation,
        new Campaign.Files("roster.csv", List.of(), List.of()));
  }

  /** PHQ-9 has a critical item, GAD-7 has none. */
  private static Launch launch(Preparation preparation, String questionnaire) throws IOException {
    Instrument given = InstrumentLibrary.shipped().questionnaire(questionnaire);
    return Launch.of(campaign(Optional.of(preparation)), Workflow.USUAL, List.of(given));
  }

  @Test
  void allowsTheLaunchWhenAllIsDoneAndSigned() throws IOException {
    Preparation preparation = prepared(all(), List.of(duty(FIRST, LAST)), signed());
    assertThat(launch(preparation, "phq-9").isAllowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(PreparationStep.class)
  void refusesTheLaunchWithoutAnyOfTheSteps(PreparationStep missing) throws IOException {
    Map<PreparationStep, Entry> steps = all();
    steps.remove(missing);
    Preparation preparation = prepared(steps, List.of(duty(FIRST, LAST)), signed());
    assertThat(launch(preparation, "gad-7").lacks())
        .containsExactly(
            new Launch.Lack(Launch.Cause.NOT_DONE, Optional.of(missing), missing.text()));
  }

  @ParameterizedTest
  @EnumSource(PreparationStep.class)
  void refusesTheLaunchWhenAStepIsDoneAfterItsFirstDay(PreparationStep late) throws IOException {
    Map<PreparationStep, Entry> steps = all();
    steps.put(late, entry(Role.PSYCHOLOGY_TEACHER, FIRST.plusDays(1)));
    Preparation preparation = prepared(steps, List.of(), entry(Role.PRINCIPAL, FIRST));
    assertThat(launch(preparation, "gad-7").lacks())
        .extracting(Launch.Lack::cause, Launch.Lack::step)
        .contains(tuple(Launch.Cause.TOO_LATE, Optional.of(late)));
  }

  /** From the 12th to the 16th and from the 19th to the 21st somebody is there, on the weekend of the 17th nobody. */
  @Test
  void refusesACriticalItemOnDaysWithoutAResponderAlsoOnAWeekend() throws IOException {
    Preparation preparation = prepared(
        all(),
        List.of(
            duty(FIRST, LocalDate.parse("2026-10-16")), duty(LocalDate.parse("2026-10-19"), LAST)),
        signed());
    assertThat(launch(preparation, "phq-9").lacks()).singleElement().satisfies(lack -> {
      assertThat(lack.cause()).isEqualTo(Launch.Cause.NO_RESPONDER);
      assertThat(lack.text().en()).contains("on 2 days, the first of them 2026-10-17");
    });
    assertThat(launch(preparation, "gad-7").isAllowed()).isTrue();
  }

  /** A policy may ask for less, and still nobody is asked a critical item with nobody there. */
  @Test
  void needsAResponderForACriticalItemWhateverThePolicyAsksFor() throws IOException {
    Workflow usual = Workflow.USUAL;
    Workflow little =
        new Workflow(usual.gates(), Set.of(PreparationStep.ROSTER), usual.lowering(), 2);
    Map<PreparationStep, Entry> steps = all();
    steps.keySet().retainAll(Set.of(PreparationStep.ROSTER));
    Campaign campaign = campaign(Optional.of(prepared(steps, List.of(), signed())));
    InstrumentLibrary library = InstrumentLibrary.shipped();
    assertThat(
            Launch.of(campaign, little, List.of(library.questionnaire("gad-7"))).isAllowed())
        .isTrue();
    assertThat(
            Launch.of(campaign, little, List.of(library.questionnaire("phq-9"))).lacks())
        .extracting(Launch.Lack::cause)
        .containsExactly(Launch.Cause.NO_RESPONDER);
  }

  @Test
  void isSignedByAnOwnerOfTheGateAfterTheLastStepAndInTime() throws IOException {
    assertThat(causeOf(entry(Role.CLASS_TEACHER, LocalDate.parse("2026-10-09"))))
        .containsExactly(Launch.Cause.NOT_BY_AN_OWNER);
    assertThat(causeOf(entry(Role.PRINCIPAL, LocalDate.parse("2026-10-07"))))
        .containsExactly(Launch.Cause.SIGNED_BEFORE);
    assertThat(causeOf(entry(Role.PRINCIPAL, LocalDate.parse("2026-10-08")))).isEmpty();
    assertThat(causeOf(entry(Role.PRINCIPAL, FIRST))).isEmpty();
    assertThat(causeOf(entry(Role.PRINCIPAL, FIRST.plusDays(1))))
        .containsExactly(Launch.Cause.TOO_LATE);
  }

  private static List<Launch.Cause> causeOf(Entry signed) throws IOException {
    return launch(prepared(all(), List.of(), signed), "gad-7").lacks().stream()
        .map(Launch.Lack::cause)
        .toList();
  }

  @Test
  void lacksEverythingWhereNothingIsKnown() throws IOException {
    Instrument phq9 = InstrumentLibrary.shipped().questionnaire("phq-9");
    Launch launch = Launch.of(campaign(Optional.empty()), Workflow.USUAL, List.of(phq9));
    assertThat(launch.lacks())
        .hasSize(PreparationStep.values().length + 1)
        .extracting(Launch.Lack::cause)
        .contains(Launch.Cause.NO_RESPONDER, Launch.Cause.NOT_SIGNED);
  }

  @Test
  void saysNoNameOfAPerson() throws IOException {
    Preparation preparation =
        prepared(Map.of(), List.of(duty(FIRST, FIRST)), entry(Role.CLASS_TEACHER, FIRST));
    assertThat(launch(preparation, "phq-9").lacks())
        .isNotEmpty()
        .noneMatch(
            lack -> lack.text().en().contains(PERSON) || lack.text().zhCn().contains(PERSON));
  }
}
