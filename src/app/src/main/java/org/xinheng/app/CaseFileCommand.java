package org.xinheng.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.exchange.AtomicFile;
import org.xinheng.exchange.CampaignOptions;
import org.xinheng.exchange.CampaignRun;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.policy.Role;
import org.xinheng.policy.TierPolicy;
import org.xinheng.record.CaseFile;
import org.xinheng.record.CaseFileJson;
import org.xinheng.record.CaseFiles;
import org.xinheng.record.CaseView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng case-file}: one student, one file: made, brought up to date, merged, and seen by a role. */
@Command(
    name = "case-file",
    mixinStandardHelpOptions = true,
    description =
        "Prints a student's case file as a role may read it. With --campaign and --student what a"
            + " campaign found is added; with --merge another file of the same student, from"
            + " another school or copy. --out writes the whole file.")
final class CaseFileCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The case file; none for a student who has none yet.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--campaign",
      paramLabel = "CAMPAIGN",
      description = "Adds what this campaign found of the student.")
  private Optional<Path> campaign = Optional.empty();

  @Mixin
  private StudentOptions studentOptions = new StudentOptions();

  @Option(
      names = "--merge",
      paramLabel = "FILE",
      description = "Adds what stands in another file of the same student.")
  private Optional<Path> merge = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = WordConverters.OfRole.class,
      description = "Who reads it, such as class-teacher; psychology-teacher is the default.")
  private Role role = Role.PSYCHOLOGY_TEACHER;

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "The policy whose gates the case goes through; default is the default.")
  private String policy = "default";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the whole file there, instead of printing it.")
  private Optional<Path> output = Optional.empty();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  CaseFileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    StudentIds ids = studentOptions.ids();
    Optional<CaseFile> found = Optional.empty();
    if (file.isPresent()) {
      found = Optional.of(read(file.get(), ids));
    }
    if (merge.isPresent()) {
      found = joined(found, read(merge.get(), ids));
    }
    if (campaign.isPresent()) {
      found = joined(found, ofCampaign(campaign.get(), ids));
    }
    CaseFile all = found.orElseThrow(
        () -> new IllegalArgumentException("name a case file, or --campaign and --student"));
    if (output.isPresent()) {
      write(all, output.get());
      terminal.out().println("已写入 Written: " + output.get());
    } else {
      TierPolicy of = libraryOptions.chosen().policy(policy);
      ObjectNode view = CaseView.of(all, role, lastDay(all), of);
      terminal.out().println(view.toPrettyString());
      if (view.size() == 1) {
        terminal
            .err()
            .println("policy '" + of.id() + "' lets the role '" + role.word()
                + "' read nothing of this file; its key 'roles' says who reads what");
      }
    }
    return 0;
  }

  private static Optional<CaseFile> joined(Optional<CaseFile> one, CaseFile other) {
    return Optional.of(one.map(file -> file.merged(other)).orElse(other));
  }

  private static CaseFile read(Path path, StudentIds ids) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + " is a folder; name the case file in it");
    }
    CaseFile file = CaseFileJson.read(Files.readString(path));
    if (ids.isOfAnotherKey(file.student())) {
      throw new IllegalArgumentException(
          "the pseudonym in " + path + " was made with another key than the one given");
    }
    return file.keptUnder(ids.of(file.student()));
  }

  private CaseFile ofCampaign(Path path, StudentIds ids) throws IOException {
    studentOptions.requireNamed();
    CampaignRun run =
        CampaignRun.of(path, libraryOptions.chosen(), CampaignOptions.defaults().withIds(ids));
    DiagnosticPrinter.print(run.ofKeys(), terminal.err());
    return CaseFiles.of(studentOptions.find(run.result(), ids), run.result());
  }

  /** The last day that the file knows of: where the student belongs then is where the student belongs. */
  private static LocalDate lastDay(CaseFile file) {
    return file.enrolments().stream()
        .map(CaseFile.Enrolment::from)
        .reduce(LocalDate.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
  }

  private static void write(CaseFile file, Path path) throws IOException {
    try (AtomicFile atomic = AtomicFile.begin(path)) {
      atomic.stream()
          .write(
              (DefinitionJson.line(CaseFileJson.of(file)) + "\n").getBytes(StandardCharsets.UTF_8));
      atomic.commit();
    }
  }
}
