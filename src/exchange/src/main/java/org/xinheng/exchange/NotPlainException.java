package org.xinheng.exchange;

/** The file cannot be taken in pieces of plain rows, or not in the order that was presumed: it is gone over another way. */
final class NotPlainException extends Exception {

  private static final long serialVersionUID = 1L;

  NotPlainException(String why) {
    super(why);
  }
}
