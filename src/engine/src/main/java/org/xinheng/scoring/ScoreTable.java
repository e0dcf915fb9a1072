package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.ValidityIndex;

/**
 * The scores of a table of answers, row for row. Scales and classifications are named by id or by their position in the
 * definition; one that the questionnaire does not have is an {@link IllegalArgumentException}.
 */
public abstract sealed class ScoreTable permits StoredScores, NumberedScores {

  static final int NO_BAND = -1;
  static final int NO_GROUP = -1;
  static final int NORMED = -1;

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
  private final List<List<StandardScore>> given;

  ScoreTable(ScoringPlan plan, int rows) {
    this.plan = plan;
    this.instrument = plan.instrument();
    this.rows = rows;
    this.given = plan.standardScores();
  }

  /** The scores that hold what a scale came to in a row: it stands there in the row {@link #rowIn(int, int)}. */
  abstract StoredScores scores(int row, int scale);

  abstract int rowIn(int row, int scale);

  /** The scores that hold all of a row that is not of one scale: it stands there in the row {@link #rowIn(int)}. */
  abstract StoredScores scores(int row);

  abstract int rowIn(int row);

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
    StoredScores scores = scores(row, scale);
    int in = rowIn(row, scale);
    State state = STATES[scores.states[scale][in]];
    int answered = scores.answered[scale][in];
    @Nullable NotScoredReason reason = state.reason;
    return reason == null
        ? new ScaleScore.Scored(scores.values[scale][in], answered, state == State.PRORATED)
        : new ScaleScore.NotScored(reason, answered);
  }

  /** Whether a scale has a score. */
  public boolean isScored(int row, int scale) {
    return STATES[scores(row, scale).states[scale][rowIn(row, scale)]].isScored();
  }

  /** The value alone; empty if there is no score. */
  public OptionalDouble value(int row, String scale) {
    return value(row, scaleIndex(scale));
  }

  /** The value alone; empty if there is no score. */
  public OptionalDouble value(int row, int scale) {
    return optional(scores(row, scale).values[scale][rowIn(row, scale)]);
  }

  /** The band; empty if there is no score, or no bands, or bands on a standard score that the student does not have. */
  public Optional<Band> band(int row, String scale) {
    return band(row, scaleIndex(scale));
  }

  /** The band; empty if there is no score, or no bands, or bands on a standard score that the student does not have. */
  public Optional<Band> band(int row, int scale) {
    int band = bandNumber(scale, row);
    return band == NO_BAND ? Optional.empty() : Optional.of(plan.bands(scale).get(band));
  }

  /** The set that the band is of: the first of the scale that is for this student. */
  public Optional<Bands> bandSet(int row, int scale) {
    // Bands are numbered through all sets of a scale.
    int band = bandNumber(scale, row);
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
    double[] column = scores(row, scale).standardErrors[scale];
    return column.length == 0 ? OptionalDouble.empty() : optional(column[rowIn(row, scale)]);
  }

  /** A standard score; empty if the plan has no norms that give it, or the row is not normed. */
  public OptionalDouble standard(int row, String scale, StandardScore score) {
    return standard(row, scaleIndex(scale), score);
  }

  /** A standard score; empty if the plan has no norms that give it, or the row is not normed. */
  public OptionalDouble standard(int row, int scale, StandardScore score) {
    int column = given.get(scale).indexOf(score);
    return column < 0
        ? OptionalDouble.empty()
        : optional(scores(row, scale).standards[scale][column][rowIn(row, scale)]);
  }

  /** The T score, as {@link #standard} gives it. */
  public OptionalDouble t(int row, String scale) {
    return standard(row, scale, StandardScore.T);
  }

  /** The norm group that fits the student, also where its table does not hold the score; empty if none fits. */
  public Optional<NormSet.Group> normGroup(int row, int scale) {
    if (given.get(scale).isEmpty()) {
      return Optional.empty();
    }
    int group = scores(row, scale).normGroups[scale][rowIn(row, scale)];
    return plan.norms().filter(set -> group != NO_GROUP).map(set -> set.groups().get(group));
  }

  /** Why the scale has no standard score in a row; empty if it has one, or the plan has no norms for it. */
  public Optional<NotNormedReason> notNormed(int row, int scale) {
    if (given.get(scale).isEmpty()) {
      return Optional.empty();
    }
    int reason = scores(row, scale).notNormed[scale][rowIn(row, scale)];
    return reason == NORMED ? Optional.empty() : Optional.of(NOT_NORMED[reason]);
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
        instrument.classifications().get(classification).outcomes(),
        scores(row).possible[classification][rowIn(row)]);
    return left.size() == 1
        ? new ClassificationResult.Classified(left.get(0))
        : new ClassificationResult.NotClassified(
            REASONS[scores(row).reasons[classification][rowIn(row)]], left);
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
    return chosen(instrument.critical(), scores(row).fired[rowIn(row)]);
  }

  /** The critical items of which nothing is known because they were not answered. */
  public List<CriticalItem> notKnown(int row) {
    return chosen(instrument.critical(), scores(row).notKnown[rowIn(row)]);
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
    return VALIDITIES[scores(row).validity[rowIn(row)]];
  }

  /** The validity indices that are met. */
  public List<ValidityIndex> validityMet(int row) {
    return chosen(instrument.validity(), scores(row).validityMet[rowIn(row)]);
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

  /**
   * The values of a scale as a column.
   *
   * @return by row; {@link Double#NaN} where there is no score
   */
  public double[] values(String scale) {
    int of = scaleIndex(scale);
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = scores(row, of).values[of][rowIn(row, of)];
    }
    return values;
  }

  /**
   * A standard score of a scale as a column.
   *
   * @return by row; {@link Double#NaN} where there is none
   */
  public double[] standards(String scale, StandardScore score) {
    int of = scaleIndex(scale);
    int column = given.get(of).indexOf(score);
    double[] standards = new double[rows];
    for (int row = 0; row < rows; row++) {
      standards[row] =
          column < 0 ? Double.NaN : scores(row, of).standards[of][column][rowIn(row, of)];
    }
    return standards;
  }

  /**
   * The levels of the bands of a scale, or of the outcomes of a classification, as a column.
   *
   * @param id of a scale or a classification
   * @return by row; -1 where there is none
   */
  public byte[] levels(String id) {
    byte[] levels = new byte[rows];
    if (instrument.classification(id).isPresent()) {
      for (int row = 0; row < rows; row++) {
        levels[row] = level(row, id).orElse(-1).byteValue();
      }
      return levels;
    }
    int of = scaleIndex(id);
    List<Band> bands = plan.bands(of);
    for (int row = 0; row < rows; row++) {
      int band = bandNumber(of, row);
      levels[row] = (byte) (band == NO_BAND ? -1 : bands.get(band).level());
    }
    return levels;
  }

  /**
   * A number of each row, added up of what measures see of single scales in it. Each is asked as few rows as possible.
   *
   * @param ofScales by position of the scale; each reads nothing but its scale
   */
  public RowNumbers numbers(Map<Integer, ScoreMeasure> ofScales) {
    return (from, to, sums) ->
        ofScales.values().forEach(measure -> numbers(measure).addTo(from, to, sums));
  }

  /**
   * The same of what a measure sees of critical items, classifications and validity.
   *
   * @param ofRow reads nothing of single scales
   */
  public RowNumbers numbers(ScoreMeasure ofRow) {
    return (from, to, sums) -> {
      for (int row = from; row < to; row++) {
        sums[row - from] += ofRow.of(this, row);
      }
    };
  }

  /** The number of the band through all sets of the scale, or {@link #NO_BAND}. */
  final int bandNumber(int scale, int row) {
    return scores(row, scale).bands[scale][rowIn(row, scale)];
  }
}
