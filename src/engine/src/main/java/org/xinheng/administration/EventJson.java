package org.xinheng.administration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Events as JSON. */
final class EventJson {

  private static final String HELP_REQUESTED = "help-requested";

  private EventJson() {}

  static ObjectNode node(Event event) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("event", word(event));
    node.put("at", event.at().toString());
    if (event instanceof Event.Shown shown) {
      ArrayNode items = node.putArray("items");
      shown.items().forEach(item -> items.add(item.toString()));
    } else if (event instanceof Event.Answered answered) {
      put(answered.item(), answered.answer(), node);
    } else if (event instanceof Event.Changed changed) {
      put(changed.item(), changed.answer(), node);
    } else if (event instanceof Event.Skipped skipped) {
      node.put("item", skipped.item().toString());
    } else if (event instanceof Event.Refused refused) {
      node.put("item", refused.item().toString());
    }
    return node;
  }

  private static String word(Event event) {
    return event instanceof Event.HelpRequested
        ? HELP_REQUESTED
        : event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static void put(ItemReference item, Answer answer, ObjectNode node) {
    node.put("item", item.toString());
    if (answer instanceof Answer.Chosen chosen) {
      ArrayNode codes = node.putArray("codes");
      chosen.codes().forEach(codes::add);
    } else if (answer instanceof Answer.Entered number) {
      node.put("number", number.value().toPlainString());
    } else if (answer instanceof Answer.Written written) {
      node.put("characters", written.characters());
    }
  }

  static Event event(JsonNode node) {
    Instant at = JsonWords.instant(node, "at");
    return switch (node.path("event").asText("")) {
      case "shown" -> {
        List<ItemReference> items = new ArrayList<>();
        node.path("items").forEach(item -> items.add(reference(item.asText())));
        yield new Event.Shown(at, items);
      }
      case "answered" -> new Event.Answered(at, item(node), answer(node));
      case "changed" -> new Event.Changed(at, item(node), answer(node));
      case "skipped" -> new Event.Skipped(at, item(node));
      case "refused" -> new Event.Refused(at, item(node));
      case HELP_REQUESTED -> new Event.HelpRequested(at);
      case "back" -> new Event.Back(at);
      case "paused" -> new Event.Paused(at);
      case "resumed" -> new Event.Resumed(at);
      case "submitted" -> new Event.Submitted(at);
      case "abandoned" -> new Event.Abandoned(at);
      default -> throw new IllegalArgumentException("no session: an event is of no known kind");
    };
  }

  private static ItemReference item(JsonNode node) {
    return reference(node.path("item").asText(""));
  }

  private static ItemReference reference(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException("no session: an event names no item such as phq-9.1");
    }
    return new ItemReference(text.substring(0, dot), text.substring(dot + 1));
  }

  private static Answer answer(JsonNode node) {
    if (node.has("codes")) {
      List<Integer> codes = new ArrayList<>();
      node.path("codes").forEach(code -> codes.add(code.asInt()));
      return new Answer.Chosen(codes);
    }
    if (node.has("characters")) {
      return new Answer.Written(node.path("characters").asInt());
    }
    try {
      return Answer.number(new BigDecimal(node.path("number").asText("")));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no session: an event holds no answer");
    }
  }
}
