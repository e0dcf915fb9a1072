package org.xinheng.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {

  @Test
  void escapesTextByWhereItStands() {
    String page =
        new Html().open("p", "title", "a\"b'c<&\n").text("<i>&\"").close().page();
    assertThat(page)
        .isEqualTo(
            "<!DOCTYPE html>\n" + "<p title=\"a&quot;b&#39;c&lt;&amp; \">&lt;i&gt;&amp;\"</p>");
  }

  @Test
  void replacesWhatXmlCannotHold() {
    assertThat(new Html().element("p", "a\u0000\u001B\uD800\uFFFEb").page())
        .endsWith("<p>a\uFFFD\uFFFD\uFFFD\uFFFDb</p>");
  }

  @Test
  void refusesAPageWithAnOpenElement() {
    Html html = new Html().open("p");
    assertThatThrownBy(html::page).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAStyleSheetThatCouldEndItself() {
    Html html = new Html();
    assertThatThrownBy(() -> html.style("</style>")).isInstanceOf(IllegalArgumentException.class);
  }
}
