package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.WorkedCase;
import org.xinheng.diagnostic.Diagnostic;

/** Every shipped questionnaire scores its worked cases; the numbers and their origins stand in {@code cases.yaml}. */
class ShippedCasesTest {

  private final InstrumentLibrary library = InstrumentLibrary.shipped();

  @TestFactory
  Stream<DynamicTest> scoresEveryWorkedCase() throws IOException {
    return library.ids(Kind.QUESTIONNAIRE).stream()
        .map(id -> DynamicTest.dynamicTest(id, () -> {
          List<WorkedCase> cases = library.cases(id);
          assertThat(cases).isNotEmpty();
          assertThat(WorkedCases.run(library.questionnaire(id), cases, library.normSetsOf(cases)))
              .extracting(Diagnostic::message)
              .isEmpty();
        }));
  }
}
