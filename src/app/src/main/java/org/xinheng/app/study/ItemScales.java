package org.xinheng.app.study;

import java.util.List;
import org.xinheng.validation.study.ItemResult;

/** The items of one or several scales. */
public record ItemScales(List<ItemResult> scales) {

  public ItemScales {
    scales = List.copyOf(scales);
  }
}
