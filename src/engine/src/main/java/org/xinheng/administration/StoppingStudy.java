package org.xinheng.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.screening.Form;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Screener;

/**
 * What a battery that stops early saves and what it misses: students whose answers to everything are known are asked as the
 * battery asks them, and what comes of it is compared with what all their answers say. A student who left an item blank
 * leaves it blank here, too. For one thread.
 */
public final class StoppingStudy {

  private final AdministrationPlan plan;
  private final Instant at;
  private final Optional<Screener> screener;
  private final Map<StudentContext, Asker> askers = new HashMap<>();

  private final Map<String, Long> asked = new LinkedHashMap<>();
  private final Map<String, Long> items = new LinkedHashMap<>();
  private final Map<StoppedScale.Why, Long> reasons = new EnumMap<>(StoppedScale.Why.class);
  private final Map<String, Long> bandDifferences = new TreeMap<>();
  private final Map<String, Long> bandsCompared = new TreeMap<>();
  private final Map<String, Long> outcomes = new HashMap<>();
  private long students;
  private long tierDifferences;
  private long alertDifferences;
  private long positive;
  private long missed;
  private long falsePositive;

  /** How one kind of student is asked. */
  private record Asker(Stopper stopper, List<List<PageItems>> pages) {}

  /** A study of a plan, at a time by whose day tiers are judged. */
  public StoppingStudy(AdministrationPlan plan, Instant at) {
    this.plan = plan;
    this.at = at;
    screener = plan.screener(at);
    for (Instrument instrument : plan.instruments()) {
      asked.put(instrument.id(), 0L);
      items.put(instrument.id(), 0L);
    }
  }

  private Asker asker(StudentContext student) {
    Stopper stopper = plan.stopper(student, at);
    List<List<PageItems>> pages = new ArrayList<>();
    for (int form = 0; form < plan.forms().size(); form++) {
      pages.add(plan.forms().get(form).pages(Paging.ITEMS, student, stopper.oneByOne(form)));
    }
    return new Asker(stopper, List.copyOf(pages));
  }

