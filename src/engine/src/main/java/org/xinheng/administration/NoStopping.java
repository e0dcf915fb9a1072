package org.xinheng.administration;

import java.util.List;
import org.xinheng.scoring.ResponseTable;

/** Everything is asked. */
record NoStopping(Stops none) implements Stopper {

  @Override
  public Stops stops(List<ResponseTable> tables, int row) {
    return none;
  }
}
