package org.xinheng.scoring.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/** A scale may lack one answer more or less, or something else happens to what is missing. */
final class MissingMistakes implements Mistakes {

  private static final Set<MissingRule.Then> MEANS_ALIKE =
      EnumSet.of(MissingRule.Then.IGNORE, MissingRule.Then.PRORATE);

  @Override
  public String code() {
    return "case.untested-missing";
  }

  @Override
  public String remedy() {
    return "leave as many answers blank as the scale may lack, and in another case one more";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .flatMap(scale -> rules(scale)
            .map(rule -> new Mutant(
                Rehearsal.part(scale),
                mistake(rule, scale),
                Draft.of(instrument, scale, draft -> draft.missing = rule))));
  }

  private static String mistake(MissingRule rule, Scale scale) {
    int limit = rule.limit().of(size(scale));
    if (limit != scale.missing().limit().of(size(scale))) {
      return "scale '%s' could lack at most %d of its answers".formatted(scale.id(), limit);
    }
    if (rule.notApplicable() != scale.missing().notApplicable()) {
      return "scale '%s' took what is not applicable by '%s'"
          .formatted(scale.id(), rule.notApplicable().word());
    }
    return "scale '%s' took what is missing by '%s'"
        .formatted(
            scale.id(),
            rule.then().word() + (rule.then().isFill() ? " " + rule.fill().word() : ""));
  }

  private static Stream<MissingRule> rules(Scale scale) {
    MissingRule rule = scale.missing();
    int limit = rule.limit().of(size(scale));
    List<MissingRule> rules = new ArrayList<>();
    for (int other : new int[] {limit - 1, limit + 1}) {
      if (other >= 0 && other < size(scale)) {
        rules.add(new MissingRule(
            new MissingRule.Limit.Count(other), rule.then(), rule.fill(), rule.notApplicable()));
      }
    }
    if (limit > 0) {
      thens(scale)
          .forEach(then -> fills(then, rule)
              .filter(fill -> then != rule.then() || fill != rule.fill())
              .forEach(fill ->
                  rules.add(new MissingRule(rule.limit(), then, fill, rule.notApplicable()))));
    }
    // Only where the author has thought of it: most forms have no branches.
    if (rule.notApplicable() != MissingRule.STRICT.notApplicable()) {
      Arrays.stream(MissingRule.NotApplicable.values())
          .filter(other -> other != rule.notApplicable())
          .forEach(
              other -> rules.add(new MissingRule(rule.limit(), rule.then(), rule.fill(), other)));
    }
    return rules.stream();
  }

  /** What may happen to missing answers of the scale: only sums and means of items are filled in. */
  private static Stream<MissingRule.Then> thens(Scale scale) {
    if (scale.method().isExtreme() || scale.keying() instanceof Keying.OfModel) {
      return Stream.of(MissingRule.Then.IGNORE);
    }
    boolean composite = scale.keying() instanceof Keying.OfScales;
    return Arrays.stream(MissingRule.Then.values())
        .filter(then -> !composite || !then.isFill())
        .filter(then -> !sameMean(scale, then));
  }

  /** A mean of what is there stays as it is when that mean is put in for what is not. */
  private static boolean sameMean(Scale scale, MissingRule.Then then) {
    return scale.method() == Method.MEAN
        && then != scale.missing().then()
        && MEANS_ALIKE.contains(then)
        && MEANS_ALIKE.contains(scale.missing().then());
  }

  private static Stream<Rounding.Mode> fills(MissingRule.Then then, MissingRule rule) {
    if (!then.isFill()) {
      return Stream.of(Rounding.Mode.NONE);
    }
    return rule.then().isFill() && then != rule.then()
        ? Stream.of(rule.fill())
        : Arrays.stream(Rounding.Mode.values()).filter(mode -> mode != Rounding.Mode.NONE);
  }

  private static int size(Scale scale) {
    return scale.keying() instanceof Keying.OfScales composite
        ? composite.parts().size()
        : scale.keying().keys().size();
  }
}
