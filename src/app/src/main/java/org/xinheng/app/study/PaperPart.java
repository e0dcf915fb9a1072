package org.xinheng.app.study;

import java.util.List;
import org.xinheng.app.report.Html;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.validation.study.Warning;

/**
 * Part of a report in the form of a paper: one HTML file without scripts that loads nothing, with numbered tables and figures, each
 * figure with its numbers beside it.
 */
abstract class PaperPart {

  private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  /** The running numbers of all parts of one report. */
  private static final class Numbers {
    private int figures;
    private int tables;
  }

  final Language language;
  final Html html;
  private final Numbers numbers;

  /** Begins a report. */
  PaperPart(Language language) {
    this.language = language;
    this.html = new Html();
    this.numbers = new Numbers();
  }

  /** Goes on with the report of another part. */
  PaperPart(PaperPart other) {
    this.language = other.language;
    this.html = other.html;
    this.numbers = other.numbers;
  }

  void beginPage(String kind, String title) {
    html.open("html", "lang", language.tag()).open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", CONTENT_POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title);
    html.style(StudyStyle.CSS);
    html.closeLine().open("body").open("main");
    html.element("p", kind, "class", "kind");
    html.element("h1", title);
  }

  /** Ends a report with where it comes from. */
  String endPage(StudyRun<?> run, String last) {
    html.closeLine();
    html.open("footer");
    html.element("p", "xinheng " + run.program() + " · xinheng " + run.command());
    html.element("p", run.file() + " · SHA-256 " + run.sha256());
    html.element("p", last);
    html.closeLine();
    return html.closeLine().closeLine().page();
  }

  void section(String name) {
    html.open("section").element("h2", name);
  }

  void figure(String caption) {
    figure("pair", caption);
  }

  void figure(String kind, String caption) {
    numbers.figures++;
    html.open("figure")
        .element("figcaption", t("Figure ", "图") + numbers.figures + t(". ", "　") + caption)
        .open("div", "class", kind)
        .open("div", "class", "plot");
  }

  void beside() {
    html.close().open("div", "class", "numbers");
  }

  void endFigure() {
    html.close().close().closeLine();
  }

  void table(String caption, String... columns) {
    numbers.tables++;
    html.open("div", "class", "scroll")
        .open("table")
        .element("caption", t("Table ", "表") + numbers.tables + t(". ", "　") + caption)
        .open("thead")
        .open("tr");
    for (String column : columns) {
      html.element("th", column, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  void endTable() {
    html.close().close().closeLine();
  }

  void row(String head, String... cells) {
    html.open("tr").element("th", head, "scope", "row");
    cells(cells);
    html.closeLine();
  }

  void cells(String... cells) {
    for (String cell : cells) {
      html.element("td", cell);
    }
  }

  String t(String en, String zhCn) {
    return new Text(en, zhCn).in(language);
  }

  void paragraph(String text) {
    html.element("p", text);
  }

  void note(String text) {
    html.element("p", text, "class", "note");
  }

  void endSection() {
    html.closeLine();
  }

  /** A list that reports are held against, item by item. */
  void checklist(String name, List<ReportingItem> items) {
    section(name);
    table(
        t("What this report covers, item by item", "本报告对各条目的覆盖情况"),
        t("Item", "条目"),
        t("About", "内容"),
        t("Here", "覆盖"));
    for (ReportingItem item : items) {
      html.open("tr").element("th", item.number(), "scope", "row");
      html.element("td", item.about().in(language), "class", "words");
      html.element("td", item.cover().in(language), "class", "words").closeLine();
    }
    endTable();
    endSection();
  }

  /** What to know before using any of it; nothing if there is nothing. */
  void warnings(List<Warning> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    section(t("Read this first", "使用前须知"));
    html.open("ul", "class", "warnings");
    warnings.forEach(warning -> html.element("li", WarningText.of(warning, language)));
    html.closeLine().closeLine();
  }

  String level(double level) {
    return t(Shown.plain(level * 100) + "% CI", Shown.plain(level * 100) + "%置信区间");
  }
}