  /**
   * Asks students of one kind.
   *
   * @param student whose bands are theirs
   * @param full a table for each questionnaire, in the order of the plan, with the same rows
   */
  public void add(StudentContext student, List<ResponseTable> full) {
    Asker asker = askers.computeIfAbsent(student, this::asker);
    int rows = full.get(0).rows();
    List<ResponseTable> given = new ArrayList<>();
    for (ResponseTable table : full) {
      ResponseTable blank = table.copy();
      for (int column = 0; column < table.instrument().items().size(); column++) {
        if (table.instrument().scorable(table.instrument().items().get(column)).isPresent()) {
          for (int row = 0; row < rows; row++) {
            blank.setMissing(row, column, Missing.NOT_REACHED);
          }
        }
      }
      given.add(blank);
    }
    List<Stops> stops = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int form = 0; form < full.size(); form++) {
        ask(asker, form, full, given, row);
      }
      stops.add(asker.stopper().stops(given, row));
    }
    compare(full, given, stops);
  }

  private void ask(
      Asker asker, int form, List<ResponseTable> full, List<ResponseTable> given, int row) {
    ResponseTable to = given.get(form);
    Stopper stopper = asker.stopper();
    for (PageItems page : asker.pages().get(form)) {
      for (int column : page.columns()) {
        if (isKept(to.instrument(), column)
            && !stopper.leftOut(form, given, row).contains(column)) {
          answer(form, full.get(form), to, row, column);
        }
      }
    }
    OptionalInt next = stopper.next(form, to, row);
    while (next.isPresent()) {
      answer(form, full.get(form), to, row, next.getAsInt());
      next = stopper.next(form, to, row);
    }
    String id = to.instrument().id();
    items.merge(id, (long) to.instrument().keptItems().size(), Long::sum);
  }

  private static boolean isKept(Instrument instrument, int column) {
    return instrument.scorable(instrument.items().get(column)).isPresent();
  }

  private void answer(int form, ResponseTable from, ResponseTable to, int row, int column) {
    to.take(from, row, column);
    asked.merge(plan.forms().get(form).instrument().id(), 1L, Long::sum);
  }

  private void compare(List<ResponseTable> full, List<ResponseTable> given, List<Stops> stops) {
    List<ScoreTable> fullScores = new ArrayList<>();
    List<ScoreTable> givenScores = new ArrayList<>();
    for (int form = 0; form < full.size(); form++) {
      fullScores.add(plan.forms().get(form).plan().run(full.get(form)));
      givenScores.add(plan.forms().get(form).plan().run(given.get(form)));
    }
    for (int row = 0; row < stops.size(); row++) {
      students++;
      Map<String, Form> fullForms = new LinkedHashMap<>();
      Map<String, Form> givenForms = new LinkedHashMap<>();
      boolean sameAlert = true;
      for (int form = 0; form < full.size(); form++) {
        List<StoppedScale> stopped = stops.get(row).scales().get(form);
        stopped.forEach(scale -> reasons.merge(scale.why(), 1L, Long::sum));
        bands(fullScores.get(form), givenScores.get(form), stopped, row);
        sameAlert &= fullScores.get(form).alert(row) == givenScores.get(form).alert(row);
        String id = full.get(form).instrument().id();
        fullForms.put(id, new Form(full.get(form), fullScores.get(form), row));
        givenForms.put(
            id, new Form(given.get(form), givenScores.get(form), row).withStopped(levels(stopped)));
      }
      alertDifferences += sameAlert ? 0 : 1;
      compareOutcomes(fullForms, givenForms);
    }
  }

  private static Map<String, LevelBounds> levels(List<StoppedScale> stopped) {
    Map<String, LevelBounds> levels = new HashMap<>();
    stopped.stream()
        .filter(scale -> scale.why().isInsteadOfScore())
        .forEach(scale -> levels.put(scale.id(), scale.levels()));
    return levels;
  }

  private void bands(ScoreTable full, ScoreTable given, List<StoppedScale> stopped, int row) {
    Instrument instrument = full.plan().instrument();
    for (Scale scale : instrument.scales()) {
      if (!scale.bandSets().isEmpty()) {
        compareBand(
            instrument.id() + "." + scale.id(),
            full.band(row, scale.id()).map(Band::id),
            given.band(row, scale.id()).map(Band::id),
            scale.id(),
            stopped);
      }
    }
    for (Classification classification : instrument.classifications()) {
      compareBand(
          instrument.id() + "." + classification.id(),
          full.outcome(row, classification.id()).map(Classification.Outcome::id),
          given.outcome(row, classification.id()).map(Classification.Outcome::id),
          classification.id(),
          stopped);
    }
  }

  private void compareBand(
      String name,
      Optional<String> full,
      Optional<String> scored,
      String id,
      List<StoppedScale> stopped) {
    Optional<StoppedScale> early = stopped.stream()
        .filter(scale -> scale.id().equals(id) && scale.why().isInsteadOfScore())
        .findFirst();
    if (early.filter(scale -> scale.result().isEmpty()).isPresent()) {
      return;
    }
    Optional<String> found = early.isPresent() ? early.get().result() : scored;
    bandsCompared.merge(name, 1L, Long::sum);
    bandDifferences.merge(name, found.equals(full) ? 0L : 1L, Long::sum);
  }

  private void compareOutcomes(Map<String, Form> fullForms, Map<String, Form> givenForms) {
    if (screener.isEmpty()) {
      return;
    }
    Outcome full = screener.get().screen(fullForms, plan.evidence());
    Outcome given = screener.get().screen(givenForms, plan.evidence());
    boolean alike = full.tier().equals(given.tier()) && full.status() == given.status();
    tierDifferences += alike ? 0 : 1;
    alertDifferences += full.alert() == given.alert() ? 0 : 1;
    outcomes.merge(full.tier().map(Tier::code).orElse("none"), 1L, Long::sum);
    boolean isPositive = isAboveUniversal(full);
    boolean isFound = isAboveUniversal(given);
    positive += isPositive ? 1 : 0;
    missed += isPositive && !isFound ? 1 : 0;
    falsePositive += !isPositive && isFound ? 1 : 0;
  }

  private static boolean isAboveUniversal(Outcome outcome) {
    return outcome.tier().filter(tier -> tier != Tier.UNIVERSAL).isPresent()
        || outcome.alert().compareTo(Alert.SAME_DAY) >= 0;
  }

  /**
   * What was found so far.
   *
   * @param students how many were asked
   * @param items by questionnaire, how many items all students have together
   * @param asked by questionnaire, how many of them were asked
   * @param reasons how often a scale was stopped, by why
   * @param bandsCompared by scale or classification, how many bands were compared
   * @param bandDifferences by scale or classification, how many of them were another one
   * @param tiers how many students have which tier by all their answers
   * @param tierDifferences students with another tier or status
   * @param alertDifferences students with another alert
   * @param positive students above tier 1, or with an alert to act on today, by all their answers
   * @param missed of these, those that are not found
   * @param falsePositive students who are found and are none
   */
  public record Found(
      long students,
      Map<String, Long> items,
      Map<String, Long> asked,
      Map<StoppedScale.Why, Long> reasons,
      Map<String, Long> bandsCompared,
      Map<String, Long> bandDifferences,
      Map<String, Long> tiers,
      long tierDifferences,
      long alertDifferences,
      long positive,
      long missed,
      long falsePositive) {

    /** The share of items that were not asked, from 0 to 1. */
    public double saved() {
      long all = items.values().stream().mapToLong(Long::longValue).sum();
      long were = asked.values().stream().mapToLong(Long::longValue).sum();
      return all == 0 ? 0 : 1 - (double) were / all;
    }

    /** How many bands and outcomes were other ones. */
    public long allBandDifferences() {
      return bandDifferences.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** What was found so far. */
  public Found found() {
    return new Found(
        students,
        new LinkedHashMap<>(items),
        new LinkedHashMap<>(asked),
        new TreeMap<>(reasons),
        new TreeMap<>(bandsCompared),
        new TreeMap<>(bandDifferences),
        new TreeMap<>(outcomes),
        tierDifferences,
        alertDifferences,
        positive,
        missed,
        falsePositive);
  }
}
