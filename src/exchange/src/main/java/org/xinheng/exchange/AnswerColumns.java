package org.xinheng.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * A file of answers, scored and held in memory for statistics: the columns that are no items, a column of scores for each scale (such
 * as {@code phq-9.total}), and the items of each scale.
 */
public final class AnswerColumns {

  private static final int BATCH_ROWS = 4096;

  private final List<ScoringPlan> plans;
  private final Map<String, List<String>> cells = new LinkedHashMap<>();
  private final List<Long> lines = new ArrayList<>();
  private final Map<String, List<double[]>> keyed = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics;
  private final Place header;
  private final List<Heading> headings;
  private final Path file;
  private int rowsAtFault;

  private AnswerColumns(ResponseFile input, Path file, List<ScoringPlan> plans) {
    this.plans = List.copyOf(plans);
    this.file = file;
    this.header = input.table().headerPlace();
    this.headings = input.ownColumns();
    this.diagnostics = input.diagnostics();
  }

  /**
   * Reads and scores a file.
   *
   * @param plans at least one, each questionnaire once
   * @throws TableException if the file is no table of answers to these questionnaires, or has a column with the name of a score
   */
  public static AnswerColumns read(Path file, List<ScoringPlan> plans, ColumnMap map)
      throws IOException {
    List<Instrument> instruments = plans.stream().map(ScoringPlan::instrument).toList();
    try (ResponseFile input = ResponseFile.open(file, instruments, map)) {
      AnswerColumns columns = new AnswerColumns(input, file, plans);
      columns.refuseNamesOfScores(input);
      Optional<ResponseBatch> batch = input.next(BATCH_ROWS);
      while (batch.isPresent()) {
        columns.add(batch.get(), input.ownColumns());
        batch = input.next(BATCH_ROWS);
      }
      return columns;
    }
  }

  private static String name(Instrument instrument, Scale scale) {
    return instrument.id() + "." + scale.id();
  }

  private void refuseNamesOfScores(ResponseFile input) {
    for (ScoringPlan plan : plans) {
      plan.instrument()
          .scales()
          .forEach(scale -> cells.put(name(plan.instrument(), scale), new ArrayList<>()));
    }
    for (Heading heading : input.ownColumns()) {
      if (cells.containsKey(heading.text())) {
        throw new TableException(List.of(Diagnostic.error(
                "column.result-name",
                heading.place(),
                "column '%s' has the name of a result",
                heading.text())
            .hint("rename the column, or leave out --with and study it as it is")));
      }
    }
  }

  private void add(ResponseBatch batch, List<Heading> own) {
    for (int row = 0; row < batch.rows(); row++) {
      lines.add(batch.line(row));
      rowsAtFault += batch.faults(row).isEmpty() ? 0 : 1;
      for (int column = 0; column < own.size(); column++) {
        cells
            .computeIfAbsent(own.get(column).text(), heading -> new ArrayList<>())
            .add(DataColumns.present(batch.ownCell(row, column)));
      }
    }
    for (int p = 0; p < plans.size(); p++) {
      ResponseTable answers = batch.tables().get(p);
      ScoreTable scores = plans.get(p).run(answers);
      Instrument instrument = plans.get(p).instrument();
      for (Scale scale : instrument.scales()) {
        List<String> to =
            cells.computeIfAbsent(name(instrument, scale), heading -> new ArrayList<>());
        for (int row = 0; row < batch.rows(); row++) {
          OptionalDouble value = scores.value(row, scale.id());
          to.add(value.isPresent() ? Double.toString(value.getAsDouble()) : "");
        }
        keep(instrument, scale, answers);
      }
    }
  }

  private void keep(Instrument instrument, Scale scale, ResponseTable answers) {
    List<Key> keys = keys(instrument, scale);
    double[][] kept = new double[answers.rows()][keys.size()];
    for (int item = 0; item < keys.size(); item++) {
      Key key = keys.get(item);
      ResponseSet.Scorable responses = responses(instrument, key).orElseThrow();
      int column = answers.column(key.item());
      Map<BigDecimal, Double> known = new HashMap<>();
      for (int row = 0; row < kept.length; row++) {
        kept[row][item] = answers.isAnswered(row, column)
            ? known.computeIfAbsent(
                answers.number(row, column),
                answer -> scale.contribution(key, responses, answer).doubleValue())
            : Double.NaN;
      }
    }
    keyed
        .computeIfAbsent(name(instrument, scale), scaleName -> new ArrayList<>())
        .addAll(Arrays.asList(kept));
  }

  private static List<Key> keys(Instrument instrument, Scale scale) {
    return scale.keying().keys().stream()
        .filter(key -> responses(instrument, key).isPresent())
        .toList();
  }

  private static Optional<ResponseSet.Scorable> responses(Instrument instrument, Key key) {
    return instrument.item(key.item()).flatMap(instrument::scorable);
  }

  /** The columns that are no items and the scores, in this order. */
  public DataColumns columns() throws IOException {
    Map<String, List<String>> ordered = new LinkedHashMap<>(cells);
    return DataColumns.held(file, header, headings, ordered, lines);
  }

  /** The items of each scale that is made of at least two of them. */
  public List<KeyedItems> scales() {
    List<KeyedItems> scales = new ArrayList<>();
    for (ScoringPlan plan : plans) {
      Instrument instrument = plan.instrument();
      for (Scale scale : instrument.scales()) {
        List<Key> keys = keys(instrument, scale);
        if (keys.size() > 1) {
          List<List<BigDecimal>> parts = keys.stream()
              .map(key -> scale.contributions(key, responses(instrument, key).orElseThrow()))
              .toList();
          scales.add(new KeyedItems(
              name(instrument, scale),
              keys.stream().map(key -> instrument.id() + "." + key.item()).toList(),
              parts.stream().map(part -> part.get(0).doubleValue()).toList(),
              parts.stream()
                  .map(part -> part.get(part.size() - 1).doubleValue())
                  .toList(),
              keyed.getOrDefault(name(instrument, scale), List.of()).toArray(new double[0][])));
        }
      }
    }
    return scales;
  }

  /** Warnings about the file, in file order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** How many rows have something that cannot be read. */
  public int rowsAtFault() {
    return rowsAtFault;
  }
}
