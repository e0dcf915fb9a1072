package org.xinheng.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a district may know of its schools: how many are at tier 2 and at tier 3, and how many are not, in counts of ten or
 * more, by the rule for outside the school; in the order of the roster and of no other. Those at tier 1 and those without a
 * tier are one number, because their difference is a matter of the school.
 *
 * <p>A count that a school does not show inside is not shown outside either. Those of the whole district are shown only if
 * they cannot be used, together with all that the schools show inside, to work out what one of them hides.
 */
public final class DistrictCounts {

  private static final String SCHOOLS = "school";
  private static final int[] COMPLETE_TURNS = {0, 0};

  private static final int T2 = 0;
  private static final int T3 = 1;
  private static final int OTHERS = 2;

  /** The others hide last: they are no small number. */
  private static final int[] TIER_TURNS = {0, 0, 1};

  /** One school, or the district as a whole, which has no name. */
  public static final class Row {

    private final Optional<String> school;
    private final int eligible;
    private final SuppressedCounts complete;
    private final SuppressedCounts tiers;

    private Row(
        Optional<String> school, int eligible, SuppressedCounts complete, SuppressedCounts tiers) {
      this.school = school;
      this.eligible = eligible;
      this.complete = complete;
      this.tiers = tiers;
    }

    /** Empty for the whole district. */
    public Optional<String> school() {
      return school;
    }

    /** Students of the roster. */
    public int eligible() {
      return eligible;
    }

    /** Students with a usable form; empty if they, or those without one, are few. */
    public Optional<Integer> complete() {
      return complete.shown(0);
    }

    /** Students at tier 2; empty if the count is suppressed. */
    public Optional<Integer> targeted() {
      return tiers.shown(T2);
    }

    /** Students at tier 3; empty if the count is suppressed. */
    public Optional<Integer> intensive() {
      return tiers.shown(T3);
    }

    /** Students at tier 1 or without a tier; empty if the count is suppressed. */
    public Optional<Integer> others() {
      return tiers.shown(OTHERS);
    }
  }

  private final List<Row> rows;

  private DistrictCounts(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The district first, then its schools. */
  public List<Row> rows() {
    return rows;
  }

  /** The district as a whole. */
  public Row district() {
    return rows.get(0);
  }

  /**
   * The counts of a campaign of several schools.
   *
   * @param counts of the same campaign
   */
  public static DistrictCounts of(CampaignResult result, CampaignCounts counts) {
    List<Summary.Row> schools = counts.summary().rows(Summary.Level.SCHOOL);
    Tally all = new Tally();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (StudentOutcome student : result.roster()) {
      all.add(student);
      tallies.computeIfAbsent(student.student().school(), school -> new Tally()).add(student);
    }
    int outside = result.policy().suppressBelowOutside();
    SuppressedCounts complete = new SuppressedCounts(all.complete(), COMPLETE_TURNS);
    SuppressedCounts tiers = all.tiers();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Optional.empty(), all.students, complete, tiers));
    SuppressedCounts joint = all.tiers();
    for (Summary.Row school : schools) {
      Tally tally = tallies.getOrDefault(school.school(), new Tally());
      joint.part(SCHOOLS, hidden(tally.tiers(), school));
      SuppressedCounts shown = hidden(tally.tiers(), school);
      rows.add(new Row(
          Optional.of(school.school()),
          tally.students,
          complete.part(SCHOOLS, new SuppressedCounts(tally.complete(), COMPLETE_TURNS)),
          tiers.part(SCHOOLS, shown)));
    }
    complete.suppressBelow(outside);
    do {
      tiers.suppressBelow(outside);
      joint.hideLike(tiers);
    } while (joint.hideInWhole(result.policy().suppressBelow()) && tiers.hideLike(joint));
    if (counts.isCountedAgain()) {
      // Less the total that was published before it would tell of a school that hides its own.
      tiers.hideAll();
      complete.hideAll();
    }
    return new DistrictCounts(rows);
  }

  /** Hides what a school hides inside. */
  private static SuppressedCounts hidden(SuppressedCounts counts, Summary.Row inside) {
    if (inside.count(Summary.Cell.T2).isEmpty()) {
      counts.hide(T2);
    }
    if (inside.count(Summary.Cell.T3).isEmpty()) {
      counts.hide(T3);
    }
    if (inside.flagged().isEmpty()) {
      counts.hide(OTHERS);
    }
    return counts;
  }

  private static final class Tally {

    private final int[] counts = new int[TIER_TURNS.length];
    private int students;
    private int complete;

    void add(StudentOutcome student) {
      students++;
      complete += Participation.of(student).isComplete() ? 1 : 0;
      switch (Summary.Cell.of(student.outcome())) {
        case T2 -> counts[T2]++;
        case T3 -> counts[T3]++;
        case T1, NO_TIER -> counts[OTHERS]++;
      }
    }

    int[] complete() {
      return new int[] {complete, students - complete};
    }

    SuppressedCounts tiers() {
      return new SuppressedCounts(counts, TIER_TURNS);
    }
  }
}
