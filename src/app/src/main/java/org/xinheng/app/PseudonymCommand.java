package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.app.show.Grid;
import org.xinheng.exchange.AliasFile;
import org.xinheng.exchange.ClassList;
import org.xinheng.exchange.identity.Aliases;
import org.xinheng.exchange.identity.PseudonymKey;
import org.xinheng.exchange.identity.Pseudonyms;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.exchange.identity.StudentNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xinheng pseudonym}: the key of pseudonyms, and whose they are. */
@Command(
    name = "pseudonym",
    mixinStandardHelpOptions = true,
    description =
        "Pseudonyms in place of students' ids: makes the key with which score and screen write"
            + " them, and says whose they are to those who hold the key and the roster.",
    subcommands = {PseudonymCommand.Key.class, PseudonymCommand.Resolve.class})
final class PseudonymCommand implements Runnable {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code xinheng pseudonym key}. */
  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description =
          "Makes a key by chance, in a file that only you can read. Keep it away from the results;"
              + " if it is lost, nobody can say any more whose pseudonyms they are.")
  static final class Key implements Callable<Integer> {

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "The file of the key; one that is there is never written over.")
    private Path output = Path.of("");

    private final Terminal terminal;

    Key(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      PseudonymKey key = PseudonymKey.random();
      key.write(output);
      terminal.out().println("written: " + output + ", key " + key.fingerprint());
      return 0;
    }
  }

  /** {@code xinheng pseudonym resolve}. */
  @Command(
      name = "resolve",
      mixinStandardHelpOptions = true,
      description =
          "Says whose pseudonyms are, for those who hold the key and the roster: number, name and"
              + " class. Of a national student number only the last two characters are shown.")
  static final class Resolve implements Callable<Integer> {

    @Parameters(
        paramLabel = "PSEUDONYM",
        arity = "1..*",
        description = "As it stands in the results.")
    private List<String> wanted = new ArrayList<>();

    @Option(
        names = "--key",
        required = true,
        paramLabel = "KEYFILE",
        description = "The key with which they were made.")
    private Path keyFile = Path.of("");

    @Option(
        names = "--roster",
        required = true,
        paramLabel = "FILE",
        description = "A table with a column student (学号), and perhaps name (姓名) and class.")
    private Path roster = Path.of("");

    @Option(
        names = "--aliases",
        paramLabel = "FILE",
        description = "The table of replaced numbers, if there was one.")
    private Optional<Path> aliases = Optional.empty();

    private final Terminal terminal;

    Resolve(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      StudentIds ids = StudentIds.AS_WRITTEN
          .withAliases(aliases.isPresent() ? AliasFile.read(aliases.get()) : Aliases.NONE)
          .withPseudonyms(new Pseudonyms(PseudonymKey.read(keyFile)));
      ClassList list = ClassList.read(roster);
      DiagnosticPrinter.print(list.diagnostics(), terminal.err());
      if (list.entries().stream().anyMatch(entry -> Pseudonyms.isPseudonym(entry.student()))) {
        throw new IllegalArgumentException(
            "the roster holds pseudonyms itself; name a list with the ids: " + roster);
      }
      Grid grid = Grid.at(0);
      int unknown = 0;
      for (String pseudonym : wanted) {
        String searched = pseudonym.strip().toUpperCase(Locale.ROOT);
        List<ClassList.Entry> owners = list.entries().stream()
            .filter(entry -> ids.of(entry.student()).equals(searched))
            .toList();
        unknown += owners.isEmpty() ? 1 : 0;
        owners.forEach(owner -> grid.row(
            searched,
            StudentNumber.masked(owner.student()),
            owner.name().orElse(""),
            owner.ofClass()));
      }
      grid.lines(terminal.columns()).forEach(terminal.out()::println);
      if (unknown > 0) {
        terminal
            .err()
            .println("xinheng: " + unknown + " of " + wanted.size()
                + " pseudonyms are of nobody on this roster, or were made with another key");
      }
      return unknown > 0 ? 1 : 0;
    }
  }
}
