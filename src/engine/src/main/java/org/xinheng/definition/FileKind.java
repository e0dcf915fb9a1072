package org.xinheng.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/** What kind of definition a file holds, told from its first key. */
public final class FileKind {

  private FileKind() {}

  /** The kind; empty if the file is no map of keys or starts with a key that names none. */
  public static Optional<Kind> of(SourceText source) {
    return YamlDocument.root(source, new ArrayList<>())
        .flatMap(root -> root.entries().stream().findFirst())
        .flatMap(first -> Arrays.stream(Kind.values())
            .filter(kind -> kind.word().equals(first.getKey()))
            .findFirst());
  }
}
