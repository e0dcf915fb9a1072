package org.xinheng.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the program. */
final class Version implements IVersionProvider {

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"xinheng " + text()};
  }
}
