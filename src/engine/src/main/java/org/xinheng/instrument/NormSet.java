package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Norms of one questionnaire: mean and standard deviation of its scales by group, from which a T score
 * {@code 50 + 10 (score − mean) / sd} is taken.
 *
 * @param id its name in tables
 * @param version of the norm set
 * @param questionnaire the questionnaire it belongs to
 * @param name what people read
 * @param sample who was measured, where and when
 * @param rounding of the T score
 * @param groups in the order in which they are tried; the first that fits a student is used
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
    Rounding rounding,
    List<Group> groups,
    Source source,
    Verification verification,
    String hash) {

  public NormSet {
    groups = List.copyOf(groups);
  }

  /**
   * Students who are compared with each other.
   *
   * @param id its name in tables
   * @param audience who they are
   * @param scales mean and standard deviation by scale id
   */
  public record Group(String id, Audience audience, Map<String, MeanAndSd> scales) {

    public Group {
      scales = Map.copyOf(scales);
    }
  }

  /** Mean and standard deviation; {@code sd} is above 0. */
  public record MeanAndSd(BigDecimal mean, BigDecimal sd) {}
}
