package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Numbering;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;

/** The numbers of levels run in the direction that is stated. */
final class NumberingDirection implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    policy.numbering().filter(places::isSound).ifPresent(numbering -> {
      Map<Tier, Integer> tiers = numbering.tiers();
      for (Tier tier : new Tier[] {Tier.TARGETED, Tier.INTENSIVE}) {
        int number = Objects.requireNonNull(tiers.get(tier));
        int below = Objects.requireNonNull(tiers.get(Tier.values()[tier.ordinal() - 1]));
        if (!numbering.isMoreUrgent(number, below)) {
          found.add(fault(places, numbering, Integer.toString(tier.number()), number, below));
        }
      }
      int intensive = Objects.requireNonNull(tiers.get(Tier.INTENSIVE));
      if (numbering.alert() != intensive && !numbering.isMoreUrgent(numbering.alert(), intensive)) {
        found.add(fault(places, numbering, "alert", numbering.alert(), intensive));
      }
    });
    return found;
  }

  private static Diagnostic fault(
      Places places, Numbering numbering, String key, int number, int below) {
    return error(
            "policy.numbering-direction",
            places.of(numbering, key),
            "level %d is less urgent than level %d, by '%s'",
            number,
            below,
            numbering.direction().word())
        .hint("turn the numbers round, or the direction");
  }
}
