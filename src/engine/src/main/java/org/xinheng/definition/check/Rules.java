package org.xinheng.definition.check;

import java.util.List;
import org.xinheng.definition.Kind;
import org.xinheng.definition.WorkedCases;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.OutputProfile;

/** All rules, by what they look at. */
public final class Rules {

  public static final List<Rule<Instrument>> QUESTIONNAIRE = List.of(
      new FileName<>(Kind.QUESTIONNAIRE, Instrument::id),
      new VerificationNoSource(),
      new LanguageUnknown(),
      new ReadingAgeTooHigh(),
      new ResponsesTooFew(),
      new ResponsesTooMany(),
      new NoneUnknown(),
      new ResponsesRange(),
      new ResponsesDecimals(),
      new SliderStep(),
      new ResponsesCodeTwice(),
      new ResponsesUnused(),
      new ItemDuplicate(),
      new ItemUnknownResponses(),
      new InformationRequired(),
      new ItemWithoutAnswer(),
      new ItemUnused(),
      new SectionTwice(),
      new SectionEmpty(),
      new SectionUnknownItem(),
      new SectionItemTwice(),
      new SectionOrder(),
      new SectionLeavesOut(),
      new VisibleLater(),
      new VisibleAsksScore(),
      new VisibleShuffled(),
      new VisibleNever(),
      new VisibleAlways(),
      new VisibleUnscored(),
      new ScaleReserved(),
      new ScaleEmpty(),
      new ScaleUnknownItem(),
      new ScaleItemTwice(),
      new ScaleUnknownScale(),
      new ScalePartTwice(),
      new ScaleCycle(),
      new ScaleReverseRange(),
      new RecodeUnknownCode(),
      new RecodeOfNumber(),
      new ScaleRange(),
      new ScaleMethod(),
      new ScaleSize(),
      new ScaleArithmetic(),
      new IrtNotChoice(),
      new IrtThresholdCount(),
      new IrtThresholdOrder(),
      new IrtDiscrimination(),
      new IrtPriorSd(),
      new IrtUnrounded(),
      new IrtTooLarge(),
      new IrtNoEstimate(),
      new MissingLimit(),
      new MissingMethod(),
      new RoundUndeclared(),
      new RoundIrrational(),
      new DivideZero(),
      new RatioNegative(),
      new RatioZero(),
      new ClampNever(),
      new ClampAlways(),
      new ConvertOrder(),
      new ConvertMonotone(),
      new ConvertGap(),
      new ConvertUnreachable(),
      new BandOne(),
      new BandDuplicate(),
      new BandOrder(),
      new BandLevel(),
      new BandGap(),
      new BandUnreachable(),
      new BandSetUnreachable(),
      new BandUnverified(),
      new SourceUnknown(),
      new ConditionUnknownItem(),
      new ConditionUnknownScale(),
      new ConditionUnknownName(),
      new ConditionUnknownCode(),
      new ConditionNotSeveral(),
      new ConditionNoBands(),
      new ConditionCycle(),
      new ConditionUnused(),
      new ConditionTooMany(),
      new ConditionItemTwice(),
      new ConditionNever(),
      new ConditionAlways(),
      new ClassificationClash(),
      new ClassificationOutcomeTwice(),
      new ClassificationTooMany(),
      new ClassificationNotTotal(),
      new ClassificationUnreachable(),
      new CriticalUnknownItem(),
      new CriticalNever(),
      new CriticalAlways(),
      new CriticalUnverified(),
      new CriticalNotValidated(),
      new CriticalTwice(),
      new CriticalTooMany(),
      new CriticalAsksScore(),
      new ValidityDuplicate(),
      new ValidityUnknownScale(),
      new ValidityUnknownItem(),
      new ValidityNoModel(),
      new ValidityItemTwice(),
      new ValidityPairOfItself(),
      new ValidityPairTwice(),
      new ValidityNotChoice(),
      new ValidityResponseRange(),
      new ValidityTooFewScales(),
      new ValidityScaleUnsplittable(),
      new ValiditySharedItem(),
      new ValidityCovarianceSize(),
      new ValidityCovarianceAsymmetric(),
      new ValidityCovarianceSingular(),
      new ValidityReferenceOutside(),
      new ValidityUnpublished(),
      new ValidityStraightLine(),
      new ValidityTooMany(),
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
      new NormTableOrder(),
      new NormTableMonotone(),
      new NormListedImpossible(),
      new NormTableClassesBetween(),
      new NormGivesNothing(),
      new NormNotGiven(),
      new NormUnrounded(),
      new NormRegressionOpen(),
      new NormOverlap(),
      new NormCrossing());

  /** What a norm set says about its questionnaire. */
  static final List<NormRule> NORM_SET_OF_QUESTIONNAIRE = List.of(
      new NormUnknownScale(),
      new NormMean(),
      new NormSdTooLarge(),
      new NormExpectedMean(),
      new NormTableBeyond(),
      new NormNotListed(),
      new NormGroupOutside(),
      new NormUncovered(),
      new NormUnverified());

  public static final List<Rule<Battery>> BATTERY = List.of(
      new FileName<>(Kind.BATTERY, Battery::id),
      new BatteryQuestionnaireTwice(),
      new BatteryNotGiven(),
      new BatteryPrimarySupporting(),
      new StoppingNumbers(),
      new StoppingItems());

  public static final List<Rule<TierPolicy>> POLICY = List.of(
      new FileName<>(Kind.POLICY, TierPolicy::id),
      new PolicyRuleTwice(),
      new PolicyTooLarge(),
      new PolicyTotal(),
      new PolicyMonotone(),
      new PolicyRuleUnreachable(),
      new TeacherRaisesOneTier(),
      new FloorAsksNow(),
      new FloorMonotone(),
      new FloorUnreachable(),
      new InputUndeclared(),
      new InputUnused(),
      new NumberingDirection(),
      new PolicyCodeTwice(),
      new DeadlineMissing(),
      new DeadlineAlertClock(),
      new DeadlineOrder(),
      new PolicyLimits());

  public static final List<Rule<SchoolCalendar>> CALENDAR =
      List.of(new CalendarDates(), new CalendarNoEffect());

  public static final List<Rule<OutputProfile>> PROFILE =
      List.of(new FileName<>(Kind.PROFILE, OutputProfile::id), new ProfileNameTwice());

  public static final List<Rule<PrintedForm>> FORM = List.of(
      new FileName<>(Kind.FORM, PrintedForm::id),
      new FormPartTwice(),
      new FormPartEmpty(),
      new FormGapUnknown(),
      new FormFillInUnused(),
      new FormNamesALabel(),
      new FormCodeNeverExpires(),
      new FormCodeReview(),
      new FormSourceUnknown());

  private Rules() {}
}
