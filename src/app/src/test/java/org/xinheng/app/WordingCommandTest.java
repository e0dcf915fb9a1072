package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingCommandTest {

  private static final String SECRET = "虚构的题目文字";

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);
  private String packs = "";

  @BeforeEach
  void nameFolder() {
    packs = folder.resolve("我的 packs").toString();
  }

  @Test
  void aTemplateIsFilledImportedAndListed() throws IOException {
    Path file = folder.resolve("量表 who-5.yaml");
    assertThat(xinheng.run("wording", "export-template", "who-5", "--out", file.toString()))
        .isZero();
    assertThat(importing(file)).isEqualTo(1);
    assertThat(xinheng.err()).contains("量表 who-5.yaml:").contains("item '1' is empty");
    fill(file);
    assertThat(importing(file)).as(xinheng.err()).isZero();
    assertThat(xinheng.out())
        .startsWith("installed: wording of who-5 1.0.0 in zh-CN, 5 items, in ");
    assertThat(xinheng.run("wording", "list", "--packs", packs)).isZero();
    assertThat(xinheng.lines())
        .containsExactly(
            "questionnaire  language  version  state  file",
            "who-5          zh-CN     1.0.0    fits   who-5.zh-CN.yaml");
  }

  @Test
  void checkNamesTheFaultsOfAPackAndShowsNoLineOfIt() throws IOException {
    Path file = folder.resolve("who-5.yaml");
    xinheng.run("wording", "export-template", "who-5", "--out", file.toString());
    fill(file);
    assertThat(xinheng.run("check", file.toString())).as(xinheng.out()).isZero();
    Files.writeString(file, Files.readString(file).replace("  5: ", "  6: "));
    assertThat(xinheng.run("check", file.toString())).isEqualTo(1);
    assertThat(xinheng.out()).contains("error[wording.unknown]: item '6' is not in 'who-5'");
    assertThat(xinheng.out()).doesNotContain(SECRET);
    Files.writeString(file, Files.readString(file).replace("  6: ", "  6: \"open: "));
    assertThat(xinheng.run("check", file.toString())).isEqualTo(1);
    assertThat(xinheng.out()).contains("error[yaml.syntax]").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void aTableIsImportedInBothEncodings(String encoding) throws IOException {
    Path file = folder.resolve("wording.csv");
    Files.writeString(file, table(), Charset.forName(encoding));
    assertThat(importing(file, "--language", "zh-CN")).as(xinheng.err()).isZero();
    assertThat(Files.readString(Path.of(packs, "who-5.zh-CN.yaml"), StandardCharsets.UTF_8))
        .contains("5: \"" + SECRET + "5\"");
  }

  @Test
  void aTableOfItemsAloneIsToldWhatItLacks() throws IOException {
    Path file = folder.resolve("wording.csv");
    Files.writeString(file, "item,text\n1," + SECRET + "\n6," + SECRET + "\n");
    assertThat(importing(file, "--language", "zh-CN")).isEqualTo(1);
    assertThat(xinheng.err())
        .contains(file + ":1:1: error[wording.missing]: item '2' is missing")
        .contains(file + ":3:3: error[wording.unknown]: item '6' is not in 'who-5'")
        .contains("'form' is missing")
        .contains("if it is the wording of that form, write '");
  }

  @Test
  void anInstalledPackIsOnlyReplacedOnRequest() throws IOException {
    Path file = folder.resolve("wording.csv");
    Files.writeString(file, table());
    assertThat(importing(file, "--language", "zh-CN")).isZero();
    Files.writeString(file, table().replace("version,1", "version,2"));
    assertThat(importing(file, "--language", "zh-CN")).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is a pack already").contains("--replace");
    assertThat(importing(file, "--language", "zh-CN", "--replace")).isZero();
    assertThat(Files.readString(Path.of(packs, "who-5.zh-CN.yaml"))).contains("version: \"2.0\"");
  }

  @Test
  void theLanguageAskedForMustBeTheOneInTheFile() throws IOException {
    Path file = folder.resolve("pack.yaml");
    xinheng.run(
        "wording", "export-template", "who-5", "--language", "en", "--out", file.toString());
    fill(file);
    assertThat(importing(file, "--language", "zh-CN")).isEqualTo(2);
    assertThat(xinheng.err()).contains("--language is zh-CN, and the file is in en");
    assertThat(xinheng.run("wording", "import", "who-5", "x.csv", "--language", "fr"))
        .isEqualTo(2);
  }

  @Test
  void aPackThatNoLongerFitsIsListedAsSuch() throws IOException {
    Files.createDirectories(Path.of(packs));
    Files.writeString(
        Path.of(packs, "who-5.en.yaml"), "wording: who-5\nitems: {1: " + SECRET + "}\n");
    Files.writeString(Path.of(packs, "other.en.yaml"), "wording: other\n");
    assertThat(xinheng.run("wording", "list", "--packs", packs)).isEqualTo(1);
    assertThat(xinheng.out()).contains("does not fit: ").contains("there is no such questionnaire");
  }

  @Test
  void wordingIsNeverPrinted() throws IOException {
    Path file = folder.resolve("pack.yaml");
    Files.writeString(file, "wording: who-5\nitems:\n  1: " + SECRET + "\n  9: [" + SECRET + "]\n");
    importing(file);
    String shown = xinheng.out() + xinheng.err();
    Files.writeString(folder.resolve("wording.csv"), table());
    importing(folder.resolve("wording.csv"), "--language", "zh-CN");
    shown += xinheng.out() + xinheng.err();
    xinheng.run("wording", "list", "--packs", packs);
    shown += xinheng.out() + xinheng.err();
    assertThat(shown).contains("who-5").doesNotContain(SECRET);
  }

  @Test
  void theTemplateIsNotWrittenOverAFile() throws IOException {
    Path file = folder.resolve("pack.yaml");
    Files.writeString(file, "mine");
    assertThat(xinheng.run("wording", "export-template", "who-5", "--out", file.toString()))
        .isEqualTo(2);
    assertThat(file).hasContent("mine");
  }

  @Test
  void missingFilesAndFoldersAreSaid() {
    assertThat(importing(folder.resolve("none.yaml"))).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is no file or folder");
    assertThat(xinheng.run("wording", "list", "--packs", packs)).isZero();
    assertThat(xinheng.out()).isEqualTo("no pack is installed\n");
    assertThat(xinheng.run("wording")).isZero();
    assertThat(xinheng.out()).contains("import", "list", "export-template");
  }

  @Test
  void isReadableOnAGbkConsole() {
    TypedCommand gbk = TypedCommand.onGbk();
    assertThat(gbk.run("wording", "export-template", "phq-9")).isZero();
    assertThat(gbk.out()).contains("# 兴趣与乐趣").doesNotContain("?", "U+");
  }

  private int importing(Path file, String... options) {
    String[] call = new String[options.length + 6];
    System.arraycopy(
        new String[] {"wording", "import", "who-5", file.toString(), "--packs", packs},
        0,
        call,
        0,
        6);
    System.arraycopy(options, 0, call, 6, options.length);
    return xinheng.run(call);
  }

  private static void fill(Path file) throws IOException {
    Files.writeString(file, Files.readString(file).replace("\"\"", "\"" + SECRET + "\""));
  }

  /** WHO-5 has five items, answered from 0 to 5. */
  private static String table() {
    TypedCommand template = TypedCommand.wide(100);
    template.run("wording", "export-template", "who-5");
    String form = template.lines().stream()
        .filter(line -> line.startsWith("form: "))
        .map(line -> line.substring("form: ".length()))
        .findFirst()
        .orElseThrow();
    String set = template.lines().stream()
        .dropWhile(line -> !line.equals("responses:"))
        .skip(1)
        .findFirst()
        .orElseThrow()
        .strip()
        .replace(":", "");
    StringBuilder csv =
        new StringBuilder("item,text\nversion,1.0\nform,").append(form).append('\n');
    csv.append("source,手册\nlicence,学校购买\ninstruction,请作答\n");
    for (int item = 1; item <= 5; item++) {
      csv.append(item).append(',').append(SECRET).append(item).append('\n');
    }
    for (int code = 0; code <= 5; code++) {
      csv.append(set).append('.').append(code).append(",选项").append(code).append('\n');
    }
    return csv.toString();
  }
}
