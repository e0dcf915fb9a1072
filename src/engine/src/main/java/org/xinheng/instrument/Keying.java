package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;

/** What a scale is made of. */
public sealed interface Keying {

  /** A total or subscale over items. */
  record OfItems(List<Key> keys) implements Keying {
    public OfItems {
      keys = List.copyOf(keys);
    }
  }

  /** A composite over the values of other scales. */
  record OfScales(List<Part> parts) implements Keying {
    public OfScales {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One scale of a composite.
   *
   * @param scale its id
   * @param weight what its value is multiplied by
   */
  record Part(String scale, BigDecimal weight) {}
}
