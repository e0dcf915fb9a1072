package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Input;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.State;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.Validity;

/**
 * Combines scores and evidence to an outcome by a battery and a policy.
 *
 * <p>What is missing is bounded: the policy is asked for the mildest and for the worst state that the missing answers
 * leave possible. If both give the same tier, that is the tier; if not, the milder one is a lower bound. A policy is
 * monotone, so nothing in between can be milder or worse. Tier 1 is never given to a student whose primary scale has no
 * score. Answers that a validity rule calls invalid count as missing, but their alerts stand.
 *
 * <p>A policy may ignore what is missing instead. Then the first rule that holds for the scores that are there decides,
 * and the tier is provisional where those that are not could have raised it.
 */
public final class Screener {

  static final int HIGH = 2;
  static final int SEVERE = 3;

  private final Battery battery;
  private final TierPolicy policy;
  private final LocalDate day;
  private final SchoolCalendar calendar;

  /** A screener for a school whose calendar is not known; see the other constructor. */
  public Screener(Battery battery, TierPolicy policy, LocalDate day) {
    this(battery, policy, day, SchoolCalendar.WEEKDAYS);
  }

  /**
   * A screener for the students of one battery.
   *
   * @param day the day by which evidence is judged
   * @param calendar says when a term ends, for evidence that counts for some terms
   */
  public Screener(Battery battery, TierPolicy policy, LocalDate day, SchoolCalendar calendar) {
    this.battery = battery;
    this.policy = policy;
    this.day = day;
    this.calendar = calendar;
  }

  public Battery battery() {
    return battery;
  }

  public TierPolicy policy() {
    return policy;
  }

  /**
   * The outcome of one student.
   *
   * @param forms by questionnaire id; a questionnaire that the student did not get to is absent
   */
  public Outcome screen(Map<String, Form> forms, Evidence evidence) {
    return decided(forms, new EvidenceOnDay(evidence, policy, day, calendar)).outcome();
  }

  /** The same without its reasons, which take longer to put into words than all that they are reasons for. */
  OutcomeLookup.Decision decide(Map<String, Form> forms, Evidence evidence) {
    return decided(forms, new EvidenceOnDay(evidence, policy, day, calendar)).decision();
  }

  /** The same with all that led to it. */
  public OutcomeTrace trace(Map<String, Form> forms, Evidence evidence) {
    EvidenceOnDay onDay = new EvidenceOnDay(evidence, policy, day, calendar);
    Decided decided = decided(forms, onDay);
    return new OutcomeTrace(
        decided.outcome(), decided.state(), decided.worst(), battery, policy, forms, onDay);
  }

  /**
   * What was decided, by which states.
   *
   * @param reasons puts them into words
   */
  private record Decided(
      OutcomeLookup.Decision decision, State state, State worst, Supplier<List<Text>> reasons) {

    Outcome outcome() {
      return new Outcome(
          decision.status(),
          decision.tier(),
          decision.atLeast(),
          decision.alert(),
          decision.rule(),
          reasons.get());
    }
  }

  private Decided decided(Map<String, Form> forms, EvidenceOnDay evidence) {
    Alert alert = alertOf(forms).orWorse(evidence.alert());
    State known = evidence
        .state()
        .with(Input.ALERT, alert.ordinal())
        .with(Input.SCORED_QUESTIONNAIRES, scoredQuestionnaires(forms));
    Reasons reasons = new Reasons(battery, policy, forms, evidence);
    if (forms.values().stream().allMatch(Form::isBlank)) {
      return notScreened(known, alert, reasons);
    }
    if (isInvalid(forms)) {
      return invalid(known, alert, reasons);
    }
    return switch (policy.missing()) {
      case BOUNDED -> bounded(known, levels(forms), worstAlert(forms, alert), reasons);
      case IGNORED -> ofScored(known, forms, worstAlert(forms, alert), reasons);
    };
  }

  /**
   * The tiers that are still possible if what is missing were answered.
   *
   * @param lowest the mildest; empty if it may be none
   * @param highest the most intensive; empty if none is possible
   */
  public record TierRange(Optional<Tier> lowest, Optional<Tier> highest) {}

