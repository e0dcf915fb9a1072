package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.TierPolicy;

/**
 * Somebody reports what raises an alert without any score. It holds until a named person has cleared it.
 *
 * @param trigger the code of what is reported, from the policy
 * @param on when it was reported
 * @param source who reports
 * @param cleared when it was cleared, if it was
 */
public record Concern(
    String trigger, LocalDate on, EvidenceSource source, Optional<LocalDate> cleared) {

  /** The alert that it raises while it is open. A code that the policy does not know is not lost: somebody acts today. */
  public Alert alert(TierPolicy policy) {
    if (cleared.isPresent()) {
      return Alert.NONE;
    }
    return policy.trigger(trigger).map(known -> known.alert()).orElse(Alert.SAME_DAY);
  }
}
