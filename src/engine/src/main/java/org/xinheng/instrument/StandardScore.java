package org.xinheng.instrument;

/**
 * A score that says where a student stands among others. T, z and IQ are lines over the z score {@code z = (x − mean) /
 * sd}; sten and stanine are its classes of half a standard deviation, open at both ends; a percentile is the share of
 * the norm group at or below the score.
 */
public enum StandardScore {
  /** {@code 50 + 10 z}. */
  T("t", new Text("T", "T 分"), 50, 10),
  Z("z", new Text("z", "Z 分"), 0, 1),
  /** Above 0 and below 100, also when it is rounded. */
  PERCENTILE("percentile", new Text("percentile", "百分等级"), 0, 0),
  /** {@code 5.5 + 2 z} to the nearest whole number, from 1 to 10. */
  STEN("sten", new Text("sten", "标准十分"), 5.5, 2, 1, 10),
  /** {@code 5 + 2 z} to the nearest whole number, from 1 to 9. */
  STANINE("stanine", new Text("stanine", "标准九分"), 5, 2, 1, 9),
  /** {@code 100 + 15 z}. */
  IQ("iq", new Text("IQ-type", "离差智商分"), 100, 15);

  private final String word;
  private final Text text;
  private final double mean;
  private final int sd;
  private final int lowest;
  private final int highest;

  StandardScore(String word, Text text, double mean, int sd) {
    this(word, text, mean, sd, 0, 0);
  }

  StandardScore(String word, Text text, double mean, int sd, int lowest, int highest) {
    this.word = word;
    this.text = text;
    this.mean = mean;
    this.sd = sd;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The word used in definitions and columns. */
  public String word() {
    return word;
  }

  /** What people read before the number. */
  public Text text() {
    return text;
  }

  /** Whether it is a line over z, without an end. */
  public boolean isLinear() {
    return this == Z || this == T || this == IQ;
  }

  /** Whether it is one of a few classes, whose first and last are open. */
  public boolean isClass() {
    return highest > 0;
  }

  /** Where {@code z = 0} lies; a multiple of one half. Not for percentiles. */
  public double mean() {
    return mean;
  }

  /** How much one more in z is. Not for percentiles. */
  public int sd() {
    return sd;
  }

  /** The first class. */
  public int lowestClass() {
    return lowest;
  }

  /** The last class. */
  public int highestClass() {
    return highest;
  }
}
