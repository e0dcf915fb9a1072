package org.xinheng.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of YAML as values that can be changed, written again, and seen as the JSON that an editor sees: by the core
 * schema of YAML 1.2, which takes {@code 010} for a number and {@code no} for a text.
 */
sealed interface YamlTree {

  /** Written anew, one value a line. */
  default String text() {
    StringBuilder text = new StringBuilder();
    write(text, "");
    return text.toString();
  }

  /** Appends the value, behind what stands on the line already, and ends the line. */
  void write(StringBuilder text, String indent);

  /** As an editor sees it; empty if no JSON can say it: a key twice, or a key that is no single value. */
  Optional<JsonNode> json();

  /** This and all below it; a map before its values, in file order. */
  Stream<YamlTree> all();

  /** The same with the value at a position of {@link #all} replaced. */
  default YamlTree with(int position, UnaryOperator<YamlTree> change) {
    return new Replacement(position, change).in(this);
  }

  record Scalar(String value, boolean isPlain) implements YamlTree {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
        Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern READ_ALIKE =
        Pattern.compile("0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\\.[0-9]{0,8}[1-9]");
    /** What needs no quotes anywhere. */
    private static final Pattern SAFE = Pattern.compile(
        "[\\p{L}\\p{N}.~+](?:[\\p{L}\\p{N} ._~+*/-]*[\\p{L}\\p{N}._~+*/-])?|-[0-9.]+");

    static Scalar plain(String value) {
      return new Scalar(value, true);
    }

    boolean isNumber() {
      return Stream.of(DECIMAL, OCTAL, HEXADECIMAL, FLOAT)
          .anyMatch(pattern -> pattern.matcher(value).matches());
    }

    /** Whether the number is written as definitions write it, so that its spelling is its value. */
    boolean isReadAlike() {
      return READ_ALIKE.matcher(value).matches();
    }

    boolean isWordOfYaml() {
      return isPlain
          && !value.isEmpty()
          && (NULL.matcher(value).matches() || BOOLEAN.matcher(value).matches());
    }

    private String written() {
      return isPlain && (value.isEmpty() || SAFE.matcher(value).matches())
          ? value
          : TextNode.valueOf(value).toString();
    }

    @Override
    public void write(StringBuilder text, String indent) {
      text.append(' ').append(written()).append('\n');
    }

    @Override
    public Optional<JsonNode> json() {
      return Optional.of(isPlain ? plainJson() : JSON.textNode(value));
    }

    private JsonNode plainJson() {
      if (NULL.matcher(value).matches()) {
        return JSON.nullNode();
      }
      if (BOOLEAN.matcher(value).matches()) {
        return JSON.booleanNode(value.toLowerCase(Locale.ROOT).equals("true"));
      }
      if (DECIMAL.matcher(value).matches()) {
        return JSON.numberNode(new BigInteger(value));
      }
      if (OCTAL.matcher(value).matches()) {
        return JSON.numberNode(new BigInteger(value.substring(2), 8));
      }
      if (HEXADECIMAL.matcher(value).matches()) {
        return JSON.numberNode(new BigInteger(value.substring(2), 16));
      }
      return FLOAT.matcher(value).matches()
          ? JSON.numberNode(new BigDecimal(value))
          : JSON.textNode(value);
    }

    @Override
    public Stream<YamlTree> all() {
      return Stream.of(this);
    }
  }

  record ListOf(List<YamlTree> entries) implements YamlTree {

    @Override
    public void write(StringBuilder text, String indent) {
      text.append(entries.isEmpty() ? " []\n" : "\n");
      for (YamlTree entry : entries) {
        text.append(indent).append('-');
        entry.write(text, indent + " ");
      }
    }

    @Override
    public Optional<JsonNode> json() {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      entries.forEach(entry -> entry.json().ifPresent(array::add));
      return array.size() == entries.size() ? Optional.of(array) : Optional.empty();
    }

    @Override
    public Stream<YamlTree> all() {
      return Stream.concat(Stream.of(this), entries.stream().flatMap(YamlTree::all));
    }
  }

  record Entry(YamlTree key, YamlTree value) {

    /** The key as it is written; one that is no single value as a list of nothing. */
    String name() {
      return key instanceof Scalar scalar ? scalar.value() : "[]";
    }

    private String written() {
      return key instanceof Scalar scalar ? scalar.written() : "[]";
    }
  }

  record MapOf(List<Entry> entries) implements YamlTree {

    @Override
    public void write(StringBuilder text, String indent) {
      text.append(entries.isEmpty() ? " {}\n" : "\n");
      for (Entry entry : entries) {
        text.append(indent).append(entry.written()).append(':');
        entry.value().write(text, indent + " ");
      }
    }

    @Override
    public Optional<JsonNode> json() {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Entry entry : entries) {
        if (entry.key() instanceof Scalar) {
          entry.value().json().ifPresent(value -> object.set(entry.name(), value));
        }
      }
      return object.size() == entries.size() ? Optional.of(object) : Optional.empty();
    }

    @Override
    public Stream<YamlTree> all() {
      return Stream.concat(
          Stream.of(this), entries.stream().flatMap(entry -> entry.value().all()));
    }
  }

  /** A file that YAML can read; empty if there is nothing in it. */
  static Optional<YamlTree> parse(String text) {
    LoaderOptions options = new LoaderOptions();
    @Nullable Node root = new Yaml(options).compose(new StringReader(text));
    return Optional.ofNullable(root).map(YamlTree::of);
  }

  private static YamlTree of(Node node) {
    if (node instanceof MappingNode map) {
      return new MapOf(map.getValue().stream()
          .map(tuple -> new Entry(of(tuple.getKeyNode()), of(tuple.getValueNode())))
          .toList());
    }
    if (node instanceof SequenceNode list) {
      return new ListOf(list.getValue().stream().map(YamlTree::of).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    boolean isPlain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
    return new Scalar(scalar.getValue(), isPlain);
  }

  /** Walks to a position and copies what lies on the way. */
  final class Replacement {

    private final UnaryOperator<YamlTree> change;
    private int left;

    private Replacement(int position, UnaryOperator<YamlTree> change) {
      this.left = position;
      this.change = change;
    }

    private YamlTree in(YamlTree tree) {
      if (left-- == 0) {
        return change.apply(tree);
      }
      if (left < 0) {
        return tree;
      }
      if (tree instanceof ListOf list) {
        return new ListOf(list.entries().stream().map(this::in).toList());
      }
      if (tree instanceof MapOf map) {
        List<Entry> entries = new ArrayList<>();
        map.entries().forEach(entry -> entries.add(new Entry(entry.key(), in(entry.value()))));
        return new MapOf(entries);
      }
      return tree;
    }
  }
}
