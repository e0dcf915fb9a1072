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

/** An answer is compared for equality with codes that it can have, and an option is asked for that there is. */
final class ConditionUnknownCode implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    ConditionSpace space = new ConditionSpace(instrument, places);
    // The items of a run share one comparison.
    Set<String> reported = new HashSet<>();
    for (ConditionUse use : ConditionUse.withSingle(instrument)) {
      use.condition()
          .walk()
          .filter(places::isSound)
          .forEach(part -> part.askedItem()
              .flatMap(space::responses)
              .flatMap(set -> check(use, part, set, places))
              .filter(fault -> reported.add(fault.place() + fault.hint()))
              .ifPresent(found::add));
    }
    return found;
  }

  private static Optional<Diagnostic> check(
      ConditionUse use, Condition part, ResponseSet.Scorable set, Places places) {
    String item = part.askedItem().orElse("");
    if (part instanceof Condition.OfChoice of) {
      return ConditionSpace.several(set)
          .filter(several -> !several.declares(of.code()))
          .map(several -> fault(
                  part, places, "%s asks item '%s' for %s", use.where(), item, of.code())
              .hint("its options are %s", several.codes()));
    }
    return part instanceof Condition.OfItem of && of.comparison() instanceof Comparison.OneOf oneOf
        ? unknown(oneOf, set)
            .map(code -> fault(
                    part,
                    places,
                    "%s compares item '%s' with %s",
                    use.where(),
                    item,
                    code.toPlainString())
                .hint("%s", Names.ofAnswers("the", set)))
        : Optional.empty();
  }

  private static Diagnostic fault(Condition part, Places places, String what, Object... values) {
    return error(
        "condition.unknown-code",
        places.of(part, Places.COMPARED),
        what + ", which is none of its answers",
        values);
  }

  private static Optional<BigDecimal> unknown(Comparison.OneOf oneOf, ResponseSet.Scorable set) {
    List<BigDecimal> answers = set.representatives(oneOf.values());
    return oneOf.values().stream()
        .filter(value -> answers.stream().noneMatch(answer -> answer.compareTo(value) == 0))
        .findFirst();
  }
}
