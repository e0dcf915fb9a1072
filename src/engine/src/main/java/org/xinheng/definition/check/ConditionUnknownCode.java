package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** An answer is compared for equality with codes that it can have. */
final class ConditionUnknownCode implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    ConditionSpace space = new ConditionSpace(instrument, places);
    Set<String> reported = new HashSet<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition().walk().filter(places::isSound).forEach(part -> {
        if (part instanceof Condition.OfItem of
            && of.comparison() instanceof Comparison.OneOf oneOf) {
          space
              .responses(of.item())
              .ifPresent(set -> unknown(oneOf, set)
                  .filter(code -> reported.add(places.of(part, Places.COMPARED) + " " + code))
                  .ifPresent(code -> found.add(error(
                          "condition.unknown-code",
                          places.of(part, Places.COMPARED),
                          "%s compares item '%s' with %s, which is none of its answers",
                          use.where(),
                          of.item(),
                          code.toPlainString())
                      .hint("%s", Names.ofAnswers("the", set)))));
        }
      });
    }
    return found;
  }

  private static Optional<BigDecimal> unknown(Comparison.OneOf oneOf, ResponseSet.Scorable set) {
    List<BigDecimal> answers = set.representatives(oneOf.values());
    return oneOf.values().stream()
        .filter(value -> answers.stream().noneMatch(answer -> answer.compareTo(value) == 0))
        .findFirst();
  }
}
