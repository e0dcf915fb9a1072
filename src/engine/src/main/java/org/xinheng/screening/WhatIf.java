package org.xinheng.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Text;

/**
 * A finished campaign under another policy or other cut-offs: how many students would be in another tier, by grade and sex.
 * It holds counts and nobody's name. Small counts are suppressed, and whatever would give them away.
 *
 * @param rows all students, then each grade followed by the sexes within it
 */
public record WhatIf(List<Row> rows) {

  private static final Summary.Cell[] CELLS = Summary.Cell.values();

  public WhatIf {
    rows = List.copyOf(rows);
  }

  /**
   * The students of one group.
   *
   * @param grade empty for all
   * @param sex the word of a sex, or {@code unknown}; empty for a grade or all
   * @param students how many there are
   * @param moves how many go from one tier to another, or stay; none of those of nobody
   */
  public record Row(Optional<Integer> grade, Optional<String> sex, int students, List<Move> moves) {

    /** The sex as people call the group. */
    public Optional<Text> sexName() {
      return sex.map(StudentGroup::name);
    }

    public Row {
      moves = List.copyOf(moves);
    }
  }

  /**
   * From one tier to another.
   *
   * @param count how many; empty if it is suppressed
   */
  public record Move(Summary.Cell from, Summary.Cell to, Optional<Integer> count) {

    public boolean isChange() {
      return from != to;
    }
  }

  /**
   * Compares two results of one campaign.
   *
   * @throws IllegalArgumentException if they are not of the same students
   */
  public static WhatIf of(CampaignResult actual, CampaignResult other) {
    List<StudentOutcome> before = actual.students();
    if (before.size() != other.students().size()) {
      throw new IllegalArgumentException("the two results are not of the same students: "
          + before.size() + " and " + other.students().size());
    }
    int[] all = new int[CELLS.length * CELLS.length];
    Map<Integer, Map<String, int[]>> grades = new TreeMap<>();
    for (int i = 0; i < before.size(); i++) {
      int move = cell(before.get(i)) * CELLS.length + cell(other.students().get(i));
      Student student = before.get(i).student();
      all[move]++;
      grades.computeIfAbsent(student.grade(), grade -> new TreeMap<>())
          .computeIfAbsent(
              student.sex().map(Sex::word).orElse("unknown"), sex -> new int[all.length])[move]++;
    }
    return new WhatIf(rows(
        all, grades, Math.max(actual.policy().suppressBelow(), other.policy().suppressBelow())));
  }

  private static List<Row> rows(
      int[] all, Map<Integer, Map<String, int[]>> grades, int suppressBelow) {
    List<Draft> drafts = new ArrayList<>();
    SuppressedCounts whole = new SuppressedCounts(all, new int[all.length]);
    drafts.add(new Draft(Optional.empty(), Optional.empty(), all, whole));
    grades.forEach((grade, sexes) -> {
      int[] sum = new int[all.length];
      sexes.values().forEach(counts -> add(counts, sum));
      SuppressedCounts ofGrade =
          whole.part("grade", new SuppressedCounts(sum, new int[all.length]));
      drafts.add(new Draft(Optional.of(grade), Optional.empty(), sum, ofGrade));
      sexes.forEach((sex, counts) -> drafts.add(new Draft(
          Optional.of(grade),
          Optional.of(sex),
          counts,
          ofGrade.part("class", new SuppressedCounts(counts, new int[all.length])))));
    });
    whole.suppressBelow(suppressBelow);
    return drafts.stream().map(Draft::row).toList();
  }

  /** A row before its small cells are hidden. */
  private static final class Draft {

    private final Optional<Integer> grade;
    private final Optional<String> sex;
    private final int[] counts;
    private final SuppressedCounts shown;

    Draft(Optional<Integer> grade, Optional<String> sex, int[] counts, SuppressedCounts shown) {
      this.grade = grade;
      this.sex = sex;
      this.counts = counts;
      this.shown = shown;
    }

    Row row() {
      List<Move> moves = new ArrayList<>();
      int students = 0;
      for (int move = 0; move < counts.length; move++) {
        students += counts[move];
        Optional<Integer> count = shown.shown(move);
        if (count.isEmpty() || count.get() > 0) {
          moves.add(new Move(CELLS[move / CELLS.length], CELLS[move % CELLS.length], count));
        }
      }
      return new Row(grade, sex, students, moves);
    }
  }

  private static void add(int[] counts, int[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += counts[i];
    }
  }

  private static int cell(StudentOutcome student) {
    return Summary.Cell.of(student.outcome()).ordinal();
  }
}
