package org.xinheng.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinheng.scoring.SheetTables;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.Summary;

/** How many plain rows had which result. For one thread. */
final class PlainCounts {

  /** More than there are. */
  private static final int REASONS = Byte.MAX_VALUE + 1;

  private final SheetTables sheet;

  /** By scale of all questionnaires and reason, one behind the other, how often it is missing. */
  private final long[] missing;

  /** By form and remainder. */
  private final long[][] remainders;

  private long[] decisions = {};

  /** Of all schools, one behind the other, what {@link GradeCounts} counts of each. */
  private int[] schools = {};

  private long rows;

  PlainCounts(SheetTables sheet) {
    this.sheet = sheet;
    missing = new long[sheet.results() * REASONS];
    remainders = new long[sheet.forms()][];
    Arrays.fill(remainders, new long[0]);
  }

  /**
   * Counts a row.
   *
   * @param numbers of the results of all scales, and behind them of the remainders of all questionnaires
   */
  void add(PlainKnown.Group group, int[] numbers) {
    rows++;
    byte[][] reasons = group.reasons();
    int scales = reasons.length;
    for (int scale = 0; scale < scales; scale++) {
      byte reason = reasons[scale][numbers[scale]];
      if (reason != RunCounts.NOTHING_MISSING) {
        missing[scale * REASONS + reason]++;
      }
    }
    for (int form = 0; form < remainders.length; form++) {
      int other = numbers[scales + form];
      if (other >= remainders[form].length) {
        remainders[form] = Arrays.copyOf(remainders[form], 2 * other + 1);
      }
      remainders[form][other]++;
    }
  }

  /** Counts its decision too. */
  void add(int decision, Summary.Cell cell, int school, Optional<Integer> grade) {
    if (decision >= decisions.length) {
      decisions = Arrays.copyOf(decisions, 2 * decision + 1);
    }
    decisions[decision]++;
    if ((school + 1) * GradeCounts.OF_SCHOOL > schools.length) {
      schools = Arrays.copyOf(schools, 2 * (school + 1) * GradeCounts.OF_SCHOOL);
    }
    schools[school * GradeCounts.OF_SCHOOL + GradeCounts.placeOf(grade, cell)]++;
  }

  /** Adds everything to the counts of the run. */
  void addTo(RunCounts.Counter counter, PlainKnown known) {
    counter.addRows(rows);
    for (int form = 0; form < remainders.length; form++) {
      int first = sheet.firstResult(form);
      int end = form + 1 < remainders.length ? sheet.firstResult(form + 1) : sheet.results();
      for (int scale = first; scale < end; scale++) {
        for (byte reason = 0; reason < REASONS - 1; reason++) {
          counter.addScale(form, scale - first, reason, missing[scale * REASONS + reason]);
        }
      }
    }
    for (int form = 0; form < remainders.length; form++) {
      List<PlainKnown.Remainder> all = known.remainders(form);
      for (int number = 0; number < all.size() && number < remainders[form].length; number++) {
        PlainKnown.Remainder of = all.get(number);
        counter.addRemainder(form, of.alert(), of.reasons(), remainders[form][number]);
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
      List<PlainKnown.Decision> all,
      List<String> schoolNames) {
    for (int number = 0; number < decisions.length && number < all.size(); number++) {
      counter.addTier(all.get(number).cell(), decisions[number]);
    }
    int ofSchools = schools.length / GradeCounts.OF_SCHOOL;
    for (int school = 0; school < ofSchools && school < schoolNames.size(); school++) {
      byGrade.add(schoolNames.get(school), schools, school * GradeCounts.OF_SCHOOL);
    }
  }
}
