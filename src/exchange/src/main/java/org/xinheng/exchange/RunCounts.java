package org.xinheng.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Scale;
import org.xinheng.scoring.NotNormedReason;
import org.xinheng.scoring.NotScoredReason;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * What a run counted. Counts of words are in the order in which the words are declared; words that did not occur are
 * left out, except alerts.
 *
 * @param read rows with text in them, the header not counted
 * @param written rows of the output
 * @param withFaults rows with at least one fault
 * @param blankSkipped rows without any text
 * @param faults by word of {@link RowFault.Kind}
 * @param notScored by scale, such as {@code phq-9.total}, and word of {@link NotScoredReason}
 * @param notNormed the same by word of {@link NotNormedReason}, for scales with norms; without a score is not counted
 * @param alerts by questionnaire and word of {@link Alert}
 */
public record RunCounts(
    long read,
    long written,
    long withFaults,
    long blankSkipped,
    Map<String, Long> faults,
    Map<String, Map<String, Long>> notScored,
    Map<String, Map<String, Long>> notNormed,
    Map<String, Map<String, Long>> alerts) {

  public RunCounts {
    faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    notScored = Collections.unmodifiableMap(new LinkedHashMap<>(notScored));
    notNormed = Collections.unmodifiableMap(new LinkedHashMap<>(notNormed));
    alerts = Collections.unmodifiableMap(new LinkedHashMap<>(alerts));
  }

  /** Counts the batches of a run. */
  static final class Counter {

    private final List<ScoringPlan> plans;
    private final long[] faults = new long[RowFault.Kind.values().length];
    private final long[][][] notScored;
    private final long[][][] notNormed;
    private final long[][] alerts;
    private long rows;
    private long withFaults;

    Counter(List<ScoringPlan> plans) {
      this.plans = plans;
      this.alerts = new long[plans.size()][Alert.values().length];
      this.notScored = new long[plans.size()][][];
      this.notNormed = new long[plans.size()][][];
      for (int plan = 0; plan < plans.size(); plan++) {
        int scales = plans.get(plan).instrument().scales().size();
        notScored[plan] = new long[scales][NotScoredReason.values().length];
        notNormed[plan] = new long[scales][NotNormedReason.values().length];
      }
    }

    long rows() {
      return rows;
    }

    void add(ResponseBatch batch, List<ScoreTable> scores) {
      for (int row = 0; row < batch.rows(); row++) {
        rows++;
        withFaults += batch.faults(row).isEmpty() ? 0 : 1;
        batch.faults(row).forEach(fault -> faults[fault.kind().ordinal()]++);
        for (int plan = 0; plan < plans.size(); plan++) {
          alerts[plan][scores.get(plan).alert(row).ordinal()]++;
          add(scores.get(plan), row, notScored[plan], notNormed[plan]);
        }
      }
    }

    private static void add(ScoreTable scores, int row, long[][] notScored, long[][] notNormed) {
      for (int scale = 0; scale < notScored.length; scale++) {
        if (scores.score(row, scale) instanceof ScaleScore.NotScored none) {
          notScored[scale][none.reason().ordinal()]++;
        } else {
          long[] reasons = notNormed[scale];
          scores.notNormed(row, scale).ifPresent(reason -> reasons[reason.ordinal()]++);
        }
      }
    }

    RunCounts counts(long blankSkipped) {
      Map<String, Long> byFault = new LinkedHashMap<>();
      for (RowFault.Kind kind : RowFault.Kind.values()) {
        putIfAny(byFault, kind.word(), faults[kind.ordinal()]);
      }
      Map<String, Map<String, Long>> byScale = new LinkedHashMap<>();
      Map<String, Map<String, Long>> notNormedByScale = new LinkedHashMap<>();
      Map<String, Map<String, Long>> byInstrument = new LinkedHashMap<>();
      for (int plan = 0; plan < plans.size(); plan++) {
        String id = plans.get(plan).instrument().id();
        List<Scale> scales = plans.get(plan).instrument().scales();
        for (int scale = 0; scale < scales.size(); scale++) {
          String name = id + "." + scales.get(scale).id();
          byScale.put(name, byReason(notScored[plan][scale]));
          if (!plans.get(plan).standardScores(scales.get(scale)).isEmpty()) {
            notNormedByScale.put(name, byNotNormedReason(notNormed[plan][scale]));
          }
        }
        byInstrument.put(id, byLevel(alerts[plan]));
      }
      return new RunCounts(
          rows, rows, withFaults, blankSkipped, byFault, byScale, notNormedByScale, byInstrument);
    }

    private static Map<String, Long> byReason(long[] counts) {
      Map<String, Long> byReason = new LinkedHashMap<>();
      for (NotScoredReason reason : NotScoredReason.values()) {
        putIfAny(byReason, reason.word(), counts[reason.ordinal()]);
      }
      return byReason;
    }

    private static Map<String, Long> byNotNormedReason(long[] counts) {
      Map<String, Long> byReason = new LinkedHashMap<>();
      for (NotNormedReason reason : NotNormedReason.values()) {
        putIfAny(byReason, reason.word(), counts[reason.ordinal()]);
      }
      return byReason;
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
