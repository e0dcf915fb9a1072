package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.xinheng.app.WrittenStudy.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.validation.RandomNumbers;

class NormsCommandTest {

  private static final List<Integer> EDGES = List.of(4, 11, 23, 40, 60, 77, 89, 96);

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);
  private Path data = Path.of("");
  private Path out = Path.of("");

  /** Answers to the PHQ-9 of 600 students of three grades, of whom only a few are boys of grade 9. */
  @BeforeEach
  void writeData() throws IOException {
    RandomNumbers random = new RandomNumbers(41);
    StringBuilder csv = new StringBuilder("student,sex,grade,age");
    for (int item = 1; item <= 9; item++) {
      csv.append(",phq-9.").append(item);
    }
    csv.append('\n');
    for (int i = 0; i < 600; i++) {
      int grade = 7 + i % 3;
      boolean isBoy = grade == 9 ? i % 20 == 2 : i % 2 == 0;
      double theta = random.normal() + 0.2 * (grade - 8);
      csv.append(i).append(isBoy ? ",男," : ",女,").append(grade).append(',').append(grade + 5);
      for (int item = 0; item < 9; item++) {
        double u = random.normal();
        double level = 0.8 * theta + 0.6 * u + 0.6;
        csv.append(',').append((int) Math.max(0, Math.min(3, Math.floor(level + 0.5))));
      }
      csv.append('\n');
    }
    data = folder.resolve("answers.csv");
    Files.writeString(data, csv);
    out = folder.resolve("out");
  }

  private List<Map<String, String>> scored(Path norms) throws IOException {
    Path scores = folder.resolve("scores.csv");
    assertThat(xinheng.run(words("score", data, "--with phq-9 --norms", norms, "--out", scores)))
        .as(xinheng.err())
        .isZero();
    return WrittenStudy.rows(scores);
  }

  /** Every student gets the percentile that the table of the study has for the group and the score. */
  @Test
  void normSetScoresAsTheStudySays() throws Exception {
    assertThat(xinheng.run(words(
            "norms",
            data,
            "--with phq-9 --score phq-9.total --by sex,grade --write phq-9-here --date 2026-10"
                + " --out",
            out)))
        .as(xinheng.err())
        .isZero();
    assertThat(xinheng.err()).contains("groups with fewer than 30 people, without norms: 1");
    WrittenStudy study = new WrittenStudy(out).isDescribedBy("norms").hasReport("en", 5);
    Path norms = out.resolve("instruments/norms/phq-9-here.yaml");
    assertThat(Files.readString(norms))
        .contains(
            "n = 600", "date of data: 2026-10", "SHA-256", "command: norms", "for: {grades: 7..9}");
    assertThat(xinheng.run("check", norms.toString())).as(xinheng.out()).isZero();
    int compared = 0;
    List<Map<String, String>> table = study.table("norms.csv");
    for (Map<String, String> student : scored(norms)) {
      String group = student.get("sex") + "; " + student.get("grade");
      if (group.equals("男; 9")) {
        assertThat(student).containsEntry("phq-9.total.norm.reason", "no-group");
        continue;
      }
      Map<String, String> row = table.stream()
          .filter(of -> of.get("group").equals(group))
          .filter(of -> of.get("raw").equals(student.get("phq-9.total")))
          .findFirst()
          .orElseThrow();
      double mid = Double.parseDouble(row.get("pr-mid"));
      assertThat(Double.parseDouble(student.get("phq-9.total.percentile")))
          .isCloseTo(mid, within(0.0501));
      assertThat(Double.parseDouble(student.get("phq-9.total.t")))
          .isCloseTo(Double.parseDouble(row.get("t-normalised")), within(0.0502));
      if (EDGES.stream().noneMatch(edge -> Math.abs(edge - mid) < 1e-3)) {
        // A rank that is just an edge is in the class below here and in the class above there.
        assertThat(student.get("phq-9.total.stanine")).isEqualTo(row.get("stanine"));
      }
      compared++;
    }
    assertThat(compared).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mean", "normalised-t"})
  void otherFormsGiveTheirT(String form) throws IOException {
    assertThat(xinheng.run(words(
            "norms",
            data,
            "--with phq-9 --score phq-9.total --by grade --write phq-9-here --form",
            form,
            "--out",
            out)))
        .as(xinheng.err())
        .isZero();
    Path norms = out.resolve("instruments/norms/phq-9-here.yaml");
    assertThat(xinheng.run("check", norms.toString())).as(xinheng.out()).isZero();
    List<Map<String, String>> table = new WrittenStudy(out).table("norms.csv");
    for (Map<String, String> student : scored(norms)) {
      Map<String, String> row = table.stream()
          .filter(of -> of.get("group").equals(student.get("grade")))
          .filter(of -> of.get("raw").equals(student.get("phq-9.total")))
          .findFirst()
          .orElseThrow();
      String t = row.get(form.equals("mean") ? "t" : "t-normalised");
      assertThat(Double.parseDouble(student.get("phq-9.total.t")))
          .isCloseTo(Double.parseDouble(t), within(0.0601));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void normsOverGradeAreWrittenAsOneGroupAGrade(String language) throws Exception {
    assertThat(xinheng.run(words(
            "norms",
            data,
            "--with phq-9 --score phq-9.total --over grade --write phq-9-here --lang",
            language,
            "--out",
            out)))
        .as(xinheng.err())
        .isZero();
    WrittenStudy study = new WrittenStudy(out).isDescribedBy("norms").hasReport(language, 1);
    Path norms = out.resolve("instruments/norms/phq-9-here.yaml");
    assertThat(Files.readString(norms)).contains("continuous over grade", "id: grade-8");
    assertThat(xinheng.run("check", norms.toString())).as(xinheng.out()).isZero();
    List<Map<String, String>> table = study.table("norms.csv");
    for (Map<String, String> student : scored(norms)) {
      String t = table.stream()
          .filter(of -> of.get("grade").equals(student.get("grade")))
          .filter(of -> of.get("raw").equals(student.get("phq-9.total")))
          .map(of -> of.get("t"))
          .findFirst()
          .orElseThrow();
      if (!t.isEmpty()) {
        assertThat(Double.parseDouble(student.get("phq-9.total.t")))
            .isCloseTo(Double.parseDouble(t), within(0.0551));
      }
    }
  }

  @Test
  void neverReplacesNormsThatAreThere() {
    assertThat(xinheng.run(words(
            "norms", data, "--with phq-9 --score phq-9.total --write psc-17-parent-us --out", out)))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("there is a norm set 'psc-17-parent-us' already");
    assertThat(xinheng.run(words(
            "norms",
            data,
            "--with phq-9 --score phq-9.total --out",
            out,
            "--write",
            "../../elsewhere")))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("'../../elsewhere' is no id");
    assertThat(out.resolve("instruments")).doesNotExist();
  }

  @Test
  void saysWhatIsWrongWithTheCall() {
    assertThat(xinheng.run(words("norms", data, "--score grade --write mine --out", out)))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("'grade' is no score of a questionnaire");
    assertThat(xinheng.run(words(
            "norms",
            data,
            "--with phq-9 --score phq-9.total --by student --write mine --out",
            out)))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("'student' is none of them");
    assertThat(xinheng.run(words(
            "norms",
            data,
            "--with phq-9 --score phq-9.total --least 1000 --write mine --out",
            out)))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("no group has at least 1000 people");
    assertThat(xinheng.run(words("norms", data, "--score nothing --out", out))).isEqualTo(1);
    assertThat(xinheng.run(words("norms", data, "--score grade --least 0 --out", out)))
        .isEqualTo(2);
  }
}
