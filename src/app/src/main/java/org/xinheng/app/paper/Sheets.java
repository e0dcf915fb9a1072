package org.xinheng.app.paper;

import org.xinheng.app.report.Html;
import org.xinheng.instrument.Language;

/** What all printed pages have. */
final class Sheets {

  private Sheets() {}

  /** Writes a whole file around its sheets. */
  static void page(Html html, String title, Language language, Runnable sheets) {
    html.open("html", "lang", language.tag()).open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title);
    html.style(PaperStyle.CSS);
    html.closeLine().open("body").text("\n");
    sheets.run();
    html.closeLine().closeLine();
  }

  /** Writes which form it is, small, at the end of a sheet. */
  static void foot(Html html, String what, boolean notValidated, Language language) {
    html.open("p", "class", "foot").text("Xinheng 心衡 · " + what);
    if (notValidated) {
      html.text(" · " + PaperWords.NOT_VALIDATED.in(language));
    }
    html.closeLine();
  }
}
