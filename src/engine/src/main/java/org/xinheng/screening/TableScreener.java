package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowNumbers;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * Screens tables of students of whom nothing but their answers is known. The outcomes are those of the {@link Screener}, which
 * is asked once for all students in whom it must see the same. For one thread.
 */
public final class TableScreener {

  private static final int BLOCK_ROWS = 1024;
  private static final int MOST_NUMBERS = 1 << 17;
  private static final int BITS_OF_SLOTS = 12;

  /** No sum of what forms add: all bits. */
  private static final long NOTHING = -1;

  /** Spreads numbers whose low bits are alike (Knuth, The Art of Computer Programming 3, 6.4). */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final Screener screener;
  private final List<ScoringPlan> plans;
  private final Optional<OutcomeKeys> keys;

  /** By key of students, the number of their decision. */
  private final Map<Long, Short> numbers = new HashMap<>();

  /** Keys that were met last, by slot, and their numbers: found without an object. */
  private final long[] recent = new long[1 << BITS_OF_SLOTS];

  private final short[] recentNumbers = new short[1 << BITS_OF_SLOTS];
  private final Map<OutcomeLookup.Decision, Short> numberOf = new HashMap<>();
  private final List<OutcomeLookup.Decision> decisions = new ArrayList<>();

  /** @param plans of the questionnaires that the students were given */
  public TableScreener(Screener screener, List<ScoringPlan> plans) {
    this.screener = screener;
    this.plans = List.copyOf(plans);
    this.keys = OutcomeKeys.of(screener, plans);
    Arrays.fill(recent, NOTHING);
  }

  /**
   * Scores and screens students.
   *
   * @param forms a table for each plan; a row of all tables is one student
   * @throws IllegalArgumentException if there are not as many tables as plans, or they differ in rows or questionnaires
   */
  public ScreenedTable screen(List<ResponseTable> forms) {
    if (forms.size() != plans.size()
        || forms.stream().mapToInt(ResponseTable::rows).distinct().count() != 1) {
      throw new IllegalArgumentException("there must be " + plans.size()
          + " tables with the same rows: "
          + forms.stream().map(ResponseTable::rows).toList());
    }
    List<ScoreTable> scores = new ArrayList<>();
    for (int form = 0; form < plans.size(); form++) {
      scores.add(plans.get(form).run(forms.get(form)));
    }
    short[] outcomes = new short[forms.get(0).rows()];
    Students students = new Students(forms, scores);
    if (keys.isPresent()) {
      decide(keys.get(), students, outcomes);
    } else {
      for (int row = 0; row < outcomes.length; row++) {
        outcomes[row] = ask(students, row);
      }
    }
    return new ScreenedTable(scores, outcomes, decisions);
  }

  private record Students(List<ResponseTable> forms, List<ScoreTable> scores) {}

  private void decide(OutcomeKeys keys, Students students, short[] outcomes) {
    List<RowNumbers> parts = keys.numbers(students.scores());
    long[] sums = new long[BLOCK_ROWS];
    for (int from = 0; from < outcomes.length; from += BLOCK_ROWS) {
      int to = Math.min(outcomes.length, from + BLOCK_ROWS);
      Arrays.fill(sums, 0);
      for (RowNumbers part : parts) {
        part.addTo(from, to, sums);
      }
      for (int row = from; row < to; row++) {
        long sum = sums[row - from];
        int slot = slot(sum);
        outcomes[row] =
            recent[slot] == sum ? recentNumbers[slot] : decide(keys, sum, students, row);
      }
    }
  }

  private static int slot(long sum) {
    return (int) ((sum * GOLDEN) >>> (Long.SIZE - BITS_OF_SLOTS));
  }

  private short decide(OutcomeKeys keys, long sum, Students students, int row) {
    if (keys.isOpen(sum)) {
      return ask(students, row);
    }
    long key = keys.resolved(sum, form -> students.forms().get(form).answered(row) == 0);
    @Nullable Short known = numbers.get(key);
    short number = known == null ? ask(students, row) : known;
    if (known == null) {
      forgetTooMany();
      numbers.put(key, number);
    }
    recent[slot(key)] = key;
    recentNumbers[slot(key)] = number;
    return number;
  }

  private void forgetTooMany() {
    if (numbers.size() == MOST_NUMBERS) {
      numbers.clear();
    }
  }

  private short ask(Students students, int row) {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (int form = 0; form < plans.size(); form++) {
      forms.put(
          plans.get(form).instrument().id(),
          new Form(students.forms().get(form), students.scores().get(form), row));
    }
    return numberOf.computeIfAbsent(screener.decide(forms, Evidence.NONE), unseen -> {
      decisions.add(unseen);
      return (short) (decisions.size() - 1);
    });
  }
}
