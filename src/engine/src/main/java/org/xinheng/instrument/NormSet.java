package org.xinheng.instrument;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Norms of one questionnaire by group, and the standard scores that are taken from them.
 *
 * @param id its name in tables
 * @param version of the norm set
 * @param questionnaire the questionnaire it belongs to
 * @param name what people read
 * @param sample who was measured, where and when
 * @param audience students who may be compared with the sample; nobody else has a group
 * @param gives the standard scores, each with its rounding; classes are whole
 * @param percentileByNormal whether a percentile may be taken from z, as if scores were distributed normally
 * @param normalised whether z, T and IQ may be taken from a percentile, through the quantile of the normal curve
 * @param groups in the order in which they are tried; the first that fits a student and knows the scale is used
 * @param source where it comes from
 * @param verification how well it is verified
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record NormSet(
    String id,
    String version,
    String questionnaire,
    Text name,
    Text sample,
    Audience audience,
    Map<StandardScore, Rounding> gives,
    boolean percentileByNormal,
    boolean normalised,
    List<Group> groups,
    Source source,
    Verification verification,
    String hash) {

  public NormSet {
    Map<StandardScore, Rounding> ordered = new EnumMap<>(StandardScore.class);
    ordered.putAll(gives);
    gives = Collections.unmodifiableMap(ordered);
    groups = List.copyOf(groups);
  }

  /**
   * Students who are compared with each other.
   *
   * @param id its name in tables
   * @param audience who they are
   * @param scales norms by scale id
   */
  public record Group(String id, Audience audience, Map<String, Norm> scales) {

    public Group {
      scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
    }
  }

  /** Whether this set gives the score and can take it from the norm. */
  public boolean isGiven(StandardScore score, Norm norm) {
    return gives.containsKey(score) && canBeTaken(score, norm.basis());
  }

  /** Whether any group has a norm of the scale from which the score is given. */
  public boolean isGiven(StandardScore score, String scale) {
    return groups.stream()
        .flatMap(group -> group.scales().entrySet().stream())
        .anyMatch(norm -> norm.getKey().equals(scale) && isGiven(score, norm.getValue()));
  }

  /** Whether a score that can be taken from the basis goes through the normal curve. */
  public static boolean isThroughNormal(StandardScore score, StandardScore basis) {
    return (score == StandardScore.PERCENTILE && basis.isLinear())
        || (score.isLinear() && basis == StandardScore.PERCENTILE);
  }

  private boolean canBeTaken(StandardScore score, StandardScore basis) {
    if (score == basis) {
      return true;
    }
    if (basis.isLinear()) {
      return score != StandardScore.PERCENTILE || percentileByNormal;
    }
    return basis == StandardScore.PERCENTILE && (score.isClass() || normalised);
  }
}
