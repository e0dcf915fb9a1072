package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.Trigger;

/** Evidence in words: what it says, who says so, since when and for how long it counts. */
final class FactText {

  private FactText() {}

  static Text of(Fact fact, Optional<LocalDate> countsThrough) {
    Text what = what(fact);
    if (fact.on().isEmpty() && fact.source() == EvidenceSource.TABLE) {
      return what;
    }
    Text source = fact.source().text();
    String day = fact.on().map(LocalDate::toString).orElse("");
    return new Text(
        what.en() + " (" + source.en() + (day.isEmpty() ? "" : ", " + day)
            + countsThrough.map(last -> ", counts through " + last).orElse("") + ")",
        what.zhCn() + "（" + source.zhCn() + (day.isEmpty() ? "" : "，" + day)
            + countsThrough.map(last -> "，有效至 " + last).orElse("") + "）");
  }

  static Text of(Concern concern, TierPolicy policy) {
    Text name = policy
        .trigger(concern.trigger())
        .map(Trigger::name)
        .orElse(new Text("reported under a code that the policy does not know", "以本方案没有的代码报告"));
    Text source = concern.source().text();
    return new Text(
        "reported: " + name.en() + " (" + source.en() + ", " + concern.on() + ")",
        "报告：" + name.zhCn() + "（" + source.zhCn() + "，" + concern.on() + "）");
  }

  /** What a fact says, without who says it. */
  static Text what(Fact fact) {
    int value = fact.value();
    return switch (fact.input()) {
      case TEACHER ->
        new Text("class teacher's rating " + value + " of 3", "班主任评定 " + value + "（0–3）");
      case GUARDIAN -> new Text("guardian's rating " + value + " of 3", "监护人评定 " + value + "（0–3）");
      case IMPACT ->
        new Text("everyday life affected, " + value + " of 3", "日常生活受影响程度 " + value + "（0–3）");
      case WORSENING -> new Text("reliable worsening since the last screen", "与上次相比有可靠的恶化");
      case LAST_TIER -> new Text("tier T" + value + " last school year", "上学年最终级别 T" + value);
      case HOLD ->
        new Text("an open case, or back at school and not yet assessed", "有未结个案，或复学后尚未评估");
      case HELP ->
        fact.source() == EvidenceSource.SELF || fact.source() == EvidenceSource.TABLE
            ? new Text("asked for help", "主动求助")
            : new Text("somebody asked for help for the student", "他人为该生求助");
      case REPEAT_INVALID -> new Text("invalid answers twice", "两次作答无效");
      case CLEARED -> new Text("an alert was cleared within twelve months", "十二个月内解除过预警");
      case OPEN_CASE -> new Text("an open case of tier T" + value, "未结个案，级别 T" + value);
      case RE_ENTRY ->
        value == fact.input().highest()
            ? new Text("back at school, not yet assessed", "复学后尚未评估")
            : new Text("back at school, assessed", "复学并已评估");
      case PRIMARY,
          SEVERE_SCALES,
          HIGH_SCALES,
          SCORED_QUESTIONNAIRES,
          RISK_FACTORS,
          ACUTE_RISK_FACTORS,
          ALERT -> new Text(fact.input().word() + " " + value, fact.input().word() + " " + value);
    };
  }
}
