package org.xinheng.app;

import org.xinheng.definition.Kind;

/** The kinds of definitions that are listed and shown, in the order in which they are listed. */
enum ShownKind {
  QUESTIONNAIRE(Kind.QUESTIONNAIRE, "Questionnaires"),
  NORM_SET(Kind.NORM_SET, "Norm sets"),
  BATTERY(Kind.BATTERY, "Batteries"),
  POLICY(Kind.POLICY, "Policies"),
  PROFILE(Kind.PROFILE, "Output profiles"),
  FORM(Kind.FORM, "Forms");

  private final Kind kind;
  private final String title;

  ShownKind(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  Kind kind() {
    return kind;
  }

  String title() {
    return title;
  }

  /** The word on the command line. */
  @Override
  public String toString() {
    return kind.word();
  }
}
