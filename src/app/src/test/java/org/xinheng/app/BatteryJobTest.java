package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invented battery of {@code benchmarks/job}, scored and tiered in one run from its definitions alone: ten students,
 * each for one thing that is easy to get wrong. Expected numbers are by hand.
 */
class BatteryJobTest {

  private static final String JOB = "../../benchmarks/job";

  private static final String HEADER = "student_id,school,grade,class,sex," + items("phq", 9) + ","
      + items("gad", 7) + "," + items("mht", 100) + "\n";

  private static final int[] REVERSED = {5, 22, 40, 63, 75};

  /** The lie scale of the long questionnaire. */
  private static final int[] LIE = {82, 84, 86, 88, 90, 92, 94, 96, 98, 100};

  @TempDir
  private Path folder;

  @Test
  void tenStudentsGetTheScoresAndTiersThatAreWorkedOutByHand() throws IOException {
    Path answers = Files.writeString(
        folder.resolve("in.csv"),
        HEADER
            // Nothing, and everything: 50 + 10 (27 - 3.80) / 4.02 = 107.7; a lie scale of 10.
            + row("T01,SCH1,4,1,F", "000000000", "0000000", no())
            + row("T02,SCH1,4,1,M", "333333333", "3333333", with(yes(), LIE, '1'))
            // Halves go up: 4 · 9 / 8 = 4.5 and 3 · 7 / 6 = 3.5.
            + row("T03,SCH1,12,2,F", "1110001-0", "11100-0", no())
            // Two blanks of nine are allowed, 7 · 9 / 7 = 9; two of seven are not.
            + row("T04,SCH1,12,2,M", "12--11110", "2222--2", no())
            + row("T05,SCH2,9,3,F", "33---3330", "1111111", no())
            // 7 · 15 / 14 = 7.5 is 8, a high scale.
            + row("T06,SCH2,9,3,M", "111110000", "0000000", highByAHalf())
            // Item 9 is blank, so its flag is; the lie scale is 7, still valid, or 8, invalid.
            + row("T07,SCH2,10,1,F", "22211110-", "2222110", lying(7))
            + row("T08,SCH2,10,1,M", "000000000", "0000000", lying(8))
            + row("T09,SCH2,10,1,M", "---------", "-------", "-".repeat(100))
            // An alert is tier 3; with two blanks of ten a scale has no score, and nor has the
            // total.
            + row("T10,SCH2,10,2,F", "000000001", "0000000", blank(no(), 16, 17)));
    run(answers);
    assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo("""
        student_id,school,grade,class,sex,phq_total,phq_t,phq_band,gad_total,gad_band,\
        mht_a,mht_b,mht_c,mht_d,mht_e,mht_f,mht_g,mht_h,mht_total,mht_l,mht_valid,item9_flag,tier
        T01,SCH1,4,1,F,0,39,none,0,none,0,0,0,0,0,0,0,0,0,0,1,0,1
        T02,SCH1,4,1,M,27,108,severe,21,severe,15,10,10,10,10,15,10,10,90,10,0,1,3
        T03,SCH1,12,2,F,5,45,mild,4,none,0,0,0,0,0,0,0,0,0,0,1,0,1
        T04,SCH1,12,2,M,9,55,mild,,,0,0,0,0,0,0,0,0,0,0,1,0,1
        T05,SCH2,9,3,F,,,,7,mild,0,0,0,0,0,0,0,0,0,0,1,0,1
        T06,SCH2,9,3,M,5,49,mild,0,none,8,0,0,0,0,0,0,0,8,0,1,0,2
        T07,SCH2,10,1,F,11,59,moderate,10,moderate,15,10,10,10,10,15,10,1,81,7,1,,3
        T08,SCH2,10,1,M,0,37,none,0,none,15,10,10,10,10,15,10,1,81,8,0,0,1
        T09,SCH2,10,1,M,,,,,,,,,,,,,,,,,,0
        T10,SCH2,10,2,F,1,38,none,0,none,0,,0,0,0,0,0,0,,0,1,1,3
        """);
    assertThat(Files.readString(folder.resolve("counts.csv"))).isEqualTo("""
        school,grade,n,tier0,tier1,tier2,tier3
        SCH1,4,2,0,1,0,1
        SCH1,12,2,0,2,0,0
        SCH2,9,2,0,1,1,0
        SCH2,10,4,1,1,0,2
        """);
  }

