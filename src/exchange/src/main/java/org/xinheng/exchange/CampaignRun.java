package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.Checker;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.form.FormCode;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Form;
import org.xinheng.screening.ScoreChange;
import org.xinheng.screening.Screener;
import org.xinheng.screening.StudentOutcome;

/**
 * Screens a campaign from its file.
 *
 * @param result the outcomes
 * @param norms the norm sets that were used
 * @param diagnostics rows of the tables that were left out or are doubtful
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
    return of(file, library, StudentIds.AS_WRITTEN);
  }

  /** The same with other ids of the students, in this campaign and in the one that it is compared with. */
  public static CampaignRun of(Path file, InstrumentLibrary library, StudentIds ids)
      throws IOException {
    return of(file, library, EarlierCampaigns.READ, Optional.empty(), ids);
  }

  /** The same by another policy, whatever the campaign file names: its id, or the path of its file. */
  public static CampaignRun withPolicy(Path file, InstrumentLibrary library, String policy)
      throws IOException {
    return of(file, library, EarlierCampaigns.READ, Optional.of(policy), StudentIds.AS_WRITTEN);
  }

  /** The same without comparing it with an earlier one. */
  static CampaignRun alone(Path file, InstrumentLibrary library, StudentIds ids)
      throws IOException {
    return of(file, library, EarlierCampaigns.LEFT_OUT, Optional.empty(), ids);
  }

  /** Whether the campaign that a campaign is compared with is read. */
  private enum EarlierCampaigns {
    READ,
    LEFT_OUT
  }

  private static CampaignRun of(
      Path file,
      InstrumentLibrary library,
      EarlierCampaigns earlierCampaigns,
      Optional<String> otherPolicy,
      StudentIds ids)
      throws IOException {
    SourceText source = SourceText.read(file);
    List<Diagnostic> faults = Checker.check(source, library);
    if (faults.stream().anyMatch(Diagnostic::isError)) {
      throw new DefinitionException(faults);
    }
    Campaign campaign = Definitions.campaign(source).usable();
    TierPolicy policy = library.policy(otherPolicy.orElse(campaign.policy()));
    List<Battery> batteries = new ArrayList<>();
    for (String id : campaign.batteries()) {
      batteries.add(library.battery(id));
    }
    List<ScoringPlan> plans = plans(campaign, batteries, library);
    CampaignTables tables = new CampaignTables(file, campaign.from(), campaign.to(), ids);
    read(campaign, plans, tables, library);
    SchoolCalendar calendar = campaign.files().calendar().isPresent()
        ? tables.calendar(campaign.files().calendar().get())
        : SchoolCalendar.WEEKDAYS;
    boolean isCompared =
        earlierCampaigns == EarlierCampaigns.READ && campaign.comparedWith().isPresent();
    Optional<EarlierCampaign> earlier = isCompared
        ? Optional.of(EarlierCampaign.of(file, campaign.comparedWith().get(), library, ids))
        : Optional.empty();
    return screen(campaign, policy, batteries, plans, tables, calendar, earlier);
  }

  private static void read(
      Campaign campaign, List<ScoringPlan> plans, CampaignTables tables, InstrumentLibrary library)
      throws IOException {
    Campaign.Files files = campaign.files();
    ColumnMap map = files.map().isPresent() ? tables.map(files.map().get()) : ColumnMap.NONE;
    tables.readRoster(files.roster());
    for (String responses : files.responses()) {
      tables.readResponses(responses, plans, map);
    }
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
      Campaign campaign,
      TierPolicy policy,
      List<Battery> batteries,
      List<ScoringPlan> plans,
      CampaignTables tables,
      SchoolCalendar calendar,
      Optional<EarlierCampaign> earlier) {
    List<StudentOutcome> outcomes = new ArrayList<>();
    for (RosterStudent student : tables.students()) {
      Battery battery =
          CampaignResult.batteryOf(student.student().grade(), student.forms().keySet(), batteries);
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
    plans.forEach(plan -> instruments.put(plan.instrument().id(), plan.instrument()));
    return new CampaignRun(
        new CampaignResult(
            campaign,
            policy,
            calendar,
            batteries,
            instruments,
            outcomes,
            tables.onRoster(),
            earlier.map(EarlierCampaign::scores).orElse(List.of())),
        plans.stream().flatMap(plan -> plan.norms().stream()).toList(),
        tables.diagnostics());
  }

  private static boolean isComplete(Battery battery, Map<String, Form> forms) {
    return Optional.ofNullable(forms.get(battery.primary().questionnaire()))
        .filter(form -> form.scores().isScored(form.row(), battery.primary().scale()))
        .isPresent();
  }

  private static List<ScoringPlan> plans(
      Campaign campaign, List<Battery> batteries, InstrumentLibrary library) throws IOException {
    Map<String, NormSet> norms = new LinkedHashMap<>();
    for (String id : campaign.norms()) {
      NormSet set = library.normSet(id);
      Optional<NormSet> first = Optional.ofNullable(norms.put(set.questionnaire(), set));
      if (first.isPresent()) {
        throw new IllegalArgumentException("campaign '" + campaign.id() + "': norm sets '"
            + first.get().id() + "' and '" + id + "' are both for '" + set.questionnaire()
            + "'; name one of them");
      }
    }
    Map<String, PlanOptions> options = new LinkedHashMap<>();
    for (Battery battery : batteries) {
      for (String id : battery.questionnaires()) {
        PlanOptions chosen =
            new PlanOptions(Optional.ofNullable(norms.get(id)), battery.bandSystemsOf(id));
        Optional<PlanOptions> other = Optional.ofNullable(options.put(id, chosen));
        // A form is scored before anybody knows which battery its student belongs to.
        if (other.filter(earlier -> !earlier.equals(chosen)).isPresent()) {
          throw new IllegalArgumentException(
              "campaign '" + campaign.id() + "': its batteries band '" + id
                  + "' by different systems; name the same under 'bands' in each");
        }
      }
    }
    List<ScoringPlan> plans = new ArrayList<>();
    for (Map.Entry<String, PlanOptions> of : options.entrySet()) {
      plans.add(ScoringPlan.compile(library.questionnaire(of.getKey()), of.getValue()));
    }
    return List.copyOf(plans);
  }
}
