package org.xinheng.app.study;

/** What a new definition or a part of one may be called. */
final class Ids {

  private Ids() {}

  /** @throws IllegalArgumentException if a name that was given to an option is no id */
  static void require(String option, String name) {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(option + ": '" + name
          + "' is no id; write small letters, digits and single hyphens, such as phq-9-here");
    }
  }
}
