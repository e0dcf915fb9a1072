package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

/** What a command has written into a folder. */
record WrittenStudy(Path folder) {

  private static final Path SCHEMAS = Path.of("src/main/resources/org/xinheng/app/study");

  /** Makes sure that study.json is as the schema of a command says. */
  WrittenStudy isDescribedBy(String command) throws IOException {
    String json = Files.readString(folder.resolve("study.json"));
    assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMAS.resolve(command + ".schema.json")))
            .validate(json, InputFormat.JSON))
        .isEmpty();
    return this;
  }

  /** Makes sure that the report is well-formed, loads nothing and says every figure in words. */
  WrittenStudy hasReport(String language, int figures) throws Exception {
    String html = Files.readString(folder.resolve("report.html"));
    byte[] xml = html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8);
    var page = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
    var drawn = page.getElementsByTagName("svg");
    assertThat(drawn.getLength()).isEqualTo(figures);
    for (int i = 0; i < drawn.getLength(); i++) {
      assertThat(drawn.item(i).getFirstChild().getNodeName()).isEqualTo("title");
    }
    assertThat(html).doesNotContain("NaN", "<script", "http://");
    return this;
  }

  /** The rows of a table by heading; no cell of these holds a comma. */
  static List<Map<String, String>> rows(Path file) throws IOException {
    List<String[]> lines =
        Files.readAllLines(file).stream().map(line -> line.split(",", -1)).toList();
    String[] headings = lines.get(0);
    return lines.stream()
        .skip(1)
        .map(cells -> IntStream.range(0, headings.length)
            .boxed()
            .collect(Collectors.toMap(i -> headings[i], i -> cells[i])))
        .toList();
  }

  List<Map<String, String>> table(String name) throws IOException {
    return rows(folder.resolve(name));
  }

  List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Words of a command line. */
  static String[] words(String first, Object... more) {
    return IntStream.range(0, more.length + 1)
        .mapToObj(i -> i == 0 ? first : String.valueOf(more[i - 1]))
        .flatMap(text -> Arrays.stream(text.contains("/") ? new String[] {text} : text.split(" ")))
        .toArray(String[]::new);
  }
}
