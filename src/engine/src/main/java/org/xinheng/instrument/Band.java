package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One severity class of a score. It ends where the next begins, so that no value lies between two bands.
 *
 * @param id its name in tables
 * @param from the lower edge, included
 * @param level 0 none, 1 raised, 2 high, 3 very high: what tier rules read
 * @param label what people read
 * @param source the id of the source of this edge, where it is not that of the set
 * @param verification how well this edge is verified, where it is not as the set
 */
public record Band(
    String id,
    BigDecimal from,
    int level,
    Text label,
    Optional<String> source,
    Optional<Verification> verification) {

  /** A band whose edge has the source and the verification of its set. */
  public Band(String id, BigDecimal from, int level, Text label) {
    this(id, from, level, label, Optional.empty(), Optional.empty());
  }
}
