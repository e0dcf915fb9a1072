package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.NormSet;

/** A norm group is for some of the students for whom the norm set and the questionnaire are. */
final class NormGroupOutside implements NormRule {

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      if (places.isSound(group) && places.isSound(norms)) {
        check(norms, group, instrument, places).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> check(
      NormSet norms, NormSet.Group group, Instrument instrument, Places places) {
    About about = instrument.about();
    Audience audience = group.audience();
    if (!audience.meets(norms.audience())) {
      return Optional.of(warning(
              "norm.group-outside",
              places.of(group),
              "norm group '%s' is for nobody whom norm set '%s' is for",
              group.id(),
              norms.id())
          .hint("correct the group, or what stands under 'for'"));
    }
    if (!isMet(audience.ages().or(norms.audience()::ages), about.ages())) {
      return Optional.of(outside(group, "ages " + about.ages(), instrument, places));
    }
    if (!isMet(audience.grades().or(norms.audience()::grades), about.grades())) {
      return Optional.of(outside(group, "grades " + about.grades(), instrument, places));
    }
    Optional<Informant> informant = audience.informant().or(norms.audience()::informant);
    return informant.isPresent() && !about.informants().contains(informant.get())
        ? Optional.of(outside(group, "informants " + informants(about), instrument, places))
        : Optional.empty();
  }

  private static String informants(About about) {
    return about.informants().stream()
        .sorted()
        .map(Informant::word)
        .collect(Collectors.joining(", "));
  }

  private static boolean isMet(Optional<Interval> condition, Interval declared) {
    return condition.map(declared::meets).orElse(true);
  }

  private static Diagnostic outside(
      NormSet.Group group, String declared, Instrument instrument, Places places) {
    return warning(
            "norm.group-outside",
            places.of(group),
            "norm group '%s' is never used: questionnaire '%s' is for %s",
            group.id(),
            instrument.id(),
            declared)
        .hint("correct the group, or take it out");
  }
}
