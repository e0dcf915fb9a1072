package org.xinheng.app.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.report.Html;
import org.xinheng.form.FilledText;
import org.xinheng.form.FormCode;
import org.xinheng.form.FormEntry;
import org.xinheng.form.FormField;
import org.xinheng.form.FormPart;
import org.xinheng.form.FormTable;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/** A form as a page to print. */
public final class FormPage {

  private final PrintedForm form;
  private final Language language;
  private final Map<String, String> filled;
  private final Html html = new Html();

  private FormPage(PrintedForm form, Language language, Map<String, String> filled) {
    this.form = form;
    this.language = language;
    this.filled = filled;
  }

  /**
   * The page.
   *
   * @param filled what the school has filled in, by the name of the gap; other gaps are lines to write on
   * @throws IllegalArgumentException if the form has no gap of a name
   */
  public static String of(PrintedForm form, Language language, Map<String, String> filled) {
    form.refuseUnknown(filled.keySet());
    FormPage page = new FormPage(form, language, filled);
    Sheets.page(page.html, form.name().in(language), language, page::write);
    return page.html.page();
  }

  private void write() {
    html.open("article", "class", "sheet");
    html.element("h1", form.name().in(language));
    form.parts().forEach(this::part);
    Sheets.foot(
        html,
        form.id() + " " + form.version(),
        form.validated().equals(Optional.of(false)),
        language);
    html.closeLine();
  }

  private void part(FormPart part) {
    html.open("section", "class", part.cut() ? "cut" : "part");
    part.title().ifPresent(title -> html.open("h2").text(title.in(language)).closeLine());
    // A letter begins with whom it is to, and its text follows.
    boolean isLetter = !part.fields().isEmpty() && !part.cut() && part.title().isEmpty();
    if (isLetter) {
      fields(part.fields());
    }
    part.text().forEach(this::paragraph);
    points(part.points());
    if (!isLetter) {
      fields(part.fields());
    }
    codes(part.codes());
    part.table().ifPresent(this::table);
    html.closeLine();
  }

  private void paragraph(Text text) {
    html.open("p");
    filled(text);
    html.closeLine();
  }

  private void points(List<Text> points) {
    if (points.isEmpty()) {
      return;
    }
    html.open("ul");
    for (Text point : points) {
      html.open("li");
      filled(point);
      html.close();
    }
    html.closeLine();
  }

  private void filled(Text text) {
    for (FilledText.Piece piece : FilledText.pieces(text.in(language))) {
      @Nullable String words = piece.isGap() ? filled.get(piece.text()) : piece.text();
      if (words != null) {
        html.text(words);
      } else {
        html.open("span", "class", "gap").element("small", label(piece.text())).close();
      }
    }
  }

  private String label(String gap) {
    return form.fillIns().stream()
        .filter(fillIn -> fillIn.id().equals(gap))
        .map(fillIn -> fillIn.label().in(language))
        .findFirst()
        .orElse(gap);
  }

  private void fields(List<FormField> fields) {
    if (fields.isEmpty()) {
      return;
    }
    html.open("div", "class", "fields");
    fields.forEach(this::field);
    html.closeLine();
  }

  private void field(FormField field) {
    String label = field.label().in(language);
    if (field.entry() instanceof FormEntry.Lines lines) {
      html.open("div", "class", "field lines").element("span", label);
      for (int i = 0; i < lines.count(); i++) {
        html.open("div", "class", "ruled").close();
      }
    } else if (field.entry() instanceof FormEntry.Choice choice) {
      html.open("div", "class", "field choice").element("span", label);
      html.open("span", "class", "options");
      choice.options().forEach(this::option);
      html.close();
    } else {
      html.open("div", "class", "field blank").element("span", label);
      html.open("span", "class", "line").close();
    }
    html.closeLine();
  }

  private void option(FormEntry.Option option) {
    String label = option.label().in(language);
    html.open("span").open("span", "class", "box").close().text(label);
    if (label.endsWith(":") || label.endsWith("：")) {
      html.open("span", "class", "short").close();
    }
    html.close();
  }

  private void codes(List<FormCode> codes) {
    if (codes.isEmpty()) {
      return;
    }
    html.open("table", "class", "codes").open("thead").open("tr");
    for (Text heading : List.of(
        PaperWords.CODE_OF,
        PaperWords.CIRCUMSTANCE,
        PaperWords.KIND,
        PaperWords.REVIEW,
        PaperWords.EXPIRY)) {
      html.element("th", heading.in(language));
    }
    html.close().closeLine().open("tbody");
    for (FormCode code : codes) {
      html.open("tr").open("td").element("code", code.id()).close();
      html.element("td", code.label().in(language));
      html.element("td", (code.acute() ? PaperWords.ACUTE : PaperWords.CHRONIC).in(language));
      html.element("td", PaperWords.months(code.reviewMonths(), language));
      html.element(
          "td", code.expiryMonths().map(end -> PaperWords.months(end, language)).orElse("–"));
      html.closeLine();
    }
    html.close().closeLine();
  }

  private void table(FormTable table) {
    html.open("table", "class", "ruling").open("thead").open("tr");
    table.columns().forEach(column -> html.element("th", column.in(language)));
    html.close().closeLine().open("tbody");
    for (int row = 0; row < table.rows(); row++) {
      html.open("tr");
      table.columns().forEach(column -> html.open("td").close());
      html.closeLine();
    }
    html.close().closeLine();
  }
}
