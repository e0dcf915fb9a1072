package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.entry.StreamKeys;
import picocli.CommandLine;

/** Sheets typed in through the command itself, with keys from a text: {@code \n} is Enter, {@code <} goes back. */
class EnterCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir
  private Path folder;

  @Test
  void whatIsTypedTwiceAlikeIsWritten() throws IOException {
    assertThat(typed("phq-2", "f S1\n03_ S2\n121 \u001b s S2\n121 S1\n03_ \u001b w q"))
        .isZero();
    assertThat(table()).isEqualTo("""
        student,mode,phq-2.1,phq-2.2,help
        S1,paper-double-entry,0,3,
        S2,paper-double-entry,1,2,yes
        """);
  }

  @Test
  void aDisagreementIsListedByRowAndItemAndTypedOnceMore() throws IOException {
    typed("phq-2", "f S1\n030 S2\n120 \u001b s S1\n030 S2\n130 \u001b l w r 3 w q");
    assertThat(said())
        .contains("1 disagreement\n  row 2, student S2, phq-2.2: first 2, second 3")
        .contains("the passes disagree; resolve that first");
    assertThat(table()).endsWith("S2,paper-double-entry,1,3,no\n");
  }

  @Test
  void aCodeThatIsNotDeclaredIsNotTaken() throws IOException {
    typed("phq-2", "f S1\n75030 \u001b s S1\n030 \u001b w q");
    assertThat(table()).endsWith("S1,paper-double-entry,0,3,no\n");
  }

  @Test
  void backChangesAnAnswerAndSpaceLeavesABlank() throws IOException {
    typed("phq-2", "f S1\n0<1__ \u001b s S1\n1__ \u001b w q");
    // 0, back, 1, blank, blank.
    assertThat(table()).endsWith("S1,paper-double-entry,1,,\n");
  }

  @Test
  void backFromTheNextSheetReturnsToTheLastItem() throws IOException {
    typed("phq-2", "f S1\n030<1 \u001b s S1\n031 \u001b w q");
    assertThat(table()).endsWith("S1,paper-double-entry,0,3,yes\n");
  }

  @Test
  void aSheetOfOnePassIsNotWrittenUnlessSaid() throws IOException {
    typed("phq-2", "f S1\n030 \u001b w q");
    assertThat(said()).contains("1 sheet was typed in once only");
    assertThat(folder.resolve("answers.csv")).doesNotExist();
    typed("phq-2", "w q", "--single");
    assertThat(table()).endsWith("S1,paper-single-entry,0,3,no\n");
  }

  @Test
  void aRosterGivesTheOrderAndTheClass() throws IOException {
    Path roster = Files.writeString(
        folder.resolve("roster.csv"), "student,school,grade,class\nS1,A,7,2\nS2,A,7,2\n");
    typed(
        "phq-2",
        "f\n030\n121\u001b s\n030\n121\u001b w q",
        "--roster",
        roster.toString(),
        "--date",
        "2026-10-13");
    assertThat(table()).isEqualTo("""
        student,school,grade,class,date,mode,phq-2.1,phq-2.2,help
        S1,A,7,2,2026-10-13,paper-double-entry,0,3,no
        S2,A,7,2,2026-10-13,paper-double-entry,1,2,yes
        """);
  }

  /** The typing stops behind any key, as when the process is killed; what was acknowledged is there, and it goes on. */
  @Test
  void stoppedBehindAnyKeyItGoesOnFromThere() throws IOException {
    String first = "fS1\n030S2\n121S3\n30 \u001b";
    String second = "sS3\n30 S1\n030S2\n121\u001b";
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      Path here = Files.createDirectory(folder.resolve("run" + i));
      int stop = 2 + random.nextInt(first.length() - 2);
      run(here, "phq-2", first.substring(0, stop));
      run(here, "phq-2", rest(first, stop) + second + "wq");
      assertThat(Files.readString(here.resolve("answers.csv")).replace("\uFEFF", ""))
          .as("stopped behind key " + stop)
          .isEqualTo("""
              student,mode,phq-2.1,phq-2.2,help
              S1,paper-double-entry,0,3,no
              S2,paper-double-entry,1,2,yes
              S3,paper-double-entry,3,0,
              """);
    }
  }

  /** What the clerk types after a stop: the open sheet asks for its next item, otherwise the student is asked for again. */
  private static String rest(String keys, int stop) {
    String done = keys.substring(0, stop);
    int sheet = done.lastIndexOf('S');
    boolean isNameOpen = sheet >= 0 && done.indexOf('\n', sheet) < 0;
    return "f" + keys.substring(isNameOpen ? sheet : stop);
  }

  @Test
  void scoreReadsTheTableWithoutAMap() throws IOException {
    typed("phq-2", "f S1\n03_ S2\n121 \u001b s S2\n121 S1\n03_ \u001b w q");
    TypedCommand xinheng = TypedCommand.wide(100);
    Path scores = folder.resolve("scores.csv");
    assertThat(xinheng.run(
            "score",
            folder.resolve("answers.csv").toString(),
            "--with",
            "phq-2",
            "--out",
            scores.toString()))
        .as(xinheng.err())
        .isZero();
    // 0 + 3 and 1 + 2 by hand.
    assertThat(Files.readAllLines(scores))
        .filteredOn(line -> line.startsWith("S"))
        .allMatch(line -> line.matches("S.,paper-double-entry,(yes)?,3,positive.*"));
  }

  @Test
  void aMissingCodeAndAnItemOfABatteryAreTypedWithOneKey() throws IOException {
    typed("teacher-brief-rating", "f S1\n01239012 \u001b s S1\n01239012 \u001b w q");
    assertThat(table()).endsWith("S1,paper-double-entry,0,1,2,3,9,0,1,2\n");
  }

  private int typed(String id, String keys, String... options) throws IOException {
    // Blanks make the keys readable; the key itself is written as _.
    return run(folder, id, keys.replace(" ", "").replace('_', ' '), options);
  }

  private int run(Path here, String id, String keys, String... options) throws IOException {
    Terminal terminal = Terminal.of(out, out, StandardCharsets.UTF_8);
    StreamKeys from = new StreamKeys(
        new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8,
        false);
    List<String> arguments =
        new ArrayList<>(List.of(id, "--out", here.resolve("answers.csv").toString()));
    arguments.addAll(List.of(options));
    int code =
        new CommandLine(new EnterCommand(terminal, from)).execute(arguments.toArray(String[]::new));
    terminal.out().flush();
    return code;
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private String table() throws IOException {
    return Files.readString(folder.resolve("answers.csv")).replace("\uFEFF", "");
  }
}
