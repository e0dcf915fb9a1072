package org.xinheng.app.report;

import org.xinheng.screening.Summary;

/** How many of the roster answered: first, because everything else rests on it. */
final class ResponseSection {

  private static final int COLUMNS = 4;

  private final Summary summary;

  ResponseSection(Summary summary) {
    this.summary = summary;
  }

  void write(Html html) {
    html.open("section");
    html.open("h2").both(Words.RESPONSE).closeLine();
    Cells.table(html, "response", Words.RESPONSE_CAPTION);
    html.open("thead").open("tr");
    Cells.column(html, "", Words.GRADE);
    Cells.column(html, "number", Words.ROSTER);
    Cells.column(html, "number", Words.RESPONDED);
    Cells.column(html, "number", Words.COMPLETE);
    html.close().closeLine();
    for (Summary.Row school : summary.rows(Summary.Level.SCHOOL)) {
      school(html, school);
    }
    html.closeLine();
    Cells.note(html, Words.RESPONSE_NOTE);
    html.closeLine();
  }

  private void school(Html html, Summary.Row school) {
    html.open("tbody");
    if (summary.rows(Summary.Level.SCHOOL).size() > 1) {
      Cells.group(html, school.school(), COLUMNS);
    }
    row(html, school, "whole");
    summary.rows(Summary.Level.GRADE).stream()
        .filter(grade -> grade.school().equals(school.school()))
        .forEach(grade -> row(html, grade, "part"));
    html.closeLine();
  }

  private void row(Html html, Summary.Row row, String kind) {
    html.open("tr", "class", kind);
    Cells.row(html, Cells.nameOf(row));
    Cells.number(html, row.eligible());
    Cells.share(html, row.responded(), row.eligible());
    Cells.share(html, row.complete(), row.eligible());
    html.closeLine();
  }
}
