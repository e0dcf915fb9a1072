package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.xinheng.exchange.AliasFile;
import org.xinheng.exchange.identity.PseudonymKey;
import org.xinheng.exchange.identity.Pseudonyms;
import org.xinheng.exchange.identity.StudentIds;
import picocli.CommandLine.Option;

/** By which ids students stand in what is written. */
final class IdOptions {

  @Option(
      names = "--pseudonyms",
      paramLabel = "KEYFILE",
      description =
          "Write pseudonyms in place of the students' ids, made with this key; xinheng pseudonym"
              + " key makes one.")
  private Optional<Path> keyFile = Optional.empty();

  @Option(
      names = "--aliases",
      paramLabel = "FILE",
      description =
          "A table of student numbers that were replaced, with columns old (旧学籍号) and new (新学籍号):"
              + " both are the same student.")
  private Optional<Path> aliases = Optional.empty();

  StudentIds ids() throws IOException {
    StudentIds ids = StudentIds.AS_WRITTEN;
    if (aliases.isPresent()) {
      ids = ids.withAliases(AliasFile.read(aliases.get()));
    }
    return keyFile.isPresent()
        ? ids.withPseudonyms(new Pseudonyms(PseudonymKey.read(keyFile.get())))
        : ids;
  }
}
