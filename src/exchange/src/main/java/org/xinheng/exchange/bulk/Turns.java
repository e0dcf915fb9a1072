package org.xinheng.exchange.bulk;

/** Lets numbered pieces of work through one at a time, in their order. */
public final class Turns {

  private long next;
  private boolean stopped;

  /**
   * Waits until all pieces before this one have passed.
   *
   * @return false if the work was stopped, so that this turn never comes
   */
  public synchronized boolean await(long number) throws InterruptedException {
    while (next != number && !stopped) {
      wait();
    }
    return !stopped;
  }

  /** Lets the next piece pass. */
  public synchronized void pass() {
    next++;
    notifyAll();
  }

  /** Wakes all who wait; no further turn comes. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}
