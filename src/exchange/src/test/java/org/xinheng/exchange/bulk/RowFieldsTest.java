package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFieldsTest {

  private static final short BLANK = -128;

  /** 1 to 5 mean themselves, 9 and a blank mean that nothing was answered. */
  private static final CellTable ONE_TO_FIVE = table(
      10,
      new int[] {1, 1},
      new int[] {2, 2},
      new int[] {3, 3},
      new int[] {4, 4},
      new int[] {5, 5},
      new int[] {9, -127});

  /** A name, ten answers, a note. */
  private final RowFields fields = new RowFields(',', fields());

  private final RowFields texts = new RowFields(
      ',',
      List.of(
          new RowFields.Field.Other(0),
          new RowFields.Field.Other(1),
          new RowFields.Field.Other(2)));

  private byte[] bytes = {};

  @Test
  void findsAnswersAndTexts() throws CharacterCodingException {
    assertThat(read("张三,1,2,3,4,5,5,4,3,2,1,fine\n")).isTrue();
    assertThat(answers()).containsExactly(1, 2, 3, 4, 5, 5, 4, 3, 2, 1);
    assertThat(text(0)).isEqualTo("张三");
    assertThat(text(1)).isEqualTo("fine");
    assertThat(fields.isBare(0)).isFalse();
    assertThat(fields.isBare(1)).isTrue();
  }

  @Test
  void takesBlanksMissingCodesLeadingZerosAndQuotes() throws CharacterCodingException {
    assertThat(read("\"a,\"\"b\"\"\",1,,9,04,\"5\",\"\",1,2,3,,\"note\"\r\n")).isTrue();
    assertThat(answers()).containsExactly(1, -128, -127, 4, 5, -128, 1, 2, 3, -128);
    assertThat(text(0)).isEqualTo("a,\"b\"");
    assertThat(text(1)).isEqualTo("note");
    assertThat(fields.isBare(1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,1,2,3,4,5,5,4,3,2,1\n", // a field too few
        "a,1,2,3,4,5,5,4,3,2,1,b,\n", // one too many
        "a\n",
        "\n",
        "a,1,2,3,4,5\n1,2,3,4,5,b\n", // does not read on in the next line
        "a,0,2,3,4,5,5,4,3,2,1,b\n", // below the digits
        "a,1,2,3,6,5,5,4,3,2,1,b\n", // above them
        "a,1,2,3,:,5,5,4,3,2,1,b\n", // the sign after 9
        "a,1,2,3,4,5,5,4,3,1000,1,b\n",
        "a,1,2,3,4,5,5,4,3, 2,1,b\n",
        "a,1,2,3,4,5,5,4,3,\"2,1,b\n",
        "a,1,2,3,4,5,5,4,3,\"2\"1,1,b\n",
        "a\"b\",1,2,3,4,5,5,4,3,2,1,b\n", // a quote that opens nothing
        "\"a\"b,1,2,3,4,5,5,4,3,2,1,b\n",
        "\"a\nb\",1,2,3,4,5,5,4,3,2,1,b\n", // a line feed in quotes
        "a\rb,1,2,3,4,5,5,4,3,2,1,b\n", // a line end of its own
        ",,,,,,,,,,,\n",
        " ,,,,,,,,,,,\"\"\n",
        "\u3000,,,,,,,,,,,\n",
      })
  void declinesWhatIsNotPlain(String line) {
    assertThat(read(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1",
        "+1",
        "-1",
        "@a",
        "#1",
        " a",
        "\"=1\"",
        "\" a\"",
        "\"a,b\"",
        "\"\"\"\"",
        "张",
        "a\tb"
      })
  void saysWhichTextsCannotBeWrittenAsTheyAre(String cell) {
    assertThat(read(cell + ",1,2,3,4,5,5,4,3,2,1,b\n")).isTrue();
    assertThat(fields.isBare(0)).isFalse();
    assertThat(fields.isBare(1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b,c\n", "a,\"b\",c\n", "a,b,\"c\"\r\n", ",,c\n", "a,,\n"})
  void findsTextsThatStandSideBySide(String line) throws CharacterCodingException {
    assertThat(read(texts, line)).isTrue();
    List<String> found = new ArrayList<>();
    for (int other = 0; other < 3; other++) {
      found.add(texts.text(other, bytes, StandardCharsets.UTF_8.newDecoder()));
    }
    assertThat(found).isEqualTo(List.of(line.replaceAll("[\"\r\n]", "").split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n", "a,\"b\"\n", "a,b\r\n", "a\n", "a,b,c,\n", "a,b\nc,d,e\n"})
  void declinesTextsOfWhichOneIsMissingOrTooMany(String line) {
    assertThat(read(texts, line)).isFalse();
  }

  private boolean read(String line) {
    return read(fields, line);
  }

  private boolean read(RowFields fields, String line) {
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    bytes = Arrays.copyOf(text, text.length + Piece.SLACK);
    int end = fields.read(bytes, 0);
    assertThat(end).isIn(RowFields.NOT_PLAIN, text.length);
    return end != RowFields.NOT_PLAIN;
  }

  private List<Integer> answers() {
    List<Integer> answers = new ArrayList<>();
    for (int cell = 0; cell < 10; cell++) {
      answers.add((int) fields.cells().bytes()[cell]);
    }
    return answers;
  }

  private String text(int other) throws CharacterCodingException {
    return fields.text(other, bytes, StandardCharsets.UTF_8.newDecoder());
  }

  private static List<RowFields.Field> fields() {
    List<RowFields.Field> fields = new ArrayList<>(List.of(new RowFields.Field.Other(0)));
    for (int cell = 0; cell < 10; cell++) {
      fields.add(new RowFields.Field.Answer(cell, ONE_TO_FIVE));
    }
    fields.add(new RowFields.Field.Other(1));
    return fields;
  }

  private static CellTable table(int size, int[]... meanings) {
    short[] numbers = new short[size];
    Arrays.fill(numbers, CellTable.NOT_PLAIN);
    for (int[] meaning : meanings) {
      numbers[meaning[0]] = (short) meaning[1];
    }
    return new CellTable(BLANK, numbers);
  }
}
