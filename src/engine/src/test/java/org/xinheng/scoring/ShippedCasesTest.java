package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.Read;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;
import org.xinheng.scoring.power.CasePower;

/**
 * Every shipped questionnaire scores its worked cases, and they would notice every mistake that is looked for; the
 * numbers and their origins stand in {@code cases.yaml}.
 */
class ShippedCasesTest {

  private final InstrumentLibrary library = InstrumentLibrary.shipped();

  @TestFactory
  Stream<DynamicTest> scoresEveryWorkedCase() throws IOException {
    return library.ids(Kind.QUESTIONNAIRE).stream()
        .map(id -> DynamicTest.dynamicTest(id, () -> {
          Read<WorkedCases> cases = Definitions.workedCases(library.source(Kind.CASES, id));
          assertThat(cases.usable().list()).isNotEmpty();
          Map<String, NormSet> norms = library.normSetsOf(cases.usable().list());
          assertThat(CasePower.run(library.questionnaire(id), cases, norms))
              .extracting(Diagnostic::message)
              .isEmpty();
        }));
  }
}
