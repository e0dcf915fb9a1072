package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Scale;

/** A scale combines its answers in another way, or counts other answers. */
final class MethodMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-method";
  }

  @Override
  public String remedy() {
    return "state the score of answers that differ from each other";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .flatMap(scale -> Stream.concat(methods(scale, instrument), counts(scale, instrument)));
  }

  private static Stream<Mutant> methods(Scale scale, Instrument instrument) {
    return confused(scale.method()).stream()
        .map(method -> new Mutant(
            Rehearsal.part(scale),
            "scale '%s' were a %s, not a %s"
                .formatted(scale.id(), method.word(), scale.method().word()),
            Draft.of(instrument, scale, draft -> {
              draft.method = method;
              draft.counting = Optional.empty();
            })));
  }

  /** What is easily taken for a method. */
  private static List<Method> confused(Method method) {
    return switch (method) {
      case SUM -> List.of(Method.MEAN);
      case MEAN -> List.of(Method.SUM);
      case COUNT -> List.of(Method.SUM);
      case MAXIMUM -> List.of(Method.SUM, Method.MINIMUM);
      case MINIMUM -> List.of(Method.SUM, Method.MAXIMUM);
      case STANDARD_DEVIATION -> List.of(Method.MEAN);
      case DIFFERENCE -> List.of(Method.SUM);
      case RATIO -> List.of(Method.DIFFERENCE, Method.PRODUCT);
      case PRODUCT -> List.of(Method.SUM);
      case IRT -> List.of();
    };
  }

  private static Stream<Mutant> counts(Scale scale, Instrument instrument) {
    return scale.counting().stream()
        .flatMap(MethodMistakes::confused)
        .map(counting -> new Mutant(
            Rehearsal.part(scale),
            "scale '%s' counted answers %s %s"
                .formatted(
                    scale.id(),
                    counting.comparison().word().replace('-', ' '),
                    counting.value().toPlainString()),
            Draft.of(instrument, scale, draft -> draft.counting = Optional.of(counting))));
  }

  private static Stream<Counting> confused(Counting counting) {
    List<Counting> all = new ArrayList<>();
    for (BigDecimal value : Rehearsal.neighbours(counting.value())) {
      all.add(new Counting(counting.comparison(), value));
    }
    for (Counting.Comparison comparison : Counting.Comparison.values()) {
      if (comparison != counting.comparison()) {
        all.add(new Counting(comparison, counting.value()));
      }
    }
    return all.stream();
  }
}