  /** The shared example of the job was made by an independent program with exact fractions. */
  @Test
  void equalsTheSharedExampleByteForByte() throws IOException {
    Path shared = Path.of(System.getProperty("xinheng.shared", ""), "bench", "tiny");
    assumeTrue(Files.isDirectory(shared), "the shared example is not at hand");
    run(shared.resolve("in.csv"));
    assertThat(folder.resolve("out.csv"))
        .hasSameBinaryContentAs(shared.resolve("expected_out.csv"));
    assertThat(folder.resolve("counts.csv"))
        .hasSameBinaryContentAs(shared.resolve("expected_agg.csv"));
  }

  @Test
  void definitionsOfTheJobCheckClean() {
    TypedCommand xinheng = TypedCommand.wide(80);
    assertThat(xinheng.run("check", "--instruments", JOB, JOB))
        .as(xinheng.out())
        .isZero();
    assertThat(xinheng.out()).contains("0 errors, 0 warnings");
    assertThat(xinheng.run("list", "--kind", "profile", "--instruments", JOB)).isZero();
    assertThat(xinheng.out()).contains("Output profiles (", "job  ");
  }

  private void run(Path answers) {
    TypedCommand xinheng = TypedCommand.wide(80);
    int code = xinheng.run(
        "score",
        answers.toString(),
        "--instruments",
        JOB,
        "--map",
        JOB + "/map.yaml",
        "--battery",
        "district",
        "--policy",
        "job-tiers",
        "--norms",
        "mood-9-invented",
        "--profile",
        "job",
        "--out",
        folder.resolve("out.csv").toString(),
        "--counts",
        folder.resolve("counts.csv").toString());
    assertThat(code).as(xinheng.err()).isZero();
    assertThat(xinheng.out()).contains("T3: 3 students", "no tier: 1 students");
  }

  private static String items(String name, int count) {
    return String.join(
        ",", IntStream.rangeClosed(1, count).mapToObj(item -> name + item).toList());
  }

  /** One character an answer; {@code -} is a blank. */
  private static String row(String student, String phq, String gad, String mht) {
    List<String> cells = (phq + gad + mht)
        .chars()
        .mapToObj(answer -> answer == '-' ? "" : Character.toString(answer))
        .toList();
    return student + "," + String.join(",", cells) + "\n";
  }

  /** Every scale of the long questionnaire is 0. */
  private static String no() {
    return with("0".repeat(100), REVERSED, '1');
  }

  /** Every scale is highest, save for the lie scale, which is 0. */
  private static String yes() {
    return with(with("1".repeat(100), REVERSED, '0'), LIE, '0');
  }

  /** As high as can be but for one item of the last scale, 81; the lie scale is so much. */
  private static String lying(int lie) {
    String low = with(yes(), new int[] {83, 85, 87, 89, 91, 93, 95, 97, 99}, '0');
    return with(low, Arrays.copyOf(LIE, lie), '1');
  }

  /** Scale a: items 1 to 8 yes, of which 5 is reversed; 9 is blank, 10 to 15 no. */
  private static String highByAHalf() {
    return blank(with(no(), new int[] {1, 2, 3, 4, 5, 6, 7, 8}, '1'), 9);
  }

  private static String blank(String answers, int... items) {
    return with(answers, items, '-');
  }

  private static String with(String answers, int[] items, char answer) {
    StringBuilder changed = new StringBuilder(answers);
    for (int item : items) {
      changed.setCharAt(item - 1, answer);
    }
    return changed.toString();
  }
}
