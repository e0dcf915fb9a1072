package org.xinheng.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.NormSet;
import org.xinheng.memory.ProgramMemory;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.OutputProfile;

/**
 * Definitions by id: those in folders of the school first, then the shipped ones, which are a jar on the class path.
 *
 * <p>Everything that comes out of a library was read without an error and keeps all rules.
 */
public final class InstrumentLibrary {

  private static final String SHIPPED = "xinheng/";

  private final List<Path> folders;

  /** By their path in a library, definitions that go before all others. */
  private final Map<String, SourceText> texts;

  private final Optional<DefinitionMemory> memory;

  /** Where a definition stands: in a file, in a text that is at hand, or among what is shipped. */
  private record Origin(String name, Optional<Path> file, Optional<SourceText> text) {

    static Origin of(Path file) {
      return new Origin(file.toString(), Optional.of(file), Optional.empty());
    }
  }

  private InstrumentLibrary(
      List<Path> folders, Map<String, SourceText> texts, Optional<DefinitionMemory> memory) {
    this.folders = List.copyOf(folders);
    this.texts = Map.copyOf(texts);
    this.memory = memory;
  }

  /** What the jar {@code xinheng-instruments} on the class path holds. */
  public static InstrumentLibrary shipped() {
    return new InstrumentLibrary(List.of(), Map.of(), Optional.empty());
  }

  /** The same with a folder of the school, laid out like the shipped one, which goes before all that was there. */
  public InstrumentLibrary with(Path folder) {
    List<Path> all = new ArrayList<>();
    all.add(folder);
    all.addAll(folders);
    return new InstrumentLibrary(all, texts, memory);
  }

  /** The same with a definition that is in no file, for trying it out; it goes before all that was there. */
  public InstrumentLibrary with(Kind kind, String id, SourceText definition) {
    Map<String, SourceText> all = new TreeMap<>(texts);
    all.put(kind.pathOf(id), definition);
    return new InstrumentLibrary(folders, all, memory);
  }

  /**
   * The same, which keeps what it has read and found without errors, for the next time that the same program wants the same
   * definition.
   */
  public InstrumentLibrary remembering(ProgramMemory program) {
    return new InstrumentLibrary(folders, texts, Optional.of(new DefinitionMemory(program)));
  }

  /**
   * A questionnaire by id such as {@code phq-9}, or by the path of its file.
   *
   * @throws UnknownDefinitionException if there is none
   * @throws DefinitionException if it has errors
   */
  public Instrument questionnaire(String idOrPath) throws IOException {
    return usable(
        origin(Kind.QUESTIONNAIRE, idOrPath), Instrument.class, Definitions::questionnaire);
  }

  /** A norm set by id or path; throws as {@link #questionnaire} does. */
  public NormSet normSet(String idOrPath) throws IOException {
    return usable(origin(Kind.NORM_SET, idOrPath), NormSet.class, Definitions::normSet);
  }

  /** A battery by id or path; throws as {@link #questionnaire} does. */
  public Battery battery(String idOrPath) throws IOException {
    return usable(origin(Kind.BATTERY, idOrPath), Battery.class, Definitions::battery);
  }

