package org.xinheng.scoring.power;

import java.util.Arrays;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/** A score is rounded by another rule. */
final class RoundMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-round";
  }

  @Override
  public String remedy() {
    return "give answers whose score lies half way between two values, and others above and below";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .filter(scale -> !scale.transform().rounding().equals(Rounding.NONE))
        .flatMap(scale -> modes(scale)
            .map(rounding -> new Mutant(
                Rehearsal.part(scale),
                "scale '%s' rounded %s, not %s"
                    .formatted(
                        scale.id(),
                        rounding.mode().word(),
                        scale.transform().rounding().mode().word()),
                Draft.of(instrument, scale, draft -> draft.rounding = rounding))));
  }

  private static Stream<Rounding> modes(Scale scale) {
    return Arrays.stream(Rounding.Mode.values())
        .filter(mode -> mode != scale.transform().rounding().mode() && mode != Rounding.Mode.NONE)
        .map(mode -> new Rounding(mode, scale.transform().rounding().decimals()));
  }
}
