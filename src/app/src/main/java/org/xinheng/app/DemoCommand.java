package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xinheng.app.demo.SyntheticSchool;
import org.xinheng.definition.InstrumentLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xinheng demo}: an invented school, screened end to end. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Makes an invented school of 1,200 students, screens it and says where the files are.")
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the school and its results; default ${DEFAULT-VALUE}.")
  private Path output = Path.of("xinheng-demo");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed makes the same school; default ${DEFAULT-VALUE}.")
  private long seed = 42;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path school = output.resolve("school");
    Files.createDirectories(school);
    SyntheticSchool.write(school, seed);
    ScreenCommand.screen(
        school.resolve("campaign.yaml"),
        InstrumentLibrary.shipped(),
        output.resolve("results"),
        terminal);
    terminal.out().println();
    terminal.out().println("学校是虚构的 The school is invented. 再做一次 To screen it again:");
    terminal
        .out()
        .println(
            "  java -jar xinheng.jar screen " + school.resolve("campaign.yaml") + " --out DIR");
    return 0;
  }
}
