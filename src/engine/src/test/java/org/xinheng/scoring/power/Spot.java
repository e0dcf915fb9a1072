package org.xinheng.scoring.power;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in the text of a file.
 *
 * @param path the keys and positions that lead to it, such as {@code scales total items 0}
 * @param key what stands before it: from its key, or from itself in a list
 * @param start where it begins
 * @param end where it ends
 * @param value what it says; empty for a list or a map
 * @param size of how many values a list or map is made; 0 for a single value
 */
record Spot(List<String> path, int key, int start, int end, String value, int size) {

  static List<Spot> in(String text) {
    Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    List<Spot> spots = new ArrayList<>();
    add(root, List.of(), at(root, text, true), text, spots);
    return spots;
  }

  private static void add(Node node, List<String> path, int key, String text, List<Spot> spots) {
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    int size = children(node);
    spots.add(new Spot(path, key, at(node, text, true), at(node, text, false), value, size));
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        String name = ((ScalarNode) entry.getKeyNode()).getValue();
        add(
            entry.getValueNode(),
            longer(path, name),
            at(entry.getKeyNode(), text, true),
            text,
            spots);
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Node entry = list.getValue().get(i);
        add(entry, longer(path, Integer.toString(i)), at(entry, text, true), text, spots);
      }
    }
  }

  private static int children(Node node) {
    if (node instanceof MappingNode map) {
      return map.getValue().size();
    }
    return node instanceof SequenceNode list ? list.getValue().size() : 0;
  }

  private static int at(Node node, String text, boolean start) {
    int codePoints = (start ? node.getStartMark() : node.getEndMark()).getIndex();
    return text.offsetByCodePoints(0, codePoints);
  }

  private static List<String> longer(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  /** The last key or position of its path. */
  String name() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The key or position at a depth, from 0; empty if the path ends before. */
  String at(int depth) {
    return depth < path.size() ? path.get(depth) : "";
  }

  boolean isIn(Spot list) {
    return path.size() == list.path.size() + 1
        && path.subList(0, list.path.size()).equals(list.path);
  }

  boolean isNumber() {
    return value.matches("-?[0-9]+(\\.[0-9]+)?");
  }

  /** Written {@code 1..9}. */
  boolean isRun() {
    return value.matches("[0-9]+\\.\\.[0-9]+");
  }
}
