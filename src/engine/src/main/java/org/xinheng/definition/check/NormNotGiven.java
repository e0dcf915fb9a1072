package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;

/** Every standard score that a set gives can be taken from one of its norms. */
final class NormNotGiven implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    List<Norm> all = norms.groups().stream()
        .flatMap(group -> group.scales().values().stream())
        .toList();
    for (StandardScore score : norms.gives().keySet()) {
      boolean given = all.stream().anyMatch(norm -> norms.isGiven(score, norm));
      if (places.isSound(norms) && !all.isEmpty() && !given) {
        found.add(error(
                "norm.not-given",
                places.of(norms, "gives " + score.word()),
                "norm set '%s' gives '%s', which can be taken from none of its norms",
                norms.id(),
                score.word())
            .hint("%s", wayOut(score, all)));
      }
    }
    return found;
  }

  private static String wayOut(StandardScore score, List<Norm> all) {
    if (all.stream().noneMatch(norm -> NormSet.isThroughNormal(score, norm.basis()))) {
      return "take it out of 'gives'";
    }
    return score == StandardScore.PERCENTILE
        ? "write 'percentile: normal' if scores may be taken as distributed normally"
        : "write 'normalised: yes' if percentiles are to be turned into it by the normal curve";
  }
}
