package org.xinheng.record;

/** A text is no case file. The message says where and what would be right, and holds nothing of the student. */
public final class CaseFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CaseFileException(String message) {
    super(message);
  }
}
