package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.diagnostic.Diagnostic;

/**
 * Files with faults, each beside what the checker says about it. {@code -Dxinheng.golden=rewrite} writes the expected
 * files anew; read the difference like code.
 */
class CheckCasesTest {

  static final Path CASES = Path.of("src/test/resources/cases/check");

  /** What cases name besides the shipped definitions. */
  private static final Path LIBRARY = Path.of("src/test/resources/cases/library");

  static final boolean REWRITE = "rewrite".equals(System.getProperty("xinheng.golden"));

  @TestFactory
  Stream<DynamicTest> says() throws IOException {
    return names().stream().map(name -> DynamicTest.dynamicTest(name, () -> says(name)));
  }

  private static void says(String name) throws IOException {
    Path expected = CASES.resolve(name + ".expected");
    String found = found(name).stream().map(CheckCasesTest::line).collect(Collectors.joining());
    if (REWRITE) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  /** What the checker says about a case. */
  static List<Diagnostic> found(String name) throws IOException {
    SourceText source = SourceText.of(name, Files.readString(CASES.resolve(name + ".yaml")));
    return Checker.check(source, InstrumentLibrary.shipped().with(LIBRARY));
  }

  @Test
  void everyFileHasItsPair() throws IOException {
    if (!REWRITE) {
      assertThat(names()).isEqualTo(names(".expected"));
    }
  }

  static String line(Diagnostic found) {
    String line = "%d:%d %s[%s] %s\n"
        .formatted(
            found.place().line(),
            found.place().column(),
            found.severity().word(),
            found.code(),
            found.message());
    return found.hint().isEmpty() ? line : line + "  hint: " + found.hint() + "\n";
  }

  /** All cases, in alphabetical order. */
  static NavigableSet<String> names() throws IOException {
    return names(".yaml");
  }

  private static NavigableSet<String> names(String ending) throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream()
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
