package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;

/** Norms are of scales that the questionnaire has. */
final class NormUnknownScale implements NormRule {

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      group.scales().forEach((id, norm) -> {
        if (instrument.scale(id).isEmpty()) {
          found.add(error(
                  "reference.unknown-scale",
                  places.of(norm),
                  "questionnaire '%s' has no scale '%s'",
                  instrument.id(),
                  id)
              .hint("%s", Names.ofScales(instrument)));
        }
      });
    }
    return found;
  }
}
