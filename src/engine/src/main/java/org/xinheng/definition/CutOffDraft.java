package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Bands;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A cut-off of one's own, written into the text of a definition: as a system of cut-offs called {@value #LOCAL}, which goes
 * before those that are there, with a source that says where it comes from. What is there stays, comments too, under its
 * system; cut-offs that belong to no system are called {@value #UNNAMED}, and worked cases ask for what they were written for.
 *
 * @param scale id of the scale
 * @param lowest possible score
 * @param edge the lowest score of the upper of two bands, above the lowest possible one
 * @param risk whether the upper or the lower band is positive
 * @param citation where it comes from
 */
public record CutOffDraft(
    String scale, BigDecimal lowest, BigDecimal edge, Bands.Risk risk, String citation) {

  /** The system of the new cut-off. */
  public static final String LOCAL = "local";

  /** What cut-offs that belong to no system are called anyway; written out, now that there are two. */
  public static final String UNNAMED = "default";

  private static final String SOURCE = "local-study";

  /** A text by its lines, edited from its end so that places stay right. */
  private static final class Lines {

    private final List<String> lines;

    Lines(SourceText source) {
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
  }

  /**
   * The definition with the cut-off.
   *
   * @throws IllegalArgumentException if it has no such scale, has a system {@value #LOCAL} already, or is written in a way
   *     that cannot be edited
   */
  public String written(SourceText questionnaire) {
    MappingNode root = root(questionnaire);
    Node scaleNode = value(root, "scales")
        .flatMap(scales -> value(scales, scale))
        .orElseThrow(() ->
            new IllegalArgumentException(questionnaire.file() + " has no scale '" + scale + "'"));
    Lines lines = new Lines(questionnaire);
    Optional<Node> bands = value(scaleNode, "bands");
    if (bands.isPresent()) {
      insertBefore(lines, bands.get());
    } else {
      int column = block(scaleNode).getStartMark().getColumn();
      List<String> added = new ArrayList<>(List.of(" ".repeat(column) + "bands:"));
      added.addAll(system(column + 2));
      lines.insert(lastLine(scaleNode) + 1, added);
    }
    editHead(lines, root);
    return lines.text();
  }

  private void insertBefore(Lines lines, Node bands) {
    Node block = block(bands);
    int first = block.getStartMark().getLine();
    int column = block.getStartMark().getColumn();
    if (bands instanceof SequenceNode sets) {
      List<Node> entries = sets.getValue();
      for (int i = entries.size() - 1; i >= 0; i--) {
        Node entry = entries.get(i);
        if (value(entry, "system").filter(CutOffDraft::isLocal).isPresent()) {
          throw new IllegalArgumentException("'" + scale + "' has a system '" + LOCAL
              + "' already; begin with a definition without it");
        }
        if (value(entry, "system").isEmpty()) {
          lines.insertKey(entry, "system: " + UNNAMED);
        }
      }
    } else {
      int last = lastLine(bands);
      for (int line = first; line <= last; line++) {
        String text = lines.lines.get(line);
        lines.lines.set(line, text.isBlank() ? text : "  " + text);
      }
      String indent = " ".repeat(column);
      lines.insert(first, List.of(indent + "- id: " + UNNAMED, indent + "  system: " + UNNAMED));
      value(bands, "system")
          .ifPresent(own -> lines.lines.remove(own.getStartMark().getLine() + 2));
    }
    lines.insert(first, system(column));
  }

  private static boolean isLocal(Node system) {
    return system instanceof ScalarNode text && text.getValue().equals(LOCAL);
  }

  /** The set of bands, as the entry of a list. */
  private List<String> system(int column) {
    String indent = " ".repeat(column);
    boolean isHigh = risk == Bands.Risk.HIGH;
    return List.of(
        indent + "- id: " + LOCAL,
        indent + "  system: " + LOCAL,
        indent + "  risk: " + risk.word(),
        indent + "  source: " + SOURCE,
        indent + "  verification: project-rule",
        indent + "  edges:",
        indent + "    - " + band(lowest, !isHigh),
        indent + "    - " + band(edge, isHigh));
  }

  private static String band(BigDecimal from, boolean isPositive) {
    return "{from: " + from.toPlainString()
        + (isPositive
            ? ", id: positive, level: 1, label: {en: positive, zh-CN: 阳性}}"
            : ", id: negative, level: 0, label: {en: negative, zh-CN: 阴性}}");
  }

  /** The version, the sources and how well bands are verified, all of which stand above the scales. */
  private void editHead(Lines lines, MappingNode root) {
    value(root, "verification").flatMap(all -> value(all, "bands")).ifPresent(node -> {
      if (node instanceof ScalarNode word && word.getValue().equals("none")) {
        replace(lines, word, "project-rule");
      }
    });
    Node sources = block(value(root, "sources").orElse(root));
    int column = sources.getStartMark().getColumn();
    String indent = " ".repeat(column);
    lines.insert(
        sources.getStartMark().getLine(),
        List.of(
            indent + SOURCE + ":",
            indent + "  citation: " + quoted(citation),
            indent + "  link: \"\""));
    value(root, "version").ifPresent(node -> {
      if (node instanceof ScalarNode version) {
        replace(lines, version, quoted(version.getValue() + "-" + LOCAL));
      }
    });
  }

  private static void replace(Lines lines, ScalarNode node, String word) {
    int line = node.getStartMark().getLine();
    String text = lines.lines.get(line);
    int from = text.offsetByCodePoints(0, node.getStartMark().getColumn());
    int to = text.offsetByCodePoints(0, node.getEndMark().getColumn());
    lines.lines.set(line, text.substring(0, from) + word + text.substring(to));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
        + "\"";
  }

  /** The worked cases of the definition, each asking for the cut-offs that it was written for. */
  public String writtenCases(SourceText cases, SourceText questionnaire) {
    Optional<Node> bands = value(root(questionnaire), "scales")
        .flatMap(scales -> value(scales, scale))
        .flatMap(node -> value(node, "bands"));
    if (bands.isEmpty()) {
      return cases.text();
    }
    String system = firstSystem(bands.get());
    Lines lines = new Lines(cases);
    if (value(root(cases), "list").orElse(root(cases)) instanceof SequenceNode list) {
      List<Node> entries = list.getValue();
      for (int i = entries.size() - 1; i >= 0; i--) {
        Optional<Node> asked = value(entries.get(i), "bands");
        if (asked.isEmpty()) {
          lines.insertKey(entries.get(i), "bands: {" + scale + ": " + system + "}");
        } else if (value(asked.get(), scale).isEmpty()) {
          lines.insertKey(asked.get(), scale + ": " + system);
        }
      }
    }
    return lines.text();
  }

  private static String firstSystem(Node bands) {
    Optional<Node> first =
        bands instanceof SequenceNode sets && !sets.getValue().isEmpty()
            ? value(sets.getValue().get(0), "system")
            : Optional.empty();
    return first.orElse(bands) instanceof ScalarNode named ? named.getValue() : UNNAMED;
  }

  private static MappingNode root(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<YamlMap> root = YamlDocument.root(source, found);
    if (root.isEmpty()) {
      throw new DefinitionException(found);
    }
    return root.get().node();
  }

  private static Optional<Node> value(Node node, String key) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  private static Node block(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK) {
      return node;
    }
    throw new IllegalArgumentException("line " + (node.getStartMark().getLine() + 1)
        + " of the definition is written in brackets; write it with one key a line");
  }

  /** The line on which the last value ends; the block itself ends where the next one begins. */
  private static int lastLine(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      Object last = collection.getValue().get(collection.getValue().size() - 1);
      return lastLine(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
    }
    return node.getEndMark().getLine();
  }
}
