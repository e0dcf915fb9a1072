package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A mean lies in the range of its scale. */
final class NormMean implements NormRule {

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormsByScale.forEach(norms, instrument, places, entry -> {
      if (entry.norm() instanceof Norm.MeanAndSd cell && !entry.range().contains(cell.mean())) {
        found.add(error(
                "norm.mean",
                places.of(cell, "mean"),
                "the mean of %s is %s, outside %s",
                entry.what(),
                cell.mean().toPlainString(),
                entry.range())
            .hint("look it up in the source; the scale may be scored in another way there"));
      }
    });
    return found;
  }
}
