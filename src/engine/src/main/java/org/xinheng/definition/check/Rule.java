package org.xinheng.definition.check;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;

/**
 * One thing that must hold in a definition. A rule looks only at parts that were read soundly, so that one mistake is
 * reported once.
 *
 * @param <T> what it looks at
 */
public interface Rule<T> {

  /** The faults of this kind, in any order. */
  List<Diagnostic> check(T subject, Places places);
}
