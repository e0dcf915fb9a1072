package org.xinheng.app.show;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.policy.Hierarchy;
import org.xinheng.record.Workload;
import org.xinheng.screening.Summary;
import org.xinheng.screening.WhatIf;

/** A campaign under another policy, as a person reads it. */
public final class WhatIfText {

  private static final String SUPPRESSED = "*";

  private WhatIfText() {}

  /**
   * The lines of a comparison.
   *
   * @param staffHours hours a week, if they are known
   * @param hierarchy what the levels are called
   */
  public static List<String> lines(
      WhatIf comparison,
      Workload actual,
      Workload other,
      Optional<BigDecimal> staffHours,
      Hierarchy hierarchy) {
    List<String> lines = new ArrayList<>();
    lines.add("级别变动人数  Students by tier, from and to");
    for (WhatIf.Row row : comparison.rows()) {
      String moves = row.moves().stream()
          .filter(WhatIf.Move::isChange)
          .map(move -> word(move.from()) + " → " + word(move.to()) + ": " + shown(move.count()))
          .collect(Collectors.joining("  "));
      String stay = row.moves().stream()
          .filter(move -> !move.isChange())
          .map(move -> word(move.from()) + " " + shown(move.count()))
          .collect(Collectors.joining(", "));
      lines.add(indent(row) + name(row, hierarchy) + " (" + row.students() + "): "
          + (moves.isEmpty() ? "无变动 no changes" : moves) + "  [不变 unchanged: " + stay + "]");
    }
    lines.add(
        SUPPRESSED + " 人数过少或会推算出少数者，不显示  suppressed: few students, or it would give few away");
    lines.add("");
    lines.add("每周所需工时  Hours a week that the deadlines ask for");
    for (int week = 0; week < actual.weeks().size(); week++) {
      lines.add("  " + actual.weeks().get(week).from() + ": "
          + hours(actual.weeks().get(week), staffHours) + " → "
          + hours(other.weeks().get(week), staffHours));
    }
    staffHours.ifPresent(hours -> lines.add("  ! 超出每周 " + hours.toPlainString() + " 小时  more than "
        + hours.toPlainString() + " hours a week"));
    return lines;
  }

  private static String hours(Workload.Week week, Optional<BigDecimal> staffHours) {
    return week.hours().toPlainString() + (staffHours.filter(week::exceeds).isPresent() ? "!" : "");
  }

  private static String indent(WhatIf.Row row) {
    return row.sex().isPresent() ? "    " : "  ";
  }

  private static String name(WhatIf.Row row, Hierarchy hierarchy) {
    return row.sexName()
        .or(() -> row.grade().map(hierarchy::grade))
        .map(ReadingLanguage.BOTH::of)
        .orElse("全体 all");
  }

  private static String word(Summary.Cell cell) {
    return cell == Summary.Cell.NO_TIER ? "无级别 no tier" : cell.word();
  }

  private static String shown(Optional<Integer> count) {
    return count.map(String::valueOf).orElse(SUPPRESSED);
  }
}
