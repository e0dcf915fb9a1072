package org.xinheng.app.demo;

/** What the guardian says of the screening, as the roster has it. */
enum Consent {
  CONSENTED("consented"),
  REFUSED("refused"),
  /** No answer has come. */
  NONE("none");

  private final String code;

  Consent(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
