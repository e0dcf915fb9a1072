package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.diagnostic.Diagnostic;

/**
 * The published schemas and the reader accept and refuse the same files: the shipped ones, those of the document, the
 * golden cases of the checker, and many thousands with faults made from these.
 *
 * <p>A schema sees one value at a time. What the reader finds by comparing values ({@link #BY_COMPARING}) it need not
 * find; everything else that the reader refuses it refuses, and what it refuses the checker refuses.
 */
class SchemaTest {

  private static final Path SCHEMAS = Path.of("../../instruments/schema");
  private static final Path SHIPPED = Path.of("../../instruments");
  private static final Path GOLDEN = Path.of("src/test/resources/cases/check");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Codes of the reader that depend on two values or more, or on their order. */
  private static final Set<String> BY_COMPARING = Set.of(
      "value.order",
      "campaign.window",
      "preparation.duty",
      "definition.too-large",
      "map.target-twice",
      "policy.unknown-input",
      "scale.recode-twice",
      "scale.shift-kind",
      "scale.unkeyed");

  private static final Map<String, Function<SourceText, List<Diagnostic>>> READERS = Map.ofEntries(
      reader("questionnaire", source -> QuestionnaireReader.read(source).diagnostics()),
      reader("cases", source -> WorkedCaseReader.read(source).diagnostics()),
      reader("norm-set", source -> NormSetReader.read(source).diagnostics()),
      reader("battery", source -> BatteryReader.read(source).diagnostics()),
      reader("policy", source -> PolicyReader.read(source).diagnostics()),
      reader("profile", source -> ProfileReader.read(source).diagnostics()),
      reader("calendar", source -> CalendarReader.read(source).diagnostics()),
      reader("campaign", source -> CampaignReader.read(source).diagnostics()),
      reader("form", source -> PrintedFormReader.read(source).diagnostics()),
      reader("columns", source -> ColumnMapReader.read(source).diagnostics()),
      reader("wording", source -> WordingYaml.read(source).faults()));

  private static Map.Entry<String, Function<SourceText, List<Diagnostic>>> reader(
      String kind, Function<SourceText, List<Diagnostic>> reader) {
    return Map.entry(kind, reader);
  }

  /** To try every single fault of the documented files, and not some hundreds, which takes minutes. */
  private static final boolean ALL = "all".equals(System.getProperty("xinheng.mutants"));

  private static final int SINGLE_FAULTS = 60;
  private static final int SEVERAL_FAULTS = 6;

  private static final Map<String, Schema> COMPILED = new TreeMap<>();

  @TempDir
  private static Path school;

  private static InstrumentLibrary library = InstrumentLibrary.shipped();

  /** A file with its kind, which is its first key. */
  private record Example(String name, String kind, YamlTree tree) {

    static Optional<Example> of(String name, String text) {
      if (!YamlDocument.root(SourceText.of(name, text), new ArrayList<>()).isPresent()) {
        return Optional.empty();
      }
      YamlTree.MapOf root = (YamlTree.MapOf) YamlTree.parse(text).orElseThrow();
      String first = root.entries().get(0).name().replaceFirst("^codes$", "columns");
      return READERS.containsKey(first)
          ? Optional.of(new Example(name, first, root))
          : Optional.empty();
    }
  }

  @BeforeAll
  static void readSchemas() throws IOException {
    schemas().forEach((kind, schema) -> COMPILED.put(kind, REGISTRY.getSchema(schema)));
    for (Example example : documented()) {
      if (example.kind().equals("questionnaire")) {
        String id =
            ((YamlTree.MapOf) example.tree()).entries().get(0).value().text().strip();
        Path file = school.resolve("questionnaires/" + id + "/" + id + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, example.tree().text());
      }
    }
    library = InstrumentLibrary.shipped().with(school);
  }

  @Test
  void everySchemaIsASchema() throws IOException {
    Schema ofSchemas =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    for (Map.Entry<String, JsonNode> schema : schemas().entrySet()) {
      assertThat(ofSchemas.validate(schema.getValue())).as(schema.getKey()).isEmpty();
    }
  }

