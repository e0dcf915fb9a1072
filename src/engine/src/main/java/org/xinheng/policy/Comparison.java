package org.xinheng.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier campaign that a campaign is compared with.
 *
 * @param campaign its file, as a path relative to the campaign file
 * @param precision how exactly scales measure; a scale that is not named is not compared
 */
public record Comparison(String campaign, Map<ScaleReference, Precision> precision) {

  public Comparison {
    precision = Collections.unmodifiableMap(new LinkedHashMap<>(precision));
  }

  /** How exactly a scale measures, if it is named. */
  public Optional<Precision> of(ScaleReference scale) {
    return Optional.ofNullable(precision.get(scale));
  }
}
