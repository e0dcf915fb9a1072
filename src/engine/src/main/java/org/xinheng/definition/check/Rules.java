package org.xinheng.definition.check;

import java.util.List;
import org.xinheng.definition.WorkedCases;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;

/** All rules, by what they look at. */
public final class Rules {

  public static final List<Rule<Instrument>> QUESTIONNAIRE = List.of(new BandOrder());

  public static final List<Rule<WorkedCases>> CASES = List.of();

  public static final List<Rule<NormSet>> NORM_SET = List.of();

  public static final List<Rule<Battery>> BATTERY = List.of();

  public static final List<Rule<TierPolicy>> POLICY = List.of(
      new PolicyTotal(),
      new PolicyMonotone(),
      new PolicyRuleUnreachable(),
      new TeacherRaisesOneTier());

  private Rules() {}
}
