package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;

/** Packs of invented wording for WHO-5, which has five items and one response set of six codes. */
class WordingPackTest {

  private static final String SECRET = "invented wording";

  @TempDir
  private Path folder;

  private Instrument who5 = read();
  private String filled = "";

  @BeforeEach
  void fill() {
    filled = WordingYaml.template(who5, Language.EN).replace("\"\"", "\"" + SECRET + "\"");
  }

  @Test
  void aFilledTemplateFits() {
    WordingDraft.Result result = check(filled);
    assertThat(result.diagnostics()).isEmpty();
    WordingPack pack = result.pack().orElseThrow();
    assertThat(pack.items()).containsOnlyKeys("1", "2", "3", "4", "5");
    assertThat(pack.responses().values())
        .singleElement()
        .satisfies(codes -> assertThat(codes).hasSize(6));
    assertThat(pack.language()).isEqualTo(Language.EN);
  }

  /** The example of the definition language with every kind of responses. */
  @Test
  void aPackHasTheWordsOfOptionsAndOfTheEndsOfASlider() throws IOException {
    String page = Files.readString(Path.of("../docs/definition-language.md"));
    int start = page.indexOf("questionnaire: tea-8");
    Instrument tea = Definitions.questionnaire(
            SourceText.of("tea-8.yaml", page.substring(start, page.indexOf("```", start))))
        .usable();
    String template = WordingYaml.template(tea, Language.ZH_CN);
    WordingPack pack = WordingYaml.read(
            SourceText.of("pack.yaml", template.replace("\"\"", "\"" + SECRET + "\"")))
        .against(tea)
        .pack()
        .orElseThrow();
    assertThat(pack.items()).containsKeys("welcome", "1", "comment");
    assertThat(pack.responses()).containsOnlyKeys("yes-no", "strength", "places");
    assertThat(pack.responses().get("strength")).containsOnlyKeys("low", "high");
    assertThat(pack.responses().get("places")).containsOnlyKeys("0", "1", "2", "3");
    assertThat(WordingYaml.read(SourceText.of("pack.yaml", WordingYaml.write(pack)))
            .against(tea)
            .pack())
        .contains(pack);
  }

  @Test
  void anEmptyTemplateHasAFaultForEveryTextInFileOrder() {
    WordingDraft.Result result = check(WordingYaml.template(who5, Language.EN));
    assertThat(result.pack()).isEmpty();
    // Source, licence, instruction, five items, six answers.
    assertThat(codes(result)).hasSize(14).containsOnly("wording.empty");
    assertThat(result.diagnostics()).isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
  }

  @Test
  void anotherFormIsRefused() {
    WordingDraft.Result result =
        check(filled.replaceFirst("form: .*", "form: \"some other form\""));
    assertThat(codes(result)).containsExactly("wording.form");
    assertThat(result.diagnostics().get(0).place().toString()).isEqualTo("pack.yaml:6:7");
    assertThat(result.diagnostics().get(0).hint()).contains(who5.form());
  }

  @Test
  void itemsAndAnswersAreAllThereAndNoOthers() {
    assertThat(codes(check(filled.replaceFirst("  5: .*\n", "")))).contains("wording.missing");
    WordingDraft.Result unknown = check(filled.replaceFirst("items:\n", "items:\n  6: \"more\"\n"));
    assertThat(unknown.diagnostics())
        .singleElement()
        .satisfies(diagnostic -> assertThat(diagnostic.place() + " " + diagnostic.message())
            .isEqualTo("pack.yaml:11:6 item '6' is not in 'who-5'"));
    assertThat(codes(check(filled.replaceFirst("    3: ", "    7: "))))
        .containsExactly("wording.missing", "wording.unknown");
    assertThat(codes(check(filled.replaceFirst("  2: ", "  1: ")))).contains("key.duplicate");
  }

  @Test
  void anotherQuestionnaireAndAnUnknownLanguageAreRefused() {
    assertThat(codes(check(filled.replace("wording: who-5", "wording: phq-9"))))
        .containsExactly("wording.questionnaire");
    assertThat(codes(check(filled.replace("language: \"en\"", "language: \"fr\""))))
        .containsExactly("wording.language");
  }

