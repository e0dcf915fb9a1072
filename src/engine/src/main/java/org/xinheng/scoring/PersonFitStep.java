package org.xinheng.scoring;

import java.util.OptionalDouble;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.irt.IrtScale;

/** Person fit at the level that a scale estimated, against an edge. */
final class PersonFitStep implements SignStep {

  private final int scale;
  private final IrtScale model;
  private final Categories categories;
  private final double below;

  PersonFitStep(Sign.PersonFitBelow sign, Instrument instrument) {
    Scale of = instrument.scale(sign.scale()).orElseThrow();
    Keying.OfModel keying = (Keying.OfModel) of.keying();
    scale = instrument.scales().indexOf(of);
    model = IrtScale.of(keying);
    categories = new Categories(keying, instrument);
    below = sign.below().doubleValue();
  }

  @Override
  public void run(Block block, ResponseTable table, Met[] met) {
    int[] answers = new int[categories.size()];
    for (int r = 0; r < block.rows; r++) {
      met[r] = Met.NOT_KNOWN;
      if (block.denominators(scale)[r] != 0) {
        categories.read(table, block.firstRow + r, answers);
        OptionalDouble lz = model.lz(block.thetas(scale)[r], answers);
        if (lz.isPresent()) {
          met[r] = Met.of(lz.getAsDouble() < below);
        }
      }
    }
  }
}
