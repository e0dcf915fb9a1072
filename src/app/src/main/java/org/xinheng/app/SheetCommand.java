package org.xinheng.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.xinheng.app.paper.SheetOptions;
import org.xinheng.app.paper.SheetPage;
import org.xinheng.app.paper.SheetPart;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.ClassList;
import org.xinheng.instrument.Instrument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng sheet}: answer sheets to print. */
@Command(
    name = "sheet",
    mixinStandardHelpOptions = true,
    description =
        "Prints answer sheets of a questionnaire or a battery for A4 paper, in HTML: a number and"
            + " circles for each item, to lie beside the printed form; with an installed wording"
            + " pack, the wording as well.")
final class SheetCommand implements Callable<Integer> {

  private static final int MOST_CODES = 5000;

  @Parameters(paramLabel = "ID|BATTERY", description = "The questionnaire or battery.")
  private String id = "";

  @Option(
      names = "--columns",
      paramLabel = "1|2",
      description = "Columns of a sheet without wording; default ${DEFAULT-VALUE}.")
  private int columns = 1;

  @Option(
      names = "--codes",
      paramLabel = "N",
      description = "So many sheets with a code in place of a name.")
  private Optional<Integer> codes = Optional.empty();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "What each code begins with, such as 7A.")
  private String prefix = "";

  @Mixin
  private PaperOptions paper = new PaperOptions();

  @Mixin
  private WordingCommand.PacksOption packs = new WordingCommand.PacksOption();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  SheetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    List<SheetPart> parts = new ArrayList<>();
    for (Instrument instrument : ChosenQuestionnaires.of(id, library)) {
      parts.add(
          new SheetPart(instrument, packs.folder().pack(instrument, paper.language(), library)));
    }
    List<ClassList.Entry> people = paper.people(terminal);
    List<String> numbers = numbers();
    if (!people.isEmpty() && !numbers.isEmpty()) {
      throw new IllegalArgumentException(
          "a sheet has a name from --roster or a code from --codes; give one");
    }
    SheetOptions options = SheetOptions.in(paper.language())
        .withColumns(columns)
        .withPeople(people)
        .withCodes(numbers);
    paper.write(
        SheetPage.of(parts, options),
        terminal,
        OptionalInt.of(Math.max(1, people.size() + numbers.size())));
    return 0;
  }

  /** {@code 7A0001} and so on, all of the same length. */
  private List<String> numbers() {
    if (codes.isEmpty()) {
      return List.of();
    }
    int count = codes.get();
    if (count < 1 || count > MOST_CODES) {
      throw new IllegalArgumentException(
          "--codes must be between 1 and " + MOST_CODES + ": " + count);
    }
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> prefix + String.format(Locale.ROOT, "%04d", number))
        .toList();
  }
}
