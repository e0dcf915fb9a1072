package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;
import static org.xinheng.diagnostic.Diagnostic.warning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.Places;
import org.xinheng.definition.WorkedCase;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Verification;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;

/** What one file says about the definitions of another: batteries, norm sets and cases about questionnaires. */
public final class References {

  private static final int LAST_GRADE = 12;

  private final Places places;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Lookup lookup;

  private References(InstrumentLibrary library, Places places) {
    this.places = places;
    this.lookup = new Lookup(library, found);
  }

  /** Nothing, for definitions that speak of no other. */
  public static <T> List<Diagnostic> none(T value, Places places, InstrumentLibrary library) {
    return List.of();
  }

  /** The faults of a battery against its questionnaires, in any order. */
  public static List<Diagnostic> of(Battery battery, Places places, InstrumentLibrary library)
      throws IOException {
    References references = new References(library, places);
    for (int i = 0; i < battery.questionnaires().size(); i++) {
      String id = battery.questionnaires().get(i);
      Optional<Instrument> instrument =
          references.lookup.questionnaire(id, places.of(battery, "questionnaire " + i));
      if (instrument.isPresent()) {
        references.battery(battery, instrument.get());
      }
    }
    return references.found;
  }

  /** The faults of a norm set against its questionnaire, in any order. */
  public static List<Diagnostic> of(NormSet norms, Places places, InstrumentLibrary library)
      throws IOException {
    References references = new References(library, places);
    references
        .lookup
        .questionnaire(norms.questionnaire(), places.of(norms, "questionnaire"))
        .ifPresent(instrument -> references.norms(norms, instrument));
    return references.found;
  }

  /** The faults of worked cases against their questionnaire, in any order. */
  public static List<Diagnostic> of(WorkedCases cases, Places places, InstrumentLibrary library)
      throws IOException {
    References references = new References(library, places);
    references
        .lookup
        .questionnaire(cases.questionnaire(), places.of(cases, Kind.CASES.word()))
        .ifPresent(instrument -> cases.list().stream()
            .filter(places::isSound)
            .forEach(workedCase -> references.workedCase(workedCase, instrument)));
    return references.found;
  }

  private void battery(Battery battery, Instrument instrument) {
    banded("primary", battery.primary(), instrument);
    battery.supporting().forEach(reference -> banded("supporting", reference, instrument));
    battery.impact().ifPresent(reference -> banded("impact", reference, instrument));
  }

  private void banded(String role, ScaleReference reference, Instrument instrument) {
    if (!reference.questionnaire().equals(instrument.id())) {
      return;
    }
    Optional<Classification> classification = instrument.classification(reference.scale());
    Optional<Scale> scale = instrument.scale(reference.scale());
    if (classification.isPresent()) {
      unverified(role, reference, classification.get());
    } else if (scale.isEmpty()) {
      unknownScale(reference.scale(), places.of(reference), instrument);
    } else if (scale.get().bandSets().isEmpty()) {
      found.add(error(
              "battery.no-bands",
              places.of(reference),
              "the %s scale '%s' has no bands, so no tier can be read from it",
              role,
              reference)
          .hint("name a scale with bands"));
    }
  }

  /** A tier does not rest on a rule that nobody has verified. */
  private void unverified(String role, ScaleReference reference, Classification classification) {
    Verification verification = classification.verification();
    if (verification == Verification.UNVERIFIED || verification == Verification.NONE) {
      found.add(error(
              "battery.unverified",
              places.of(reference),
              "the %s classification '%s' would drive tiers, but its verification is '%s'",
              role,
              reference,
              verification.word())
          .hint("verify it and name the source, or name a scale"));
    }
  }

  private void unknownScale(String scale, Place place, Instrument instrument) {
    found.add(error(
            "reference.unknown-scale",
            place,
            "questionnaire '%s' has no scale '%s'",
            instrument.id(),
            scale)
        .hint("%s", results(instrument)));
  }

  /** The names that scales and classifications share. */
  private static String results(Instrument instrument) {
    List<String> classifications =
        instrument.classifications().stream().map(Classification::id).toList();
    return Names.ofScales(instrument)
        + (classifications.isEmpty() ? "" : "; " + Names.list("classification", classifications));
  }

  private void norms(NormSet norms, Instrument instrument) {
    PossibleScores possible = new PossibleScores(instrument, part -> true);
    for (NormSet.Group group : norms.groups()) {
      group.scales().forEach((id, cell) -> {
        Optional<Scale> scale = instrument.scale(id);
        if (scale.isEmpty()) {
          unknownScale(id, places.of(cell), instrument);
        }
        scale
            .filter(known -> places.isSound(cell))
            .flatMap(possible::values)
            .filter(range -> !range.contains(cell.mean()))
            .ifPresent(range -> found.add(error(
                    "norm.mean",
                    places.of(cell, "mean"),
                    "the mean of scale '%s' in norm group '%s' is %s, outside %s",
                    id,
                    group.id(),
                    cell.mean().toPlainString(),
                    range)
                .hint("look it up in the source; the scale may be scored in another way there")));
      });
    }
    if (places.isSound(norms) && !norms.groups().isEmpty()) {
      uncovered(norms, instrument).ifPresent(found::add);
    }
  }

