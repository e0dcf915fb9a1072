package org.xinheng.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Screener;

/**
 * What is administered: the questionnaires in their order, how they are scored, the wording that students read, and how the
 * battery stops early. It is made once and serves all students and threads.
 */
public final class AdministrationPlan {

  private final Optional<Battery> battery;
  private final Optional<TierPolicy> policy;
  private final List<FormPlan> forms;
  private final Map<String, Map<Language, WordingPack>> wording;
  private final Paging paging;
  private final Evidence evidence;

  private AdministrationPlan(
      Optional<Battery> battery,
      Optional<TierPolicy> policy,
      List<FormPlan> forms,
      Map<String, Map<Language, WordingPack>> wording,
      Paging paging,
      Evidence evidence) {
    this.battery = battery;
    this.policy = policy;
    this.forms = List.copyOf(forms);
    this.wording = Map.copyOf(wording);
    this.paging = paging;
    this.evidence = evidence;
  }

  /**
   * The questionnaires of a battery, and the tier by a policy.
   *
   * @param instruments in the order of the battery
   * @throws IllegalArgumentException if they are not those of the battery
   */
  public static AdministrationPlan of(
      Battery battery, TierPolicy policy, List<Instrument> instruments) {
    List<ScoringPlan> plans = instruments.stream()
        .map(instrument -> ScoringPlan.compile(
            instrument, new PlanOptions(Optional.empty(), battery.bandSystemsOf(instrument.id()))))
        .toList();
    return ofPlans(battery, policy, plans);
  }

  /** The same with plans of the caller, as with norms. */
  public static AdministrationPlan ofPlans(
      Battery battery, TierPolicy policy, List<ScoringPlan> plans) {
    List<String> ids = plans.stream().map(plan -> plan.instrument().id()).toList();
    if (!ids.equals(battery.questionnaires())) {
      throw new IllegalArgumentException("battery '" + battery.id() + "' gives "
          + battery.questionnaires() + ", and the questionnaires are " + ids);
    }
    return new AdministrationPlan(
        Optional.of(battery),
        Optional.of(policy),
        forms(plans),
        Map.of(),
        Paging.PAGES,
        Evidence.NONE);
  }

  /** One questionnaire alone, without a tier. */
  public static AdministrationPlan of(ScoringPlan plan) {
    return new AdministrationPlan(
        Optional.empty(),
        Optional.empty(),
        forms(List.of(plan)),
        Map.of(),
        Paging.PAGES,
        Evidence.NONE);
  }

  private static List<FormPlan> forms(List<ScoringPlan> plans) {
    List<FormPlan> forms = new ArrayList<>();
    for (ScoringPlan plan : plans) {
      forms.add(new FormPlan(forms.size(), plan));
    }
    return forms;
  }

  /** The same with more wording packs; one of a questionnaire and language that was there is replaced. */
  public AdministrationPlan withWording(List<WordingPack> packs) {
    Map<String, Map<Language, WordingPack>> all = new HashMap<>();
    wording.forEach((questionnaire, of) -> all.put(questionnaire, new HashMap<>(of)));
    for (WordingPack pack : packs) {
      all.computeIfAbsent(pack.questionnaire(), any -> new HashMap<>()).put(pack.language(), pack);
    }
    return new AdministrationPlan(battery, policy, forms, all, paging, evidence);
  }

  /** The same with so much shown at once. */
  public AdministrationPlan withPaging(Paging value) {
    return new AdministrationPlan(battery, policy, forms, wording, value, evidence);
  }

  /** The same for a student of whom more is known than the answers; for the tier, and where the battery stops by it. */
  public AdministrationPlan withEvidence(Evidence value) {
    return new AdministrationPlan(battery, policy, forms, wording, paging, value);
  }

  /** The battery, if it is one. */
  public Optional<Battery> battery() {
    return battery;
  }

  /** The questionnaires in the order in which they are given. */
  public List<Instrument> instruments() {
    return forms.stream().map(FormPlan::instrument).toList();
  }

  /** How they are scored, in the same order. */
  public List<ScoringPlan> scoring() {
    return forms.stream().map(FormPlan::plan).toList();
  }

  /** How much is shown at once. */
  public Paging paging() {
    return paging;
  }

  Evidence evidence() {
    return evidence;
  }

  List<FormPlan> forms() {
    return forms;
  }

  /** The installed wording of a questionnaire. */
  public Optional<WordingPack> wording(String questionnaire, Language language) {
    return Optional.ofNullable(wording.get(questionnaire))
        .flatMap(of -> Optional.ofNullable(of.get(language)));
  }

  /** Whether a student may be asked, in these circumstances. */
  public Admission admit(StudentContext student, Circumstances circumstances, Instant at) {
    return Admission.of(this, student, circumstances, at);
  }

  /** How tiers come of the answers on a day, if there is a battery. */
  Optional<Screener> screener(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return battery.flatMap(of -> policy.map(rules -> new Screener(of, rules, day)));
  }

  /** Early stopping for one student. */
  Stopper stopper(StudentContext student, Instant at) {
    List<ResponseTable> students = forms.stream()
        .map(form -> form.blank(student, at.atZone(ZoneOffset.UTC).getYear()))
        .toList();
    Optional<Stopping> stopping = battery.flatMap(Battery::stopping);
    if (stopping.isEmpty()) {
      return new NoStopping(Stops.none(forms.size()));
    }
    if (stopping.get() instanceof Stopping.Adaptive adaptive) {
      return new AdaptiveStopping(forms, adaptive, student);
    }
    if (stopping.get() instanceof Stopping.Deterministic deterministic) {
      return switch (deterministic.keeps()) {
        case BANDS -> new BandStopping(forms, students, Map.of());
        case TIER -> new TierStopping(forms, students, screener(at).orElseThrow(), evidence);
      };
    }
    Stopping.Stochastic stochastic = (Stopping.Stochastic) stopping.get();
    Map<String, Map<String, LikelyBand>> likely = new LinkedHashMap<>();
    for (int form = 0; form < forms.size(); form++) {
      likely.put(
          forms.get(form).instrument().id(),
          LikelyBands.of(forms.get(form), students.get(form), stochastic));
    }
    return new BandStopping(forms, students, likely);
  }
}
