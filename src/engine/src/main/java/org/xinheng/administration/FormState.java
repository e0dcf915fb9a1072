package org.xinheng.administration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Truth;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;

/** What one questionnaire of a session holds. Immutable; what follows from it is worked out when it is first asked for. */
final class FormState {

  private static final double MILLISECONDS = 1000;

  private final FormPlan plan;
  private final ResponseTable table;
  private final ItemState[] states;
  private final int[] characters;
  private final long[] milliseconds;
  private final int[] revisions;
  private @Nullable ScoreTable scores;
  private @Nullable List<Truth> reach;

  private FormState(
      FormPlan plan,
      ResponseTable table,
      ItemState[] states,
      int[] characters,
      long[] milliseconds,
      int[] revisions) {
    this.plan = plan;
    this.table = table;
    this.states = states;
    this.characters = characters;
    this.milliseconds = milliseconds;
    this.revisions = revisions;
  }

  /** Nothing has been asked yet. */
  static FormState blank(FormPlan plan, StudentContext student, int year) {
    ResponseTable table = plan.blank(student, year);
    for (int column = 0; column < plan.size(); column++) {
      if (plan.instrument().scorable(plan.item(column)).isPresent()) {
        table.setMissing(0, column, Missing.NOT_REACHED);
      }
    }
    ItemState[] states = new ItemState[plan.size()];
    Arrays.fill(states, ItemState.OPEN);
    return new FormState(
        plan, table, states, new int[plan.size()], new long[plan.size()], new int[plan.size()]);
  }

  FormPlan plan() {
    return plan;
  }

  /** One row; nobody may change it. Items that nobody has come to are not reached. */
  ResponseTable table() {
    return table;
  }

  ItemState state(int column) {
    return states[column];
  }

  long milliseconds(int column) {
    return milliseconds[column];
  }

  int revisions(int column) {
    return revisions[column];
  }

  /** How long the whole form took. */
  double seconds() {
    return Arrays.stream(milliseconds).sum() / MILLISECONDS;
  }

  /** The same with an answer, which fits the item, after so many milliseconds. */
  FormState answered(int column, Answer answer, long took) {
    FormState next = passed(column, ItemState.ANSWERED, took);
    if (state(column).isPassed() && !answer(column).equals(Optional.of(answer))) {
      next.revisions[column]++;
    }
    if (answer instanceof Answer.Written written) {
      next.characters[column] = written.characters();
    } else if (answer instanceof Answer.Entered number) {
      next.table.setNumber(0, column, number.value());
    } else if (answer instanceof Answer.Chosen chosen) {
      next.table.setChosen(0, column, chosen.codes());
    }
    return next;
  }

  /** The same without an answer to an item that takes one. */
  FormState unanswered(int column, ItemState state, long took) {
    FormState next = passed(column, state, took);
    if (state(column).isPassed() && state(column) != state) {
      next.revisions[column]++;
    }
    if (plan.instrument().scorable(plan.item(column)).isPresent()) {
      next.table.setMissing(
          0, column, state == ItemState.REFUSED ? Missing.REFUSED : Missing.SKIPPED);
    }
    return next;
  }

  /** The same with text that was read. */
  FormState read(int column) {
    return passed(column, ItemState.READ, 0);
  }

  /** The same with more time spent on an item. */
  FormState spent(int column, long took) {
    return passed(column, states[column], took);
  }

  private FormState passed(int column, ItemState state, long took) {
    ItemState[] nextStates = states.clone();
    nextStates[column] = state;
    long[] times = milliseconds.clone();
    times[column] += took;
    FormState next =
        new FormState(plan, table.copy(), nextStates, characters.clone(), times, revisions.clone());
    double seconds = next.seconds();
    // A host that measures nothing gives all events one time, and then nothing is too fast.
    if (seconds > 0) {
      next.table.seconds(0, seconds);
    }
    return next;
  }

  /** What an item was answered with; empty if it was not. */
  Optional<Answer> answer(int column) {
    if (states[column] != ItemState.ANSWERED) {
      return Optional.empty();
    }
    ResponseSet set = plan.responses(column).orElseThrow();
    if (set instanceof ResponseSet.FreeText) {
      return Optional.of(new Answer.Written(characters[column]));
    }
    return Optional.of(
        set instanceof ResponseSet.Numeric
            ? Answer.number(table.number(0, column))
            : new Answer.Chosen(table.chosen(0, column)));
  }

  /** Whether skip logic leaves the item out, as far as the answers tell. */
  boolean isLeftOut(int column) {
    return reach().get(column) == Truth.NO;
  }

  private List<Truth> reach() {
    @Nullable List<Truth> known = reach;
    if (known == null) {
      known = plan.plan().reach(table);
      reach = known;
    }
    return known;
  }

  /** The scores as they are now. */
  ScoreTable scores() {
    @Nullable ScoreTable known = scores;
    if (known == null) {
      known = plan.plan().run(table);
      scores = known;
    }
    return known;
  }
}
