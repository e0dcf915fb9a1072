package org.xinheng.app.report;

import java.util.List;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.Summary;

/** The tiers of each grade, then of each class: a bar and its numbers. */
final class TierSection {

  private static final int GRADE_BAR = 11;
  private static final int CLASS_BAR = 8;
  private static final int COLUMNS = 4 + Summary.Cell.values().length;

  private final TierPolicy policy;
  private final Summary summary;
  private final StackedBar bars;

  TierSection(TierPolicy policy, Summary summary, StackedBar bars) {
    this.policy = policy;
    this.summary = summary;
    this.bars = bars;
  }

  void write(Html html) {
    html.open("section");
    html.open("h2").both(Words.TIERS).closeLine();
    legend(html);
    grades(html);
    classes(html);
    html.closeLine();
  }

  private void legend(Html html) {
    html.open("ul", "class", "legend");
    for (Summary.Cell cell : Summary.Cell.values()) {
      String code = Segment.tierOf(cell).map(Tier::code).orElse("");
      sample(html, Segment.Mark.of(cell), code, Segment.nameOf(cell, policy));
    }
    sample(html, Segment.Mark.HIDDEN, "", Words.HIDDEN_TOGETHER);
    html.closeLine();
  }

  private void sample(Html html, Segment.Mark mark, String code, Text name) {
    html.open("li");
    bars.sample(html, mark);
    html.text(code.isEmpty() ? " " : " " + code + " ").both(name).closeLine();
  }

  private void grades(Html html) {
    Cells.table(html, "tiers grades", Words.TIERS_BY_GRADE);
    head(html, Words.GRADE);
    for (Summary.Cell cell : Summary.Cell.values()) {
      Cells.column(html, "number", Segment.nameOf(cell, policy));
    }
    Cells.column(html, "number", Words.HIDDEN_TOGETHER);
    html.close().closeLine();
    for (Summary.Row school : summary.rows(Summary.Level.SCHOOL)) {
      html.open("tbody");
      if (summary.rows(Summary.Level.SCHOOL).size() > 1) {
        Cells.group(html, school.school(), COLUMNS);
      }
      wide(html, school, "whole");
      gradesOf(school).forEach(grade -> wide(html, grade, "part"));
      html.closeLine();
    }
    html.closeLine();
  }

  private void classes(Html html) {
    html.open("h3").both(Words.TIERS_BY_CLASS).closeLine();
    Cells.note(html, Words.CLASSES_NOTE);
    for (Summary.Row school : summary.rows(Summary.Level.SCHOOL)) {
      if (summary.rows(Summary.Level.SCHOOL).size() > 1) {
        html.open("h4").name(school.school()).closeLine();
      }
      html.open("div", "class", "classes");
      gradesOf(school).forEach(grade -> classesOf(html, grade));
      html.closeLine();
    }
  }

  private void classesOf(Html html, Summary.Row grade) {
    Cells.table(html, "tiers compact", Cells.nameOf(grade));
    head(html, Words.CLASS);
    for (Summary.Cell cell : Summary.Cell.values()) {
      Cells.column(html, "number", code(cell));
    }
    html.close().closeLine();
    html.open("tbody");
    summary.rows(Summary.Level.CLASS).stream()
        .filter(row -> row.school().equals(grade.school()) && row.grade().equals(grade.grade()))
        .forEach(row -> compact(html, row));
    html.closeLine().closeLine();
  }

  private void head(Html html, Text first) {
    html.open("thead").open("tr");
    Cells.column(html, "", first);
    Cells.column(html, "number roster", Words.ROSTER);
    Cells.column(html, "distribution", Words.DISTRIBUTION);
  }

  private void wide(Html html, Summary.Row row, String kind) {
    html.open("tr", "class", kind);
    cells(html, row, GRADE_BAR);
    if (row.showsAll()) {
      html.element("td", "–", "class", "number hidden");
    } else {
      Cells.share(html, row.suppressed(), row.eligible());
    }
    html.closeLine();
  }

  private void compact(Html html, Summary.Row row) {
    html.open("tr");
    cells(html, row, CLASS_BAR);
    html.closeLine();
  }

  private void cells(Html html, Summary.Row row, int height) {
    Cells.row(html, Cells.nameOf(row));
    html.element("td", Integer.toString(row.eligible()), "class", "number roster");
    html.open("td", "class", "distribution");
    bars.bar(html, Cells.nameOf(row), Segment.of(row, policy), height);
    html.close();
    for (Summary.Cell cell : Summary.Cell.values()) {
      row.count(cell)
          .ifPresentOrElse(
              count -> Cells.share(html, count, row.eligible()), () -> hiddenTogether(html));
    }
  }

  private void hiddenTogether(Html html) {
    html.open("td", "class", "number hidden");
    bars.sample(html, Segment.Mark.HIDDEN);
    html.open("span", "class", "spoken").both(Words.HIDDEN).close().close();
  }

  /** Short enough for the head of a narrow column. */
  private static Text code(Summary.Cell cell) {
    return Segment.tierOf(cell)
        .map(tier -> new Text(tier.code(), tier.code()))
        .orElse(Words.NO_TIER);
  }

  private List<Summary.Row> gradesOf(Summary.Row school) {
    return summary.rows(Summary.Level.GRADE).stream()
        .filter(grade -> grade.school().equals(school.school()))
        .toList();
  }
}
