package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Input;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;

/**
 * Tables of evidence whose columns are the items of a form that class teachers or guardians fill in, as the template of ratings has
 * them. The form is scored, and the level of its one band is the rating, 0 to 3. A form that has no score, because too much
 * of it could not be judged, is no rating, and never 0.
 */
final class RatedForms {

  private static final int BATCH_ROWS = 4096;

  private final CampaignTables tables;
  private final InstrumentLibrary library;

  RatedForms(CampaignTables tables, InstrumentLibrary library) {
    this.tables = tables;
    this.library = library;
  }

  /**
   * Reads the ratings of a table.
   *
   * @return whether it holds any
   * @throws TableException if a form has several bands, or none, so that nobody can say which is the rating
   */
  boolean read(String file) throws IOException {
    List<Instrument> forms = forms(file);
    for (Instrument form : forms) {
      read(file, form);
    }
    return !forms.isEmpty();
  }

  private List<Instrument> forms(String file) throws IOException {
    Set<String> named = new LinkedHashSet<>();
    try (Table table = tables.open(file)) {
      for (Heading heading : table.headings()) {
        int end = Math.max(heading.text().indexOf('.'), 0);
        named.add(heading.text().substring(0, end));
      }
      named.retainAll(library.ids(Kind.QUESTIONNAIRE));
      List<Instrument> candidates = new ArrayList<>();
      for (String id : named) {
        candidates.add(library.questionnaire(id));
      }
      return Columns.held(table, candidates, ColumnMap.NONE).stream()
          .filter(form -> input(form).isPresent())
          .toList();
    }
  }

  /** What a form is evidence of; empty if students fill it in. */
  private static Optional<Input> input(Instrument form) {
    Set<Informant> informants = form.about().informants();
    if (informants.equals(Set.of(Informant.CLASS_TEACHER))) {
      return Optional.of(Input.TEACHER);
    }
    return informants.equals(Set.of(Informant.GUARDIAN))
        ? Optional.of(Input.GUARDIAN)
        : Optional.empty();
  }

  private void read(String file, Instrument form) throws IOException {
    ScoringPlan plan = ScoringPlan.compile(form);
    try (ResponseFile answers = tables.answers(file, List.of(form), ColumnMap.NONE)) {
      String scale = ratingScale(form, answers);
      Optional<ResponseBatch> batch = answers.next(BATCH_ROWS);
      while (batch.isPresent()) {
        ScoreTable scores = plan.run(batch.get().tables().get(0));
        for (int row = 0; row < batch.get().rows(); row++) {
          add(answers, form, batch.get(), row, scores.level(row, scale));
        }
        batch = answers.next(BATCH_ROWS);
      }
    }
  }

  private static String ratingScale(Instrument form, ResponseFile answers) {
    List<String> banded = form.scales().stream()
        .filter(scale -> !scale.bandSets().isEmpty())
        .map(Scale::id)
        .toList();
    if (banded.size() != 1) {
      throw new TableException(List.of(Diagnostic.error(
              "evidence.form",
              answers.table().headerPlace(),
              "'%s' has %d scales with bands, so that nobody can say which of them is the rating",
              form.id(),
              banded.size())
          .hint("score it with a profile that says so, and take the result as evidence")));
    }
    return banded.get(0);
  }

  private void add(
      ResponseFile of, Instrument form, ResponseBatch batch, int row, Optional<Integer> level) {
    CampaignTables.Row at = CampaignTables.Row.of(of, batch.line(row));
    batch
        .faults(row)
        .forEach(fault -> tables.warn(at.at(fault.field()), "evidence.form-row", fault.message()));
    Input input = input(form).orElseThrow();
    EvidenceSource source =
        input == Input.TEACHER ? EvidenceSource.CLASS_TEACHER : EvidenceSource.GUARDIAN;
    tables
        .ofStudent(at, batch.person(row))
        .ifPresent(student -> level.ifPresent(rating -> student.add(
            new Fact(input, rating, batch.person(row).date(), source, Optional.empty()))));
  }
}
