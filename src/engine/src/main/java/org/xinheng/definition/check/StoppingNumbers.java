package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;

/**
 * Early stopping has an end, its probabilities lie where they mean something, and shares make a whole: {@code stopping.range},
 * {@code stopping.shares}, {@code stopping.no-end}, {@code stopping.fewest}.
 */
final class StoppingNumbers implements Rule<Battery> {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Override
  public List<Diagnostic> check(Battery battery, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    battery.stopping().filter(places::isSound).ifPresent(stopping -> {
      if (stopping instanceof Stopping.Stochastic stochastic) {
        check(stochastic, places, found);
      } else if (stopping instanceof Stopping.Adaptive adaptive) {
        check(adaptive, places, found);
      }
    });
    return found;
  }

  private static void check(Stopping.Stochastic rule, Places places, List<Diagnostic> found) {
    within("error", rule.error(), BigDecimal.ZERO, HALF, places.of(rule), found);
    rule.answers().values().stream().flatMap(List::stream).forEach(shares -> {
      if (shares.loading().signum() < 0 || shares.loading().compareTo(BigDecimal.ONE) >= 0) {
        found.add(error(
                "stopping.range",
                places.of(shares),
                "'loading' must be at least 0 and below 1, not %s",
                shares.loading().toPlainString())
            .hint("answers that share everything would be one item"));
      }
      whole(shares.shares(), places.of(shares), found);
    });
  }

  private static void check(Stopping.Adaptive rule, Places places, List<Diagnostic> found) {
    Place place = places.of(rule);
    rule.decided()
        .ifPresent(decided -> within("decided", decided, HALF, BigDecimal.ONE, place, found));
    rule.standardError()
        .filter(limit -> limit.signum() <= 0)
        .ifPresent(limit -> found.add(error(
                "stopping.range",
                place,
                "'standard-error' must be above 0, not %s",
                limit.toPlainString())
            .hint("it is in the unit of the item parameters; 0.3 is usual")));
    if (rule.most().isEmpty()
        && rule.standardError().isEmpty()
        && rule.decided().isEmpty()) {
      found.add(error("stopping.no-end", place, "nothing ends the test before all items are asked")
          .hint("write 'standard-error', 'decided' or 'most'"));
    }
    rule.most()
        .filter(most -> most < rule.fewest())
        .ifPresent(most -> found.add(error(
                "stopping.fewest",
                place,
                "at most %s items are asked, and at least %s answers are wanted",
                most,
                rule.fewest())
            .hint("'fewest' must not be above 'most'")));
    if (!rule.content().isEmpty()) {
      whole(rule.content().stream().map(Stopping.Content::share).toList(), place, found);
    }
  }

  private static void within(
      String key,
      BigDecimal value,
      BigDecimal above,
      BigDecimal below,
      Place place,
      List<Diagnostic> found) {
    if (value.compareTo(above) <= 0 || value.compareTo(below) >= 0) {
      found.add(error(
              "stopping.range",
              place,
              "'%s' must be above %s and below %s, not %s",
              key,
              above.toPlainString(),
              below.toPlainString(),
              value.toPlainString())
          .hint("it is a probability"));
    }
  }

  private static void whole(List<BigDecimal> shares, Place place, List<Diagnostic> found) {
    BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (shares.stream().anyMatch(share -> share.signum() <= 0)
        || sum.compareTo(BigDecimal.ONE) != 0) {
      found.add(error(
              "stopping.shares",
              place,
              "the shares must each be above 0 and make 1 together, and make %s",
              sum.toPlainString())
          .hint("an answer that is never given may have a small share"));
    }
  }
}
