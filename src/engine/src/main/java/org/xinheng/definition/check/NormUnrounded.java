package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Rounding;

/** What is taken through the normal curve is rounded: its last digits mean nothing. */
final class NormUnrounded implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    norms.gives().forEach((score, rounding) -> {
      boolean throughNormal = norms.groups().stream()
          .flatMap(group -> group.scales().values().stream())
          .anyMatch(
              norm -> norms.isGiven(score, norm) && NormSet.isThroughNormal(score, norm.basis()));
      if (places.isSound(norms) && throughNormal && rounding.mode() == Rounding.Mode.NONE) {
        found.add(error(
                "norm.unrounded",
                places.of(norms, "gives " + score.word()),
                "'%s' is taken through the normal curve and not rounded",
                score.word())
            .hint("write such as {to: 1, mode: half-up}"));
      }
    });
    return found;
  }
}
