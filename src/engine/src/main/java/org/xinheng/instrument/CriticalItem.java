package org.xinheng.instrument;

import java.util.Optional;

/**
 * An answer, or several together, that call for somebody, whatever the scores, the missing answers and the validity.
 *
 * @param id its name in tables; the item's where it is about a single one
 * @param when the answers that fire
 * @param alert the alert it raises; {@link Alert#NONE} lists it for a conversation without an alert
 * @param topic what people read
 * @param source the id of the source
 * @param verification how well the fact is verified
 */
public record CriticalItem(
    String id, Condition when, Alert alert, Text topic, String source, Verification verification) {

  /** Whether it asks nothing but the answer to the item that it is called by. */
  public boolean isSingle() {
    return when.askedItem().equals(Optional.of(id));
  }
}
