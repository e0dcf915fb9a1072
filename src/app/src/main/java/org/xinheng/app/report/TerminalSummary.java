package org.xinheng.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Summary;

/**
 * The counts of a campaign for the terminal: at most 80 columns wide, in characters that GBK has, bars in ASCII because
 * every terminal agrees on their width.
 */
public final class TerminalSummary {

  private static final int COLUMNS = 80;
  private static final int NAME = 20;
  private static final int BAR = 20;
  private static final int COUNT = 10;
  private static final int PERCENT = 5;
  private static final int NEED_NAME = 60;
  private static final int NEED_BAR = 12;
  private static final int NEEDS = 6;
  private static final String HIDDEN = "*";

  private final CampaignResult result;
  private final Summary summary;
  private final Hierarchy hierarchy;
  private final List<String> lines = new ArrayList<>();

  private TerminalSummary(CampaignResult result, CampaignCounts counts) {
    this.result = result;
    this.summary = counts.summary();
    this.hierarchy = result.policy().hierarchy();
  }

  /** What is said where the counts of an earlier run stay. */
  public static List<String> kept(int changed) {
    Text what = Words.with(changed, Words.KEPT);
    return List.of(what.zhCn(), what.en(), Words.KEPT_WAY_OUT.zhCn(), Words.KEPT_WAY_OUT.en());
  }

  /** What is said where counts were published before and are again. */
  public static List<String> again() {
    return List.of(Words.AGAIN.zhCn(), Words.AGAIN.en());
  }

  /**
   * The lines of the summary, without line ends.
   *
   * @param counts of the same campaign
   */
  public static List<String> lines(CampaignResult result, CampaignCounts counts) {
    TerminalSummary summary = new TerminalSummary(result, counts);
    summary.title();
    summary.response();
    summary.tiers();
    if (!counts.isCountedAgain()) {
      summary.alerts();
      summary.needs();
    }
    summary.notes();
    return List.copyOf(summary.lines);
  }

  private void title() {
    Campaign campaign = result.campaign();
    line(both(campaign.name()));
    line(campaign.id() + "  " + campaign.from() + " - " + campaign.to() + "  "
        + result.policy().id() + " " + result.policy().version());
    line(both(Words.NOT_A_DIAGNOSIS));
  }

  private void response() {
    line("");
    line(Wide.left(both(Words.RESPONSE), NAME)
        + Wide.right(both(Words.ROSTER), 14)
        + Wide.right(both(Words.RESPONDED), 18)
        + Wide.right(both(Words.COMPLETE), 18));
    for (Summary.Row row : rows()) {
      line(Wide.left(nameOf(row), NAME)
          + Wide.right(Integer.toString(row.eligible()), 14)
          + share(Optional.of(row.responded()), row.eligible(), 18)
          + share(Optional.of(row.complete()), row.eligible(), 18));
    }
  }

  private void tiers() {
    line("");
    StringBuilder head = new StringBuilder(Wide.left(both(Words.TIERS), NAME + BAR));
    for (Summary.Cell cell : Summary.Cell.values()) {
      head.append(Wide.right(code(cell), COUNT));
    }
    line(head.toString());
    for (Summary.Row row : rows()) {
      StringBuilder line = new StringBuilder(Wide.left(nameOf(row), NAME));
      line.append(Wide.left(TextBar.of(Segment.of(row, result.policy()), BAR - 1), BAR));
      for (Summary.Cell cell : Summary.Cell.values()) {
        line.append(share(row.count(cell), row.eligible(), COUNT));
      }
      line(line.toString());
    }
    for (Summary.Cell cell : Summary.Cell.values()) {
      TierPolicy policy = result.policy();
      String sample = TextBar.mark(Segment.Mark.of(cell)).repeat(3);
      line("  " + sample + "  "
          + Wide.left(Segment.tierOf(cell).map(tier -> tier.code()).orElse(""), 4)
          + both(Segment.nameOf(cell, policy)));
    }
    line("  " + TextBar.mark(Segment.Mark.HIDDEN).repeat(3) + "  " + Wide.left(HIDDEN, 4)
        + both(Words.HIDDEN_TOGETHER));
  }

  private void alerts() {
    line("");
    line(both(Words.ALERTS));
    for (Alert alert : AlertSection.SHOWN) {
      String count = result.alerts(alert, summary).map(String::valueOf).orElse(HIDDEN);
      line("  " + Wide.left(both(AlertSection.nameOf(alert, result)), 36) + Wide.right(count, 6));
    }
  }

  private void needs() {
    List<ShownNeed> needs = ShownNeed.first(NEEDS, result, result.policy().suppressBelow());
    if (needs.isEmpty()) {
      return;
    }
    line("");
    line(both(Words.NEEDS));
    int axis = new NeedBars(needs).axis();
    for (ShownNeed need : needs) {
      String name = need.questionnaire() + " " + both(need.name());
      line("  " + Wide.left(name, NEED_NAME) + Wide.right(need.percent() + "%", PERCENT) + " "
          + "#".repeat(need.percent() * NEED_BAR / axis));
    }
  }

  private void notes() {
    int n = result.policy().suppressBelow();
    line("");
    Text small = Words.with(n, Words.SMALL_SHORT);
    line(HIDDEN + " " + small.zhCn());
    line("  " + small.en());
    Text today = hierarchy.in(Words.TODAY);
    line(today.zhCn());
    line(today.en());
  }

  /** Schools and grades; the name of a school stands above it only if there are several. */
  private List<Summary.Row> rows() {
    return summary.rows().stream()
        .filter(row -> row.level() == Summary.Level.SCHOOL || row.level() == Summary.Level.GRADE)
        .toList();
  }

  private String nameOf(Summary.Row row) {
    boolean isOneOfSeveral = row.level() == Summary.Level.SCHOOL
        && summary.rows(Summary.Level.SCHOOL).size() > 1;
    Text name = Cells.nameOf(row, hierarchy);
    // Cut, the name of a grade would lose its number.
    boolean fits = Wide.width(both(name)) < NAME;
    return isOneOfSeveral ? row.school() : fits ? both(name) : name.zhCn();
  }

  private static String code(Summary.Cell cell) {
    return Segment.tierOf(cell).map(tier -> tier.code()).orElse(Words.NO_TIER.zhCn());
  }

  private static String share(Optional<Integer> part, int whole, int width) {
    String number = part.map(String::valueOf).orElse(HIDDEN);
    String share =
        part.filter(count -> count > 0).map(count -> Share.of(count, whole)).orElse("");
    return Wide.right(number, width - PERCENT) + Wide.right(share, PERCENT);
  }

  private static String both(Text text) {
    return text.zhCn().equals(text.en()) ? text.zhCn() : text.zhCn() + " " + text.en();
  }

  private void line(String line) {
    lines.add(Wide.cut(line, COLUMNS).stripTrailing());
  }
}