  /** The tiers that are still possible; arguments as of {@link #screen}. */
  public TierRange range(Map<String, Form> forms, Evidence evidence) {
    EvidenceOnDay onDay = new EvidenceOnDay(evidence, policy, day, calendar);
    Alert alert = alertOf(forms).orWorse(onDay.alert());
    Levels levels = levels(forms);
    State known = onDay
        .state()
        .with(Input.ALERT, alert.ordinal())
        .with(Input.SCORED_QUESTIONNAIRES, scoredQuestionnaires(forms));
    State withImpact = withImpact(known, levels.impact);
    return new TierRange(
        decide(mildest(withImpact, levels)).tier(),
        decide(worst(withImpact, levels, worstAlert(forms, alert))).tier());
  }

  /** The impact that a scale says, unless a table says a worse one. */
  private static State withImpact(State state, int level) {
    return state.with(Input.IMPACT, Math.max(level, state.value(Input.IMPACT)));
  }

  private static State mildest(State known, Levels levels) {
    return counting(known, levels.supporting.stream().map(LevelBounds::lowest).toList())
        .with(Input.PRIMARY, levels.primary.lowest());
  }

  private static State worst(State known, Levels levels, Alert worstAlert) {
    return counting(known, levels.supporting.stream().map(LevelBounds::highest).toList())
        .with(Input.PRIMARY, levels.primary.highest())
        .with(Input.ALERT, worstAlert.ordinal());
  }

  private Decided notScreened(State state, Alert alert, Reasons reasons) {
    TierRule rule = decide(state);
    // Somebody of whom there are no answers is not known to need nothing more.
    Optional<Tier> tier = rule.tier().filter(given -> given != Tier.UNIVERSAL);
    Status status = tier.isPresent() ? Status.PROVISIONAL : Status.NOT_SCREENED;
    return new Decided(
        new OutcomeLookup.Decision(status, tier, tier, alert, Optional.of(rule.id())),
        state,
        state,
        () -> reasons.of(rule, state));
  }

  /** The first invalid form withholds the tier; the second leaves it to the policy. */
  private Decided invalid(State state, Alert alert, Reasons reasons) {
    TierRule rule = decide(state);
    boolean repeated = state.value(Input.REPEAT_INVALID) == 1;
    return new Decided(
        new OutcomeLookup.Decision(
            Status.INVALID,
            rule.tier().filter(tier -> repeated),
            rule.tier(),
            alert,
            Optional.of(rule.id())),
        state,
        state,
        () -> reasons.ofInvalid(rule, state));
  }

  private Decided bounded(State known, Levels levels, Alert worstAlert, Reasons reasons) {
    Alert alert = Alert.values()[known.value(Input.ALERT)];
    State withImpact = withImpact(known, levels.impact);
    State mildest = mildest(withImpact, levels);
    TierRule rule = decide(mildest);
    if (!levels.primaryScored) {
      // Not knowing the primary band may itself be a reason of the policy.
      State missing = mildest.with(Input.PRIMARY, State.MISSING);
      TierRule whileMissing = decide(missing);
      boolean asSevere = whileMissing.severity() >= rule.severity();
      mildest = asSevere ? missing : mildest;
      rule = asSevere ? whileMissing : rule;
    }
    State worst = worst(withImpact, levels, worstAlert);
    boolean certain = decide(worst).severity() == rule.severity();
    Status status = status(rule, certain, levels.primaryScored);
    if (status == Status.INCOMPLETE) {
      OutcomeLookup.Decision open = new OutcomeLookup.Decision(
          status, Optional.empty(), Optional.empty(), alert, Optional.empty());
      return new Decided(open, mildest, worst, reasons::ofIncomplete);
    }
    return tiered(status, rule, certain, alert, mildest, worst, reasons);
  }

