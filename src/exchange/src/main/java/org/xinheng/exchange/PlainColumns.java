package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.xinheng.exchange.bulk.Segments;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.SheetTables;
import org.xinheng.screening.OutcomeLookup;

/**
 * The columns of the output in runs: columns side by side that come of the same thing, so that what is written of it can be
 * kept and written at once. The text of a run begins with the comma before it, unless the run is the first.
 */
final class PlainColumns {

  private final List<OutputColumn> columns;
  private final List<PlanCells> plans;
  private final List<OutcomeCells> outcomes;
  private final List<Run> runs;

  /** What columns come of. Those of results say at which column of a whole row their cells begin. */
  sealed interface Source {}

  /** The field of a row that is written as it is. */
  record Own(int field) implements Source {}

  /** The field of a row that a profile wants otherwise. */
  record Respelled(int field) implements Source {}

  record OfScale(int form, int scale, int start) implements Source {}

  /** What of a questionnaire is of no scale. */
  record OfRemainder(int form, int start) implements Source {}

  record OfDecision(int start) implements Source {}

  /** Depends on more than a decision does. */
  record OfReason() implements Source {}

  /** The same in all plain rows. */
  record OfRow(int start) implements Source {}

  /**
   * Columns side by side.
   *
   * @param source of all of them; of the first, if they are fields that stand side by side in the input as well
   * @param first the position of the first of them
   * @param count how many there are
   */
  record Run(Source source, int first, int count) {

    boolean isFollowedBy(Source next) {
      if (source instanceof Own own) {
        return next instanceof Own of && of.field() == own.field() + count;
      }
      // All columns of one source hold it itself.
      return source == next && !(source instanceof Respelled);
    }
  }

  private PlainColumns(
      List<OutputColumn> columns,
      List<PlanCells> plans,
      List<OutcomeCells> outcomes,
      List<Run> runs) {
    this.columns = columns;
    this.plans = plans;
    this.outcomes = outcomes;
    this.runs = runs;
  }

  /**
   * The runs of an output.
   *
   * @throws NotPlainException if a column holds reasons, or there is but one
   */
  static PlainColumns of(List<OutputColumn> columns, List<Integer> own, ScoreOptions options)
      throws NotPlainException {
    List<PlanCells> plans = options.plans().stream().map(PlanCells::new).toList();
    List<Source> sources = sources(own, plans, options);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Source source = sources.get(columns.get(i).source());
      if (source instanceof Own of && !columns.get(i).isAsItIs()) {
        source = new Respelled(of.field());
      }
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).isFollowedBy(source)) {
        Run run = runs.get(last);
        runs.set(last, new Run(run.source(), run.first(), run.count() + 1));
      } else {
        runs.add(new Run(source, i, 1));
      }
    }
    if (columns.size() == 1 || runs.stream().anyMatch(run -> run.source() instanceof OfReason)) {
      throw new NotPlainException("a column is made for each row");
    }
    return new PlainColumns(
        columns,
        plans,
        options.tiers().stream().map(tiers -> new OutcomeCells(tiers.policy())).toList(),
        runs);
  }

  /** What each column of a whole row comes of. */
  private static List<Source> sources(
      List<Integer> own, List<PlanCells> plans, ScoreOptions options) {
    List<Source> sources = new ArrayList<>();
    own.forEach(field -> sources.add(new Own(field)));
    for (int form = 0; form < plans.size(); form++) {
      PlanCells cells = plans.get(form);
      int end = sources.size() + cells.columns();
      for (int scale = 0; scale < cells.scales(); scale++) {
        add(sources, new OfScale(form, scale, sources.size()), cells.columns(scale));
      }
      add(sources, new OfRemainder(form, sources.size()), end - sources.size());
    }
    if (options.tiers().isPresent()) {
      add(sources, new OfDecision(sources.size()), OutcomeCells.OF_DECISION);
      add(sources, new OfReason(), OutcomeCells.OF_REASON);
    }
    add(sources, new OfRow(sources.size()), ScoreWriter.ofRow("").size());
    return sources;
  }

  private static void add(List<Source> sources, Source source, int columns) {
    sources.addAll(Collections.nCopies(columns, source));
  }

  List<Run> runs() {
    return runs;
  }

  /** What is written of each result of a scale. */
  Segments texts(Run run, OfScale of, ScoreTable results) {
    Segments texts = new Segments();
    for (int result = 0; result < results.rows(); result++) {
      texts.add(text(run, of.start(), plans.get(of.form()).ofScale(results, result, of.scale())));
    }
    return texts;
  }

  /** What is written of what is of no scale. */
  String ofRemainder(Run run, ScoreTable scores) {
    OfRemainder of = (OfRemainder) run.source();
    return text(run, of.start(), plans.get(of.form()).ofRemainder(scores, 0));
  }

  String ofDecision(Run run, OutcomeLookup.Decision decision) {
    OfDecision of = (OfDecision) run.source();
    return text(run, of.start(), outcomes.get(0).of(decision));
  }

  /** The runs without what their texts are made of. */
  List<PlainLayout.Run> layout(SheetTables sheet) {
    List<PlainLayout.Run> layout = new ArrayList<>();
    for (Run run : runs) {
      layout.add(
          new PlainLayout.Run(kind(run), place(run.source(), sheet), run.count(), textOfRow(run)));
    }
    return layout;
  }

  private PlainLayout.Kind kind(Run run) {
    Source source = run.source();
    if (source instanceof Own) {
      boolean isChosen = columns.get(run.first()).profiled().isPresent();
      return isChosen ? PlainLayout.Kind.CHOSEN : PlainLayout.Kind.OWN;
    }
    if (source instanceof Respelled) {
      return PlainLayout.Kind.RESPELLED;
    }
    if (source instanceof OfScale) {
      return PlainLayout.Kind.SCALE;
    }
    if (source instanceof OfRemainder) {
      return PlainLayout.Kind.REMAINDER;
    }
    return source instanceof OfDecision ? PlainLayout.Kind.DECISION : PlainLayout.Kind.ROW;
  }

  private static int place(Source source, SheetTables sheet) {
    if (source instanceof Own own) {
      return own.field();
    }
    if (source instanceof Respelled respelled) {
      return respelled.field();
    }
    if (source instanceof OfScale of) {
      return sheet.firstResult(of.form()) + of.scale();
    }
    return source instanceof OfRemainder of ? of.form() : 0;
  }

  private String textOfRow(Run run) {
    return run.source() instanceof OfRow of ? text(run, of.start(), ScoreWriter.ofRow("")) : "";
  }

  /** What is written of a field that a profile wants otherwise. */
  String respelled(Run run, String field) {
    return text(run, columns.get(run.first()).source(), List.of(field));
  }

  /** @param cells of the source of the run, which begin at column {@code start} of a whole row */
  private String text(Run run, int start, List<String> cells) {
    List<String> written = new ArrayList<>();
    for (int i = run.first(); i < run.first() + run.count(); i++) {
      OutputColumn column = columns.get(i);
      written.add(column.written(cells.get(column.source() - start)));
    }
    return OutputText.fields(written, run.first() == 0);
  }
}
