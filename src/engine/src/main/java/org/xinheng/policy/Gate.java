package org.xinheng.policy;

import java.util.List;
import org.xinheng.instrument.Text;

/**
 * A step of the work on a campaign or on one student, from preparing (0) to conferring (4).
 *
 * @param number 0 to 4
 * @param name what people read
 * @param owners who may pass it
 */
public record Gate(int number, Text name, List<Role> owners) {

  /** Where a campaign is prepared. */
  public static final int PREPARE = 0;

  /** Where a student is talked to. */
  public static final int TALK = 3;

  /** Where the final tier is set. */
  public static final int CONFER = 4;

  public Gate {
    owners = List.copyOf(owners);
  }
}
