package org.xinheng.app.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;

/** Small things that all definitions are shown with. */
final class Shown {

  private Shown() {}

  /** Both languages on one line; once if they are the same. */
  static String both(Text text) {
    return text.en().equals(text.zhCn()) ? text.en() : text.en() + "  " + text.zhCn();
  }

  /** Both languages, each on a line. */
  static String stacked(Text text) {
    return text.en().equals(text.zhCn()) ? text.en() : text.en() + "\n" + text.zhCn();
  }

  /** The citation, and the link on a line of its own. */
  static String citation(Source source) {
    return source.link().isEmpty() ? source.citation() : source.citation() + "\n" + source.link();
  }

  /** What a part has that nobody shows by name, so that a new key of the language is not passed over. */
  static void others(Record part, Set<String> shownByName, Grid to) {
    for (Map.Entry<String, JsonNode> field : DefinitionJson.of(part).properties()) {
      boolean isEmpty = field.getValue().isContainerNode() && field.getValue().isEmpty();
      if (!shownByName.contains(field.getKey()) && !isEmpty) {
        to.row(field.getKey(), plain(field.getValue()));
      }
    }
  }

  /** The keys and values of an object: {@code mean 6.74, sd 5.62}. */
  static String pairs(JsonNode object) {
    List<String> pairs = new ArrayList<>();
    object.properties().forEach(field -> pairs.add(field.getKey() + " " + plain(field.getValue())));
    return String.join(", ", pairs);
  }

  private static String plain(JsonNode node) {
    return node.isTextual() ? node.asText() : DefinitionJson.line(node);
  }
}
