package org.xinheng.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The results that kinds of students can have by a plan, of kinds that were met before. */
final class StudentResults {

  /** So many results are kept. */
  private static final int MOST = 1 << 17;

  private final Map<Long, StoredScores[]> known = new HashMap<>();
  private int kept;

  /**
   * The results for a student, by scale.
   *
   * @param student as {@link ResponseTable#student}
   * @param make makes them
   */
  synchronized StoredScores[] of(long student, Supplier<StoredScores[]> make) {
    StoredScores @Nullable [] results = known.get(student);
    if (results != null) {
      return results;
    }
    if (kept > MOST) {
      known.clear();
      kept = 0;
    }
    StoredScores[] made = make.get();
    for (StoredScores scores : made) {
      kept += scores.rows();
    }
    known.put(student, made);
    return made;
  }
}
