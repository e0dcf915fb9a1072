package org.xinheng.definition.check;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** The pairs of a validity index. */
final class Pairs {

  private Pairs() {}

  /** The pairs of an index that was read without a fault; none if it asks for something else. */
  static List<Sign.Pair> of(ValidityIndex index, Places places) {
    return places.isSound(index) && index.sign() instanceof Sign.Pairs sign
        ? sign.pairs()
        : List.of();
  }
}
