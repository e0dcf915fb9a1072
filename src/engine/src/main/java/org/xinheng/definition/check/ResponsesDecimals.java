package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** The ends of a number are answers, and all its digits can be kept. */
final class ResponsesDecimals implements Rule<Instrument> {

  private static final int MOST_DIGITS = 9;
  private static final int MOST_DECIMALS = 6;

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ResponseSet set : instrument.responseSets()) {
      if (!places.isSound(set) || !(set instanceof ResponseSet.Numeric numeric)) {
        continue;
      }
      if (numeric.decimals() > MOST_DECIMALS) {
        found.add(error(
                "responses.decimals",
                places.of(set, "step"),
                "response set '%s' takes %d decimals",
                set.id(),
                numeric.decimals())
            .hint("at most %d can be kept", MOST_DECIMALS));
      } else {
        Map.of("from", numeric.lowest(), "to", numeric.highest()).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(end -> fault(numeric, end.getKey(), end.getValue(), places).stream())
            .findFirst()
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> fault(
      ResponseSet.Numeric set, String key, BigDecimal end, Places places) {
    if (end.stripTrailingZeros().scale() > set.decimals()) {
      return Optional.of(error(
              "responses.decimals",
              places.of(set, key),
              "response set '%s' takes %d decimals, and '%s' is %s",
              set.id(),
              set.decimals(),
              key,
              end.toPlainString())
          .hint(
              "write 'decimals: %d', or an end without them",
              end.stripTrailingZeros().scale()));
    }
    int digits = end.setScale(set.decimals()).precision();
    return digits <= MOST_DIGITS
        ? Optional.empty()
        : Optional.of(error(
                "responses.decimals",
                places.of(set, key),
                "response set '%s' takes numbers of %d digits",
                set.id(),
                digits)
            .hint("at most %d can be kept, decimals included", MOST_DIGITS));
  }
}
