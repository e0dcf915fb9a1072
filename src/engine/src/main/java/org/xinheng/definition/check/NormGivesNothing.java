package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;

/** Every norm is one from which the set gives something. */
final class NormGivesNothing implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      group.scales().forEach((scale, norm) -> {
        boolean given =
            norms.gives().keySet().stream().anyMatch(score -> norms.isGiven(score, norm));
        if (places.isSound(norms) && !given) {
          found.add(error(
                  "norm.gives-nothing",
                  places.of(norm),
                  "the norm of scale '%s' in norm group '%s' gives none of the standard scores: %s",
                  scale,
                  group.id(),
                  String.join(
                      ", ",
                      norms.gives().keySet().stream().map(StandardScore::word).toList()))
              .hint("add '%s' to 'gives', or take the norm out", norm.basis().word()));
        }
      });
    }
    return found;
  }
}
