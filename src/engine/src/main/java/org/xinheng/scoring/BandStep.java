package org.xinheng.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;

/** One set of bands of a scale, by lower edge, exact. */
final class BandStep {

  private final Bands.Stage stage;
  private final Audience audience;
  private final int first;
  private final long[] edgeNums;
  private final long[] edgeDens;

  private BandStep(Bands bands, int first) {
    List<Band> list = bands.bands();
    this.stage = bands.stage();
    this.audience = bands.audience();
    this.first = first;
    edgeNums = list.stream().mapToLong(band -> Fraction.numerator(band.from())).toArray();
    edgeDens =
        list.stream().mapToLong(band -> Fraction.denominator(band.from())).toArray();
  }

  /** The sets of a system of a scale in order; bands are numbered through all sets of all systems. */
  static List<BandStep> of(Scale scale, String system) {
    List<BandStep> steps = new ArrayList<>();
    int first = 0;
    for (Bands bands : scale.bandSets()) {
      if (bands.system().equals(system)) {
        steps.add(new BandStep(bands, first));
      }
      first += bands.bands().size();
    }
    return List.copyOf(steps);
  }

  boolean isOf(Bands.Stage of) {
    return stage == of;
  }

  boolean isOf(StandardScore score) {
    return stage.standard().filter(score::equals).isPresent();
  }

  boolean isForEverybody() {
    return audience.isEverybody();
  }

  boolean isFor(ResponseTable table, int row) {
    return table.isFor(row, audience);
  }

  BigInteger largestEdge() {
    BigInteger largest = BigInteger.ONE;
    for (int i = 0; i < edgeNums.length; i++) {
      largest =
          largest.max(BigInteger.valueOf(edgeNums[i]).abs()).max(BigInteger.valueOf(edgeDens[i]));
    }
    return largest;
  }

  /** The band of {@code num / den}; a value below the first edge, which no checked scale has, is in none. */
  int bandOf(long num, long den) {
    int band = ScoreTable.NO_BAND;
    for (int i = 0; i < edgeNums.length && num * edgeDens[i] >= edgeNums[i] * den; i++) {
      band = first + i;
    }
    return band;
  }

  /** The band of {@code √(num / den)}, by comparing squares. */
  int bandOfRoot(long num, long den) {
    int band = ScoreTable.NO_BAND;
    for (int i = 0; i < edgeNums.length && isRootAtOrAbove(i, num, den); i++) {
      band = first + i;
    }
    return band;
  }

  private boolean isRootAtOrAbove(int edge, long num, long den) {
    return edgeNums[edge] <= 0
        || num * edgeDens[edge] * edgeDens[edge] >= edgeNums[edge] * edgeNums[edge] * den;
  }
}
