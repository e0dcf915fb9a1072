package org.xinheng.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Licence;

/**
 * What a battery asks of those who answer it, and of the school that gives it. All of it follows from the questionnaires.
 *
 * @param minutes how long all questionnaires take together
 * @param items how many questions are read, and text that is only shown
 * @param readingAge the highest age, in years, that the wording of one of them is stated to need; empty if none states it
 * @param toObtain ids of the questionnaires whose wording may not be passed on freely, so that the school needs a copy of
 *     its own, in the order of the battery
 */
public record BatteryLoad(
    int minutes, int items, Optional<Integer> readingAge, List<String> toObtain) {

  public BatteryLoad {
    toObtain = List.copyOf(toObtain);
  }

  /** The load of questionnaires that are given together. */
  public static BatteryLoad of(List<Instrument> questionnaires) {
    return new BatteryLoad(
        questionnaires.stream().mapToInt(each -> each.about().minutes()).sum(),
        questionnaires.stream().mapToInt(each -> each.items().size()).sum(),
        questionnaires.stream()
            .flatMap(each -> each.about().readingAge().stream())
            .max(Comparator.naturalOrder()),
        questionnaires.stream()
            .filter(each -> each.about().licence().wording() != Licence.Wording.REDISTRIBUTABLE)
            .map(Instrument::id)
            .toList());
  }

  /** Whether all of it may be passed on, so that the battery can be given as it is. */
  public boolean isCore() {
    return toObtain.isEmpty();
  }
}
