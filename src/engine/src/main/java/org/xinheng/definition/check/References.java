package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionException;
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
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Verification;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;

/** What one file says about the definitions of another: batteries, norm sets and cases about questionnaires. */
public final class References {

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

  /** The faults of a questionnaire against its norm sets, in any order. */
  public static List<Diagnostic> of(Instrument instrument, Places places, InstrumentLibrary library)
      throws IOException {
    List<NormSet> norms = new ArrayList<>();
    if (instrument.scales().stream()
        .flatMap(scale -> scale.bandSets().stream())
        .anyMatch(bands -> bands.stage().standard().isPresent())) {
      for (String id : library.ids(Kind.NORM_SET)) {
        usable(id, library)
            .filter(set -> set.questionnaire().equals(instrument.id()))
            .ifPresent(norms::add);
      }
    }
    return BandWithoutNorms.check(instrument, norms, places);
  }

  /** A norm set with errors is none; its own file names them. */
  private static Optional<NormSet> usable(String id, InstrumentLibrary library) throws IOException {
    try {
      return Optional.of(library.normSet(id));
    } catch (DefinitionException e) {
      return Optional.empty();
    }
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
        references.found.addAll(StoppingQuestionnaire.check(battery, instrument.get(), places));
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
        .ifPresent(instrument -> Rules.NORM_SET_OF_QUESTIONNAIRE.forEach(
            rule -> references.found.addAll(rule.check(norms, instrument, places))));
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
    CaseNorms norms = new CaseNorms(references.lookup, places, references.found);
    for (WorkedCase workedCase : cases.list()) {
      norms.check(workedCase, cases.questionnaire());
    }
    return references.found;
  }

  private void battery(Battery battery, Instrument instrument) {
    banded("primary", battery.primary(), instrument);
    battery.supporting().forEach(reference -> banded("supporting", reference, instrument));
    found.addAll(BatteryNotValidated.check(battery, instrument, places));
    battery.impact().ifPresent(reference -> banded("impact", reference, instrument));
    battery.bandSystems().forEach((reference, system) -> bandSystem(reference, system, instrument));
  }

  private void bandSystem(ScaleReference reference, String system, Instrument instrument) {
    if (reference.questionnaire().equals(instrument.id())) {
      instrument
          .scale(reference.scale())
          .ifPresentOrElse(
              scale -> bandSystem(scale, system, places.of(reference, "system")),
              () -> unknownScale(reference.scale(), places.of(reference), instrument));
    }
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
    if (!verification.isVerified()) {
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
    new TreeMap<>(workedCase.bandSystems()).forEach((id, system) -> {
      Place place = places.of(workedCase, "bands");
      instrument
          .scale(id)
          .ifPresentOrElse(
              scale -> bandSystem(scale, system, place), () -> unknownScale(id, place, instrument));
    });
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

  private void bandSystem(Scale scale, String system, Place place) {
    if (!scale.bandSystems().contains(system)) {
      found.add(error(
              "reference.unknown-band-system",
              place,
              "scale '%s' has no bands of a system '%s'",
              scale.id(),
              system)
          .hint("%s", Names.list("system", scale.bandSystems())));
    }
  }

  private void expected(String id, WorkedCase.Expected expected, Instrument instrument) {
    Optional<Classification> classification = instrument.classification(id);
    Optional<Scale> scale = instrument.scale(id);
    if (classification.isPresent()) {
      expected.outcome().ifPresent(outcome -> outcome(outcome, expected, classification.get()));
      Stream.concat(
              Stream.of("value", "band", "answered", "status", "norm", "not-normed"),
              Stream.of(StandardScore.values()).map(StandardScore::word))
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
