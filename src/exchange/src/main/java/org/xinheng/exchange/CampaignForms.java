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
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Launch;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.CampaignResult;

/**
 * A campaign with the roster and the forms of its students, before anything else is known of them.
 *
 * @param plans of the questionnaires of its batteries
 * @param tables its roster and answers
 */
record CampaignForms(
    Campaign campaign, List<Battery> batteries, List<ScoringPlan> plans, CampaignTables tables) {

  CampaignForms {
    batteries = List.copyOf(batteries);
    plans = List.copyOf(plans);
  }

  /**
   * Reads a campaign file, the roster and the answers.
   *
   * @param ids by which students are known, whatever stands in the tables
   * @throws IOException as {@link CampaignRun#of} does
   */
  static CampaignForms of(Path file, InstrumentLibrary library, StudentIds ids) throws IOException {
    Campaign campaign = campaign(file, library);
    List<Battery> batteries = batteries(campaign, library);
    List<ScoringPlan> plans = plans(campaign, batteries, library);
    CampaignTables tables = new CampaignTables(file, campaign.from(), campaign.to(), ids);
    read(campaign, plans, tables);
    unknownKinds(campaign, batteries, tables);
    return new CampaignForms(campaign, batteries, plans, tables);
  }

  /** Where two kinds of schools have a battery each, a student of neither may get the wrong one. */
  private static void unknownKinds(
      Campaign campaign, List<Battery> batteries, CampaignTables tables) {
    long unknown = tables.students().subList(0, tables.onRoster()).stream()
        .map(RosterStudent::student)
        .filter(student -> student.schoolKind().isEmpty())
        .filter(student -> batteries.stream()
                .filter(battery -> battery.grades().contains(student.grade()))
                .count()
            > 1)
        .count();
    if (unknown > 0) {
      tables.warn(Diagnostic.warning(
              "roster.school-kind",
              Place.startOf(campaign.files().roster()),
              "the campaign has a battery for each kind of school, and of %d %s it is not known"
                  + " what kind theirs is: they get the one for any kind, else the first",
              unknown,
              unknown == 1 ? "student" : "students")
          .hint("fill in a column school-kind (学校类别): general or vocational (普通 or 中职)"));
    }
  }

  /** In the order of the roster; those who are not on it at the end. */
  List<RosterStudent> students() {
    return tables.students();
  }

  /** Those on the roster. */
  List<RosterStudent> roster() {
    return students().subList(0, tables.onRoster());
  }

  Battery batteryOf(RosterStudent student) {
    return CampaignResult.batteryOf(student.student(), student.forms().keySet(), batteries);
  }

  /**
   * The campaign of a file, which has no error. What refuses its launch does not refuse to screen what was answered: an alert
   * would be lost.
   */
  private static Campaign campaign(Path file, InstrumentLibrary library) throws IOException {
    SourceText source = SourceText.read(file);
    List<Diagnostic> faults = Checker.check(source, library);
    if (faults.stream().anyMatch(fault -> fault.isError() && !Launch.isAbout(fault))) {
      throw new DefinitionException(faults);
    }
    return Definitions.campaign(source).usable();
  }

  private static List<Battery> batteries(Campaign campaign, InstrumentLibrary library)
      throws IOException {
    List<Battery> batteries = new ArrayList<>();
    for (String id : campaign.batteries()) {
      batteries.add(library.battery(id));
    }
    return batteries;
  }

  private static void read(Campaign campaign, List<ScoringPlan> plans, CampaignTables tables)
      throws IOException {
    Campaign.Files files = campaign.files();
    ColumnMap map = files.map().isPresent() ? tables.map(files.map().get()) : ColumnMap.NONE;
    tables.readRoster(files.roster(), campaign.grades());
    for (String responses : files.responses()) {
      tables.readResponses(responses, plans, map);
    }
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
