package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.exchange.AnswerColumns;
import org.xinheng.exchange.DataColumns;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ScoringPlan;
import picocli.CommandLine.Option;

/** Where the numbers of a study come from: columns of a file as they are, or answers that are scored first. */
final class ScoredData {

  @Option(
      names = "--with",
      paramLabel = "ID|FILE",
      description =
          "The questionnaire whose answers the file holds; they are scored first, and its scores"
              + " are columns such as phq-9.total.")
  private Optional<String> with = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "What the columns and codes of the file mean, with --with.")
  private Optional<Path> map = Optional.empty();

  /** The questionnaire, if one was named. */
  Optional<Instrument> instrument(InstrumentLibrary library) throws IOException {
    return with.isPresent() ? Optional.of(library.questionnaire(with.get())) : Optional.empty();
  }

  /** The columns, of answers those that are no items and the scores. */
  DataColumns columns(Path input, Set<String> headings, InstrumentLibrary library)
      throws IOException {
    Optional<Instrument> instrument = instrument(library);
    return instrument.isPresent()
        ? answers(input, instrument.get()).columns().require(headings)
        : DataColumns.read(input, headings);
  }

  /** The answers, scored. */
  AnswerColumns answers(Path input, Instrument instrument) throws IOException {
    ColumnMap columns = map.isPresent()
        ? Definitions.columnMap(SourceText.read(map.get())).usable()
        : ColumnMap.NONE;
    return AnswerColumns.read(input, List.of(ScoringPlan.compile(instrument)), columns);
  }
}
