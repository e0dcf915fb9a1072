package org.xinheng.definition;

/** A definition was asked for that is not there. */
public final class UnknownDefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownDefinitionException(String message) {
    super(message);
  }
}
