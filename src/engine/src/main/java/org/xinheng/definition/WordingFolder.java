package org.xinheng.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;

/** The wording packs that a school has installed: a folder with a file for each questionnaire and language. */
public final class WordingFolder {

  private static final Pattern FILE = Pattern.compile("([A-Za-z0-9-]+)\\.(zh-CN|en)\\.yaml");

  private final Path folder;

  private WordingFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder, which need not be there yet. */
  public static WordingFolder at(Path folder) {
    return new WordingFolder(folder);
  }

  /** {@code .xinheng/wording} in the home of the user. */
  public static Path usual() {
    return Path.of(System.getProperty("user.home"), ".xinheng", "wording");
  }

  /** Where the pack of a questionnaire and language is kept. */
  public Path fileOf(String questionnaire, Language language) {
    return folder.resolve(questionnaire + "." + language.tag() + ".yaml");
  }

  /**
   * An installed pack.
   *
   * @param questionnaire the id that its file names
   */
  public record Installed(String questionnaire, Language language, Path file) {}

  /** What is installed, by questionnaire and language; nothing if the folder is not there. */
  public List<Installed> installed() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Installed> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> installed(file).ifPresent(found::add));
    }
    found.sort(Comparator.comparing(Installed::questionnaire).thenComparing(Installed::language));
    return List.copyOf(found);
  }

  private static Optional<Installed> installed(Path file) {
    Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return Optional.empty();
    }
    return Stream.of(Language.values())
        .filter(language -> language.tag().equals(name.group(2)))
        .findFirst()
        .map(language -> new Installed(name.group(1), language, file));
  }

  /**
   * The installed pack of a questionnaire in a language; empty if there is none.
   *
   * @throws DefinitionException if it is there and does not fit the questionnaire
   */
  public Optional<WordingPack> pack(Instrument instrument, Language language) throws IOException {
    Path file = fileOf(instrument.id(), language);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Optional.of(
        WordingYaml.read(SourceText.read(file)).against(instrument).usable());
  }

  /**
   * The installed pack, else the one that comes with the questionnaire; empty if there is neither.
   *
   * @throws DefinitionException if it is there and does not fit the questionnaire
   */
  public Optional<WordingPack> pack(
      Instrument instrument, Language language, InstrumentLibrary library) throws IOException {
    Optional<WordingPack> installed = pack(instrument, language);
    return installed.isPresent() ? installed : library.wording(instrument, language);
  }
}
