package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/**
 * The missing answers of two like rows, filled in so that a scale is as low as it can be in the one and as high in the
 * other, if every answer moves it in one direction only.
 *
 * <p>The walk down the parts gathers, for each item without an answer, everything that it adds anywhere, with the sign by
 * which that moves the scale. An answer is extreme if it is so for all of them together.
 */
final class ExtremeAnswers {

  static final int LOW = 0;
  static final int HIGH = 1;

  private final Instrument instrument;
  private final ResponseTable ends;
  private final Map<Integer, List<Use>> uses = new LinkedHashMap<>();

  /**
   * @param ends two rows with the same answers
   */
  ExtremeAnswers(Instrument instrument, ResponseTable ends) {
    this.instrument = instrument;
    this.ends = ends;
  }

  /** One way in which an item without an answer enters the scale; {@code sign} is 1, −1, or 0 if it changes nothing. */
  private record Use(Scale scale, Key key, int sign) {

    BigDecimal of(int code, ResponseSet responses) {
      return scale.contribution(key, responses, code).multiply(BigDecimal.valueOf(sign));
    }
  }

  /** Fills both rows; false, with rows that mean nothing, if some answer moves the scale in more than one direction. */
  boolean fill(Scale scale) {
    return walk(scale, 1)
        && uses.entrySet().stream().allMatch(entry -> fill(entry.getKey(), entry.getValue()));
  }

  private boolean walk(Scale scale, int sign) {
    int table = scale.transform().conversion().map(Conversion::direction).orElse(1);
    if (isOpen(scale) && (table == 0 || !isMonotone(scale))) {
      return false;
    }
    int direction = sign * table * scale.transform().factor().getNumerator().signum();
    if (scale.keying() instanceof Keying.OfItems items) {
      items.keys().stream()
          .filter(this::isOpen)
          .forEach(key -> uses.computeIfAbsent(ends.column(key.item()), any -> new ArrayList<>())
              .add(new Use(scale, key, direction)));
      return true;
    }
    List<Keying.Part> parts = ((Keying.OfScales) scale.keying()).parts();
    for (int i = 0; i < parts.size(); i++) {
      int subtracted = scale.method() == Method.DIFFERENCE && i > 0 ? -1 : 1;
      int weight = parts.get(i).weight().signum();
      if (!walk(part(parts.get(i)), direction * subtracted * weight)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an answer to what the scale is made of moves it in one direction, whatever the other answers are. */
  private boolean isMonotone(Scale scale) {
    boolean ofRest = switch (scale.method()) {
      case SUM, MEAN, COUNT, MAXIMUM, MINIMUM, DIFFERENCE -> true;
      case STANDARD_DEVIATION, RATIO, PRODUCT -> false;
    };
    return ofRest
        && !(scale.keying() instanceof Keying.OfScales composite && losesParts(scale, composite));
  }

  /** Whether an answer may decide if a part has a score, where the composite does with fewer parts. */
  private boolean losesParts(Scale scale, Keying.OfScales composite) {
    return scale.missing().limit().of(composite.parts().size()) > 0
        && composite.parts().stream()
            .map(this::part)
            .anyMatch(part -> isOpen(part) && isPartial(part));
  }

  /** Whether some complete answers may have no score, here or further down. */
  private boolean isPartial(Scale scale) {
    return scale.transform().conversion().isPresent()
        || scale.method() == Method.RATIO
        || (scale.keying() instanceof Keying.OfScales composite
            && composite.parts().stream().map(this::part).anyMatch(this::isPartial));
  }

  private Scale part(Keying.Part part) {
    return instrument.scale(part.scale()).orElseThrow();
  }

  /** Whether an answer that is missing could change the scale. */
  private boolean isOpen(Scale scale) {
    return scale.keying() instanceof Keying.OfItems items
        ? items.keys().stream().anyMatch(this::isOpen)
        : ((Keying.OfScales) scale.keying())
            .parts().stream().map(this::part).anyMatch(this::isOpen);
  }

  private boolean isOpen(Key key) {
    int column = ends.column(key.item());
    return !ends.isAnswered(LOW, column) && ends.missing(LOW, column) != Missing.NOT_APPLICABLE;
  }

  private boolean fill(int column, List<Use> entered) {
    Item item = instrument.items().get(column);
    ResponseSet responses = instrument.responsesOf(item).orElseThrow();
    Optional<Integer> lowest = extreme(entered, responses, 1);
    Optional<Integer> highest = extreme(entered, responses, -1);
    lowest.ifPresent(code -> ends.set(LOW, column, code));
    highest.ifPresent(code -> ends.set(HIGH, column, code));
    return lowest.isPresent() && highest.isPresent();
  }

  /** A code that is the lowest for all uses, or with {@code sign} −1 the highest. */
  private static Optional<Integer> extreme(List<Use> entered, ResponseSet responses, int sign) {
    List<Integer> codes = responses.options().stream().map(Option::code).toList();
    Predicate<Integer> isExtreme = code -> entered.stream().allMatch(use -> {
      BigDecimal value = use.of(code, responses);
      return codes.stream()
          .allMatch(other -> value.compareTo(use.of(other, responses)) * sign <= 0);
    });
    return codes.stream().filter(isExtreme).findFirst();
  }
}
