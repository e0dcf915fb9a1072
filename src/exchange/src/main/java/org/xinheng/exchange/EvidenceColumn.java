package org.xinheng.exchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.policy.Input;

/** Columns of evidence tables, with the headings by which they are known in either language. */
enum EvidenceColumn {
  TEACHER(Input.TEACHER, "teacher", "teacher rating", "班主任评定", "班主任评分"),
  IMPACT(Input.IMPACT, "impact", "影响程度"),
  WORSENING(Input.WORSENING, "worsening", "恶化"),
  LAST_TIER(Input.LAST_TIER, "last-tier", "上学年级别", "上年级别"),
  HOLD(Input.HOLD, "hold", "在案", "复学待评估"),
  HELP(Input.HELP, "help", "求助", "主动求助"),
  REPEAT_INVALID(Input.REPEAT_INVALID, "repeat-invalid", "两次无效"),
  CLEARED(Input.CLEARED, "cleared", "已解除预警"),
  GUARDIAN(Input.GUARDIAN, "guardian", "guardian rating", "监护人评定", "家长评定"),
  OPEN_CASE(Input.OPEN_CASE, "open-case", "未结个案级别"),
  RE_ENTRY(Input.RE_ENTRY, "re-entry", "复学", "复学状态");

  private static final Map<String, Integer> YES_NO =
      Map.of("yes", 1, "no", 0, "y", 1, "n", 0, "1", 1, "0", 0, "是", 1, "否", 0);

  private static final Map<String, Integer> RE_ENTRY_WORDS = Map.of(
      "none", 0, "无", 0, "否", 0, "assessed", 1, "已评估", 1, "unassessed", 2, "未评估", 2, "待评估", 2);

  /** A rater may say so; it never counts as 0. */
  private static final List<String> CANNOT_JUDGE = List.of("cannotjudge", "无法判断", "不了解");

  private static final Map<String, EvidenceColumn> BY_HEADING = new HashMap<>();

  static {
    for (EvidenceColumn column : values()) {
      column.headings.forEach(heading -> BY_HEADING.put(Cell.plain(heading), column));
    }
  }

  private final Input input;
  private final List<String> headings;

  EvidenceColumn(Input input, String... headings) {
    this.input = input;
    this.headings = List.of(headings);
  }

  Input input() {
    return input;
  }

  /** What its cells may hold, for messages. */
  String readable() {
    if (input == Input.RE_ENTRY) {
      return "none, assessed, unassessed, 无, 已评估, 未评估";
    }
    return input.isYesNo()
        ? "yes, no, 是, 否"
        : "0 to " + input.highest() + ", or cannot judge, 无法判断";
  }

  /** All of them, for messages. */
  static String names() {
    return Arrays.stream(values())
        .map(column -> column.headings.get(0))
        .collect(Collectors.joining(", "));
  }

  static Optional<EvidenceColumn> ofHeading(String heading) {
    return Optional.ofNullable(BY_HEADING.get(Cell.plain(heading)));
  }

  /** Whether somebody says that they cannot judge. */
  boolean isNotJudged(String cell) {
    return !input.isYesNo() && CANNOT_JUDGE.contains(Cell.plain(cell));
  }

  Reading<Integer> read(String cell) {
    String plain = Cell.plain(cell);
    if (plain.isEmpty() || CANNOT_JUDGE.contains(plain)) {
      return Reading.blank();
    }
    if (input == Input.RE_ENTRY) {
      return Optional.ofNullable(RE_ENTRY_WORDS.get(plain))
          .map(Reading::of)
          .orElse(Reading.unreadable());
    }
    if (input.isYesNo()) {
      return Optional.ofNullable(YES_NO.get(plain)).map(Reading::of).orElse(Reading.unreadable());
    }
    String level = plain.startsWith("t") ? plain.substring(1) : plain;
    int number = Cell.wholeNumber(level);
    return 0 <= number && number <= input.highest() ? Reading.of(number) : Reading.unreadable();
  }
}