  private Decided ofScored(
      State known, Map<String, Form> forms, Alert worstAlert, Reasons reasons) {
    Optional<Integer> primary = level(battery.primary(), forms);
    State state = counting(
            known,
            battery.supporting().stream()
                .flatMap(scale -> level(scale, forms).stream())
                .toList())
        .with(Input.PRIMARY, primary.orElse(State.MISSING))
        .with(
            Input.IMPACT,
            Math.max(
                battery.impact().flatMap(scale -> level(scale, forms)).orElse(0),
                known.value(Input.IMPACT)));
    State worst = counting(
            state,
            battery.supporting().stream().map(scale -> worstLevel(scale, forms)).toList())
        .with(Input.PRIMARY, worstLevel(battery.primary(), forms))
        .with(Input.ALERT, worstAlert.ordinal());
    TierRule rule = decide(state);
    boolean certain = rule.tier().isEmpty() || decide(worst).severity() == rule.severity();
    Status tiered = rule.provisional() || !certain ? Status.PROVISIONAL : Status.CLASSIFIED;
    Status status = rule.tier().isEmpty() ? Status.INCOMPLETE : tiered;
    Alert alert = Alert.values()[known.value(Input.ALERT)];
    return tiered(status, rule, certain, alert, state, worst, reasons);
  }

  /** A rule decided, for certain or at least. */
  private static Decided tiered(
      Status status,
      TierRule rule,
      boolean certain,
      Alert alert,
      State state,
      State worst,
      Reasons reasons) {
    return new Decided(
        new OutcomeLookup.Decision(status, rule.tier(), rule.tier(), alert, Optional.of(rule.id())),
        state,
        worst,
        () -> certain ? reasons.of(rule, state) : reasons.ofLowerBound(rule, state));
  }

  /** The same with supporting scales of these levels. */
  private static State counting(State state, List<Integer> levels) {
    return state
        .with(Input.SEVERE_SCALES, atOrAbove(SEVERE, levels))
        .with(Input.HIGH_SCALES, atOrAbove(HIGH, levels));
  }

  private static int atOrAbove(int lowest, List<Integer> levels) {
    return (int) levels.stream().filter(level -> level >= lowest).count();
  }

  private static Status status(TierRule rule, boolean certain, boolean primaryScored) {
    if (rule.tier().isEmpty()) {
      return Status.INCOMPLETE;
    }
    boolean universal = rule.tier().get() == Tier.UNIVERSAL;
    if (universal && !(certain && primaryScored)) {
      return Status.INCOMPLETE;
    }
    return rule.provisional() || !certain ? Status.PROVISIONAL : Status.CLASSIFIED;
  }

  private TierRule decide(State state) {
    return policy
        .decide(state)
        .orElseThrow(() -> new IllegalStateException("policy '" + policy.id() + "' is not total"));
  }

  private static Alert alertOf(Map<String, Form> forms) {
    Alert alert = Alert.NONE;
    for (Form form : forms.values()) {
      alert = alert.orWorse(form.scores().alert(form.row()));
    }
    return alert;
  }

  /** The alert if every critical item that was not answered would have fired. */
  private static Alert worstAlert(Map<String, Form> forms, Alert alert) {
    Alert worst = alert;
    for (Form form : forms.values()) {
      for (CriticalItem item : form.scores().notKnown(form.row())) {
        worst = worst.orWorse(item.alert());
      }
    }
    return worst;
  }

  private boolean isInvalid(Map<String, Form> forms) {
    return Optional.ofNullable(forms.get(battery.primary().questionnaire()))
        .filter(Screener::isInvalid)
        .isPresent();
  }

  private static boolean isInvalid(Form form) {
    return form.scores().validity(form.row()) == Validity.INVALID;
  }

  /** Questionnaires that were answered and have a score on each of their scales that the battery names. */
  private int scoredQuestionnaires(Map<String, Form> forms) {
    return (int) battery.questionnaires().stream()
        .filter(id -> Optional.ofNullable(forms.get(id))
            .filter(form -> !form.isBlank() && isScored(form, id))
            .isPresent())
        .count();
  }

  private boolean isScored(Form form, String questionnaire) {
    return battery.banded().stream()
        .filter(scale -> scale.questionnaire().equals(questionnaire))
        .allMatch(scale -> form.isScored(scale.scale()));
  }

  /**
   * The band levels of a student's scales, each exact or bounded: both bounds are the level itself if it is known.
   *
   * @param supporting in the order of the battery
   */
  private record Levels(
      LevelBounds primary, boolean primaryScored, List<LevelBounds> supporting, int impact) {}

