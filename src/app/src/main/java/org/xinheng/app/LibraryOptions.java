package org.xinheng.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.memory.ProgramMemory;
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

  /** Where the program keeps what it has found out before, if it does. */
  Optional<ProgramMemory> memory() {
    String memory = System.getProperty(MEMORY, "");
    return memory.isEmpty() ? Optional.empty() : ProgramMemory.in(Path.of(memory));
  }

  InstrumentLibrary chosen() {
    Optional<ProgramMemory> memory = memory();
    InstrumentLibrary library = memory.isPresent()
        ? InstrumentLibrary.shipped().remembering(memory.get())
        : InstrumentLibrary.shipped();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalArgumentException("--instruments: there is no folder '" + folder + "'");
      }
      library = library.with(folder);
    }
    return library;
  }
}
