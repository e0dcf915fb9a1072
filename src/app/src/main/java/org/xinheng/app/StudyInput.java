package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.exchange.AnswerColumns;
import org.xinheng.exchange.DataColumns;
import org.xinheng.exchange.KeyedItems;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.validation.study.ItemData;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the people of a study come from: columns of a file as they are, or answers that are scored first. */
final class StudyInput {

  @Option(
      names = "--with",
      paramLabel = "ID|FILE",
      description =
          "Scores the answers in DATA with this questionnaire first; its scores are then columns"
              + " such as phq-9.total. May be given several times.")
  private List<String> questionnaires = new ArrayList<>();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "What the columns and codes of the file mean, with --with.")
  private Optional<Path> map = Optional.empty();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  InstrumentLibrary library() {
    return libraryOptions.chosen();
  }

  boolean isScored() {
    return !questionnaires.isEmpty();
  }

  /**
   * The one questionnaire that answers are scored with.
   *
   * @throws IllegalArgumentException if there are several
   */
  Optional<Instrument> only(InstrumentLibrary library) throws IOException {
    if (questionnaires.size() > 1) {
      throw new IllegalArgumentException("--with: name one questionnaire");
    }
    return isScored()
        ? Optional.of(library.questionnaire(questionnaires.get(0)))
        : Optional.empty();
  }

  /** A questionnaire by its id, if answers are scored with it. */
  Optional<Instrument> named(String id, InstrumentLibrary library) throws IOException {
    for (String questionnaire : questionnaires) {
      Instrument instrument = library.questionnaire(questionnaire);
      if (instrument.id().equals(id)) {
        return Optional.of(instrument);
      }
    }
    return Optional.empty();
  }

  /** Columns by their headings, scores among them if answers are scored. */
  DataColumns columns(Path file, Set<String> headings, Terminal terminal) throws IOException {
    if (!isScored()) {
      return DataColumns.read(file, headings);
    }
    return answers(file, terminal).columns().require(headings);
  }

  /** The answers, scored. */
  AnswerColumns answers(Path file, Terminal terminal) throws IOException {
    InstrumentLibrary library = library();
    List<ScoringPlan> plans = new ArrayList<>();
    for (String id : questionnaires) {
      plans.add(ScoringPlan.compile(library.questionnaire(id)));
    }
    AnswerColumns answers = AnswerColumns.read(file, plans, columnMap());
    DiagnosticPrinter.print(answers.diagnostics(), terminal.err());
    if (answers.rowsAtFault() > 0) {
      terminal
          .err()
          .printf(
              "warning: %,d rows have answers that cannot be read, which count as missing;"
                  + " 'xinheng score' says which%n",
              answers.rowsAtFault());
    }
    return answers;
  }

  private ColumnMap columnMap() throws IOException {
    return map.isPresent()
        ? Definitions.columnMap(SourceText.read(map.get())).usable()
        : ColumnMap.NONE;
  }

  /** Items and columns that were read together. */
  record Read(DataColumns columns, List<ItemData> scales) {

    Read {
      scales = List.copyOf(scales);
    }
  }

  /** Items of scales, by a questionnaire or by columns. */
  static final class Items {

    @Option(
        names = "--items",
        arity = "1..*",
        paramLabel = "COL",
        description = "Without --with: the columns of one scale's items, as numbers.")
    private Set<String> items = new LinkedHashSet<>();

    @Option(
        names = "--reverse",
        arity = "1..*",
        paramLabel = "COL",
        description = "Those of the items that count the other way round.")
    private Set<String> reversed = new LinkedHashSet<>();

    @Option(
        names = "--range",
        paramLabel = "LOW:HIGH",
        description =
            "The lowest and the highest answer that can be given to --items, such as 0:3; those"
                + " that were given if nothing is said.")
    private Optional<String> range = Optional.empty();

    @Option(
        names = "--scale",
        arity = "1..*",
        paramLabel = "SCALE",
        description =
            "With --with: the scales, such as phq-9.total; all with two items or more if nothing"
                + " is said. With --items: what the scale is called.")
    private Set<String> scales = new LinkedHashSet<>();

    boolean isGiven() {
      return !items.isEmpty();
    }

    Read read(Path file, StudyInput input, Set<String> others, Terminal terminal)
        throws IOException {
      if (input.isScored() == isGiven()) {
        throw new IllegalArgumentException(
            "write either --with, for the items of a questionnaire, or --items, for columns");
      }
      return input.isScored()
          ? ofQuestionnaires(file, input, others, terminal)
          : ofColumns(file, others);
    }

    private Read ofQuestionnaires(
        Path file, StudyInput input, Set<String> others, Terminal terminal) throws IOException {
      if (!reversed.isEmpty() || range.isPresent()) {
        throw new IllegalArgumentException(
            "--reverse and --range are for --items; a questionnaire says itself what is reversed");
      }
      AnswerColumns answers = input.answers(file, terminal);
      List<KeyedItems> keyed = answers.scales();
      List<String> names = keyed.stream().map(KeyedItems::scale).toList();
      for (String scale : scales) {
        if (!names.contains(scale)) {
          throw new IllegalArgumentException("--scale: there is no scale '" + scale
              + "' of two items or more; write one of " + String.join(", ", names));
        }
      }
      List<ItemData> data = keyed.stream()
          .filter(of -> scales.isEmpty() || scales.contains(of.scale()))
          .map(of -> new ItemData(of.scale(), of.items(), of.lowest(), of.highest(), of.answers()))
          .toList();
      return new Read(answers.columns().require(others), data);
    }

    private Read ofColumns(Path file, Set<String> others) throws IOException {
      for (String column : reversed) {
        if (!items.contains(column)) {
          throw new IllegalArgumentException("--reverse: '" + column + "' is none of the items");
        }
      }
      Set<String> headings = new LinkedHashSet<>(items);
      headings.addAll(others);
      DataColumns columns = DataColumns.read(file, headings);
      List<String> names = List.copyOf(items);
      double[][] answers = new double[columns.rows()][names.size()];
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int item = 0; item < names.size(); item++) {
        double[] column = columns.numbers(names.get(item));
        for (int row = 0; row < column.length; row++) {
          answers[row][item] = column[row];
          low = Double.isNaN(column[row]) ? low : Math.min(low, column[row]);
          high = Double.isNaN(column[row]) ? high : Math.max(high, column[row]);
        }
      }
      if (range.isPresent()) {
        Span said = span(range.get());
        if (low < said.low || high > said.high) {
          throw new IllegalArgumentException("--range: an answer lies outside " + range.get()
              + "; declare its code as missing by leaving the cell empty, or widen the range");
        }
        low = said.low;
        high = said.high;
      }
      for (int item = 0; item < names.size(); item++) {
        for (double[] row : answers) {
          row[item] = reversed.contains(names.get(item)) ? low + high - row[item] : row[item];
        }
      }
      ItemData data = new ItemData(
          scales.stream().findFirst().orElse(names.get(0) + "–" + names.get(names.size() - 1)),
          names,
          Collections.nCopies(names.size(), low),
          Collections.nCopies(names.size(), high),
          answers);
      return new Read(columns, List.of(data));
    }

    private record Span(double low, double high) {}

    private static Span span(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length == 2
          && parts[0].matches("-?[0-9]+(\\.[0-9]+)?")
          && parts[1].matches("-?[0-9]+(\\.[0-9]+)?")
          && Double.parseDouble(parts[0]) < Double.parseDouble(parts[1])) {
        return new Span(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      }
      throw new IllegalArgumentException(
          "--range: write the lowest and the highest answer, such as 0:3, not '" + text + "'");
    }
  }
}