  private Levels levels(Map<String, Form> forms) {
    return new Levels(
        bounds(battery.primary(), forms),
        level(battery.primary(), forms).isPresent(),
        battery.supporting().stream().map(scale -> bounds(scale, forms)).toList(),
        battery.impact().flatMap(scale -> level(scale, forms)).orElse(0));
  }

  private static LevelBounds bounds(ScaleReference scale, Map<String, Form> forms) {
    Optional<Integer> level = level(scale, forms);
    Optional<LevelBounds> stopped = stopped(scale, forms);
    if (level.isPresent()) {
      return stopped.orElse(new LevelBounds(level.get(), level.get()));
    }
    return Optional.ofNullable(forms.get(scale.questionnaire()))
        .filter(form -> !isInvalid(form))
        .map(form ->
            LevelBounds.of(form.scores().plan(), form.responses(), form.row(), scale.scale()))
        .orElse(LevelBounds.OPEN);
  }

  /** The levels of a scale that was stopped early. */
  private static Optional<LevelBounds> stopped(ScaleReference scale, Map<String, Form> forms) {
    return Optional.ofNullable(forms.get(scale.questionnaire()))
        .flatMap(form -> form.stopped(scale.scale()));
  }

  /** The level, or the worst that the scale can have where there is none. */
  private static int worstLevel(ScaleReference scale, Map<String, Form> forms) {
    return stopped(scale, forms)
        .map(LevelBounds::highest)
        .or(() -> level(scale, forms))
        .or(() -> Optional.ofNullable(forms.get(scale.questionnaire()))
            .flatMap(form -> form.scores()
                .plan()
                .instrument()
                .levels(scale.scale())
                .max(Comparator.naturalOrder())))
        .orElse(SEVERE);
  }

  /**
   * The level; of a scale that was stopped early the lowest that it can have. None if there is no score, or if the
   * questionnaire is invalid.
   */
  static Optional<Integer> level(ScaleReference scale, Map<String, Form> forms) {
    return Optional.ofNullable(forms.get(scale.questionnaire()))
        .filter(form -> !isInvalid(form))
        .flatMap(form -> form.stopped(scale.scale())
            .map(LevelBounds::lowest)
            .or(() -> form.scores().level(form.row(), scale.scale())));
  }

  /**
   * Whether scales that can still have several levels give the same tier at all of them, with each alert from the one raised
   * to the worst that is possible; everything is taken to be answered in the end.
   *
   * @param levels of all scales and classifications that the battery reads
   * @param alert that was raised
   * @param worst that could still be raised
   */
  public boolean isTierDecided(
      Map<ScaleReference, LevelBounds> levels, Alert alert, Alert worst, Evidence evidence) {
    EvidenceOnDay onDay = new EvidenceOnDay(evidence, policy, day, calendar);
    State known =
        onDay.state().with(Input.SCORED_QUESTIONNAIRES, battery.questionnaires().size());
    int reported = onDay.alert().ordinal();
    for (int urgency = Math.max(alert.ordinal(), reported);
        urgency <= Math.max(worst.ordinal(), reported);
        urgency++) {
      State state = known.with(Input.ALERT, urgency);
      TierRule mildest = decide(at(levels, LevelBounds::lowest, state));
      TierRule severest = decide(at(levels, LevelBounds::highest, state));
      boolean alike =
          mildest.tier().equals(severest.tier()) && mildest.provisional() == severest.provisional();
      if (!alike) {
        return false;
      }
    }
    return true;
  }

  private State at(
      Map<ScaleReference, LevelBounds> levels, ToIntFunction<LevelBounds> end, State state) {
    Map<ScaleReference, Integer> at = new HashMap<>();
    levels.forEach((scale, bounds) -> at.put(scale, end.applyAsInt(bounds)));
    State counted = counting(
            state,
            battery.supporting().stream()
                .map(scale -> at.getOrDefault(scale, 0))
                .toList())
        .with(Input.PRIMARY, at.getOrDefault(battery.primary(), 0));
    return withImpact(
        counted, battery.impact().map(scale -> at.getOrDefault(scale, 0)).orElse(0));
  }
}
