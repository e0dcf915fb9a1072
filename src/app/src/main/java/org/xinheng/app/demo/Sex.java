package org.xinheng.app.demo;

/** As the roster says it. */
enum Sex {
  FEMALE("female"),
  MALE("male");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
