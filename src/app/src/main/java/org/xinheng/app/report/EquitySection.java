package org.xinheng.app.report;

import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.screening.Summary;

/** Whether groups of students took part, and are at tier 2 or 3, at different rates. */
final class EquitySection {

  private static final List<Summary.Level> LEVELS =
      List.of(Summary.Level.SEX, Summary.Level.BOARDING, Summary.Level.REGISTRY);

  private final Summary summary;
  private final int suppressBelow;

  /**
   * The groups of a campaign.
   *
   * @param suppressBelow smaller groups are left out
   */
  EquitySection(Summary summary, int suppressBelow) {
    this.summary = summary;
    this.suppressBelow = suppressBelow;
  }

  void write(Html html) {
    html.open("section", "class", "whole");
    html.open("h2").say(Words.EQUITY).closeLine();
    if (LEVELS.stream().allMatch(level -> rows(level).isEmpty())) {
      Cells.note(html, Words.NO_GROUPS);
    } else {
      table(html);
    }
    Cells.note(html, Words.EQUITY_NOTE);
    html.closeLine();
  }

  private List<Summary.Row> rows(Summary.Level level) {
    return summary.rows(level).stream()
        .filter(row -> row.eligible() >= suppressBelow)
        .toList();
  }

  private void table(Html html) {
    Cells.table(html, "equity", Words.EQUITY_CAPTION);
    html.open("thead").open("tr");
    for (Text name :
        List.of(Words.GROUP, Words.ROSTER, Words.RESPONDED, Words.COMPLETE, Words.FLAGGED)) {
      Cells.column(html, name.equals(Words.GROUP) ? "" : "number", name);
    }
    html.close().closeLine();
    for (Summary.Level level : LEVELS) {
      List<Summary.Row> rows = rows(level);
      if (!rows.isEmpty()) {
        html.open("tbody");
        rows.forEach(row -> row(html, row));
        html.closeLine();
      }
    }
    html.closeLine();
  }

  private static void row(Html html, Summary.Row row) {
    html.open("tr");
    Cells.row(html, Cells.nameOf(row, html.hierarchy()));
    Cells.number(html, row.eligible());
    Cells.rate(html, Optional.of(row.responded()), row.eligible());
    Cells.rate(html, Optional.of(row.complete()), row.eligible());
    Cells.rate(html, row.flagged(), row.eligible());
    html.closeLine();
  }
}
