package org.xinheng.screening;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Input;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.State;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;
import org.xinheng.scoring.Explanation;
import org.xinheng.scoring.LevelBounds;

/** The reasons of an outcome in words: what decided, the inputs that it met, what is missing or invalid. */
final class Reasons {

  private static final int HIGH = 2;
  private static final int SEVERE = 3;

  private final Battery battery;
  private final TierPolicy policy;
  private final Map<String, Form> forms;
  private final EvidenceOnDay evidence;

  Reasons(Battery battery, TierPolicy policy, Map<String, Form> forms, EvidenceOnDay evidence) {
    this.battery = battery;
    this.policy = policy;
    this.forms = forms;
    this.evidence = evidence;
  }

  /** A rule decided. */
  List<Text> of(TierRule rule, State state) {
    // A very high scale is a high one as well, and is named once.
    Set<Text> reasons = new LinkedHashSet<>();
    reasons.add(rule.reason());
    for (Input input : inputsMet(rule, state)) {
      reasons.addAll(describe(input, state));
    }
    if (policy.isFloor(rule)) {
      policy.firstRule(state).ifPresent(without -> reasons.add(withoutTheFloor(without)));
    }
    reasons.addAll(skippedCritical());
    return new ArrayList<>(reasons);
  }

  private static Text withoutTheFloor(TierRule rule) {
    String tier = rule.tier().map(Tier::code).orElse("");
    return new Text(
        "this campaign alone: " + (tier.isEmpty() ? "no tier" : tier) + ", "
            + rule.reason().en(),
        "仅凭本次筛查：" + (tier.isEmpty() ? "无级别" : tier) + "，" + rule.reason().zhCn());
  }

  /** A rule gives a lower bound, because answers are missing that could raise the tier. */
  List<Text> ofLowerBound(TierRule rule, State state) {
    List<Text> reasons = of(rule, state);
    reasons.add(new Text("answers that could raise the tier are missing", "缺少可能提高级别的作答"));
    reasons.addAll(notScored());
    return reasons;
  }

  /** Nothing above tier 1 is certain, and answers that could change that are missing. */
  List<Text> ofIncomplete() {
    List<Text> reasons = new ArrayList<>();
    reasons.add(new Text("not classifiable, too many answers are missing", "作答不完整，无法分级"));
    reasons.addAll(notScored());
    reasons.addAll(skippedCritical());
    return reasons;
  }

  /** The answers cannot be trusted; what a rule would give without them is the lower bound. */
  List<Text> ofInvalid(TierRule rule, State state) {
    List<Text> reasons = new ArrayList<>();
    reasons.add(new Text("the answers are invalid, to be repeated individually", "作答无效，需个别重测"));
    reasons.addAll(validityMet());
    if (rule.tier().isPresent()) {
      reasons.addAll(of(rule, state));
    }
    return reasons;
  }

  /** The inputs whose comparisons hold; for a rule that asks nothing, the primary scale. */
  private static Set<Input> inputsMet(TierRule rule, State state) {
    Set<Input> met = new LinkedHashSet<>();
    rule.when()
        .comparisons()
        .filter(comparison -> comparison.holds(state))
        .map(Condition.Comparison::input)
        .forEach(met::add);
    if (met.isEmpty()) {
      met.add(Input.PRIMARY);
    }
    return met;
  }

  /** What stands behind an input: scores with their cut-offs, ratings with their dates. */
  List<Text> describe(Input input, State state) {
    int value = state.value(input);
    return switch (input) {
      case PRIMARY -> scale(battery.primary());
      case IMPACT -> impact();
      case SEVERE_SCALES -> scalesFrom(SEVERE);
      case HIGH_SCALES -> scalesFrom(HIGH);
      case SCORED_QUESTIONNAIRES -> List.of(scoredQuestionnaires(value));
      case ALERT -> raised();
      case RISK_FACTORS -> factors("registered risk factors", "登记的风险因素", evidence.riskFactors());
      case ACUTE_RISK_FACTORS ->
        factors("recent acute risk factors", "近期急性风险因素", evidence.acuteRiskFactors());
      case HOLD -> held();
      case TEACHER,
          WORSENING,
          LAST_TIER,
          HELP,
          REPEAT_INVALID,
          CLEARED,
          GUARDIAN,
          OPEN_CASE,
          RE_ENTRY -> known(input);
    };
  }

  /** What is known about an input, with who says so, since when and for how long. */
  private List<Text> known(Input input) {
    return evidence.facts(input).stream()
        .filter(fact -> fact.value() > 0)
        .map(fact -> FactText.of(fact, evidence.countsThrough(fact)))
        .toList();
  }

  private List<Text> held() {
    List<Text> texts = new ArrayList<>();
    for (Input input : new Input[] {Input.HOLD, Input.OPEN_CASE, Input.RE_ENTRY}) {
      texts.addAll(known(input));
    }
    return texts;
  }

  private List<Text> raised() {
    List<Text> texts = new ArrayList<>(fired());
    evidence.openConcerns().forEach(concern -> texts.add(FactText.of(concern, policy)));
    return texts;
  }