  /** The questionnaires of a battery, in the order in which they are given; throws as {@link #questionnaire} does. */
  public List<Instrument> questionnairesOf(Battery battery) throws IOException {
    List<Instrument> questionnaires = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      questionnaires.add(questionnaire(id));
    }
    return questionnaires;
  }

  /** A policy by id or path; throws as {@link #questionnaire} does. */
  public TierPolicy policy(String idOrPath) throws IOException {
    return usable(origin(Kind.POLICY, idOrPath), TierPolicy.class, Definitions::policy);
  }

  /** An output profile by id or path; throws as {@link #questionnaire} does. */
  public OutputProfile profile(String idOrPath) throws IOException {
    return usable(origin(Kind.PROFILE, idOrPath), OutputProfile.class, Definitions::profile);
  }

  /** What a file says of the columns of a table; throws as {@link #questionnaire} does, or if there is no such file. */
  public ColumnMap columnMap(Path file) throws IOException {
    return usable(Origin.of(file), ColumnMap.class, Definitions::columnMap);
  }

  private <T> T usable(Origin origin, Class<T> type, Function<SourceText, Read<T>> read)
      throws IOException {
    boolean isLarge =
        origin.file().isPresent() && Files.size(origin.file().get()) > SourceText.MOST_BYTES;
    if (memory.isEmpty() || isLarge || origin.text().isPresent()) {
      return read.apply(text(origin)).usable();
    }
    byte[] bytes = origin.file().isPresent()
        ? Files.readAllBytes(origin.file().get())
        : shipped(origin.name());
    return memory
        .get()
        .value(
            origin.name(),
            bytes,
            type,
            () -> read.apply(SourceText.decode(origin.name(), bytes)).usable());
  }

  /** A form by id or path; throws as {@link #questionnaire} does. */
  public PrintedForm form(String idOrPath) throws IOException {
    return Definitions.form(source(Kind.FORM, idOrPath)).usable();
  }

  /**
   * The wording of a questionnaire whose authors let it be passed on with its definition, as this project does with its
   * own; empty if the library holds none in this language.
   *
   * @throws DefinitionException if it is there and does not fit the questionnaire
   */
  public Optional<WordingPack> wording(Instrument questionnaire, Language language)
      throws IOException {
    String id = questionnaire.id() + "." + language.tag();
    if (!ids(Kind.WORDING).contains(id)) {
      return Optional.empty();
    }
    return Optional.of(
        WordingYaml.read(source(Kind.WORDING, id)).against(questionnaire).usable());
  }

  /** The worked cases of a shipped or local questionnaire; throws as {@link #questionnaire} does. */
  public List<WorkedCase> cases(String id) throws IOException {
    return Definitions.cases(source(Kind.CASES, id)).usable();
  }

  /** The norm sets that worked cases name, by id; throws as {@link #questionnaire} does. */
  public Map<String, NormSet> normSetsOf(List<WorkedCase> cases) throws IOException {
    Map<String, NormSet> sets = new TreeMap<>();
    for (WorkedCase workedCase : cases) {
      if (workedCase.norms().isPresent()) {
        sets.put(workedCase.norms().get(), normSet(workedCase.norms().get()));
      }
    }
    return sets;
  }

  /** The ids of everything of a kind, in alphabetical order. */
  public NavigableSet<String> ids(Kind kind) throws IOException {
    NavigableSet<String> ids = new TreeSet<>();
    for (String path : shippedIndex()) {
      kind.idOf(path).ifPresent(ids::add);
    }
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder, 3)) {
        files
            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
            .forEach(path -> kind.idOf(path).ifPresent(ids::add));
      }
    }
    return ids;
  }

  /** The text of a definition by id or path, for those who want to read it themselves. */
  public SourceText source(Kind kind, String idOrPath) throws IOException {
    return text(origin(kind, idOrPath));
  }

  private static SourceText text(Origin origin) throws IOException {
    if (origin.text().isPresent()) {
      return origin.text().get();
    }
    return origin.file().isPresent()
        ? SourceText.read(origin.file().get())
        : SourceText.decode(origin.name(), shipped(origin.name()));
  }

  private Origin origin(Kind kind, String idOrPath) throws IOException {
    if (idOrPath.endsWith(".yaml") || idOrPath.endsWith(".yml")) {
      Path file = Path.of(idOrPath);
      if (!Files.isRegularFile(file)) {
        throw new UnknownDefinitionException("there is no file '" + idOrPath + "'");
      }
      return Origin.of(file);
    }
    String path = kind.pathOf(idOrPath);
    Optional<SourceText> tried = Optional.ofNullable(texts.get(path));
    if (tried.isPresent()) {
      return new Origin(path, Optional.empty(), tried);
    }
    for (Path folder : folders) {
      Path file = folder.resolve(path);
      if (Files.isRegularFile(file)) {
        return Origin.of(file);
      }
    }
    if (!shippedIndex().contains(path)) {
      throw new UnknownDefinitionException("there is no " + kind.word() + " '" + idOrPath
          + "'; there are: " + String.join(", ", ids(kind)));
    }
    return new Origin(path, Optional.empty(), Optional.empty());
  }

  private static List<String> shippedIndex() throws IOException {
    Optional<byte[]> index = resource("index.txt");
    return index
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList())
        .orElse(List.of());
  }

  private static byte[] shipped(String path) throws IOException {
    return resource(path).orElseThrow(() -> new IOException("the shipped file is gone: " + path));
  }

  private static Optional<byte[]> resource(String path) throws IOException {
    try (@Nullable
        InputStream in =
            InstrumentLibrary.class.getClassLoader().getResourceAsStream(SHIPPED + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
