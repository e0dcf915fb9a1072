package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.ValidityIndex;

/**
 * The scores of a table of answers, row for row. Scales and classifications are named by id or by their position in the
 * definition; one that the questionnaire does not have is an {@link IllegalArgumentException}.
 */
public final class ScoreTable {

  static final int NO_BAND = -1;
  private static final int NO_GROUP = -1;
  private static final int NORMED = -1;

  private static final State[] STATES = State.values();
  private static final Validity[] VALIDITIES = Validity.values();
  private static final NotNormedReason[] NOT_NORMED = NotNormedReason.values();
  private static final NotClassifiedReason[] REASONS = NotClassifiedReason.values();

  /** What became of one scale in one row. */
  enum State {
    SCORED(null),
    PRORATED(null),
    NOTHING_ANSWERED(NotScoredReason.NOTHING_ANSWERED),
    TOO_MANY_MISSING(NotScoredReason.TOO_MANY_MISSING),
    UNDECLARED_ANSWER(NotScoredReason.UNDECLARED_ANSWER),
    NOT_APPLICABLE_ITEM(NotScoredReason.NOT_APPLICABLE_ITEM),
    NO_ESTIMATE(NotScoredReason.NO_ESTIMATE),
    PART_NOT_SCORED(NotScoredReason.PART_NOT_SCORED),
    TOO_FEW_ANSWERS(NotScoredReason.TOO_FEW_ANSWERS),
    DIVIDED_BY_ZERO(NotScoredReason.DIVIDED_BY_ZERO),
    NOT_IN_TABLE(NotScoredReason.NOT_IN_TABLE);

    private final @Nullable NotScoredReason reason;

    State(@Nullable NotScoredReason reason) {
      this.reason = reason;
    }

    boolean isScored() {
      return reason == null;
    }
  }

  private final ScoringPlan plan;
  private final Instrument instrument;
  private final int rows;
  private final double[][] values;
  private final short[][] bands;
  private final short[][] answered;
  private final byte[][] states;
  private final double[][] standardErrors;

  /** By scale, the scores in the order of {@link ScoringPlan#standardScores}. */
  private final double[][][] standards;

  private final List<List<StandardScore>> given;
  private final short[][] normGroups;
  private final byte[][] notNormed;
  private final int[][] possible;
  private final byte[][] reasons;
  private final int[] fired;
  private final int[] notKnown;
  private final byte[] validity;
  private final int[] validityMet;

  ScoreTable(ScoringPlan plan, int rows) {
    this(plan, rows, 0, plan.instrument().scales().size());
  }

  /** A table that has the columns of one scale alone. */
  static ScoreTable ofScale(ScoringPlan plan, int scale, int rows) {
    return new ScoreTable(plan, rows, scale, scale + 1);
  }

