package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;

/** The shipped policy over whole states; the rows are the worked cases of its default tier model. */
class DefaultPolicyTest {

  private static TierPolicy policy;

  @BeforeAll
  static void load() throws IOException {
    policy = InstrumentLibrary.shipped().policy("default");
  }

  /** P: primary band, S3: supporting scales in band 3, Q: class teacher, I: impact, H: tier last year. */
  @ParameterizedTest
  @CsvSource({
    "  0, 0, 0, 0, 1, 0, none,     '',             1",
    "  0, 0, 0, 0, 1, 2, none,     '',             1", // an orphan with two factors: registry only
    "  1, 0, 0, 0, 1, 0, none,     '',             1",
    "  1, 0, 0, 0, 1, 2, none,     '',             2",
    "  1, 0, 2, 0, 1, 0, none,     '',             2",
    "  0, 1, 0, 0, 1, 0, none,     '',             2",
    "  2, 0, 0, 0, 1, 0, none,     '',             2",
    "  2, 0, 2, 0, 1, 0, none,     '',             3",
    "  2, 2, 0, 0, 1, 0, none,     '',             3",
    "  3, 0, 0, 0, 1, 0, none,     '',             3",
    "  0, 0, 3, 0, 1, 0, none,     '',             2",
    "  0, 0, 0, 0, 1, 0, same-day, '',             3 provisional",
    " -1, 0, 0, 0, 1, 0, same-day, '',             3 provisional", // abandoned after a critical
    // answer
    " -1, 0, 0, 0, 1, 0, none,     '',             none",
    " -1, 0, 2, 0, 1, 0, none,     '',             2 provisional",
    "  0, 0, 0, 0, 1, 0, none,     hold,           3 provisional",
    " -1, 0, 0, 0, 1, 0, none,     repeat-invalid, 2",
  })
  void decidesTheWorkedCases(
      int p, int s3, int q, int i, int h, int r, String alert, String other, String expected) {
    State state = State.UNKNOWN
        .with(Input.PRIMARY, p)
        .with(Input.SEVERE_SCALES, s3)
        .with(Input.TEACHER, q)
        .with(Input.IMPACT, i)
        .with(Input.LAST_TIER, h)
        .with(Input.RISK_FACTORS, r)
        .with(Input.ALERT, Alert.of(alert).orElseThrow().ordinal());
    if (!other.isEmpty()) {
      state = state.with(Input.of(other).orElseThrow(), 1);
    }
    TierRule rule = policy.decide(state).orElseThrow();
    String tier = rule.tier().map(t -> Integer.toString(t.number())).orElse("none");
    assertThat(tier + (rule.provisional() ? " provisional" : "")).isEqualTo(expected);
  }

  /**
   * Requirements 4.3 name 49,152 states with P present: 4 bands, 0–2 severe scales, 4 teacher bands, 4 impact bands and
   * eight yes-or-no inputs. Written here without the classes that the checker uses.
   */
  @Test
  void isTotalAndMonotoneOverEveryState() {
    AtomicInteger states = new AtomicInteger();
    everyState(state -> {
      states.incrementAndGet();
      int tier = tier(state);
      assertThat(tier).as(state.toString()).isBetween(1, 3);
      worsened(
          state,
          worse ->
              assertThat(tier(worse)).as(worse + " after " + state).isGreaterThanOrEqualTo(tier));
    });
    assertThat(states).hasValue(49_152);
  }

  private static int tier(State state) {
    return policy.decide(state).orElseThrow().severity();
  }

  private static final Input[] YES_NO = {
    Input.WORSENING,
    Input.LAST_TIER,
    Input.RISK_FACTORS,
    Input.ALERT,
    Input.HOLD,
    Input.HELP,
    Input.REPEAT_INVALID,
    Input.CLEARED
  };

  private static int yes(Input input) {
    return input.isYesNo() ? 1 : 2; // tier 2 last year, two risk factors, an alert of the same day
  }

  private static void everyState(Consumer<State> visitor) {
    for (int p = 0; p <= 3; p++) {
      for (int s3 = 0; s3 <= 2; s3++) {
        for (int q = 0; q <= 3; q++) {
          for (int i = 0; i <= 3; i++) {
            for (int bits = 0; bits < 1 << YES_NO.length; bits++) {
              State state = State.UNKNOWN
                  .with(Input.PRIMARY, p)
                  .with(Input.SEVERE_SCALES, s3)
                  .with(Input.TEACHER, q)
                  .with(Input.IMPACT, i);
              for (int bit = 0; bit < YES_NO.length; bit++) {
                if ((bits >> bit & 1) == 1) {
                  state = state.with(YES_NO[bit], yes(YES_NO[bit]));
                }
              }
              visitor.accept(state);
            }
          }
        }
      }
    }
  }

  private static void worsened(State state, Consumer<State> visitor) {
    for (Input input :
        new Input[] {Input.PRIMARY, Input.SEVERE_SCALES, Input.TEACHER, Input.IMPACT}) {
      int highest = input == Input.SEVERE_SCALES ? 2 : 3;
      if (state.value(input) < highest) {
        visitor.accept(state.with(input, state.value(input) + 1));
      }
    }
    for (Input input : YES_NO) {
      if (state.value(input) == 0) {
        visitor.accept(state.with(input, yes(input)));
      }
    }
  }
}
