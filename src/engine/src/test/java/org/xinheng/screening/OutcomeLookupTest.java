package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Option;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Status;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.SheetScorer;

/** What is looked up is what the screener says of the same student, for the shipped batteries. */
class OutcomeLookupTest {

  private static final int STUDENTS = 1000;
  private static final int FROM = 5;

  private final InstrumentLibrary library = InstrumentLibrary.shipped();

  @ParameterizedTest
  @ValueSource(strings = {"upper-primary", "junior-high", "senior-high"})
  void placesLikeTheScreenerWhereMissingAnswersBound(String battery) throws IOException {
    assertSame(library.battery(battery), library.policy("default"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"upper-primary", "junior-high", "senior-high"})
  void placesLikeTheScreenerWhereMissingScoresAreIgnored(String battery) throws IOException {
    assertSame(library.battery(battery), ScalesApart.ignoring(library));
  }

  @Test
  void tellsApartWhatMayBeMissing() throws IOException {
    for (TierPolicy policy : ScalesApart.policies()) {
      assertSame(
          ScalesApart.BATTERY,
          policy,
          List.of(ScalesApart.INSTRUMENT),
          (table, random) -> ScalesApart.answer(table, 0, random));
    }
  }

  private void assertSame(Battery battery, TierPolicy policy) throws IOException {
    List<Instrument> instruments = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      instruments.add(library.questionnaire(id));
    }
    Set<Status> seen = assertSame(battery, policy, instruments, OutcomeLookupTest::answer);
    assertThat(seen).contains(Status.CLASSIFIED, Status.NOT_SCREENED, Status.PROVISIONAL);
  }

  private static Set<Status> assertSame(
      Battery battery,
      TierPolicy policy,
      List<Instrument> instruments,
      BiConsumer<ResponseTable, Random> answer) {
    Screener screener = new Screener(battery, policy, LocalDate.EPOCH);
    List<RowLookup> lookups = instruments.stream()
        .map(instrument -> RowLookup.of(ScoringPlan.compile(instrument)).orElseThrow())
        .toList();
    SheetScorer scorer = new SheetScorer(lookups);
    OutcomeLookup lookup = OutcomeLookup.of(screener, scorer).orElseThrow();
    OutcomeLookup.Group group = lookup.group(lookups.stream()
        .map(each -> new ResponseTable(each.plan().instrument(), 1))
        .toList());
    byte[] cells = new byte[FROM + scorer.size()];
    Random random = new Random(1);
    Set<Status> seen = new HashSet<>();
    for (int student = 0; student < STUDENTS; student++) {
      Map<String, Form> forms = new LinkedHashMap<>();
      for (int form = 0; form < lookups.size(); form++) {
        ResponseTable table = new ResponseTable(instruments.get(form), 1);
        answer.accept(table, random);
        for (int column = 0; column < table.instrument().items().size(); column++) {
          cells[FROM + scorer.first(form) + column] =
              (byte) RowLookup.cell(table, 0, column).orElseThrow();
        }
        forms.put(
            table.instrument().id(), new Form(table, lookups.get(form).plan().run(table), 0));
      }
      Outcome expected = screener.screen(forms, Evidence.NONE);
      assertThat(scorer.score(cells, FROM)).isTrue();
      assertThat(lookup.decision(lookup.decide(cells, FROM, group)))
          .isEqualTo(OutcomeLookup.Decision.of(expected));
      seen.add(expected.status());
    }
    return seen;
  }

  /** Answers around a level of the student's own, many or few of them blank. */
  private static void answer(ResponseTable table, Random random) {
    Instrument instrument = table.instrument();
    double level = random.nextDouble();
    double blank = List.of(0.0, 0.0, 0.03, 0.2, 1.0).get(random.nextInt(5));
    for (int column = 0; column < instrument.items().size(); column++) {
      List<Integer> codes =
          instrument.scorable(instrument.items().get(column)).orElseThrow().options().stream()
              .map(Option::code)
              .toList();
      if (random.nextDouble() >= blank) {
        double place = 0.5 * (level + random.nextDouble());
        table.set(0, column, codes.get((int) (place * codes.size())));
      }
    }
  }
}
