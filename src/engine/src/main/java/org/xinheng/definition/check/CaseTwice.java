package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.definition.WorkedCase;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;

/** Every worked case has a name of its own. */
final class CaseTwice implements Rule<WorkedCases> {

  @Override
  public List<Diagnostic> check(WorkedCases cases, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (WorkedCase workedCase : cases.list()) {
      if (places.isSound(workedCase) && !seen.add(workedCase.name())) {
        found.add(error(
                "case.twice",
                places.of(workedCase, "name"),
                "two cases are called '%s'",
                workedCase.name())
            .hint("say what each of them shows"));
      }
    }
    return found;
  }
}
