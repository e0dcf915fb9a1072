package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.WordingYaml;
import org.xinheng.instrument.Language;

class SheetCommandTest {

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  @Test
  void aSheetWithoutWordingHasANumberAndACircleForEachAnswerAndNoTopic() throws IOException {
    String page = printed("phq-9", "--columns", "2", "--lang", "zh-CN");
    // Nine items with four answers; the definition's topics are no wording and are not shown.
    assertThat(circles(page)).isEqualTo(9 * 4);
    assertThat(page)
        .contains("class=\"columns\"", "请看印好的问卷", "phq-9 1.")
        .doesNotContain("兴趣", "患者健康问卷", "http");
  }

  @Test
  void aBatteryHasAPartForEachQuestionnaire() throws IOException {
    String page = printed("junior-high", "--lang", "en");
    List<String> ids = InstrumentLibrary.shipped().battery("junior-high").questionnaires();
    for (int i = 0; i < ids.size(); i++) {
      assertThat(page).contains("Part " + (i + 1) + " · <small>" + ids.get(i) + "</small>");
    }
  }

  @Test
  void thereIsASheetForEachStudentOfTheRoster() throws IOException {
    Path roster = Files.writeString(
        folder.resolve("roster.csv"), "student,name,grade,class\nS1,王一,7,2\nS2,李二,7,2\n");
    String page = printed("gad-7", "--roster", roster.toString());
    assertThat(page).contains("王一", "李二", "S1", "S2", "7 (2)");
    assertThat(sheets(page)).isEqualTo(2);
    assertThat(xinheng.out()).contains(", 2 sheets");
  }

  @Test
  void sheetsCanHaveACodeInPlaceOfAName() throws IOException {
    String page = printed("gad-7", "--codes", "3", "--prefix", "7A");
    assertThat(sheets(page)).isEqualTo(3);
    assertThat(page).contains("7A0001", "7A0002", "7A0003").doesNotContain("7A0004");
    assertThat(xinheng.run("sheet", "gad-7", "--codes", "0", "--out", out())).isEqualTo(2);
    assertThat(xinheng.err()).contains("--codes must be between 1 and 5000: 0");
  }

  @Test
  void anInstalledPackIsPrinted() throws IOException {
    var phq2 = InstrumentLibrary.shipped().questionnaire("phq-2");
    String pack = WordingYaml.template(phq2, Language.EN)
        .replace("\"\"", "\"invented <words> of the school\"")
        .replace("version: \"invented <words> of the school\"", "version: \"1\"");
    Path packs = Files.createDirectories(folder.resolve("packs"));
    Files.writeString(packs.resolve("phq-2.en.yaml"), pack);
    String page = printed("phq-2", "--lang", "en", "--packs", packs.toString());
    assertThat(page).contains("invented &lt;words&gt; of the school");
    assertThat(circles(page)).isEqualTo(2 * 4);
  }

  @Test
  void aQuestionnaireOfOursComesWithItsWording() throws IOException {
    String page = printed("student-check-in", "--lang", "zh-CN");
    assertThat(page).contains("课间有同学和我在一起。", "学生自我小检查", "几乎每天");
    // 15 items with four answers, one with three.
    assertThat(circles(page)).isEqualTo(15 * 4 + 3);
  }

  @Test
  void whoIsNotThereIsSaid() {
    assertThat(xinheng.run("sheet", "no-such", "--out", out())).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is no questionnaire or battery 'no-such'");
    assertThat(xinheng.run("sheet", "phq-9", "--columns", "3", "--out", out())).isEqualTo(2);
    assertThat(xinheng.err()).contains("columns must be 1 or 2: 3");
    assertThat(xinheng.run("sheet", "phq-9", "--class", "2", "--out", out())).isEqualTo(2);
    assertThat(xinheng.err()).contains("choose from --roster");
  }

  private String out() {
    return folder.resolve("sheet.html").toString();
  }

  private String printed(String id, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("sheet", id, "--replace", "--out", out()));
    if (!List.of(options).contains("--packs")) {
      arguments.addAll(List.of("--packs", folder.resolve("none").toString()));
    }
    arguments.addAll(List.of(options));
    assertThat(xinheng.run(arguments.toArray(String[]::new))).as(xinheng.err()).isZero();
    return Files.readString(folder.resolve("sheet.html"));
  }

  private static int circles(String page) {
    return count(page, "class=\"circle\"");
  }

  private static int sheets(String page) {
    return count(page, "<article class=\"sheet\">");
  }

  private static int count(String text, String part) {
    return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
