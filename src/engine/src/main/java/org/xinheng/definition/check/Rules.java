package org.xinheng.definition.check;

import java.util.List;
import org.xinheng.definition.Kind;
import org.xinheng.definition.WorkedCases;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;

/** All rules, by what they look at. */
public final class Rules {

  public static final List<Rule<Instrument>> QUESTIONNAIRE = List.of(
      new FileName<>(Kind.QUESTIONNAIRE, Instrument::id),
      new VerificationNoSource(),
      new ResponsesTooFew(),
      new ResponsesCodeTwice(),
      new ResponsesUnused(),
      new ItemDuplicate(),
      new ItemUnknownResponses(),
      new ItemUnused(),
      new ScaleReserved(),
      new ScaleEmpty(),
      new ScaleUnknownItem(),
      new ScaleItemTwice(),
      new ScaleUnknownScale(),
      new ScalePartTwice(),
      new ScaleCycle(),
      new ScaleReverseRange(),
      new RecodeUnknownCode(),
      new ScaleRange(),
      new ScaleMethod(),
      new MissingLimit(),
      new MissingMethod(),
      new RoundUndeclared(),
      new BandOne(),
      new BandDuplicate(),
      new BandOrder(),
      new BandLevel(),
      new BandGap(),
      new BandUnreachable(),
      new BandSetUnreachable(),
      new SourceUnknown(),
      new CriticalUnknownItem(),
      new CriticalNever(),
      new CriticalAlways(),
      new CriticalUnverified(),
      new CriticalTwice(),
      new CriticalTooMany(),
      new ValidityDuplicate(),
      new ValidityUnknownScale(),
      new ValidityUnknownItem(),
      new ValidityNever(),
      new ValidityAlways());

  public static final List<Rule<WorkedCases>> CASES = List.of(
      new FileName<>(Kind.CASES, WorkedCases::questionnaire),
      new CaseTwice(),
      new CaseSameAnswers());

  public static final List<Rule<NormSet>> NORM_SET = List.of(
      new FileName<>(Kind.NORM_SET, NormSet::id),
      new NormNoGroups(),
      new NormGroupTwice(),
      new NormGroupEmpty(),
      new NormSd(),
      new NormOverlap());

  public static final List<Rule<Battery>> BATTERY = List.of(
      new FileName<>(Kind.BATTERY, Battery::id),
      new BatteryQuestionnaireTwice(),
      new BatteryNotGiven(),
      new BatteryPrimarySupporting());

  public static final List<Rule<TierPolicy>> POLICY = List.of(
      new FileName<>(Kind.POLICY, TierPolicy::id),
      new PolicyRuleTwice(),
      new PolicyTotal(),
      new PolicyMonotone(),
      new PolicyRuleUnreachable(),
      new TeacherRaisesOneTier());

  private Rules() {}
}
