package org.xinheng.validation.norming;

/**
 * How continuous norms are made.
 *
 * @param powersOfLocation the highest power of the location (the normal score within an age group), 1 to 6
 * @param powersOfAge the highest power of age, 1 to 4
 * @param mostTerms the most terms that a model may have
 * @param wantedR2 a model that explains so much of the raw scores is good enough
 * @param reach how many standard deviations to both sides norms reach
 * @param leastPeople the fewest people that an age group may have
 * @param band the width of an age group; 0 for one group a value, or, with many values, groups of about 100 people
 */
public record NormingOptions(
    int powersOfLocation,
    int powersOfAge,
    int mostTerms,
    double wantedR2,
    double reach,
    int leastPeople,
    double band) {

  public NormingOptions {
    within("powersOfLocation", powersOfLocation, 1, 6);
    within("powersOfAge", powersOfAge, 1, 4);
    within("mostTerms", mostTerms, 1, 20);
    within("wantedR2", wantedR2, 0, 1);
    within("reach", reach, 0.5, 4);
    within("leastPeople", leastPeople, 2, 1_000_000);
    within("band", band, 0, 1_000_000);
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s]: %s".formatted(name, least, most, value));
    }
  }

  /** Powers up to 4 and 3, at most ten terms, R² of 0.99, three standard deviations, thirty people. */
  public static NormingOptions defaults() {
    return new NormingOptions(4, 3, 10, 0.99, 3, 30, 0);
  }

  public NormingOptions withPowers(int ofLocation, int ofAge) {
    return new NormingOptions(ofLocation, ofAge, mostTerms, wantedR2, reach, leastPeople, band);
  }

  public NormingOptions withWantedR2(double value) {
    return new NormingOptions(
        powersOfLocation, powersOfAge, mostTerms, value, reach, leastPeople, band);
  }

  public NormingOptions withLeastPeople(int value) {
    return new NormingOptions(
        powersOfLocation, powersOfAge, mostTerms, wantedR2, reach, value, band);
  }

  public NormingOptions withBand(double value) {
    return new NormingOptions(
        powersOfLocation, powersOfAge, mostTerms, wantedR2, reach, leastPeople, value);
  }
}
