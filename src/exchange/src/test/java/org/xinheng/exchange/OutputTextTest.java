package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+x", "-x", "@sum", "\tx", "\rx", "-", "+1.", "-.5", "-1e", "--1", "-1.5.2"
      })
  void putsAnApostropheBeforeWhatStartsLikeAFormula(String text) {
    assertThat(OutputText.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "-1", "+0.25", "-1.5e-7", "+1E6", "a=b", "'=x", " =x"})
  void leavesOtherTextAlone(String text) {
    assertThat(OutputText.harmless(text)).isEqualTo(text);
  }

  /** The library that writes all other tables says when a field is quoted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "a",
        "a|b",
        "|a",
        "a, b|c",
        "\"|x",
        "x|\"\"",
        "#|#",
        " a|a ",
        "School 7|b  c|*",
        "四年级|1.5",
        "'|=",
        "a\nb|c\rd"
      })
  void spellsFieldsLikeARowOfATable(String row) throws IOException {
    List<String> fields = List.of(row.split("\\|", -1));
    assertThat(OutputText.fields(fields, true)).isEqualTo(row(fields));
    List<String> behind = Stream.concat(Stream.of("x"), fields.stream()).toList();
    assertThat("x" + OutputText.fields(fields, false)).isEqualTo(row(behind));
  }

  private static String row(List<String> fields) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(fields);
    }
    return text.toString().substring(0, text.toString().length() - 1);
  }
}
