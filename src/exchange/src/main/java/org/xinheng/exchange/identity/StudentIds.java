package org.xinheng.exchange.identity;

import java.util.Optional;

/**
 * By which id a student stands in what is written: the one of the file, the one that has replaced it, or a pseudonym. It is
 * changed where a file is read, before anything else sees it. What was changed once and is read again stays as it is.
 */
public final class StudentIds {

  /** The ids of the files. */
  public static final StudentIds AS_WRITTEN = new StudentIds(Aliases.NONE, Optional.empty());

  private final Aliases aliases;
  private final Optional<Pseudonyms> pseudonyms;

  /** A table that was written before a number was replaced holds the pseudonym of the old one. */
  private final Aliases ofPseudonyms;

  private StudentIds(Aliases aliases, Optional<Pseudonyms> pseudonyms) {
    this.aliases = aliases;
    this.pseudonyms = pseudonyms;
    this.ofPseudonyms = pseudonyms.map(names -> aliases.renamed(names::of)).orElse(Aliases.NONE);
  }

  /** The same where ids have been replaced. */
  public StudentIds withAliases(Aliases value) {
    return new StudentIds(value, pseudonyms);
  }

  /** The same with pseudonyms in place of ids, if they are not to be seen. */
  public StudentIds withPseudonyms(Pseudonyms value) {
    return new StudentIds(aliases, Optional.of(value));
  }

  /** Whether every id stays as it is. */
  public boolean areAsWritten() {
    return aliases.size() == 0 && pseudonyms.isEmpty();
  }

  /** Whether no id of a file is written. */
  public boolean arePseudonyms() {
    return pseudonyms.isPresent();
  }

  /** What is written in place of an id. A blank cell stays one: it is nobody's. */
  public String of(String id) {
    if (id.isBlank()) {
      return id;
    }
    String current = aliases.current(id);
    return pseudonyms.map(names -> ofPseudonyms.current(names.of(current))).orElse(current);
  }

  /** Which key the pseudonyms are made with, if there are any. */
  public Optional<String> keyFingerprint() {
    return pseudonyms.map(Pseudonyms::fingerprint);
  }

  /** How many ids have been replaced. */
  public int replaced() {
    return aliases.size();
  }

  /** Whether an id is a pseudonym that was made with another key than the one of these. */
  public boolean isOfAnotherKey(String id) {
    return pseudonyms.filter(names -> names.isOfAnotherKey(id)).isPresent();
  }

  /** Whether an id is a pseudonym while no key is known that could say of others which they are. */
  public boolean lacksKeyOf(String id) {
    return pseudonyms.isEmpty() && Pseudonyms.isPseudonym(id);
  }
}
