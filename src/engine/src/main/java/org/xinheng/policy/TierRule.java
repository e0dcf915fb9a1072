package org.xinheng.policy;

import java.util.Optional;
import org.xinheng.instrument.Text;

/**
 * One rule of a policy.
 *
 * @param id its name in tables
 * @param when the condition
 * @param tier the tier it gives; empty for "no tier"
 * @param provisional whether the tier waits for a person, or is only a lower bound
 * @param reason what people read
 */
public record TierRule(
    String id, Condition when, Optional<Tier> tier, boolean provisional, Text reason) {

  /** 0 for no tier, else the tier's number. */
  public int severity() {
    return tier.map(Tier::number).orElse(0);
  }
}
