package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.definition.check.Rules;
import org.xinheng.diagnostic.Diagnostic;

/**
 * Every code of the checker, found in its source, has a golden case that shows it and another that differs in a few
 * lines, usually called {@code …-ok}, and has no fault. The list of codes in the documents is made from these cases;
 * {@code -Dxinheng.golden=rewrite} writes it anew.
 */
class CheckCodesTest {

  private static final Path SOURCE = Path.of("src/main/java/org/xinheng/definition");
  private static final Path TESTS = Path.of("src/test/java/org/xinheng/definition");
  private static final Path CASES = CheckCasesTest.CASES;
  private static final Path DOCUMENT = Path.of("../docs/diagnostics.md");

  private static final Pattern CODE =
      Pattern.compile("\"((?!user\\.)[a-z]+(?:-[a-z]+)*\\.(?!yaml|yml|txt)[a-z]+(?:-[a-z]+)*)\"");
  /** A passing case is near the failing one: so many lines of each may differ. */
  private static final int MOST_CHANGED_LINES = 14;

  /** What no text of bearable length can show, or only a file at a certain place, and the test that shows it. */
  private static final Map<String, String> SHOWN_BY_OTHER_TESTS = new TreeMap<>(Map.of(
      "definition.file-name", "CheckerTest",
      "definition.too-large", "CheckerTest",
      "file.encoding", "CheckerTest",
      "file.size", "CheckerTest",
      "reference.faulty", "CheckerTest",
      "scale.depth", "CheckerTest",
      "wording.questionnaire", "WordingPackTest",
      "wording.twice", "WordingPackTest"));

  /** What the checker says about each case. */
  private static final Map<String, List<Diagnostic>> FOUND = new TreeMap<>();

  @BeforeAll
  static void check() throws IOException {
    for (String name : CheckCasesTest.names()) {
      FOUND.put(name, CheckCasesTest.found(name));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCodeHasACaseAndANeighbourWithoutIt() throws IOException {
    return codes().keySet().stream()
        .filter(code -> !SHOWN_BY_OTHER_TESTS.containsKey(code))
        .map(code -> DynamicTest.dynamicTest(code, () -> {
          List<String> cases = casesOf(code);
          assertThat(cases).as("cases with %s alone", code).isNotEmpty();
          assertThat(cases)
              .as("cases with a neighbour without %s", code)
              .anyMatch(CheckCodesTest::hasNeighbourWithoutFault);
        }));
  }

  @TestFactory
  Stream<DynamicTest> otherTestsShowTheOtherCodes() {
    return SHOWN_BY_OTHER_TESTS.entrySet().stream()
        .map(shown -> DynamicTest.dynamicTest(
            shown.getKey(),
            () -> assertThat(TESTS.resolve(shown.getValue() + ".java"))
                .content()
                .contains(shown.getKey())));
  }

  @Test
  void everyRuleHasACodeOfItsOwn() throws IOException {
    List<String> classes = new ArrayList<>(codes().values());
    Stream.of(
            Rules.QUESTIONNAIRE,
            Rules.CASES,
            Rules.NORM_SET,
            Rules.BATTERY,
            Rules.POLICY,
            Rules.PROFILE,
            Rules.FORM)
        .flatMap(List::stream)
        .map(rule -> rule.getClass().getSimpleName() + ".java")
        .forEach(rule -> assertThat(classes).contains(rule));
  }

  @TestFactory
  Stream<DynamicTest> aCaseWithoutAFaultIsNearTheOneThatHasIt() {
    return FOUND.keySet().stream()
        .filter(name -> name.endsWith("-ok"))
        .map(name -> DynamicTest.dynamicTest(name, () -> {
          assertThat(FOUND.get(name)).isEmpty();
          assertThat(changedLines(name.replaceFirst("-ok$", ""), name))
              .isBetween(1, MOST_CHANGED_LINES);
        }));
  }

  @Test
  void theDocumentListsEveryCode() throws IOException {
    String text = document();
    if (CheckCasesTest.REWRITE) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(DOCUMENT).hasContent(text);
  }

  /** Codes with the source file that gives them. */
  private static Map<String, String> codes() throws IOException {
    Map<String, String> codes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        CODE.matcher(Files.readString(file))
            .results()
            .forEach(code -> codes.put(code.group(1), String.valueOf(file.getFileName())));
      }
    }
    return codes;
  }

  /** The cases in which everything found has this code, in alphabetical order. */
  private static List<String> casesOf(String code) {
    return FOUND.entrySet().stream()
        .filter(found -> !found.getValue().isEmpty())
        .filter(found -> found.getValue().stream().allMatch(one -> one.code().equals(code)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean hasNeighbourWithoutFault(String name) {
    return FOUND.keySet().stream()
        .filter(other -> FOUND.get(other).isEmpty())
        .anyMatch(other -> changedLines(name, other) <= MOST_CHANGED_LINES);
  }

  /** The lines of either file that the other does not have. */
  private static int changedLines(String failing, String passing) {
    List<String> a = lines(failing);
    List<String> b = lines(passing);
    List<String> onlyA = new ArrayList<>(a);
    b.forEach(onlyA::remove);
    List<String> onlyB = new ArrayList<>(b);
    a.forEach(onlyB::remove);
    boolean moved = onlyA.isEmpty() && onlyB.isEmpty() && !a.equals(b);
    return moved ? 1 : Math.max(onlyA.size(), onlyB.size());
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(CASES.resolve(name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String document() throws IOException {
    StringBuilder text = new StringBuilder("""
        # What the checker finds

        Every code with an example from `src/engine/src/test/resources/cases/check/`: what it says, and after the arrow what to write
        instead. The table is made from these files by `mvn -pl instruments,src/engine test -Dxinheng.golden=rewrite`.

        | code | for example |
        | --- | --- |
        """);
    for (String code : codes().keySet()) {
      casesOf(code).stream()
          .limit(1)
          .map(name -> FOUND.get(name).get(0))
          .forEach(found -> text.append(row(found)));
    }
    return text.append("\nWithout an example that fits here: ")
        .append(String.join(
            ", ",
            SHOWN_BY_OTHER_TESTS.keySet().stream().map(code -> "`" + code + "`").toList()))
        .append(".\n")
        .toString();
  }

  private static String row(Diagnostic found) {
    String severity = found.isError() ? "" : " (a warning)";
    String hint = found.hint().isEmpty() ? "" : " → " + cell(found.hint());
    return "| `%s`%s | %s%s |\n".formatted(found.code(), severity, cell(found.message()), hint);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "\\<");
  }
}
