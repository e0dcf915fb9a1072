package org.xinheng.exchange.identity;

import java.util.Optional;

/**
 * By which id a student stands in what is written: the one of the file, the one that has replaced it, or a pseudonym. It is
 * changed where a file is read, before anything else sees it.
 *
 * @param aliases ids that have been replaced
 * @param pseudonyms what is written in place of ids, if they are not to be seen
 */
public record StudentIds(Aliases aliases, Optional<Pseudonyms> pseudonyms) {

  /** The ids of the files. */
  public static final StudentIds AS_WRITTEN = new StudentIds(Aliases.NONE, Optional.empty());

  public StudentIds withAliases(Aliases value) {
    return new StudentIds(value, pseudonyms);
  }

  public StudentIds withPseudonyms(Pseudonyms value) {
    return new StudentIds(aliases, Optional.of(value));
  }

  /** Whether every id stays as it is. */
  public boolean areAsWritten() {
    return aliases.size() == 0 && pseudonyms.isEmpty();
  }

  /** What is written in place of an id. A blank cell stays one: it is nobody's. */
  public String of(String id) {
    if (id.isBlank()) {
      return id;
    }
    String current = aliases.current(id);
    return pseudonyms.map(names -> names.of(current)).orElse(current);
  }
}
