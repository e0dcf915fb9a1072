package org.xinheng.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.xinheng.app.paper.ClassGrid;
import org.xinheng.app.paper.FormPage;
import org.xinheng.app.paper.SheetOptions;
import org.xinheng.app.paper.SheetPage;
import org.xinheng.app.paper.SheetPart;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.definition.WordingPack;
import org.xinheng.exchange.ClassList;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng form}: a form with its wording, to print. */
@Command(
    name = "form",
    mixinStandardHelpOptions = true,
    description =
        "Prints a form as a page for A4 paper, in HTML that needs nothing else: help page,"
            + " letters, records, and the questionnaires that come with their wording. With"
            + " --roster, a form for the class teacher is a grid of the whole class, and another"
            + " one a sheet for each student.")
final class FormCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The form; xinheng list --kind form names them.")
  private String id = "";

  @Option(
      names = "--fill",
      paramLabel = "GAP=TEXT",
      description =
          "What the school writes into a gap, such as --fill phone=0571-00000000. May be given"
              + " several times; a gap without text is a line to write on.")
  private Map<String, String> filled = new LinkedHashMap<>();

  @Mixin
  private PaperOptions paper = new PaperOptions();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  FormCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    if (id.endsWith(".yaml") || library.ids(Kind.FORM).contains(id)) {
      String page = FormPage.of(library.form(id), paper.language(), filled);
      paper.write(page, terminal, OptionalInt.empty());
      return 0;
    }
    if (!filled.isEmpty()) {
      throw new IllegalArgumentException("'" + id + "' has no gaps to --fill");
    }
    questionnaire(library);
    return 0;
  }

  private void questionnaire(InstrumentLibrary library) throws IOException {
    if (!library.ids(Kind.QUESTIONNAIRE).contains(id)) {
      throw new UnknownDefinitionException(
          "there is no form '" + id + "'; there are: " + String.join(", ", known(library)));
    }
    Instrument instrument = library.questionnaire(id);
    WordingPack wording = library
        .wording(instrument, paper.language())
        .orElseThrow(() -> new IllegalArgumentException("the wording of '" + id + "' in "
            + paper.language().tag()
            + " does not come with it; xinheng sheet prints an answer sheet, with the"
            + " wording of an installed pack"));
    List<ClassList.Entry> people = paper.people(terminal);
    if (instrument.about().informants().contains(Informant.CLASS_TEACHER) && !people.isEmpty()) {
      paper.write(ClassGrid.of(instrument, wording, people), terminal, OptionalInt.empty());
      return;
    }
    SheetOptions options = SheetOptions.in(paper.language()).withPeople(people);
    paper.write(
        SheetPage.of(List.of(new SheetPart(instrument, Optional.of(wording))), options),
        terminal,
        OptionalInt.of(Math.max(1, people.size())));
  }

  /** All forms, and the questionnaires that come with their wording. */
  private static List<String> known(InstrumentLibrary library) throws IOException {
    List<String> known = new ArrayList<>(library.ids(Kind.FORM));
    library.ids(Kind.WORDING).stream()
        .map(pack -> pack.replaceFirst("\\.[^.]*$", ""))
        .distinct()
        .forEach(known::add);
    return known;
  }
}