  @Test
  void noMessageHoldsAText() {
    String wrong = filled
        .replaceFirst("  1: .*", "  " + SECRET + ": \"" + SECRET + "\"")
        .replace("language: \"en\"", "language: \"" + SECRET + "\"")
        .replaceFirst("form: .*", "form: \"" + SECRET + "\"");
    assertThat(check(wrong).diagnostics())
        .hasSizeGreaterThan(3)
        .noneMatch(diagnostic -> (diagnostic.message() + diagnostic.hint()).contains(SECRET));
    assertThat(check(filled).pack().orElseThrow().toString()).doesNotContain(SECRET);
  }

  @Test
  void noMessageHoldsATextThatStandsWhereAKeyShould() {
    String twice = "items:\n  \"it's " + SECRET + "\": a\n  \"it's " + SECRET + "\": b\n";
    String unknown = "\"" + SECRET + "\": a\n";
    assertThat(check(unknown + filled.replaceFirst("items:\n", twice)).diagnostics())
        .extracting(Diagnostic::code)
        .contains("key.duplicate", "key.unknown", "wording.unknown");
    assertThat(check(unknown + filled.replaceFirst("items:\n", twice)).diagnostics())
        .noneMatch(diagnostic -> (diagnostic.message() + diagnostic.hint()).contains(SECRET));
  }

  @Test
  void aTextIsGivenOnce() {
    WordingDraft draft = new WordingDraft(Place.startOf("pack.csv"));
    draft.put(WordingDraft.item("1"), SECRET, new Place("pack.csv", 2, 1));
    draft.put(WordingDraft.item("1"), SECRET, new Place("pack.csv", 3, 1));
    assertThat(draft.faults())
        .extracting(CheckCasesTest::line)
        .containsExactly(
            "3:1 error[wording.twice] item '1' stands twice\n  hint: the first is on line 2; keep one\n");
  }

  @Test
  void aPackIsToldFromItsFirstLine() {
    assertThat(WordingYaml.isPack(SourceText.of("a", "# a note\n\nwording: who-5\nitems: [")))
        .isTrue();
    assertThat(WordingYaml.isPack(SourceText.of("a", "columns: {wording: student}")))
        .isFalse();
    assertThat(WordingYaml.isPack(SourceText.of("a", ""))).isFalse();
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    String awkward = "  1: \"a \\\"quoted\\\" word: # 引号, \\\\ and\\n a second line\"";
    WordingPack pack = check(filled.replaceFirst("  1: .*", Matcher.quoteReplacement(awkward)))
        .pack()
        .orElseThrow();
    assertThat(pack.items().get("1")).isEqualTo("a \"quoted\" word: # 引号, \\ and\n a second line");
    assertThat(check(WordingYaml.write(pack)).pack()).contains(pack);
  }

  @Test
  void aFolderGivesTheInstalledPackThatFits() throws IOException {
    WordingFolder packs = WordingFolder.at(folder.resolve("包 packs"));
    assertThat(packs.installed()).isEmpty();
    assertThat(packs.pack(who5, Language.EN)).isEmpty();
    Files.createDirectories(folder.resolve("包 packs"));
    Files.writeString(packs.fileOf("who-5", Language.EN), filled);
    Files.writeString(folder.resolve("包 packs/notes.txt"), "not a pack");
    assertThat(packs.installed())
        .singleElement()
        .satisfies(one -> assertThat(one.questionnaire()).isEqualTo("who-5"));
    assertThat(packs.pack(who5, Language.EN)).isPresent();
    Files.writeString(
        packs.fileOf("who-5", Language.EN), filled.replaceFirst("form: .*", "form: other"));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> packs.pack(who5, Language.EN));
  }

  private WordingDraft.Result check(String yaml) {
    return WordingYaml.read(SourceText.of("pack.yaml", yaml)).against(who5);
  }

  private static List<String> codes(WordingDraft.Result result) {
    return result.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static Instrument read() {
    try {
      return InstrumentLibrary.shipped().questionnaire("who-5");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
