package org.xinheng.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.InstrumentLibrary;
import picocli.CommandLine.Option;

/** Where definitions are looked up. */
final class LibraryOptions {

  @Option(
      names = "--instruments",
      paramLabel = "DIR",
      description =
          "A folder of your own definitions, laid out like the shipped one; it goes before the"
              + " shipped ones. May be given several times.")
  private List<Path> folders = new ArrayList<>();

  /** Set by the script that starts the program: where it keeps what it has read of definitions. */
  private static final String MEMORY = "xinheng.memory";

  /** As if the option were given once more. */
  void add(Path folder) {
    folders.add(folder);
  }

  InstrumentLibrary chosen() {
    String memory = System.getProperty(MEMORY, "");
    InstrumentLibrary library = memory.isEmpty()
        ? InstrumentLibrary.shipped()
        : InstrumentLibrary.shipped().remembering(Path.of(memory));
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException("--instruments: there is no folder '" + folder + "'");
      }
      library = library.with(folder);
    }
    return library;
  }
}
