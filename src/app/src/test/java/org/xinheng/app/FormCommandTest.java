package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.form.FormReader;
import org.xinheng.form.LabelWords;
import org.xinheng.instrument.Language;

class FormCommandTest {

  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  static Stream<String> printable() throws IOException {
    List<String> ids = new ArrayList<>(LIBRARY.ids(Kind.FORM));
    ids.addAll(List.of("student-check-in", "teacher-brief-rating"));
    return ids.stream();
  }

  @ParameterizedTest
  @MethodSource("printable")
  void printsInBothLanguagesWithoutAnythingFromElsewhere(String id) throws IOException {
    for (Language language : Language.values()) {
      String page = printed(id, "--lang", language.tag());
      assertThat(page)
          .startsWith("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">")
          .contains(id + " 1.0.0")
          .contains(language == Language.EN ? "not validated" : "未经验证")
          .doesNotContain("http", "<script", "<img", "<link", "url(")
          .endsWith("</html>\n");
    }
  }

  @ParameterizedTest
  @MethodSource("printable")
  void aPageForStudentsOrGuardiansNamesNoDisorderAndNoTier(String id) throws IOException {
    boolean spared = LIBRARY.ids(Kind.FORM).contains(id)
        ? LIBRARY.form(id).readers().stream().anyMatch(FormReader::isSparedLabels)
        : true;
    for (Language language : Language.values()) {
      String text = text(printed(id, "--lang", language.tag()));
      if (spared) {
        assertThat(LabelWords.firstIn(text, language)).as(id).isEmpty();
      }
    }
  }

  @Test
  void aGapHoldsWhatTheSchoolFillsIn() throws IOException {
    String page = printed(
        "help-page", "--fill", "place=心语室 <2楼>", "--fill", "hours=12:30", "--lang", "zh-CN");
    assertThat(page).contains("心语室 &lt;2楼&gt;", "12:30").contains("<small>学校电话</small>");
    assertThat(page).contains("12355", "12356", "我想找人谈谈");
  }

  @Test
  void anUnknownGapIsAFaultOfTheCall() {
    assertThat(xinheng.run(
            "form",
            "help-page",
            "--fill",
            "room=2",
            "--out",
            folder.resolve("a.html").toString()))
        .isEqualTo(2);
    assertThat(xinheng.err())
        .isEqualTo("xinheng: form 'help-page' has no gap 'room'; it has: school, counsellor, place,"
            + " hours, phone\n");
    assertThat(folder.resolve("a.html")).doesNotExist();
  }

  @Test
  void aQuestionnaireOfOthersIsNoForm() {
    assertThat(xinheng.run("form", "phq-9", "--out", folder.resolve("a.html").toString()))
        .isEqualTo(2);
    assertThat(xinheng.err())
        .contains("the wording of 'phq-9' in zh-CN does not come with it; xinheng sheet prints");
    assertThat(xinheng.run("form", "no-such", "--out", "a.html")).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is no form 'no-such'; there are: guardian-notice");
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path there = Files.writeString(folder.resolve("a.html"), "mine");
    assertThat(xinheng.run("form", "help-page", "--out", there.toString())).isEqualTo(2);
    assertThat(there).hasContent("mine");
    assertThat(xinheng.run("form", "help-page", "--out", there.toString(), "--replace"))
        .isZero();
  }

  @Test
  void theGridHasARowForEachStudentOfTheClassAndACodeForCannotJudge() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), """
        学号,姓名,学校,年级,班级
        S1,王<一>,A,七年级,2
        S2,李二,A,七年级,2
        S3,张三,A,七年级,3
        ,无号,A,七年级,2
        """);
    String page = printed(
        "teacher-brief-rating", "--roster", roster.toString(), "--class", "2", "--lang", "zh-CN");
    assertThat(page).contains("王&lt;一&gt;", "李二").doesNotContain("张三", "无号");
    assertThat(count(page, "<td>0 1 2 3 9</td>")).isEqualTo(2 * 8);
    assertThat(page).contains("9 = 无法判断");
    assertThat(xinheng.err())
        .contains("roster.csv:5:1: warning[roster.row]: the row has no student and is left out");
  }

  @Test
  void aTeacherWhoCannotJudgeGivesNoEvidenceAndNeverANought() throws IOException {
    Path ratings = Files.writeString(folder.resolve("ratings.csv"), """
        student,teacher-brief-rating.1,teacher-brief-rating.2,teacher-brief-rating.3,teacher-brief-rating.4,\
        teacher-brief-rating.5,teacher-brief-rating.6,teacher-brief-rating.7,teacher-brief-rating.8
        S1,0,0,0,0,0,0,0,0
        S2,9,9,9,9,9,9,9,9
        S3,3,3,3,3,3,3,3,3
        S4,2,2,2,2,1,0,9,9
        """);
    Path evidence = folder.resolve("evidence.csv");
    assertThat(xinheng.run(
            "score",
            ratings.toString(),
            "--with",
            "teacher-brief-rating",
            "--profile",
            "teacher-evidence",
            "--out",
            evidence.toString()))
        .as(xinheng.err())
        .isZero();
    // By hand: 0; no answer; 24; 9 of six answers is 9 x 8/6 = 12, from 9 on level 2.
    assertThat(Files.readString(evidence).replace("\uFEFF", ""))
        .isEqualTo("student,teacher\nS1,0\nS2,cannot judge\nS3,3\nS4,2\n");
  }

  private String printed(String id, String... options) throws IOException {
    Path out = folder.resolve(id + ".html");
    List<String> arguments = new ArrayList<>(List.of("form", id, "--replace", "--out"));
    arguments.add(out.toString());
    arguments.addAll(List.of(options));
    assertThat(xinheng.run(arguments.toArray(String[]::new))).as(xinheng.err()).isZero();
    return Files.readString(out);
  }

  private static int count(String text, String part) {
    return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  private static String text(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " ");
  }
}