  /**
   * @param firstScale the first that has columns
   * @param scalesEnd behind the last
   */
  private ScoreTable(ScoringPlan plan, int rows, int firstScale, int scalesEnd) {
    this.plan = plan;
    this.instrument = plan.instrument();
    this.rows = rows;
    int scales = instrument.scales().size();
    values = new double[scales][];
    bands = new short[scales][];
    answered = new short[scales][];
    states = new byte[scales][];
    standardErrors = new double[scales][];
    given = plan.standardScores();
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

  public ScoringPlan plan() {
    return plan;
  }

  public int rows() {
    return rows;
  }

  /** The score, or why there is none. */
  public ScaleScore score(int row, String scale) {
    return score(row, scaleIndex(scale));
  }

  /** The score, or why there is none. */
  public ScaleScore score(int row, int scale) {
    State state = STATES[states[scale][row]];
    @Nullable NotScoredReason reason = state.reason;
    return reason == null
        ? new ScaleScore.Scored(values[scale][row], answered[scale][row], state == State.PRORATED)
        : new ScaleScore.NotScored(reason, answered[scale][row]);
  }

  /** Whether a scale has a score. */
  public boolean isScored(int row, int scale) {
    return STATES[states[scale][row]].isScored();
  }

  /** The value alone; empty if there is no score. */
  public OptionalDouble value(int row, String scale) {
    return value(row, scaleIndex(scale));
  }

  /** The value alone; empty if there is no score. */
  public OptionalDouble value(int row, int scale) {
    return optional(values[scale][row]);
  }

  /** The band; empty if there is no score, or no bands, or bands on a standard score that the student does not have. */
  public Optional<Band> band(int row, String scale) {
    return band(row, scaleIndex(scale));
  }

  /** The band; empty if there is no score, or no bands, or bands on a standard score that the student does not have. */
  public Optional<Band> band(int row, int scale) {
    int band = bands[scale][row];
    return band == NO_BAND ? Optional.empty() : Optional.of(plan.bands(scale).get(band));
  }

  /** The set that the band is of: the first of the scale that is for this student. */
  public Optional<Bands> bandSet(int row, int scale) {
    // Bands are numbered through all sets of a scale.
    int band = bands[scale][row];
    int last = 0;
    for (Bands set : instrument.scales().get(scale).bandSets()) {
      last += set.bands().size();
      if (band != NO_BAND && band < last) {
        return Optional.of(set);
      }
    }
    return Optional.empty();
  }

  /**
   * The standard error of the value, in its unit and with its decimals; empty if there is no score, or the scale is not
   * estimated by a model of item response theory.
   */
  public OptionalDouble standardError(int row, String scale) {
    return standardError(row, scaleIndex(scale));
  }

  /** The standard error of the value, in its unit and with its decimals; empty as above. */
  public OptionalDouble standardError(int row, int scale) {
    double[] column = standardErrors[scale];
    return column.length == 0 ? OptionalDouble.empty() : optional(column[row]);
  }

  /** A standard score; empty if the plan has no norms that give it, or the row is not normed. */
  public OptionalDouble standard(int row, String scale, StandardScore score) {
    return standard(row, scaleIndex(scale), score);
  }

  /** A standard score; empty if the plan has no norms that give it, or the row is not normed. */
  public OptionalDouble standard(int row, int scale, StandardScore score) {
    int column = given.get(scale).indexOf(score);
    return column < 0 ? OptionalDouble.empty() : optional(standards[scale][column][row]);
  }

  /** The T score, as {@link #standard} gives it. */
  public OptionalDouble t(int row, String scale) {
    return standard(row, scale, StandardScore.T);
  }

  /** The norm group that fits the student, also where its table does not hold the score; empty if none fits. */
  public Optional<NormSet.Group> normGroup(int row, int scale) {
    if (given.get(scale).isEmpty() || normGroups[scale][row] == NO_GROUP) {
      return Optional.empty();
    }
    return plan.norms().map(set -> set.groups().get(normGroups[scale][row]));
  }

  /** Why the scale has no standard score in a row; empty if it has one, or the plan has no norms for it. */
  public Optional<NotNormedReason> notNormed(int row, int scale) {
    return given.get(scale).isEmpty() || notNormed[scale][row] == NORMED
        ? Optional.empty()
        : Optional.of(NOT_NORMED[notNormed[scale][row]]);
  }

  /** What a classification says, or why it says nothing. */
  public ClassificationResult classification(int row, String classification) {
    return classification(
        row,
        indexOf(
            classification, instrument.classifications(), Classification::id, "classification"));
  }

  /** What a classification says, or why it says nothing. */
  public ClassificationResult classification(int row, int classification) {
    List<Classification.Outcome> left = chosen(
        instrument.classifications().get(classification).outcomes(), possible[classification][row]);
    return left.size() == 1
        ? new ClassificationResult.Classified(left.get(0))
        : new ClassificationResult.NotClassified(REASONS[reasons[classification][row]], left);
  }

  /** The outcome of a classification; empty if none is certain. */
  public Optional<Classification.Outcome> outcome(int row, String classification) {
    return classification(row, classification) instanceof ClassificationResult.Classified classified
        ? Optional.of(classified.outcome())
        : Optional.empty();
  }

  /**
   * The level of the band of a scale or of the outcome of a classification; empty if there is none.
   *
   * @param id of a scale or a classification, which share their names
   */
  public Optional<Integer> level(int row, String id) {
    return instrument.classification(id).isEmpty()
        ? band(row, id).map(Band::level)
        : outcome(row, id).map(Classification.Outcome::level);
  }

  /**
   * Whether a scale has a score, or a classification an outcome.
   *
   * @param id of a scale or a classification
   */
  public boolean isScored(int row, String id) {
    return instrument.classification(id).isEmpty()
        ? score(row, id) instanceof ScaleScore.Scored
        : outcome(row, id).isPresent();
  }

  /** The critical items that fired. */
  public List<CriticalItem> fired(int row) {
    return chosen(instrument.critical(), fired[row]);
  }

  /** The critical items of which nothing is known because they were not answered. */
  public List<CriticalItem> notKnown(int row) {
    return chosen(instrument.critical(), notKnown[row]);
  }

  /**
   * The most urgent alert of the row. {@link Alert#UNKNOWN} if none is raised, but a critical item that could raise
   * one was not answered.
   */
  public Alert alert(int row) {
    Alert alert = notKnown(row).stream().anyMatch(item -> item.alert().isRaised())
        ? Alert.UNKNOWN
        : Alert.NONE;
    for (CriticalItem item : fired(row)) {
      alert = alert.orWorse(item.alert());
    }
    return alert;
  }

  public Validity validity(int row) {
    return VALIDITIES[validity[row]];
  }

  /** The validity indices that are met. */
  public List<ValidityIndex> validityMet(int row) {
    return chosen(instrument.validity(), validityMet[row]);
  }

  private int scaleIndex(String scale) {
    return indexOf(scale, instrument.scales(), Scale::id, "scale");
  }

  private <T> int indexOf(String id, List<T> parts, Function<T, String> idOf, String what) {
    for (int i = 0; i < parts.size(); i++) {
      if (idOf.apply(parts.get(i)).equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "'" + instrument.id() + "' has no " + what + " '" + id + "'");
  }

  private static OptionalDouble optional(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static <T> List<T> chosen(List<T> all, int bits) {
    List<T> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if ((bits & 1 << i) != 0) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  // Read and written by the steps of the plan, each row by one thread.

  /** The number of the band through all sets of the scale, or {@link #NO_BAND}. */
  int bandNumber(int scale, int row) {
    return bands[scale][row];
  }

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
