package org.xinheng.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.app.show.Catalogue;
import org.xinheng.app.show.CatalogueEntry;
import org.xinheng.app.show.Grid;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Licence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng list}: what there is. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists questionnaires, norm sets, batteries, policies, output profiles and forms: the"
            + " shipped ones and those of --instruments. A filter leaves out what it cannot be"
            + " asked of.")
final class ListCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD",
      description = "Only what has this word in its id, its names, what it measures or its topics.")
  private Optional<String> word = Optional.empty();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = WordConverters.OfKind.class,
      description = "questionnaire, norm-set, battery, policy, profile or form.")
  private Optional<ShownKind> kind = Optional.empty();

  @Option(
      names = "--informant",
      paramLabel = "WHO",
      converter = WordConverters.OfInformant.class,
      description = "Filled in by self, class-teacher or guardian.")
  private Optional<Informant> informant = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Published in this language, such as en, zh or zh-CN.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--topic",
      paramLabel = "WORD",
      description =
          "Has this word in what it measures, its scales or its items, such as sleep or 睡眠.")
  private Optional<String> topic = Optional.empty();

  @Option(names = "--grade", paramLabel = "N", description = "For this school grade, 1 to 12.")
  private Optional<Integer> grade = Optional.empty();

  @Option(
      names = "--licence",
      paramLabel = "WORDING",
      converter = WordConverters.OfWording.class,
      description = "May the wording be passed on: redistributable, non-commercial, no or unclear.")
  private Optional<Licence.Wording> wording = Optional.empty();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Takes no more than this many minutes.")
  private Optional<Integer> minutes = Optional.empty();

  @Option(names = "--format", paramLabel = "text|json", description = "json: one object a line.")
  private OutputFormat format = OutputFormat.TEXT;

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    List<String> faulty = new ArrayList<>();
    int listed = 0;
    for (ShownKind each : ShownKind.values()) {
      if (kind.map(wanted -> wanted == each).orElse(true)) {
        List<CatalogueEntry> entries = entries(each, library, faulty);
        print(each, entries, listed == 0);
        listed += entries.size();
      }
    }
    if (listed == 0 && format == OutputFormat.TEXT) {
      terminal.out().println("nothing fits");
    }
    faulty.forEach(
        id -> terminal.err().println("xinheng: " + id + " has errors; xinheng check names them"));
    return faulty.isEmpty() ? 0 : Main.DATA_AT_FAULT;
  }

  private List<CatalogueEntry> entries(
      ShownKind each, InstrumentLibrary library, List<String> faulty) throws IOException {
    List<CatalogueEntry> entries = new ArrayList<>();
    for (String id : library.ids(each.kind())) {
      try {
        CatalogueEntry entry = Catalogue.entry(each.kind(), id, library);
        if (fits(entry)) {
          entries.add(entry);
        }
      } catch (DefinitionException e) {
        faulty.add(each + " '" + id + "'");
      }
    }
    return entries;
  }

  private boolean fits(CatalogueEntry entry) {
    return word.map(text -> entry.mentions(text.toLowerCase(Locale.ROOT))).orElse(true)
        && topic.map(text -> entry.isAbout(text.toLowerCase(Locale.ROOT))).orElse(true)
        && informant.map(who -> entry.informants().contains(who)).orElse(true)
        && language.map(entry::isIn).orElse(true)
        && wording.map(may -> entry.wording().equals(Optional.of(may))).orElse(true)
        && minutes
            .map(most -> entry.minutes().map(takes -> takes <= most).orElse(false))
            .orElse(true)
        && grade
            .map(n -> entry.grades().map(grades -> grades.contains(n)).orElse(false))
            .orElse(true);
  }

  private void print(ShownKind each, List<CatalogueEntry> entries, boolean first) {
    if (format == OutputFormat.JSON) {
      entries.forEach(entry -> terminal.out().println(entry.json()));
      return;
    }
    if (entries.isEmpty()) {
      return;
    }
    if (!first) {
      terminal.out().println();
    }
    terminal.out().println(each.title() + " (" + entries.size() + ")");
    Grid grid = Grid.at(0).row(Catalogue.headings(each.kind()));
    entries.forEach(entry -> grid.row(Catalogue.cells(entry)));
    grid.lines(terminal.columns()).forEach(terminal.out()::println);
  }
}
