package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.definition.WorkedCase;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;

/** Some case gives different answers: with all answers alike, every item could stand in the place of every other. */
final class CaseSameAnswers implements Rule<WorkedCases> {

  @Override
  public List<Diagnostic> check(WorkedCases cases, Places places) {
    boolean told = cases.list().isEmpty()
        || cases.list().stream()
            .anyMatch(workedCase -> !places.isSound(workedCase) || isMixed(workedCase));
    return told
        ? List.of()
        : List.of(warning(
                "case.same-answers",
                places.of(cases, "list"),
                "every case gives the same answer to all items")
            .hint("add one in which every answer differs from its neighbour"));
  }

  private static boolean isMixed(WorkedCase workedCase) {
    // A form of one item has nothing to differ from.
    return workedCase.answers().size() < 2
        || workedCase.answers().stream().distinct().count() > 1;
  }
}
