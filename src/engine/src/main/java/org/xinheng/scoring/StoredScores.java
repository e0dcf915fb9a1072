package org.xinheng.scoring;

import java.util.Arrays;
import java.util.List;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.StandardScore;

/** Scores of which every row stands for itself, as the steps of a plan write them. */
final class StoredScores extends ScoreTable {

  final double[][] values;
  final short[][] bands;
  final short[][] answered;
  final byte[][] states;
  final double[][] standardErrors;

  /** By scale, the scores in the order of {@link ScoringPlan#standardScores}. */
  final double[][][] standards;

  final short[][] normGroups;
  final byte[][] notNormed;
  final int[][] possible;
  final byte[][] reasons;
  final int[] fired;
  final int[] notKnown;
  final byte[] validity;
  final int[] validityMet;

  StoredScores(ScoringPlan plan, int rows) {
    this(plan, rows, 0, plan.instrument().scales().size());
  }

  /** A table that has the columns of one scale alone. */
  static StoredScores ofScale(ScoringPlan plan, int scale, int rows) {
    return new StoredScores(plan, rows, scale, scale + 1);
  }

  /**
   * @param firstScale the first that has columns
   * @param scalesEnd behind the last
   */
  private StoredScores(ScoringPlan plan, int rows, int firstScale, int scalesEnd) {
    super(plan, rows);
    Instrument instrument = plan.instrument();
    List<List<StandardScore>> given = plan.standardScores();
    int scales = instrument.scales().size();
    values = new double[scales][];
    bands = new short[scales][];
    answered = new short[scales][];
    states = new byte[scales][];
    standardErrors = new double[scales][];
    standards = new double[scales][][];
    normGroups = new short[scales][];
    notNormed = new byte[scales][];
    for (int scale = 0; scale < scales; scale++) {
      boolean isModelled = instrument.scales().get(scale).keying() instanceof Keying.OfModel;
      int ofScale = firstScale <= scale && scale < scalesEnd ? rows : 0;
      values[scale] = filled(new double[ofScale]);
      bands[scale] = filled(new short[ofScale], NO_BAND);
      answered[scale] = new short[ofScale];
      states[scale] = new byte[ofScale];
      standardErrors[scale] = filled(new double[isModelled ? ofScale : 0]);
      int normed = given.get(scale).isEmpty() ? 0 : ofScale;
      standards[scale] = new double[given.get(scale).size()][normed];
      for (double[] column : standards[scale]) {
        filled(column);
      }
      normGroups[scale] = filled(new short[normed], NO_GROUP);
      notNormed[scale] = new byte[normed];
      Arrays.fill(notNormed[scale], (byte) NotNormedReason.NOT_SCORED.ordinal());
    }
    possible = new int[instrument.classifications().size()][rows];
    reasons = new byte[possible.length][rows];
    fired = new int[rows];
    notKnown = new int[rows];
    validity = new byte[rows];
    validityMet = new int[rows];
  }

  private static double[] filled(double[] column) {
    Arrays.fill(column, Double.NaN);
    return column;
  }

  private static short[] filled(short[] column, int with) {
    Arrays.fill(column, (short) with);
    return column;
  }

  @Override
  StoredScores scores(int row, int scale) {
    return this;
  }

  @Override
  int rowIn(int row, int scale) {
    return row;
  }

  @Override
  StoredScores scores(int row) {
    return this;
  }

  @Override
  int rowIn(int row) {
    return row;
  }

  // Written by the steps of the plan, each row by one thread.

  void setValue(int scale, int row, double value) {
    values[scale][row] = value;
  }

  void setBand(int scale, int row, int band) {
    bands[scale][row] = (short) band;
  }

  void setAnswered(int scale, int row, int count) {
    answered[scale][row] = (short) count;
  }

  void setState(int scale, int row, State state) {
    states[scale][row] = (byte) state.ordinal();
  }

  void setStandardError(int scale, int row, double standardError) {
    standardErrors[scale][row] = standardError;
  }

  void setStandard(int scale, int column, int row, double standard) {
    standards[scale][column][row] = standard;
  }

  void setNormGroup(int scale, int row, int group) {
    normGroups[scale][row] = (short) group;
  }

  void setNormed(int scale, int row) {
    notNormed[scale][row] = NORMED;
  }

  void setNotNormed(int scale, int row, NotNormedReason reason) {
    notNormed[scale][row] = (byte) reason.ordinal();
  }

  void setPossible(int classification, int row, int outcomes) {
    possible[classification][row] = outcomes;
  }

  void setReason(int classification, int row, NotClassifiedReason reason) {
    reasons[classification][row] = (byte) reason.ordinal();
  }

  void setFired(int row, int criticalItem) {
    fired[row] |= 1 << criticalItem;
  }

  void setNotKnown(int row, int criticalItem) {
    notKnown[row] |= 1 << criticalItem;
  }

  void setValidity(int row, Validity verdict) {
    validity[row] = (byte) verdict.ordinal();
  }

  void setValidityMet(int row, int index) {
    validityMet[row] |= 1 << index;
  }
}
