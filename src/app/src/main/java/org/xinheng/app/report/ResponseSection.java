package org.xinheng.app.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.Participation;
import org.xinheng.screening.Summary.Level;

/** Who of the roster took part, and how far: first, because everything else rests on it. */
final class ResponseSection {

  private final Coverage coverage;

  ResponseSection(Coverage coverage) {
    this.coverage = coverage;
  }

  void write(Html html) {
    html.open("section");
    html.open("h2").say(Words.RESPONSE).closeLine();
    Cells.table(html, "response", html.hierarchy().in(Words.RESPONSE_CAPTION));
    html.open("thead").open("tr");
    Cells.column(html, "", html.hierarchy().name(Hierarchy.Level.GRADE));
    Cells.column(html, "number", Words.ROSTER);
    Cells.column(html, "number", Words.RESPONDED);
    Cells.column(html, "number", Words.COMPLETE);
    kinds().forEach(kind -> Cells.column(html, "number small", kind.text()));
    html.close().closeLine();
    html.open("tbody");
    coverage.rows(Level.SCHOOL).forEach(row -> row(html, row, "whole"));
    coverage.rows(Level.GRADE).forEach(row -> row(html, row, "part"));
    html.closeLine().closeLine();
    Cells.note(html, Words.RESPONSE_NOTE);
    owed(html);
    html.closeLine();
  }

  /** Who did not end with a usable form. */
  private List<Participation> kinds() {
    return List.of(Participation.values()).stream()
        .filter(kind -> !kind.isComplete())
        .filter(kind -> !kind.lacksConsent()
            || coverage.rows(Level.SCHOOL).stream().anyMatch(row -> row.of(kind) > 0))
        .toList();
  }

  private void row(Html html, Coverage.Row row, String kind) {
    Hierarchy names = html.hierarchy();
    html.open("tr", "class", kind);
    Cells.row(html, row.grade().map(names::grade).orElse(names.whole(Hierarchy.Level.SCHOOL)));
    Cells.number(html, row.eligible());
    Cells.rate(html, Optional.of(row.responded()), row.eligible());
    Cells.rate(html, Optional.of(row.of(Participation.COMPLETE)), row.eligible());
    kinds()
        .forEach(participation ->
            html.element("td", Integer.toString(row.of(participation)), "class", "number small"));
    html.closeLine();
  }

  private void owed(Html html) {
    List<Coverage.Row> owed = coverage.owed();
    Hierarchy names = html.hierarchy();
    if (!owed.isEmpty()) {
      html.open("p", "class", "notice").say(Words.OWED);
      Text grades = new Text(
          owed.stream().map(row -> nameOf(row, names).en()).collect(Collectors.joining(", ")),
          owed.stream().map(row -> nameOf(row, names).zhCn()).collect(Collectors.joining("、")));
      html.say(grades).closeLine();
    }
  }

  private static Text nameOf(Coverage.Row row, Hierarchy names) {
    Text grade = row.grade().map(names::grade).orElseThrow();
    Text why = switch (row.yearly()) {
      case NOT_ON_ROSTER -> Words.NOT_ON_ROSTER;
      case NOT_IN_CAMPAIGN -> Words.NOT_IN_CAMPAIGN;
      case MISSING -> Words.NOBODY_COMPLETE;
      case DONE, DONE_ELSEWHERE, NOT_REQUIRED ->
        throw new IllegalStateException("the grade owes nothing");
    };
    return new Text(grade.en() + " (" + why.en() + ")", grade.zhCn() + "（" + why.zhCn() + "）");
  }
}
