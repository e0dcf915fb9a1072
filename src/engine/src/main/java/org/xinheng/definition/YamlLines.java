package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A definition by its lines, edited from its end so that places stay right. What is there stays, comments too.
 */
final class YamlLines {

  final List<String> lines;

  YamlLines(SourceText source) {
    this.lines = new ArrayList<>(source.text().lines().toList());
  }

  void insert(int before, List<String> added) {
    lines.addAll(before, added);
  }

  /** Puts a key before the first one of a map that is an entry of a list. */
  void insertKey(Node map, String key) {
    int line = map.getStartMark().getLine();
    int column = map.getStartMark().getColumn();
    String text = lines.get(line);
    int at = text.offsetByCodePoints(0, column);
    if (text.charAt(at) == '{') {
      lines.set(line, text.substring(0, at + 1) + key + ", " + text.substring(at + 1));
    } else {
      lines.set(line, text.substring(0, at) + key);
      lines.add(line + 1, " ".repeat(column) + text.substring(at));
    }
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  void replace(ScalarNode node, String word) {
    int line = node.getStartMark().getLine();
    String text = lines.get(line);
    int from = text.offsetByCodePoints(0, node.getStartMark().getColumn());
    int to = text.offsetByCodePoints(0, node.getEndMark().getColumn());
    lines.set(line, text.substring(0, from) + word + text.substring(to));
  }

  /** Puts a source before all others. */
  void addSource(MappingNode root, String id, String citation) {
    Node sources = block(value(root, "sources").orElse(root));
    String indent = " ".repeat(sources.getStartMark().getColumn());
    insert(
        sources.getStartMark().getLine(),
        List.of(
            indent + id + ":",
            indent + "  citation: " + quoted(citation),
            indent + "  link: \"\""));
  }

  /** Marks the version as one of its own. The version stands above the sources, which are edited first. */
  void addToVersion(MappingNode root, String suffix) {
    value(root, "version").ifPresent(node -> {
      if (node instanceof ScalarNode version) {
        replace(version, quoted(version.getValue() + suffix));
      }
    });
  }

  /** A text as a scalar in double quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
        + "\"";
  }

  /** The map of a definition. */
  static MappingNode root(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<YamlMap> root = YamlDocument.root(source, found);
    if (root.isEmpty()) {
      throw new DefinitionException(found);
    }
    return root.get().node();
  }

  /** What stands under a key. */
  static Optional<Node> value(Node node, String key) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  /** A node that is written with one key a line. */
  static Node block(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK) {
      return node;
    }
    throw new IllegalArgumentException("line " + (node.getStartMark().getLine() + 1)
        + " of the definition is written in brackets; write it with one key a line");
  }

  /** The line on which the last value ends; the block itself ends where the next one begins. */
  static int lastLine(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      Object last = collection.getValue().get(collection.getValue().size() - 1);
      return lastLine(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
    }
    return node.getEndMark().getLine();
  }
}
