package org.xinheng.validation;

import java.util.concurrent.CancellationException;

/** Follows long work and may stop it. It is asked often, from one thread. */
@FunctionalInterface
public interface Watch {

  /** Sees nothing and stops nothing. */
  Watch NONE = (done, of) -> true;

  /**
   * Hears how far the work is.
   *
   * @param done steps done
   * @param of all steps, or the largest number of them
   * @return false to stop it
   */
  boolean goOn(long done, long of);

  /**
   * Reports a step.
   *
   * @throws CancellationException if the work is to stop
   */
  default void step(long done, long of) {
    if (!goOn(done, of)) {
      throw new CancellationException("stopped after " + done + " of " + of + " steps");
    }
  }
}
