package org.xinheng.scoring.power;

import java.util.stream.Stream;

/** One kind of mistake that an author can make. */
interface Mistakes {

  /** The permanent code of the warning that no case would notice. */
  String code();

  /** What a case must have to notice, for the hint. */
  String remedy();

  /** The questionnaire with this mistake, once for each place where it can be made. */
  Stream<Mutant> in(Rehearsal rehearsal);
}
