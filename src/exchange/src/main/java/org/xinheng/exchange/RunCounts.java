package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ClassificationResult;
import org.xinheng.scoring.NotClassifiedReason;
import org.xinheng.scoring.NotNormedReason;
import org.xinheng.scoring.NotScoredReason;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Summary;

/**
 * What a run counted. Counts of words are in the order in which the words are declared; words that did not occur are
 * left out, except alerts.
 *
 * @param read rows with text in them, the header not counted
 * @param written rows of the output
 * @param withFaults rows with at least one fault
 * @param blankSkipped rows without any text
 * @param faults by word of {@link RowFault.Kind}
 * @param notScored by scale, such as {@code phq-9.total}, and word of {@link NotScoredReason}; by classification and
 *     word of {@link NotClassifiedReason}
 * @param notNormed by scale with norms and word of {@link NotNormedReason}; without a score is not counted
 * @param alerts by questionnaire and word of {@link Alert}
 * @param tiers by word of {@link Summary.Cell}; empty if there are no tiers
 */
public record RunCounts(
    long read,
    long written,
    long withFaults,
    long blankSkipped,
    Map<String, Long> faults,
    Map<String, Map<String, Long>> notScored,
    Map<String, Map<String, Long>> notNormed,
    Map<String, Map<String, Long>> alerts,
    Map<String, Long> tiers) {

  public RunCounts {
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    notScored = Collections.unmodifiableMap(new LinkedHashMap<>(notScored));
    notNormed = Collections.unmodifiableMap(new LinkedHashMap<>(notNormed));
    alerts = Collections.unmodifiableMap(new LinkedHashMap<>(alerts));
    tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
  }

  // What is missing of a scale: nothing, or the ordinal of a reason beyond one of these.
  static final byte NOTHING_MISSING = 0;
  private static final byte NOT_SCORED = 1;
  private static final byte NOT_NORMED = 64;

  /** In place of a reason why there is no classification. */
  private static final int CLASSIFIED = -1;

  /** Why a scale has no score in a row, or no standard score, as one number. */
  static byte missing(ScoreTable scores, int row, int scale) {
    if (scores.score(row, scale) instanceof ScaleScore.NotScored none) {
      return (byte) (NOT_SCORED + none.reason().ordinal());
    }
    Optional<NotNormedReason> reason = scores.notNormed(row, scale);
    return reason.isPresent() ? (byte) (NOT_NORMED + reason.get().ordinal()) : NOTHING_MISSING;
  }

  /** By classification, why there is none in a row. */
  static List<Integer> unclassified(ScoreTable scores, int row) {
    List<Integer> reasons = new ArrayList<>();
    int classifications = scores.plan().instrument().classifications().size();
    for (int index = 0; index < classifications; index++) {
      reasons.add(
          scores.classification(row, index) instanceof ClassificationResult.NotClassified none
              ? none.reason().ordinal()
              : CLASSIFIED);
    }
    return reasons;
  }

  /** Counts the batches of a run. */
  static final class Counter {

    private final List<ScoringPlan> plans;
    private final long[] faults = new long[RowFault.Kind.values().length];
    private final long[][][] notScored;
    private final long[][][] notNormed;
    private final long[][][] notClassified;
    private final long[][] alerts;
    private final long[] tiers = new long[Summary.Cell.values().length];
    private long rows;
    private long withFaults;

    Counter(List<ScoringPlan> plans) {
      this.plans = plans;
      this.alerts = new long[plans.size()][Alert.values().length];
      this.notScored = new long[plans.size()][][];
      this.notNormed = new long[plans.size()][][];
      this.notClassified = new long[plans.size()][][];
      for (int plan = 0; plan < plans.size(); plan++) {
        Instrument instrument = plans.get(plan).instrument();
        int scales = instrument.scales().size();
        notScored[plan] = new long[scales][NotScoredReason.values().length];
        notNormed[plan] = new long[scales][NotNormedReason.values().length];
        notClassified[plan] =
            new long[instrument.classifications().size()][NotClassifiedReason.values().length];
      }
    }

    long rows() {
      return rows;
    }

    /**
     * Counts a batch.
     *
     * @param outcomes one a row; none if there are no tiers
     */
    void add(ResponseBatch batch, List<ScoreTable> scores, List<Outcome> outcomes) {
      outcomes.forEach(outcome -> addTier(Summary.Cell.of(outcome), 1));
      addRows(batch.rows());
      for (int row = 0; row < batch.rows(); row++) {
        withFaults += batch.faults(row).isEmpty() ? 0 : 1;
        batch.faults(row).forEach(fault -> faults[fault.kind().ordinal()]++);
        for (int plan = 0; plan < plans.size(); plan++) {
          ScoreTable of = scores.get(plan);
          addRemainder(plan, of.alert(row).ordinal(), unclassified(of, row), 1);
          for (int scale = 0; scale < notScored[plan].length; scale++) {
            addScale(plan, scale, missing(of, row, scale), 1);
          }
        }
      }
    }

    void addRows(long number) {
      rows += number;
    }

    void addTier(Summary.Cell tier, long number) {
      tiers[tier.ordinal()] += number;
    }

    /**
     * Counts rows that have the same result of a scale.
     *
     * @param reason as {@link #missing} gives it
     */
    void addScale(int plan, int scale, byte reason, long number) {
      if (number == 0) {
        return;
      }
      if (reason >= NOT_NORMED) {
        notNormed[plan][scale][reason - NOT_NORMED] += number;
      } else if (reason >= NOT_SCORED) {
        notScored[plan][scale][reason - NOT_SCORED] += number;
      }
    }

    /**
     * Counts rows that have the same alert and classifications.
     *
     * @param alert the ordinal
     * @param reasons as {@link #unclassified} gives them
     */
    void addRemainder(int plan, int alert, List<Integer> reasons, long number) {
      alerts[plan][alert] += number;
      for (int index = 0; index < reasons.size(); index++) {
        if (reasons.get(index) != CLASSIFIED) {
          notClassified[plan][index][reasons.get(index)] += number;
        }
      }
    }

    /** Counts all that another has counted. */
    void add(Counter other) {
      rows += other.rows;
      withFaults += other.withFaults;
      add(other.faults, faults);
      add(other.tiers, tiers);
      for (int plan = 0; plan < plans.size(); plan++) {
        add(other.alerts[plan], alerts[plan]);
        add(other.notScored[plan], notScored[plan]);
        add(other.notNormed[plan], notNormed[plan]);
        add(other.notClassified[plan], notClassified[plan]);
      }
    }

    private static void add(long[][] counts, long[][] to) {
      for (int i = 0; i < to.length; i++) {
        add(counts[i], to[i]);
      }
    }

    private static void add(long[] counts, long[] to) {
      for (int i = 0; i < to.length; i++) {
        to[i] += counts[i];
      }
    }

    private Map<String, Long> byTier() {
      Map<String, Long> byTier = new LinkedHashMap<>();
      for (Summary.Cell cell : Summary.Cell.values()) {
        byTier.put(cell.word(), tiers[cell.ordinal()]);
      }
      return byTier;
    }

    /**
     * What was counted.
     *
     * @param tiered whether there are tiers
     */
    RunCounts counts(long blankSkipped, boolean tiered) {
      Map<String, Long> byFault = new LinkedHashMap<>();
      for (RowFault.Kind kind : RowFault.Kind.values()) {
        putIfAny(byFault, kind.word(), faults[kind.ordinal()]);
      }
      Map<String, Map<String, Long>> byScale = new LinkedHashMap<>();
      Map<String, Map<String, Long>> notNormedByScale = new LinkedHashMap<>();
      Map<String, Map<String, Long>> byInstrument = new LinkedHashMap<>();
      for (int plan = 0; plan < plans.size(); plan++) {
        Instrument instrument = plans.get(plan).instrument();
        String id = instrument.id();
        for (int scale = 0; scale < notScored[plan].length; scale++) {
          String name = id + "." + instrument.scales().get(scale).id();
          byScale.put(
              name,
              byWord(notScored[plan][scale], NotScoredReason.values(), NotScoredReason::word));
          if (!plans.get(plan).standardScores(instrument.scales().get(scale)).isEmpty()) {
            notNormedByScale.put(
                name,
                byWord(notNormed[plan][scale], NotNormedReason.values(), NotNormedReason::word));
          }
        }
        for (int index = 0; index < notClassified[plan].length; index++) {
          byScale.put(
              id + "." + instrument.classifications().get(index).id(),
              byWord(
                  notClassified[plan][index],
                  NotClassifiedReason.values(),
                  NotClassifiedReason::word));
        }
        byInstrument.put(id, byLevel(alerts[plan]));
      }
      return new RunCounts(
          rows,
          rows,
          withFaults,
          blankSkipped,
          byFault,
          byScale,
          notNormedByScale,
          byInstrument,
          tiered ? byTier() : Map.of());
    }

    private static <R extends Enum<R>> Map<String, Long> byWord(
        long[] counts, R[] reasons, Function<R, String> wordOf) {
      Map<String, Long> byWord = new LinkedHashMap<>();
      for (R reason : reasons) {
        putIfAny(byWord, wordOf.apply(reason), counts[reason.ordinal()]);
      }
      return byWord;
    }

    private static Map<String, Long> byLevel(long[] counts) {
      Map<String, Long> byLevel = new LinkedHashMap<>();
      for (Alert alert : Alert.values()) {
        byLevel.put(alert.word(), counts[alert.ordinal()]);
      }
      return byLevel;
    }

    private static void putIfAny(Map<String, Long> counts, String word, long count) {
      if (count > 0) {
        counts.put(word, count);
      }
    }
  }
}
