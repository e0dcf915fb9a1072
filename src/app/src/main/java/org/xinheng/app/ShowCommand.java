package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.app.show.BatteryText;
import org.xinheng.app.show.Catalogue;
import org.xinheng.app.show.FormText;
import org.xinheng.app.show.NormSetText;
import org.xinheng.app.show.PolicyText;
import org.xinheng.app.show.ProfileText;
import org.xinheng.app.show.QuestionnaireText;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.definition.FileKind;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng show}: one definition as a person reads it. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows a questionnaire, norm set, battery, policy, output profile or form: what it is for,"
            + " how it is scored, its bands and cut-offs, and where each of them comes from.")
final class ShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID|FILE",
      description = "The definition, by id or by a file that ends in .yaml.")
  private String name = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = WordConverters.OfKind.class,
      description =
          "questionnaire, norm-set, battery, policy, profile or form, where an id names more than"
              + " one.")
  private Optional<ShownKind> kind = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "json: the whole definition as one object.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    if (format == OutputFormat.JSON) {
      terminal.out().println(DefinitionJson.indented(definition(kindIn(library), library)));
    } else {
      lines(kindIn(library), library).forEach(terminal.out()::println);
    }
    return 0;
  }

  private Record definition(ShownKind of, InstrumentLibrary library) throws IOException {
    return switch (of) {
      case QUESTIONNAIRE -> library.questionnaire(name);
      case NORM_SET -> library.normSet(name);
      case BATTERY -> library.battery(name);
      case POLICY -> library.policy(name);
      case PROFILE -> library.profile(name);
      case FORM -> library.form(name);
    };
  }

  private List<String> lines(ShownKind of, InstrumentLibrary library) throws IOException {
    int width = terminal.columns();
    return switch (of) {
      case QUESTIONNAIRE -> {
        Instrument instrument = library.questionnaire(name);
        yield QuestionnaireText.lines(instrument, normsOf(instrument, library), width);
      }
      case NORM_SET -> NormSetText.lines(library.normSet(name), width);
      case BATTERY -> {
        Battery battery = library.battery(name);
        yield BatteryText.lines(battery, Catalogue.load(battery, library), width);
      }
      case POLICY -> PolicyText.lines(library.policy(name), width);
      case PROFILE -> ProfileText.lines(library.profile(name), width);
      case FORM -> FormText.lines(library.form(name), width);
    };
  }

  private static List<NormSet> normsOf(Instrument instrument, InstrumentLibrary library)
      throws IOException {
    List<NormSet> norms = new ArrayList<>();
    for (String id : library.ids(Kind.NORM_SET)) {
      usable(id, library)
          .filter(set -> set.questionnaire().equals(instrument.id()))
          .ifPresent(norms::add);
    }
    return norms;
  }

  /** A norm set with errors is none; xinheng check names them. */
  private static Optional<NormSet> usable(String id, InstrumentLibrary library) throws IOException {
    try {
      return Optional.of(library.normSet(id));
    } catch (DefinitionException e) {
      return Optional.empty();
    }
  }

  private ShownKind kindIn(InstrumentLibrary library) throws IOException {
    if (kind.isPresent()) {
      return kind.get();
    }
    return name.endsWith(".yaml") || name.endsWith(".yml") ? kindOfFile() : kindOfId(library);
  }

  private ShownKind kindOfFile() throws IOException {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(name);
    }
    Optional<Kind> found = FileKind.of(SourceText.read(file));
    return Stream.of(ShownKind.values())
        .filter(each -> found.equals(Optional.of(each.kind())))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + name
            + "' holds no questionnaire, norm set, battery, policy, profile or form;"
            + " xinheng check says why"));
  }

  private ShownKind kindOfId(InstrumentLibrary library) throws IOException {
    List<ShownKind> found = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (ShownKind each : ShownKind.values()) {
      known.addAll(library.ids(each.kind()));
      if (library.ids(each.kind()).contains(name)) {
        found.add(each);
      }
    }
    if (found.isEmpty()) {
      throw new UnknownDefinitionException(
          "there is no definition '" + name + "'; there are: " + String.join(", ", known));
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException("'" + name + "' is a "
          + found.stream().map(ShownKind::toString).collect(Collectors.joining(" and a "))
          + "; say which with --kind");
    }
    return found.get(0);
  }
}
