package org.xinheng.administration;

import java.util.List;

/**
 * What came of an event.
 *
 * @param session the session after it; the one before it if the event was not accepted
 * @param accepted whether the event happened; if not, {@code messages} say why
 * @param alerts what its answer raised
 * @param messages to the student
 */
public record Advance(
    Session session, boolean accepted, List<RaisedAlert> alerts, List<Message> messages) {

  public Advance {
    alerts = List.copyOf(alerts);
    messages = List.copyOf(messages);
  }
}
