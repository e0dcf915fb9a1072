package org.xinheng.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {

  @Test
  void showsTheLineAndUnderlinesTheWord() {
    Diagnostic found = Diagnostic.error(
            "scale.unknown-item",
            new Place("calm-7.yaml", 2, 17),
            "scale 'worry' uses item 'c8', which is not defined")
        .hint("the items are 'c1' to 'c7'");

    assertThat(DiagnosticText.of(found, "worry:\n    items: [c1, c8]\n")).isEqualTo("""
        calm-7.yaml:2:17: error[scale.unknown-item]: scale 'worry' uses item 'c8', which is not \
        defined
            2 |     items: [c1, c8]
              |                 ^^
              hint: the items are 'c1' to 'c7'""");
  }

  @Test
  void countsChineseCharactersAsTwoColumns() {
    assertThat(excerpt("{zh-CN: 平静, en: x}", 13))
        .containsExactly(
            "    1 | {zh-CN: 平静, en: x}",
            // 12 characters stand before the place, two of them wide.
            "      |               ^^");
    assertThat(excerpt("名: 平静四项", 4)).containsExactly("    1 | 名: 平静四项", "      |     ^^^^^^^^");
  }

  @Test
  void countsFullWidthDigitsAsTwoColumns() {
    assertThat(excerpt("range: 0..４", 11))
        .containsExactly("    1 | range: 0..４", "      |           ^^");
  }

  @Test
  void countsCombiningMarksAsNone() {
    assertThat(excerpt("Lo\u0308we: x", 7))
        .containsExactly("    1 | Lo\u0308we: x", "      |      ^");
  }

  @Test
  void countsCharactersBeyondTheFirstPlaneOnce() {
    assertThat(excerpt("\uD840\uDC00: x", 4))
        .containsExactly("    1 | \uD840\uDC00: x", "      |     ^");
  }

  @Test
  void keepsTabsSoThatBothLinesMeet() {
    assertThat(excerpt("\ta\tb", 4)).containsExactly("    1 | \ta\tb", "      | \t \t^");
  }

  @Test
  void underlinesAQuotedTextAsAWhole() {
    assertThat(excerpt("colour: \"#12 34\"", 9)).last().isEqualTo("      |         ^^^^^^^^");
  }

  @Test
  void pointsAfterTheLastCharacterOfALine() {
    assertThat(excerpt("version:", 9)).last().isEqualTo("      |         ^");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    List<String> lines = excerpt("x".repeat(500) + " y " + "z".repeat(500), 502);

    assertThat(lines.get(0)).hasSizeLessThan(200).contains("… ".strip() + "x").contains(" y z");
    assertThat(lines.get(1).indexOf('^')).isEqualTo(lines.get(0).indexOf('y'));
  }

  @Test
  void showsNoCharacterThatCommandsATerminal() {
    Diagnostic found = Diagnostic.error("value.id", new Place("a.yaml", 1, 1), "'\u001B[2J\n'");

    assertThat(DiagnosticText.of(found, "\u001B[2J\u202E")).isEqualTo("""
        a.yaml:1:1: error[value.id]: '\uFFFD[2J\uFFFD'
            1 | \uFFFD[2J\uFFFD
              | ^""");
  }

  @Test
  void needsNoText() {
    Diagnostic found = Diagnostic.warning("file.size", Place.startOf("a.yaml"), "large");

    assertThat(DiagnosticText.of(found, "")).isEqualTo("a.yaml:1:1: warning[file.size]: large");
  }

  @Test
  void isOneJsonObjectOnOneLine() {
    Diagnostic found =
        Diagnostic.error("value.id", new Place("平.yaml", 3, 5), "'a\n\"b\"'").hint("write 'a-b'");

    assertThat(DiagnosticJson.of(found))
        .isEqualTo("{\"file\":\"平.yaml\",\"line\":3,\"column\":5,"
            + "\"severity\":\"error\",\"code\":\"value.id\",\"message\":\"'a\\n\\\"b\\\"'\","
            + "\"hint\":\"write 'a-b'\"}");
  }

  private static List<String> excerpt(String line, int column) {
    Diagnostic found = Diagnostic.error("x.y", new Place("a.yaml", 1, column), "message");
    return DiagnosticText.of(found, line).lines().skip(1).toList();
  }
}
