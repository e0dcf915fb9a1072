package org.xinheng.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.record.TimeToContact;
import org.xinheng.screening.CampaignResult;

class TerminalSummaryTest {

  private static final Charset GBK = Charset.forName("GBK");

  @Test
  void showsWhatTheReportShows() {
    List<String> lines = lines(new Invented()
        .alert(Alert.SAME_DAY)
        .add("S", 7, "1", 60, 12, 9, 8)
        .alert(Alert.NONE)
        .add("S", 8, "1", 70, 14, 2, 8)
        .add("S", 9, "1", 64, 10, 8, 6)
        .result());
    assertThat(String.join("\n", lines) + "\n").isEqualTo("""
        秋季 Autumn
        autumn-2026  2026-10-12 - 2026-10-30  default 1.4.0
        筛查，不是诊断。 Screening, not a diagnosis.

        参与情况 Response      名册 Roster    作答 Responded     完成 Complete
        全校 Whole school              271          260  96%          249  92%
        七年级 Grade 7                  89           85  96%           81  91%
        八年级 Grade 8                  94           90  96%           86  91%
        九年级 Grade 9                  88           85  97%           82  93%

        支持级别 Tiers of support                       T1        T2        T3    未定级
        全校 Whole school   ==============++#..   194  72%   36  13%   19   7%   22   8%
        七年级 Grade 7      =============++##..    60  67%   12  13%    9  10%    8   9%
        八年级 Grade 8      ==============///..    70  74%    *         *         8   9%
        九年级 Grade 9      ==============////.    64  73%    *         *         6   7%
          ===  T1  一般支持 universal support
          +++  T2  重点关注 targeted support
          ###  T3  高度关注 intensive support
          ...      未定级 No tier
          ///  *   隐去合计 Hidden, together

        预警 Alerts
          立即处理 immediate                       0
          当日处理 same day                        9
          关键题未答 critical item skipped         0

        主要需求 Leading needs
          PHQ-9 抑郁症状 depressive symptoms                             8% #########

        * 少于 5 人的数字，以及能推算出它们的数字，不显示。
          Numbers below 5, and those that would give them away, are not shown.
        名单和结果见 results.xlsx，各班级的表见 classes，可打印的报告是 HTML 文件。
        Lists: results.xlsx. Sheet of each class: classes. To print: *.html.
        """);
  }

  @Test
  void fitsEightyColumnsOfCharactersThatGbkHas() {
    List<String> lines = lines(ScreenedSchool.screened(1));
    assertThat(lines).allSatisfy(line -> {
      assertThat(GBK.newEncoder().canEncode(line)).as(line).isTrue();
      assertThat(line.getBytes(GBK).length).as(line).isLessThanOrEqualTo(80);
    });
  }

  @Test
  void namesNeitherWidenALineNorCommandTheTerminal() {
    String name = "\u001B[31m\uD83D\uDE00 " + "很长的名字".repeat(20);
    List<String> lines = lines(new Invented()
        .named(new Text(name, name))
        .add(name, 7, "1", 60, 12, 9, 8)
        .add("S", 7, "1", 60, 12, 9, 8)
        .result());
    assertThat(lines).allSatisfy(line -> {
      assertThat(line).doesNotContain("\u001B");
      assertThat(line.getBytes(GBK).length).as(line).isLessThanOrEqualTo(80);
    });
    assertThat(lines.get(0)).startsWith("?[31m? 很长").endsWith("..");
  }

  private static List<String> lines(CampaignResult result) {
    return TerminalSummary.lines(result, TimeToContact.allCounts(result));
  }
}
