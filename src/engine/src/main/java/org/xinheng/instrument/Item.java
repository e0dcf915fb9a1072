package org.xinheng.instrument;

import java.util.Optional;

/**
 * One question, or something that is only shown.
 *
 * @param id its number or name in the form
 * @param topic what it is about, in our own words; never its wording
 * @param responses the id of its response set; empty for information, which takes no answer
 * @param required whether whoever administers the form asks for an answer before going on
 * @param visibleWhen when it is shown, by answers to earlier items; always if nothing is declared
 */
public record Item(
    String id,
    Text topic,
    Optional<String> responses,
    boolean required,
    Optional<Condition> visibleWhen) {

  /** A question that is always shown and may be skipped. */
  public Item(String id, Text topic, String responses) {
    this(id, topic, Optional.of(responses), false, Optional.empty());
  }

  public boolean isInformation() {
    return responses.isEmpty();
  }
}
