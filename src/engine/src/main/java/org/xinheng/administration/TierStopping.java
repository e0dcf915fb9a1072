package org.xinheng.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.policy.ScaleReference;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Screener;

/** Curtailment by the policy: all that need not be asked is left out once no answer can change the tier. */
final class TierStopping implements Stopper {

  private final List<FormPlan> forms;
  private final Screener screener;
  private final Evidence evidence;
  private final Map<ScaleReference, WatchedScale> watched = new LinkedHashMap<>();
  private final List<Set<Integer>> leftOut = new ArrayList<>();
  private final Stops none;
  private final Map<ScaleReference, Integer> formOf = new LinkedHashMap<>();

  /** By what the tier depends on, whether it is decided: few of many students differ in that. */
  private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

  TierStopping(
      List<FormPlan> forms, List<ResponseTable> students, Screener screener, Evidence evidence) {
    this.forms = forms;
    this.screener = screener;
    this.evidence = evidence;
    this.none = Stops.none(forms.size());
    for (ScaleReference reference : screener.battery().banded()) {
      int form = form(reference);
      formOf.put(reference, form);
      watched.put(
          reference,
          new WatchedScale(forms.get(form).plan(), reference.scale(), students.get(form)));
    }
    for (FormPlan form : forms) {
      leftOut.add(IntStream.range(0, form.size())
          .filter(column -> !form.alwaysAsked().contains(column))
          .boxed()
          .collect(Collectors.toUnmodifiableSet()));
    }
  }

  private int form(ScaleReference reference) {
    return IntStream.range(0, forms.size())
        .filter(form -> forms.get(form).instrument().id().equals(reference.questionnaire()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Stops stops(List<ResponseTable> tables, int row) {
    Map<ScaleReference, LevelBounds> levels = new LinkedHashMap<>();
    watched.forEach((reference, scale) ->
        levels.put(reference, scale.levels(tables.get(formOf.getOrDefault(reference, 0)), row)));
    if (!isDecided(levels, tables, row)) {
      return none;
    }
    List<List<StoppedScale>> scales = new ArrayList<>();
    for (int form = 0; form < forms.size(); form++) {
      scales.add(stopped(form, levels, tables.get(form), row));
    }
    return new Stops(leftOut, scales);
  }

  private List<StoppedScale> stopped(
      int form, Map<ScaleReference, LevelBounds> levels, ResponseTable table, int row) {
    List<StoppedScale> stopped = new ArrayList<>();
    levels.forEach((reference, bounds) -> {
      Optional<WatchedScale> scale = Optional.ofNullable(watched.get(reference));
      if (form(reference) == form && scale.filter(of -> of.isOpen(table, row)).isPresent()) {
        stopped.add(new StoppedScale(
            reference.scale(), Optional.empty(), bounds, StoppedScale.Why.TIER_CERTAIN, 1));
      }
    });
    return List.copyOf(stopped);
  }

  private boolean isDecided(
      Map<ScaleReference, LevelBounds> levels, List<ResponseTable> tables, int row) {
    Alert alert = Alert.NONE;
    Alert worst = Alert.NONE;
    for (int form = 0; form < forms.size(); form++) {
      if (forms.get(form).instrument().critical().isEmpty()) {
        continue;
      }
      ScoreTable scores = forms.get(form).plan().run(tables.get(form).select(List.of(row)));
      for (CriticalItem fired : scores.fired(0)) {
        alert = alert.orWorse(fired.alert());
      }
      worst = worst.orWorse(scores.alert(0));
      for (CriticalItem open : scores.notKnown(0)) {
        worst = worst.orWorse(open.alert());
      }
    }
    Alert raised = alert;
    Alert possible = worst.orWorse(alert);
    return known.computeIfAbsent(
        List.of(List.copyOf(levels.values()), raised, possible),
        unknown -> screener.isTierDecided(levels, raised, possible, evidence));
  }
}
