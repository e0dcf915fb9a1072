package org.xinheng.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sessions that older versions wrote, step by step as the version of today would have written them.
 *
 * <table>
 *   <caption>What each version brought</caption>
 *   <tr><td>1</td><td>one item a page, one occasion</td></tr>
 *   <tr><td>2</td><td>{@code paging}, and {@code occasion} of the student</td></tr>
 *   <tr><td>3</td><td>events {@code help-requested}</td></tr>
 * </table>
 */
final class SessionUpgrade {

  /** From version 1 on, each to the next. */
  private static final List<UnaryOperator<ObjectNode>> STEPS =
      List.of(SessionUpgrade::toSecond, UnaryOperator.identity());

  private SessionUpgrade() {}

  /**
   * A session, or the head of one, as it is written now.
   *
   * @throws IllegalArgumentException if it is no session, or one of a newer version
   */
  static JsonNode toNow(JsonNode stored) {
    int version = stored.path("session").asInt(0);
    if (version < 1) {
      throw new IllegalArgumentException("no session: 'session' must be the version of its format");
    }
    if (version > SessionJson.VERSION) {
      throw new IllegalArgumentException("the session is of version " + version
          + " of its format, and this program reads up to " + SessionJson.VERSION
          + "; use a newer program");
    }
    ObjectNode node = stored.deepCopy();
    for (int step = version; step < SessionJson.VERSION; step++) {
      node = STEPS.get(step - 1).apply(node);
      node.put("session", step + 1);
    }
    return node;
  }

  private static ObjectNode toSecond(ObjectNode first) {
    first.put("paging", Paging.ITEMS.word());
    if (first.get("student") instanceof ObjectNode student) {
      student.put("occasion", 1);
    }
    return first;
  }
}
