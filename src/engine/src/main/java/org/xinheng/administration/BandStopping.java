package org.xinheng.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.scoring.ResponseTable;

/**
 * Curtailment: an item is left out once the bands of all scales that count it, and the outcomes of all classifications that ask
 * it, are certain, or where a chance of error is declared, likely enough. An item of a scale without bands is always asked,
 * because nothing but its value is known of it.
 *
 * @see "Finkelman, He, Kim and Lai (2011), Stochastic curtailment of health questionnaires, Statistics in Medicine 30, 1989-2004"
 */
final class BandStopping implements Stopper {

  private final List<Form> forms;

  /**
   * @param likely by questionnaire and scale, what is likely; nothing of a scale that is stopped only where that is certain
   */
  BandStopping(
      List<FormPlan> plans,
      List<ResponseTable> students,
      Map<String, Map<String, LikelyBand>> likely) {
    forms = new ArrayList<>();
    for (int form = 0; form < plans.size(); form++) {
      forms.add(new Form(
          plans.get(form),
          students.get(form),
          likely.getOrDefault(plans.get(form).instrument().id(), Map.of())));
    }
  }

  /** What is watched of one questionnaire. */
  private static final class Form {

    private final List<WatchedScale> watched = new ArrayList<>();
    private final Map<String, LikelyBand> likely;

    /** The columns that may be left out, each with the numbers of what is watched and counts it. */
    private final Map<Integer, List<Integer>> watchersOf = new HashMap<>();

    Form(FormPlan plan, ResponseTable student, Map<String, LikelyBand> likely) {
      this.likely = likely;
      Instrument instrument = plan.instrument();
      Set<Integer> kept = new HashSet<>(plan.alwaysAsked());
      for (Scale scale : instrument.scales()) {
        if (scale.bandSets().isEmpty()) {
          AlwaysAsked.itemsOf(instrument, scale.id()).stream()
              .map(student::column)
              .forEach(kept::add);
        }
      }
      Stream.concat(
              instrument.scales().stream()
                  .filter(scale -> !scale.bandSets().isEmpty())
                  .map(Scale::id),
              instrument.classifications().stream().map(Classification::id))
          .map(id -> new WatchedScale(plan.plan(), id, student))
          .forEach(watched::add);
      for (int number = 0; number < watched.size(); number++) {
        for (int column : watched.get(number).columns()) {
          if (!kept.contains(column)) {
            watchersOf.computeIfAbsent(column, any -> new ArrayList<>()).add(number);
          }
        }
      }
    }

    List<Optional<StoppedScale>> stopped(ResponseTable table, int row) {
      return watched.stream().map(scale -> stopped(scale, table, row)).toList();
    }

    private Optional<StoppedScale> stopped(WatchedScale scale, ResponseTable table, int row) {
      Optional<StoppedScale> certain = scale
          .decided(table, row)
          .map(band -> new StoppedScale(
              scale.id(), Optional.of(band.id()), band.levels(), StoppedScale.Why.BAND_CERTAIN, 1));
      return certain.or(() ->
          Optional.ofNullable(likely.get(scale.id())).flatMap(band -> band.stopped(table, row)));
    }

    Set<Integer> leftOut(List<Optional<StoppedScale>> stopped) {
      return watchersOf.entrySet().stream()
          .filter(entry ->
              entry.getValue().stream().allMatch(number -> stopped.get(number).isPresent()))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    List<StoppedScale> withOpenItems(
        List<Optional<StoppedScale>> stopped, ResponseTable table, int row) {
      List<StoppedScale> open = new ArrayList<>();
      for (int number = 0; number < watched.size(); number++) {
        if (watched.get(number).isOpen(table, row)) {
          stopped.get(number).ifPresent(open::add);
        }
      }
      return List.copyOf(open);
    }
  }

  @Override
  public Set<Integer> leftOut(int form, List<ResponseTable> tables, int row) {
    return forms.get(form).leftOut(forms.get(form).stopped(tables.get(form), row));
  }

  @Override
  public Stops stops(List<ResponseTable> tables, int row) {
    List<Set<Integer>> leftOut = new ArrayList<>();
    List<List<StoppedScale>> scales = new ArrayList<>();
    for (int form = 0; form < forms.size(); form++) {
      List<Optional<StoppedScale>> stopped = forms.get(form).stopped(tables.get(form), row);
      leftOut.add(forms.get(form).leftOut(stopped));
      scales.add(forms.get(form).withOpenItems(stopped, tables.get(form), row));
    }
    return new Stops(leftOut, scales);
  }
}
