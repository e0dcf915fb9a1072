package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.policy.Comparison;
import org.xinheng.policy.Input;
import org.xinheng.policy.ScaleReference;
import org.xinheng.screening.Earlier;
import org.xinheng.screening.EarlierScore;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;
import org.xinheng.screening.Form;
import org.xinheng.screening.Measurement;
import org.xinheng.screening.ScoreChange;
import org.xinheng.screening.Student;

/** The campaign that a campaign is compared with, its students by id. */
final class EarlierCampaign {

  private final Comparison comparison;
  private final LocalDate lastDay;
  private final Map<String, List<RosterStudent>> students = new HashMap<>();
  private final List<EarlierScore> scores = new ArrayList<>();
  private final List<Diagnostic> diagnostics;

  private EarlierCampaign(Comparison comparison, LocalDate lastDay, List<Diagnostic> diagnostics) {
    this.comparison = comparison;
    this.lastDay = lastDay;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads the earlier campaign: only its answers, since of what else was known then nothing is compared.
   *
   * @param campaign the file that names it
   * @throws IOException as {@link CampaignRun#of} does
   */
  static EarlierCampaign of(
      Path campaign, Comparison comparison, InstrumentLibrary library, StudentIds ids)
      throws IOException {
    CampaignForms before =
        CampaignForms.of(campaign.resolveSibling(comparison.campaign()), library, ids);
    EarlierCampaign earlier =
        new EarlierCampaign(comparison, before.campaign().to(), before.tables().diagnostics());
    before
        .students()
        .forEach(student -> earlier
            .students
            .computeIfAbsent(student.student().id(), id -> new ArrayList<>())
            .add(student));
    before
        .roster()
        .forEach(student -> earlier.addScore(student, before.batteryOf(student).primary()));
    return earlier;
  }

  private void addScore(RosterStudent student, ScaleReference primary) {
    Optional.ofNullable(student.forms().get(primary.questionnaire()))
        .map(form -> new EarlierScore(student.student(), Measurement.of(form, primary, lastDay)))
        .filter(score -> score.measurement().value().isPresent())
        .ifPresent(scores::add);
  }

  /** The primary scores of the students of its roster, and how many rows were at fault. */
  Earlier earlier() {
    return new Earlier(scores, diagnostics.size());
  }

  /** Rows of its tables that were left out or are doubtful, and name their file: they miss in what is compared. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** How a student's score has changed; empty if the student has no form in one of the campaigns. */
  Optional<ScoreChange> change(RosterStudent student, ScaleReference scale, LocalDate day) {
    Optional<Form> before = find(student.student())
        .flatMap(earlier -> Optional.ofNullable(earlier.forms().get(scale.questionnaire())));
    Optional<Form> after = Optional.ofNullable(student.forms().get(scale.questionnaire()));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ScoreChange.between(
        Measurement.of(before.get(), scale, lastDay),
        Measurement.of(after.get(), scale, day),
        comparison.of(scale)));
  }

  /** Of several students with one id the one of the same school; a student who moved has an id of its own. */
  private Optional<RosterStudent> find(Student student) {
    List<RosterStudent> same = students.getOrDefault(student.id(), List.of());
    return same.size() == 1
        ? Optional.of(same.get(0))
        : same.stream()
            .filter(one -> one.student().school().equals(student.school()))
            .findFirst();
  }

  /** A reliable worsening as evidence, of the day of the later score. */
  static Fact worsening(ScoreChange change) {
    return change instanceof ScoreChange.Compared compared
        ? Fact.of(Input.WORSENING, 1, compared.after().on(), EvidenceSource.CASE_FILE)
        : Fact.undated(Input.WORSENING, 0);
  }
}