  /** Each schema holds all that it needs, so that an editor can be given the one file; what they share is the same. */
  @Test
  void whatIsCalledTheSameIsTheSameInEverySchema() throws IOException {
    Map<String, JsonNode> first = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema : schemas().entrySet()) {
      schema.getValue().path("$defs").properties().forEach(part -> {
        @Nullable JsonNode same = first.putIfAbsent(part.getKey(), part.getValue());
        if (same != null) {
          assertThat(part.getValue()).as(schema.getKey() + " " + part.getKey()).isEqualTo(same);
        }
      });
    }
  }

  @Test
  void everyKeyHasAHoverText() throws IOException {
    for (Map.Entry<String, JsonNode> schema : schemas().entrySet()) {
      assertThat(withoutHoverText(schema.getValue(), schema.getValue()))
          .as(schema.getKey())
          .isEmpty();
    }
  }

  private static List<String> withoutHoverText(JsonNode schema, JsonNode root) {
    List<String> without = new ArrayList<>();
    schema.path("properties").properties().forEach(property -> {
      JsonNode key = property.getValue();
      JsonNode shared = root.at(key.path("$ref").asText("#/none").substring(1));
      if (!key.isBoolean() && !key.has("description") && !shared.has("description")) {
        without.add(property.getKey());
      }
    });
    schema.properties().stream()
        // What an 'if' asks about a key is no description of it.
        .filter(part -> !part.getKey().equals("if"))
        .forEach(part -> without.addAll(withoutHoverText(part.getValue(), root)));
    return without;
  }

  @TestFactory
  Stream<DynamicTest> acceptsTheShippedFilesAndTheExamplesOfTheDocument() throws IOException {
    return Stream.concat(shipped().stream(), documented().stream())
        .map(example -> DynamicTest.dynamicTest(
            example.name(),
            () -> assertThat(refusals(example.kind(), example.tree())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheReaderOnTheGoldenCases() throws IOException {
    return golden().stream()
        .map(example -> DynamicTest.dynamicTest(
            example.name(), () -> assertAgreement(example, example.tree())));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheReaderOnEveryFaultOfTheDocumentedFiles() throws IOException {
    return documented().stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
          List<Supplier<YamlTree>> mutants = new ArrayList<>(Mutations.all(example.tree()));
          Collections.shuffle(mutants, new Random(mutants.size()));
          mutants.stream()
              .limit(ALL ? mutants.size() : SINGLE_FAULTS)
              .forEach(mutant -> assertAgreement(example, mutant.get()));
        }));
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheReaderOnSeveralFaultsAtOnce() throws IOException {
    return Stream.of(shipped(), documented(), golden())
        .flatMap(List::stream)
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
          Random random = new Random(example.name().hashCode());
          for (int i = 0; i < SEVERAL_FAULTS; i++) {
            assertAgreement(example, Mutations.random(example.tree(), random));
          }
        }));
  }

  @ParameterizedTest
  @EnumSource
  void differsFromTheReaderWhereAnEditorSeesSomethingElse(Difference difference)
      throws IOException {
    String text = DocumentationTest.examples().stream()
        .filter(example -> example.contains(difference.alike))
        .findFirst()
        .orElseThrow()
        .replace(difference.alike, difference.different);
    Example example = Example.of(difference.name(), text).orElseThrow();
    boolean isRead =
        refusals(SourceText.of(example.name(), text), example.kind()).isEmpty();
    assertThat(refusals(example.kind(), example.tree()).isEmpty()).isNotEqualTo(isRead);
  }

  private static void assertAgreement(Example example, YamlTree written) {
    SourceText source = SourceText.of(example.name(), written.text());
    Optional<YamlTree> file = YamlTree.parse(source.text()).filter(tree -> !Difference.anyIn(tree));
    file.ifPresent(tree -> assertAgreement(example, source, tree));
  }

  private static void assertAgreement(Example example, SourceText source, YamlTree file) {
    List<String> reader = refusals(source, example.kind());
    List<String> schema = refusals(example.kind(), file);
    if (!reader.isEmpty()) {
      assertThat(schema)
          .as("the schema should refuse %s\nas the reader does for %s", source.text(), reader)
          .isNotEmpty();
    } else if (!schema.isEmpty()) {
      assertThat(errors(source))
          .as("the checker should refuse %s\nas the schema does for %s", source.text(), schema)
          .isNotEmpty();
    }
  }

  /** What the reader refuses by looking at one value at a time. */
  private static List<String> refusals(SourceText source, String kind) {
    return Objects.requireNonNull(READERS.get(kind)).apply(source).stream()
        .filter(Diagnostic::isError)
        .filter(found -> !BY_COMPARING.contains(found.code()))
        .map(found -> found.code() + " " + found.message())
        .toList();
  }

  private static List<String> errors(SourceText source) {
    try {
      return Checker.check(source, library).stream()
          .filter(Diagnostic::isError)
          .map(Diagnostic::message)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> refusals(String kind, YamlTree file) {
    Optional<JsonNode> json = file.json();
    return json.isEmpty()
        ? List.of("no JSON can say it")
        : Objects.requireNonNull(COMPILED.get(kind)).validate(json.get()).stream()
            .map(error -> error.getInstanceLocation() + " " + error.getMessage())
            .toList();
  }

  private static Map<String, JsonNode> schemas() throws IOException {
    Map<String, JsonNode> schemas = new TreeMap<>();
    for (String kind : READERS.keySet()) {
      schemas.put(
          kind, new JsonMapper().readTree(SCHEMAS.resolve(kind + ".schema.json").toFile()));
    }
    return schemas;
  }

  private static List<Example> shipped() throws IOException {
    return files(SHIPPED, path -> !path.startsWith(SHIPPED.resolve("target")));
  }

  private static List<Example> golden() throws IOException {
    return files(GOLDEN, path -> true);
  }

  private static List<Example> documented() throws IOException {
    return DocumentationTest.examples().stream()
        .flatMap(text -> Example.of(text.lines().findFirst().orElse(""), text).stream())
        .toList();
  }

  private static List<Example> files(Path folder, Predicate<Path> wanted) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(wanted)
          .filter(path -> path.toString().endsWith(".yaml"))
          .sorted()
          .toList()) {
        Example.of(folder.relativize(path).toString(), Files.readString(path))
            .ifPresent(examples::add);
      }
    }
    return examples;
  }

  /** Where an editor cannot see what the reader sees. A file that has it is not compared. */
  enum Difference {
    /** An editor sees the value of a number, 1 where 1.0, 01 or 1e0 stands; the reader sees how it is written. */
    SPELLING_OF_NUMBERS("minutes: 1", "minutes: 1.0") {
      @Override
      boolean in(YamlTree.Scalar scalar) {
        return scalar.isPlain() && scalar.isNumber() && !scalar.isReadAlike();
      }
    },
    /** To an editor, a number in quotes is a text; the reader looks past the quotes. */
    NUMBERS_IN_QUOTES("minutes: 1", "minutes: '1'") {
      @Override
      boolean in(YamlTree.Scalar scalar) {
        return !scalar.isPlain() && scalar.isNumber();
      }
    },
    /** To an editor, true, null and ~ are no texts; to the reader they are. */
    WORDS_OF_YAML("form: the only form", "form: true") {
      @Override
      boolean in(YamlTree.Scalar scalar) {
        return scalar.isWordOfYaml();
      }
    },
    /** A pattern does not know how long a month is. */
    DAYS_OF_MONTHS("from: 2026-10-12", "from: 2026-02-30") {
      @Override
      boolean in(YamlTree.Scalar scalar) {
        return scalar.value().matches("[0-9]{4}-(02-(29|30|31)|(04|06|09|11)-31)");
      }
    };

    private final String alike;
    private final String different;

    /**
     * @param alike what stands in an example of the document
     * @param different what shows the difference in its place
     */
    Difference(String alike, String different) {
      this.alike = alike;
      this.different = different;
    }

    abstract boolean in(YamlTree.Scalar scalar);

    boolean in(YamlTree file) {
      return file.all().anyMatch(part -> part instanceof YamlTree.Scalar scalar && in(scalar));
    }

    static boolean anyIn(YamlTree file) {
      return Stream.of(values()).anyMatch(difference -> difference.in(file));
    }
  }
}
