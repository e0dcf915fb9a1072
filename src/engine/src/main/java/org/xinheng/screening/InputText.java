package org.xinheng.screening;

import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;

/** Inputs of tier rules and their values in words. */
final class InputText {

  private InputText() {}

  static Text name(Input input) {
    return switch (input) {
      case PRIMARY -> new Text("level of the primary scale", "主量表级别");
      case SEVERE_SCALES -> new Text("supporting scales in level 3", "处于 3 级的分量表数");
      case HIGH_SCALES -> new Text("supporting scales in level 2 or 3", "处于 2 级以上的分量表数");
      case SCORED_QUESTIONNAIRES -> new Text("questionnaires with all scores", "得分齐全的问卷数");
      case TEACHER -> new Text("class teacher's rating", "班主任评定");
      case IMPACT -> new Text("impact on everyday life", "对日常生活的影响");
      case WORSENING -> new Text("reliable worsening", "可靠的恶化");
      case LAST_TIER -> new Text("tier last school year", "上学年级别");
      case RISK_FACTORS -> new Text("risk factors in force", "有效的风险因素数");
      case ACUTE_RISK_FACTORS -> new Text("recent acute risk factors", "近期急性风险因素数");
      case ALERT -> new Text("alert", "预警");
      case HOLD -> new Text("hold", "在案");
      case HELP -> new Text("help asked for", "求助");
      case REPEAT_INVALID -> new Text("invalid twice", "两次无效");
      case CLEARED -> new Text("alert cleared not long ago", "近期解除过预警");
      case GUARDIAN -> new Text("guardian's rating", "监护人评定");
      case OPEN_CASE -> new Text("tier of the open case", "未结个案级别");
      case RE_ENTRY -> new Text("back from suspension", "复学状态");
    };
  }

  /** A value as people read it. */
  static Text value(Input input, int value) {
    if (value == State.MISSING) {
      return new Text("missing", "缺失");
    }
    if (input == Input.ALERT) {
      return alert(Alert.values()[value]);
    }
    if (input == Input.RE_ENTRY) {
      return switch (value) {
        case 0 -> new Text("no", "否");
        case 1 -> new Text("yes, assessed", "是，已评估");
        default -> new Text("yes, not yet assessed", "是，尚未评估");
      };
    }
    if (input.isYesNo()) {
      return value == 1 ? new Text("yes", "是") : new Text("no", "否");
    }
    return new Text(Integer.toString(value), Integer.toString(value));
  }

  private static Text alert(Alert alert) {
    return switch (alert) {
      case NONE -> new Text("none", "无");
      case UNKNOWN -> new Text("critical item skipped", "关键题未答");
      case SAME_DAY -> new Text("same day", "当日处理");
      case IMMEDIATE -> new Text("immediate", "立即处理");
    };
  }
}
