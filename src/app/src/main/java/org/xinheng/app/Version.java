package org.xinheng.app;

import java.util.Optional;

/** The version in the manifest of the program. */
final class Version {

  private Version() {}

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
