package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.form.FormCode;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Earlier;
import org.xinheng.screening.Form;
import org.xinheng.screening.GradeOfSchool;
import org.xinheng.screening.OtherGrades;
import org.xinheng.screening.Participation;
import org.xinheng.screening.ScoreChange;
import org.xinheng.screening.Screener;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Times;

/**
 * Screens a campaign from its file.
 *
 * @param result the outcomes
 * @param norms the norm sets that were used
 * @param diagnostics rows of the tables that were left out or are doubtful; then those of the campaign that it is compared with
 */
public record CampaignRun(
    CampaignResult result, List<NormSet> norms, List<Diagnostic> diagnostics) {

  /** The form whose codes tables of risk factors use. */
  private static final String RISK_FACTORS = "risk-factors";

  public CampaignRun {
    norms = List.copyOf(norms);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a campaign file and its tables, and screens every student of the roster.
   *
   * @throws DefinitionException if the campaign file has errors, or names a definition that is not there or has errors
   * @throws IllegalArgumentException if two norm sets are for one questionnaire, or two batteries band one differently
   * @throws TableException if a table as a whole cannot be read; single rows never stop the run
   * @throws IOException if a file cannot be read
   */
  public static CampaignRun of(Path file, InstrumentLibrary library) throws IOException {
    return of(file, library, CampaignOptions.defaults());
  }

  /** The same by other options. */
  public static CampaignRun of(Path file, InstrumentLibrary library, CampaignOptions options)
      throws IOException {
    CampaignForms forms = CampaignForms.of(file, library, options.ids());
    Campaign campaign = forms.campaign();
    CampaignTables tables = forms.tables();
    TierPolicy policy = library.policy(options.policy().orElse(campaign.policy()));
    readEvidence(campaign, tables, library);
    Times times = options.times(campaign, LocalDateTime.now(ZoneId.systemDefault()));
    if (campaign.files().contacts().isPresent()) {
      new ContactTable(tables, times).read(campaign.files().contacts().get());
    }
    SchoolCalendar calendar = campaign.files().calendar().isPresent()
        ? tables.calendar(campaign.files().calendar().get())
        : SchoolCalendar.WEEKDAYS;
    Optional<EarlierCampaign> earlier = campaign.comparedWith().isPresent()
        ? Optional.of(
            EarlierCampaign.of(file, campaign.comparedWith().get(), library, options.ids()))
        : Optional.empty();
    Set<GradeOfSchool> screened = new HashSet<>();
    for (String other : campaign.sameYear()) {
      screened.addAll(
          screenedBy(file.resolveSibling(other), campaign.schoolYear(), library, options.ids()));
    }
    OtherGrades others = new OtherGrades(tables.gradesLeftOut(), screened);
    return screen(forms, policy, calendar, others, times, earlier);
  }

  /** Those of the diagnostics that say that students were not found for want of the right key. */
  public List<Diagnostic> ofKeys() {
    return diagnostics.stream()
        .filter(one -> one.code().equals(StudentNumberCheck.KEY_CODE)
            || one.code().equals(CampaignTables.NO_KEY))
        .toList();
  }

  /** The grades of which somebody has a complete form in another campaign of the year. */
  private static Set<GradeOfSchool> screenedBy(
      Path file, String schoolYear, InstrumentLibrary library, StudentIds ids) throws IOException {
    CampaignForms forms = CampaignForms.of(file, library, ids);
    Campaign campaign = forms.campaign();
    if (!campaign.schoolYear().equals(schoolYear)) {
      throw new IllegalArgumentException("campaign '" + campaign.id() + "' is of the school year "
          + campaign.schoolYear() + ", not of " + schoolYear + "; take it out of 'same-year'");
    }
    CampaignResult result = screen(
            forms,
            library.policy(campaign.policy()),
            SchoolCalendar.WEEKDAYS,
            OtherGrades.NONE,
            Times.usual(campaign),
            Optional.empty())
        .result();
    return result.roster().stream()
        .filter(student -> Participation.of(student).isComplete())
        .map(student ->
            new GradeOfSchool(student.student().school(), student.student().grade()))
        .collect(Collectors.toSet());
  }

  private static void readEvidence(
      Campaign campaign, CampaignTables tables, InstrumentLibrary library) throws IOException {
    Campaign.Files files = campaign.files();
    EvidenceTables evidenceTables = new EvidenceTables(tables, new RatedForms(tables, library));
    for (String evidence : files.evidence()) {
      evidenceTables.readEvidence(evidence);
    }
    if (files.riskFactors().isPresent()) {
      List<FormCode> vocabulary = library.ids(Kind.FORM).contains(RISK_FACTORS)
          ? library.form(RISK_FACTORS).codes()
          : List.of();
      evidenceTables.readRiskFactors(files.riskFactors().get(), vocabulary);
    }
    if (files.concerns().isPresent()) {
      evidenceTables.readConcerns(files.concerns().get(), campaign.to());
    }
    if (files.registry().isPresent()) {
      evidenceTables.readRegistry(files.registry().get());
    }
  }

  private static CampaignRun screen(
      CampaignForms forms,
      TierPolicy policy,
      SchoolCalendar calendar,
      OtherGrades others,
      Times times,
      Optional<EarlierCampaign> earlier) {
    Campaign campaign = forms.campaign();
    List<StudentOutcome> outcomes = new ArrayList<>();
    for (RosterStudent student : forms.students()) {
      Battery battery = forms.batteryOf(student);
      Screener screener = new Screener(battery, policy, campaign.to(), calendar);
      Optional<ScoreChange> change =
          earlier.flatMap(before -> before.change(student, battery.primary(), campaign.to()));
      change
          .filter(ScoreChange::isWorse)
          .ifPresent(worse -> student.add(EarlierCampaign.worsening(worse)));
      outcomes.add(new StudentOutcome(
          student.student(),
          student.forms(),
          student.evidence(),
          change,
          isComplete(battery, student.forms()),
          screener.screen(student.forms(), student.evidence())));
    }
    Map<String, Instrument> instruments = new LinkedHashMap<>();
    forms.plans().forEach(plan -> instruments.put(plan.instrument().id(), plan.instrument()));
    return new CampaignRun(
        new CampaignResult(
            campaign,
            policy,
            calendar,
            forms.batteries(),
            instruments,
            outcomes,
            forms.tables().onRoster(),
            others,
            earlier.map(EarlierCampaign::earlier).orElse(Earlier.NONE),
            times,
            List.of()),
        forms.plans().stream().flatMap(plan -> plan.norms().stream()).toList(),
        Stream.concat(
                forms.tables().diagnostics().stream(),
                earlier.stream().flatMap(before -> before.diagnostics().stream()))
            .toList());
  }

  private static boolean isComplete(Battery battery, Map<String, Form> forms) {
    return Optional.ofNullable(forms.get(battery.primary().questionnaire()))
        .filter(form -> form.scores().isScored(form.row(), battery.primary().scale()))
        .isPresent();
  }
}
