package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every whole file in the document of the definition language is what it says. */
class DocumentationTest {

  private static final Path DOCUMENT = Path.of("../docs/definition-language.md");
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> examplesAreWithoutAFault() throws IOException {
    return examples().stream()
        .map(file -> DynamicTest.dynamicTest(
            file.lines().findFirst().orElse(""),
            () -> assertThat(Checker.check(SourceText.of("example.yaml", file))).isEmpty()));
  }

  /** The blocks that are whole files. */
  static List<String> examples() throws IOException {
    List<String> blocks = BLOCK
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
    // The block of critical items and validity indices is a part of a questionnaire.
    List<String> files =
        blocks.stream().filter(block -> !block.startsWith("critical:")).toList();
    assertThat(files).hasSize(blocks.size() - 1).hasSizeGreaterThanOrEqualTo(7);
    return files;
  }
}
