package org.xinheng.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.OutcomeLookup;
import org.xinheng.screening.Summary;

/** How many plain rows had which result. For one thread. */
final class PlainCounts {

  private static final int GRADES = 13;
  private static final int CELLS = Summary.Cell.values().length;

  private final SheetScorer scorer;

  /** By group: by form, scale and result, one behind the other. */
  private long[][] results = {};

  /** By scale of all forms, where its results begin. */
  private final int[] firsts;

  private final int counters;

  /** By form and remainder. */
  private final long[][] remainders;

  private long[] decisions = {};

  /** By school, grade and cell, one behind the other. */
  private int[] schools = {};

  private long rows;

  PlainCounts(SheetScorer scorer) {
    this.scorer = scorer;
    remainders = new long[scorer.lookups().size()][];
    Arrays.fill(remainders, new long[0]);
    firsts = new int[scorer.results().length];
    int next = 0;
    int place = 0;
    for (RowLookup lookup : scorer.lookups()) {
      for (int scale = 0; scale < lookup.plan().instrument().scales().size(); scale++) {
        firsts[place] = next;
        next += lookup.results(scale);
        place++;
      }
    }
    counters = next;
  }

  /** Counts the row scored last. */
  void add(StudentGroups.Group group) {
    rows++;
    if (group.number() >= results.length) {
      results = Arrays.copyOf(results, group.number() + 1);
    }
    if (results[group.number()] == null) {
      results[group.number()] = new long[counters];
    }
    long[] ofGroup = results[group.number()];
    int[] found = scorer.results();
    int[] first = firsts;
    for (int scale = 0; scale < found.length; scale++) {
      ofGroup[first[scale] + found[scale]]++;
    }
    for (int form = 0; form < remainders.length; form++) {
      int remainder = scorer.remainder(form);
      if (remainder >= remainders[form].length) {
        remainders[form] = Arrays.copyOf(remainders[form], 2 * remainder + 1);
      }
      remainders[form][remainder]++;
    }
  }

  /** Counts its decision too. */
  void add(int decision, Summary.Cell cell, int school, Optional<Integer> grade) {
    if (decision >= decisions.length) {
      decisions = Arrays.copyOf(decisions, 2 * decision + 1);
    }
    decisions[decision]++;
    int at = (school * GRADES + grade.orElse(0)) * CELLS + cell.ordinal();
    if (at >= schools.length) {
      schools = Arrays.copyOf(schools, 2 * at + 1);
    }
    schools[at]++;
  }

  /** Adds everything to the counts of the run. */
  void addTo(RunCounts.Counter counter, List<StudentGroups.Group> groups) {
    counter.addRows(rows);
    for (int group = 0; group < results.length; group++) {
      long[] ofGroup = results[group];
      for (int form = 0; ofGroup != null && form < remainders.length; form++) {
        ScoreTable[] ofForm = groups.get(group).results()[form];
        for (int scale = 0; scale < ofForm.length; scale++) {
          ScoreTable scores = ofForm[scale];
          int first = firsts[scorer.firstResult(form) + scale];
          for (int result = 0; result < scores.rows(); result++) {
            long count = ofGroup[first + result];
            if (count > 0) {
              counter.addScale(form, scale, scores, result, count);
            }
          }
        }
      }
    }
    for (int form = 0; form < remainders.length; form++) {
      for (int number = 0; number < scorer.remainders(form); number++) {
        long count = number < remainders[form].length ? remainders[form][number] : 0;
        counter.addRemainder(form, scorer.remainder(form, number), 0, count);
      }
    }
  }

  /**
   * Adds the tiers to the counts of the run and of grades.
   *
   * @param schoolNames by number
   */
  void addTo(
      RunCounts.Counter counter,
      GradeCounts byGrade,
      OutcomeLookup outcomes,
      List<String> schoolNames) {
    for (int number = 0; number < decisions.length && number < outcomes.decisions(); number++) {
      counter.addTier(Summary.Cell.of(outcomes.decision(number)), decisions[number]);
    }
    for (int at = 0; at < schools.length; at++) {
      if (schools[at] > 0) {
        int grade = at / CELLS % GRADES;
        byGrade.add(
            schoolNames.get(at / CELLS / GRADES),
            Optional.of(grade).filter(known -> known > 0),
            Summary.Cell.values()[at % CELLS],
            schools[at]);
      }
    }
  }
}
