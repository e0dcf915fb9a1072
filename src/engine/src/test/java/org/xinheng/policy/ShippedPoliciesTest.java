package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;

/**
 * Each shipped policy over its whole input space, rules and floors together: total, monotone, every rule and floor
 * decides somewhere, and the class teacher's rating raises by one tier at most. Written without the classes of the
 * checker: the values of each input stand here.
 */
class ShippedPoliciesTest {

  private static final int NO_TIER = 0;

  static Stream<String> policies() throws IOException {
    return InstrumentLibrary.shipped().ids(Kind.POLICY).stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void isTotalAndMonotoneAndEveryRuleDecides(String id) throws IOException {
    TierPolicy policy = InstrumentLibrary.shipped().policy(id);
    Space space = new Space();
    int[] tiers = new int[space.size()];
    Set<String> deciding = new HashSet<>();
    space.forEach((index, state) -> {
      TierRule rule = policy.decide(state).orElseThrow();
      tiers[index] = rule.severity();
      deciding.add(rule.id());
    });
    assertThat(deciding)
        .containsExactlyInAnyOrderElementsOf(policy.all().map(TierRule::id).toList());
    for (int index = 0; index < tiers.length; index++) {
      for (Axis axis : space.axes) {
        int worse = space.worse(index, axis);
        if (worse >= 0 && tiers[worse] < tiers[index]) {
          throw new AssertionError(id + ": tier " + tiers[index] + " at " + space.state(index)
              + " and tier " + tiers[worse] + " at " + space.state(worse));
        }
      }
      int rated = space.withHighest(index, space.teacher);
      boolean isAnswered = space.valueOf(index, space.primary) != State.MISSING;
      if (isAnswered && tiers[rated] - tiers[space.withLowest(index, space.teacher)] > 1) {
        throw new AssertionError(id + ": the teacher alone raises two at " + space.state(index));
      }
      assertThat(tiers[index] == NO_TIER && isAnswered).isFalse();
    }
  }

  /** One input and its values from mild to worse. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Axis(Input input, int[] values, int stride) {}

  /** All states: the index of one is the sum over the axes of position times stride. */
  private static final class Space {

    private final List<Axis> axes = new ArrayList<>();
    private int size = 1;
    private final Axis primary = axis(Input.PRIMARY, State.MISSING, 0, 1, 2, 3);
    private final Axis teacher = axis(Input.TEACHER, 0, 1, 2, 3);

    Space() {
      axis(Input.SEVERE_SCALES, 0, 1, 2);
      axis(Input.IMPACT, 0, 1, 2);
      axis(Input.WORSENING, 0, 1);
      axis(Input.LAST_TIER, 0, 1, 2);
      axis(Input.RISK_FACTORS, 0, 1, 2);
      axis(Input.ACUTE_RISK_FACTORS, 0, 1);
      axis(Input.ALERT, 0, 1, 2, 3);
      axis(Input.HOLD, 0, 1);
      axis(Input.HELP, 0, 1);
      axis(Input.REPEAT_INVALID, 0, 1);
      axis(Input.CLEARED, 0, 1);
      axis(Input.OPEN_CASE, 0, 1, 2);
      axis(Input.RE_ENTRY, 0, 1);
    }

    private Axis axis(Input input, int... values) {
      Axis axis = new Axis(input, values, size);
      axes.add(axis);
      size *= values.length;
      return axis;
    }

    int size() {
      return size;
    }

    private static int position(int index, Axis axis) {
      return index / axis.stride() % axis.values().length;
    }

    int valueOf(int index, Axis axis) {
      return axis.values()[position(index, axis)];
    }

    /** The index with one input a step worse; -1 if there is none, or nobody can say whether it is worse. */
    int worse(int index, Axis axis) {
      int position = position(index, axis);
      boolean isLast = position == axis.values().length - 1;
      return isLast || axis.values()[position] == State.MISSING ? -1 : index + axis.stride();
    }

    int withHighest(int index, Axis axis) {
      return index + (axis.values().length - 1 - position(index, axis)) * axis.stride();
    }

    int withLowest(int index, Axis axis) {
      return index - position(index, axis) * axis.stride();
    }

    State state(int index) {
      State state = State.UNKNOWN;
      for (Axis axis : axes) {
        state = state.with(axis.input(), valueOf(index, axis));
      }
      return state;
    }

    interface Visitor {
      void visit(int index, State state);
    }

    void forEach(Visitor visitor) {
      visit(axes.size() - 1, 0, State.UNKNOWN, visitor);
    }

    private void visit(int axis, int index, State state, Visitor visitor) {
      if (axis < 0) {
        visitor.visit(index, state);
        return;
      }
      Axis of = axes.get(axis);
      for (int position = 0; position < of.values().length; position++) {
        visit(
            axis - 1,
            index + position * of.stride(),
            state.with(of.input(), of.values()[position]),
            visitor);
      }
    }
  }

  /** The rows follow sections 4.3 and 4.4 of the tier model: rules alone, then with a floor. */
  @ParameterizedTest
  @CsvSource({
    "0,  open-case, 2, open-case,      2",
    "3,  open-case, 2, primary-very-high, 3",
    "-1, open-case, 2, open-case,      2",
    "0,  re-entry,  1, back-at-school, 2",
    "-1, re-entry,  1, back-at-school, 2",
    "2,  re-entry,  1, primary-high-or-severe-scale, 2",
    "0,  open-case, 1, no-further-need, 1",
    "0,  last-tier, 3, no-further-need, 1",
    "0,  cleared,   1, asked-or-unclear, 2",
  })
  void floorsRaiseAndNeverLower(int primary, String input, int value, String decides, int tier)
      throws IOException {
    State state =
        State.UNKNOWN.with(Input.PRIMARY, primary).with(Input.of(input).orElseThrow(), value);
    for (String id : policies().toList()) {
      TierRule rule = InstrumentLibrary.shipped().policy(id).decide(state).orElseThrow();
      assertThat(rule.id()).as(id).isEqualTo(decides);
      assertThat(rule.severity()).as(id).isEqualTo(tier);
    }
  }
}
