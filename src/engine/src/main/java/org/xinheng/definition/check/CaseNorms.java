package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.definition.WorkedCase;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;

/** A worked case that expects standard scores names a norm set of its questionnaire that gives them. */
final class CaseNorms {

  private final Lookup lookup;
  private final Places places;
  private final List<Diagnostic> found;

  CaseNorms(Lookup lookup, Places places, List<Diagnostic> found) {
    this.lookup = lookup;
    this.places = places;
    this.found = found;
  }

  void check(WorkedCase workedCase, String questionnaire) throws IOException {
    if (!places.isSound(workedCase)) {
      return;
    }
    if (workedCase.norms().isPresent()) {
      Optional<NormSet> norms = norms(workedCase, workedCase.norms().get(), questionnaire);
      workedCase
          .scales()
          .forEach((scale, expected) -> expected.standard().keySet().stream()
              .sorted()
              .forEach(score -> norms
                  .filter(set -> !set.isGiven(score, scale))
                  .ifPresent(set -> found.add(notGiven(scale, expected, score, set)))));
      return;
    }
    workedCase.scales().forEach((scale, expected) -> {
      if (expected.asksNorms()) {
        found.add(error(
                "case.without-norms",
                places.of(expected),
                "the case '%s' expects a standard score of '%s', and names no norm set",
                workedCase.name(),
                scale)
            .hint("write such as 'norms: %s-china'", questionnaire));
      }
    });
  }

  private Diagnostic notGiven(
      String scale, WorkedCase.Expected expected, StandardScore score, NormSet set) {
    return error(
            "case.not-given",
            places.of(expected, score.word()),
            "norm set '%s' gives no '%s' of scale '%s'",
            set.id(),
            score.word(),
            scale)
        .hint(
            "%s",
            Names.list(
                "standard score",
                set.gives().keySet().stream()
                    .filter(given -> set.isGiven(given, scale))
                    .map(StandardScore::word)
                    .toList()));
  }

  private Optional<NormSet> norms(WorkedCase workedCase, String id, String questionnaire)
      throws IOException {
    Optional<NormSet> set = lookup.normSet(id, places.of(workedCase, "norms"));
    set.filter(of -> !of.questionnaire().equals(questionnaire))
        .ifPresent(of -> found.add(error(
                "case.norms-of-another",
                places.of(workedCase, "norms"),
                "norm set '%s' belongs to '%s', not to '%s'",
                id,
                of.questionnaire(),
                questionnaire)
            .hint("name a norm set of '%s'", questionnaire)));
    return set.filter(of -> of.questionnaire().equals(questionnaire));
  }
}
