package org.xinheng.app.study;

import java.util.List;
import org.xinheng.validation.study.ReliabilityResult;

/** The reliability of one or several scales. */
public record ReliabilityScales(List<ReliabilityResult> scales) {

  public ReliabilityScales {
    scales = List.copyOf(scales);
  }
}
