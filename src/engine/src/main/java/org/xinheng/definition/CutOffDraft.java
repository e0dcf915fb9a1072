package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Bands;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
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

  /**
   * The definition with the cut-off.
   *
   * @throws IllegalArgumentException if it has no such scale, has a system {@value #LOCAL} already, or is written in a way
   *     that cannot be edited
   */
  public String written(SourceText questionnaire) {
    MappingNode root = YamlLines.root(questionnaire);
    Node scaleNode = YamlLines.value(root, "scales")
        .flatMap(scales -> YamlLines.value(scales, scale))
        .orElseThrow(() ->
            new IllegalArgumentException(questionnaire.file() + " has no scale '" + scale + "'"));
    YamlLines lines = new YamlLines(questionnaire);
    Optional<Node> bands = YamlLines.value(scaleNode, "bands");
    if (bands.isPresent()) {
      insertBefore(lines, bands.get());
    } else {
      int column = YamlLines.block(scaleNode).getStartMark().getColumn();
      List<String> added = new ArrayList<>(List.of(" ".repeat(column) + "bands:"));
      added.addAll(system(column + 2));
      lines.insert(YamlLines.lastLine(scaleNode) + 1, added);
    }
    editHead(lines, root);
    return lines.text();
  }

  private void insertBefore(YamlLines lines, Node bands) {
    Node block = YamlLines.block(bands);
    int first = block.getStartMark().getLine();
    int column = block.getStartMark().getColumn();
    if (bands instanceof SequenceNode sets) {
      List<Node> entries = sets.getValue();
      for (int i = entries.size() - 1; i >= 0; i--) {
        Node entry = entries.get(i);
        if (YamlLines.value(entry, "system").filter(CutOffDraft::isLocal).isPresent()) {
          throw new IllegalArgumentException("'" + scale + "' has a system '" + LOCAL
              + "' already; begin with a definition without it");
        }
        if (YamlLines.value(entry, "system").isEmpty()) {
          lines.insertKey(entry, "system: " + UNNAMED);
        }
      }
    } else {
      int last = YamlLines.lastLine(bands);
      for (int line = first; line <= last; line++) {
        String text = lines.lines.get(line);
        lines.lines.set(line, text.isBlank() ? text : "  " + text);
      }
      String indent = " ".repeat(column);
      lines.insert(first, List.of(indent + "- id: " + UNNAMED, indent + "  system: " + UNNAMED));
      YamlLines.value(bands, "system")
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
  private void editHead(YamlLines lines, MappingNode root) {
    YamlLines.value(root, "verification")
        .flatMap(all -> YamlLines.value(all, "bands"))
        .ifPresent(node -> {
          if (node instanceof ScalarNode word && word.getValue().equals("none")) {
            lines.replace(word, "project-rule");
          }
        });
    lines.addSource(root, SOURCE, citation);
    lines.addToVersion(root, "-" + LOCAL);
  }

  /** The worked cases of the definition, each asking for the cut-offs that it was written for. */
  public String writtenCases(SourceText cases, SourceText questionnaire) {
    Optional<Node> bands = YamlLines.value(YamlLines.root(questionnaire), "scales")
        .flatMap(scales -> YamlLines.value(scales, scale))
        .flatMap(node -> YamlLines.value(node, "bands"));
    if (bands.isEmpty()) {
      return cases.text();
    }
    String system = firstSystem(bands.get());
    YamlLines lines = new YamlLines(cases);
    if (YamlLines.value(YamlLines.root(cases), "list").orElse(YamlLines.root(cases))
        instanceof SequenceNode list) {
      List<Node> entries = list.getValue();
      for (int i = entries.size() - 1; i >= 0; i--) {
        Optional<Node> asked = YamlLines.value(entries.get(i), "bands");
        if (asked.isEmpty()) {
          lines.insertKey(entries.get(i), "bands: {" + scale + ": " + system + "}");
        } else if (YamlLines.value(asked.get(), scale).isEmpty()) {
          lines.insertKey(asked.get(), scale + ": " + system);
        }
      }
    }
    return lines.text();
  }

  private static String firstSystem(Node bands) {
    Optional<Node> first =
        bands instanceof SequenceNode sets && !sets.getValue().isEmpty()
            ? YamlLines.value(sets.getValue().get(0), "system")
            : Optional.empty();
    return first.orElse(bands) instanceof ScalarNode named ? named.getValue() : UNNAMED;
  }
}