  /** Students of the questionnaire's grades for whom there is no group. Ages are not compared. */
  private Optional<Diagnostic> uncovered(NormSet norms, Instrument instrument) {
    NavigableSet<Integer> grades = new TreeSet<>();
    for (int grade = 1; grade <= LAST_GRADE; grade++) {
      int candidate = grade;
      boolean given = instrument.about().grades().contains(grade);
      boolean covered = List.of(Sex.values()).stream()
          .allMatch(
              sex -> norms.groups().stream().anyMatch(group -> covers(group, candidate, sex)));
      if (given && !covered) {
        grades.add(grade);
      }
    }
    return grades.isEmpty()
        ? Optional.empty()
        : Optional.of(warning(
                "norm.uncovered",
                places.of(norms, "groups"),
                "questionnaire '%s' is for grades %s, but not all students of these have a norm"
                    + " group: %s",
                instrument.id(),
                instrument.about().grades(),
                String.join(", ", grades.stream().map(String::valueOf).toList()))
            .hint("add groups if the source has them; these students get no standard score"));
  }

  private static boolean covers(NormSet.Group group, int grade, Sex sex) {
    return group.audience().sex().map(sex::equals).orElse(true)
        && group.audience().grades().map(grades -> grades.contains(grade)).orElse(true);
  }

  private void workedCase(WorkedCase workedCase, Instrument instrument) {
    int given = workedCase.answers().size();
    int kept = instrument.keptItems().size();
    if (given != kept) {
      found.add(error(
              "case.answers",
              places.of(workedCase, "answers"),
              "the case '%s' has %d answers, and questionnaire '%s' %d items",
              workedCase.name(),
              given,
              instrument.id(),
              kept)
          .hint("write one answer an item in the order of the form; '-' is a blank"));
    }
    workedCase.scales().forEach((id, expected) -> expected(id, expected, instrument));
    for (String item : workedCase.critical().orElse(List.of())) {
      List<String> critical =
          instrument.critical().stream().map(CriticalItem::id).distinct().toList();
      if (!critical.contains(item)) {
        found.add(error(
                "case.not-critical",
                places.of(workedCase, "critical"),
                "the case '%s' expects critical item '%s', which questionnaire '%s' does not have",
                workedCase.name(),
                item,
                instrument.id())
            .hint("%s", Names.list("critical item", critical)));
      }
    }
  }

  private void expected(String id, WorkedCase.Expected expected, Instrument instrument) {
    Optional<Classification> classification = instrument.classification(id);
    Optional<Scale> scale = instrument.scale(id);
    if (classification.isPresent()) {
      expected.outcome().ifPresent(outcome -> outcome(outcome, expected, classification.get()));
      Stream.of("value", "band", "answered", "status")
          .filter(key -> places.has(expected, key))
          .forEach(key -> found.add(error(
                  "case.key",
                  places.of(expected, key),
                  "'%s' is a classification and has no '%s'",
                  id,
                  key)
              .hint("write 'outcome', or the 'reason' why there is none")));
    } else if (scale.isPresent()) {
      expected.band().ifPresent(band -> band(band, expected, scale.get()));
      if (expected.outcome().isPresent()) {
        found.add(error(
                "case.key",
                places.of(expected, "outcome"),
                "'%s' is a scale and has no outcome",
                id)
            .hint("write 'value', 'band', 'answered', 'status' or 'reason'"));
      }
    } else {
      unknownScale(id, places.of(expected), instrument);
    }
  }

  private void outcome(
      String outcome, WorkedCase.Expected expected, Classification classification) {
    List<String> outcomes =
        classification.outcomes().stream().map(Classification.Outcome::id).toList();
    if (!outcomes.contains(outcome)) {
      found.add(error(
              "reference.unknown-outcome",
              places.of(expected, "outcome"),
              "classification '%s' has no outcome '%s'",
              classification.id(),
              outcome)
          .hint("%s", Names.list("outcome", outcomes)));
    }
  }

  private void band(String band, WorkedCase.Expected expected, Scale scale) {
    List<String> bands = scale.bandSets().stream()
        .flatMap(set -> set.bands().stream())
        .map(known -> known.id())
        .toList();
    if (!bands.contains(band)) {
      found.add(error(
              "reference.unknown-band",
              places.of(expected, "band"),
              "scale '%s' has no band '%s'",
              scale.id(),
              band)
          .hint("%s", Names.list("band", bands)));
    }
  }
}
