package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.TierPolicy;

/** What a campaign says about the policy, batteries and norm sets of a library, and what these say together. */
public final class CampaignReferences {

  private final Campaign campaign;
  private final Places places;
  private final Lookup lookup;
  private final List<Diagnostic> found;

  private CampaignReferences(
      Campaign campaign, Places places, Lookup lookup, List<Diagnostic> found) {
    this.campaign = campaign;
    this.places = places;
    this.lookup = lookup;
    this.found = found;
  }

  /** The faults of a campaign against a library, in any order. */
  public static List<Diagnostic> of(Campaign campaign, Places places, InstrumentLibrary library)
      throws IOException {
    List<Diagnostic> found = new ArrayList<>();
    CampaignReferences references =
        new CampaignReferences(campaign, places, new Lookup(library, found), found);
    references.check();
    return found;
  }

  private void check() throws IOException {
    Optional<TierPolicy> policy = lookup.policy(campaign.policy(), places.of(campaign, "policy"));
    Map<Place, Battery> batteries = new LinkedHashMap<>();
    for (int i = 0; i < campaign.batteries().size(); i++) {
      Place place = places.of(campaign, "battery " + i);
      lookup
          .battery(campaign.batteries().get(i), place)
          .ifPresent(battery -> batteries.put(place, battery));
    }
    Map<Place, NormSet> norms = new LinkedHashMap<>();
    for (int i = 0; i < campaign.norms().size(); i++) {
      Place place = places.of(campaign, "norms " + i);
      lookup.normSet(campaign.norms().get(i), place).ifPresent(set -> norms.put(place, set));
    }
    gradesOfTwo(batteries);
    if (batteries.size() == campaign.batteries().size()) {
      gradesOfNone(batteries.values());
    }
    normsOfTheSame(norms);
    boolean allFound = batteries.size() == campaign.batteries().size()
        && norms.size() == campaign.norms().size();
    if (policy.isPresent() && batteries.size() == campaign.batteries().size()) {
      found.addAll(CampaignLaunch.of(campaign, places, policy.get(), batteries.values(), lookup));
    }
    if (allFound) {
      normsOfNothing(norms, List.copyOf(batteries.values()));
      for (Map.Entry<Place, Battery> battery : batteries.entrySet()) {
        missingNorms(battery.getValue(), battery.getKey(), List.copyOf(norms.values()));
      }
    }
  }

  /** A student of a grade that two batteries are for would get the first, unless they are for two kinds of schools. */
  private void gradesOfTwo(Map<Place, Battery> batteries) {
    List<Battery> before = new ArrayList<>();
    batteries.forEach((place, battery) -> {
      before.stream()
          .filter(other -> other.grades().meets(battery.grades())
              && other.schoolKind().equals(battery.schoolKind()))
          .findFirst()
          .ifPresent(other -> found.add(error(
                  "campaign.grades-twice",
                  place,
                  "battery '%s' is for grades %s, and '%s' for %s",
                  battery.id(),
                  battery.grades(),
                  other.id(),
                  other.grades())
              .hint("give each grade one battery, or one for each kind of school (school-kind:"
                  + " vocational)")));
      before.add(battery);
    });
  }

  /** A student of a grade that the campaign is for, and no battery, would be asked what is for others. */
  private void gradesOfNone(Collection<Battery> batteries) {
    campaign.grades().stream()
        .flatMapToInt(grades -> IntStream.rangeClosed(grades.first(), grades.last()))
        .filter(grade -> batteries.stream().noneMatch(one -> one.grades().contains(grade)))
        .findFirst()
        .ifPresent(grade -> found.add(error(
                "campaign.grade-without-battery",
                places.of(campaign, "grades"),
                "the campaign is for grades %s, and none of its batteries is for grade %d",
                campaign.grades().orElseThrow(),
                grade)
            .hint("add a battery for this grade to 'batteries', or take the grade out")));
  }

  /** A questionnaire is scored with one norm set. */
  private void normsOfTheSame(Map<Place, NormSet> norms) {
    Map<String, String> sets = new HashMap<>();
    norms.forEach((place, set) -> {
      @Nullable String first = sets.putIfAbsent(set.questionnaire(), set.id());
      if (first != null) {
        found.add(error(
                "campaign.norms-twice",
                place,
                "norm set '%s' is of questionnaire '%s', as '%s' is",
                set.id(),
                set.questionnaire(),
                first)
            .hint("keep one of the two"));
      }
    });
  }

  private void normsOfNothing(Map<Place, NormSet> norms, List<Battery> batteries) {
    norms.forEach((place, set) -> {
      Optional<Battery> giving = batteries.stream()
          .filter(battery -> battery.questionnaires().contains(set.questionnaire()))
          .findFirst();
      if (giving.isEmpty()) {
        found.add(error(
                "campaign.norms-not-given",
                place,
                "norm set '%s' is of questionnaire '%s', which no battery of the campaign gives",
                set.id(),
                set.questionnaire())
            .hint("take it out, or name the battery that is meant"));
      }
    });
  }

  /** A scale whose bands are those of its standard score has no band without norms, and so no tier comes of it. */
  private void missingNorms(Battery battery, Place place, List<NormSet> norms) throws IOException {
    List<ScaleReference> scales = new ArrayList<>();
    scales.add(battery.primary());
    scales.addAll(battery.supporting());
    battery.impact().ifPresent(scales::add);
    for (ScaleReference reference : scales) {
      boolean isNormed = norms.stream()
          .filter(set -> set.questionnaire().equals(reference.questionnaire()))
          .flatMap(set -> set.groups().stream())
          .anyMatch(group -> group.scales().containsKey(reference.scale()));
      if (!isNormed && needsNorms(reference, place)) {
        found.add(error(
                "campaign.norms-missing",
                place,
                "battery '%s' reads scale '%s' by its standard score, and the campaign names no"
                    + " norms for it",
                battery.id(),
                reference)
            .hint("add a norm set of questionnaire '%s' to 'norms'", reference.questionnaire()));
      }
    }
  }

  private boolean needsNorms(ScaleReference reference, Place place) throws IOException {
    List<Bands> bands = lookup
        .questionnaire(reference.questionnaire(), place)
        .flatMap(instrument -> instrument.scale(reference.scale()))
        .map(Scale::bandSets)
        .orElse(List.of());
    return !bands.isEmpty() && bands.stream().allMatch(set -> set.stage() == Bands.Stage.T);
  }
}