  private List<Form> inOrder() {
    return battery.questionnaires().stream()
        .flatMap(id -> Optional.ofNullable(forms.get(id)).stream())
        .toList();
  }

  private List<Text> scale(ScaleReference reference) {
    return Optional.ofNullable(forms.get(reference.questionnaire()))
        .map(form -> form.stopped(reference.scale())
            .map(levels -> stopped(form, reference, levels))
            .orElseGet(() -> Explanation.of(form.scores(), form.row(), reference.scale())))
        .map(List::of)
        .orElse(List.of());
  }

  /** A scale that was stopped early has no value to name. */
  private static Text stopped(Form form, ScaleReference reference, LevelBounds levels) {
    Text name = form.scores().plan().instrument().about().name();
    String of = levels.isDecided()
        ? Integer.toString(levels.lowest())
        : levels.lowest() + "–" + levels.highest();
    return new Text(
        name.en() + " " + reference.scale() + ": stopped early at level " + of,
        name.zhCn() + " " + reference.scale() + "：提前结束，等级 " + of);
  }

  /** From the scale of the battery, else from a table. */
  private List<Text> impact() {
    List<Text> ofScale = battery.impact().map(this::scale).orElse(List.of());
    return ofScale.isEmpty() ? known(Input.IMPACT) : ofScale;
  }

  private Text scoredQuestionnaires(int scored) {
    int given = battery.questionnaires().size();
    return new Text(
        "questionnaires with all scores: " + scored + " of " + given,
        "得分齐全的问卷：" + given + " 份中 " + scored + " 份");
  }

  private List<Text> scalesFrom(int lowest) {
    List<Text> texts = new ArrayList<>();
    for (ScaleReference reference : battery.supporting()) {
      Screener.level(reference, forms)
          .filter(level -> level >= lowest)
          .ifPresent(level -> texts.addAll(scale(reference)));
    }
    return texts;
  }

  private List<Text> fired() {
    List<Text> texts = new ArrayList<>();
    for (Form form : inOrder()) {
      for (CriticalItem item : form.scores().fired(form.row())) {
        if (item.alert().isRaised()) {
          texts.add(critical(form, item, alertName(item.alert())));
        }
      }
    }
    return texts;
  }

  private Text alertName(Alert alert) {
    return Optional.ofNullable(policy.alerts().get(alert))
        .orElse(new Text(alert.word(), alert.word()));
  }

  private static Text critical(Form form, CriticalItem item, Text end) {
    Text name = form.scores().plan().instrument().about().name();
    boolean single = item.isSingle();
    return new Text(
        name.en() + (single ? " item " : " ") + item.id() + " (" + item.topic().en() + "): "
            + end.en(),
        name.zhCn() + (single ? "第 " + item.id() + " 题" : " " + item.id()) + "（"
            + item.topic().zhCn() + "）：" + end.zhCn());
  }

  private List<Text> skippedCritical() {
    List<Text> texts = new ArrayList<>();
    for (Form form : inOrder()) {
      for (CriticalItem item : form.scores().notKnown(form.row())) {
        if (item.alert().isRaised()) {
          texts.add(critical(
              form, item, new Text("not answered, ask within 2 school days", "未作答，2 个上学日内询问")));
        }
      }
    }
    return texts;
  }

  private static List<Text> factors(String en, String zhCn, List<RiskFactor> inForce) {
    List<String> codes = inForce.stream().map(RiskFactor::code).toList();
    return List.of(
        new Text(en + ": " + String.join(", ", codes), zhCn + "：" + String.join("、", codes)));
  }

  private List<Text> validityMet() {
    List<Text> texts = new ArrayList<>();
    for (Form form : inOrder()) {
      for (ValidityIndex index : form.scores().validityMet(form.row())) {
        Text name = form.scores().plan().instrument().about().name();
        texts.add(new Text(
            name.en() + ": " + index.name().en() + " says " + index.verdict().word(),
            name.zhCn() + "：" + index.name().zhCn() + "提示作答"
                + (index.verdict() == ValidityIndex.Verdict.INVALID ? "无效" : "可疑")));
      }
    }
    return texts;
  }

  /** The scales without a score that a tier may rest on. */
  private List<Text> notScored() {
    List<ScaleReference> needed = new ArrayList<>(List.of(battery.primary()));
    int lowest = policy.asks(Input.HIGH_SCALES) ? HIGH : SEVERE;
    battery.supporting().stream().filter(scale -> canReach(lowest, scale)).forEach(needed::add);
    List<Text> texts = new ArrayList<>();
    for (ScaleReference reference : needed) {
      Optional.ofNullable(forms.get(reference.questionnaire()))
          .filter(form -> !form.isScored(reference.scale()))
          .ifPresent(form -> texts.addAll(scale(reference)));
    }
    return texts;
  }

  private boolean canReach(int lowest, ScaleReference reference) {
    return Optional.ofNullable(forms.get(reference.questionnaire()))
        .map(form -> form.scores().plan().instrument())
        .filter(
            instrument -> instrument.levels(reference.scale()).anyMatch(level -> level >= lowest))
        .isPresent();
  }
}
