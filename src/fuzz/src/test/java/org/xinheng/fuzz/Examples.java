package org.xinheng.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The definitions of the project, sound and faulty: what is shipped, and the cases of the checker. */
final class Examples {

  private static final Path SEEDS =
      Path.of("target/test-classes/org/xinheng/fuzz/DefinitionFuzzTestInputs");

  private Examples() {}

  /** Their texts, in the order of their paths. */
  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SEEDS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
