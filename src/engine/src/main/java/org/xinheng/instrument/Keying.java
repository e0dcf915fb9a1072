package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;

/** What a scale is made of. */
public sealed interface Keying {

  /** The items of the scale; none for a composite. */
  List<Key> keys();

  /** A total or subscale over items. */
  record OfItems(List<Key> keys) implements Keying {
    public OfItems {
      keys = List.copyOf(keys);
    }
  }

  /** A level that a model of item response theory estimates from answers to items. */
  record OfModel(ItemResponseModel model, List<ModelledItem> items) implements Keying {
    public OfModel {
      items = List.copyOf(items);
    }

    @Override
    public List<Key> keys() {
      return items.stream().map(ModelledItem::key).toList();
    }
  }

  /** A composite over the values of other scales. */
  record OfScales(List<Part> parts) implements Keying {
    public OfScales {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Key> keys() {
      return List.of();
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
