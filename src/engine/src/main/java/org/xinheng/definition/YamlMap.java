package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A map of a file while it is read. Each getter reports what is wrong with its value and answers with a fall-back;
 * {@link #close} reports the keys that nobody asked for.
 */
final class YamlMap {

  private final MappingNode node;
  private final String file;
  private final List<Diagnostic> found;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();
  private final Map<String, YamlValue> keys = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final int errorsBefore;

  YamlMap(MappingNode node, String file, List<Diagnostic> found) {
    this.node = node;
    this.file = file;
    this.found = found;
    this.errorsBefore = found.size();
    for (NodeTuple tuple : node.getValue()) {
      Place keyPlace = YamlDocument.place(file, tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        found.add(Diagnostic.error("type.key", keyPlace, "a key must be a single word"));
      } else if (values.containsKey(keyNode.getValue())) {
        found.add(Diagnostic.error(
                "key.duplicate", keyPlace, "the key '%s' stands twice", keyNode.getValue())
            .hint(
                "the first is on line %d; keep one",
                keyPlace(keyNode.getValue()).line()));
      } else {
        keys.put(keyNode.getValue(), new YamlValue(keyNode, "code", file, found));
        values.put(
            keyNode.getValue(),
            new YamlValue(tuple.getValueNode(), keyNode.getValue(), file, found));
      }
    }
  }

  /** The tree below, for who edits the text that it was read from. */
  MappingNode node() {
    return node;
  }

  Place place() {
    return YamlDocument.place(file, node.getStartMark());
  }

  Place keyPlace(String key) {
    return key(key).place();
  }

  /** A key that is there, as a value of its own, for maps whose keys are numbers. */
  YamlValue key(String key) {
    return Objects.requireNonNull(keys.get(key));
  }

  Map<String, Place> valuePlaces() {
    Map<String, Place> places = new LinkedHashMap<>();
    values.forEach((key, value) -> places.put(key, value.place()));
    return places;
  }

  /** Whether nothing was reported since the map was opened. */
  boolean isSound() {
    return found.stream().skip(errorsBefore).noneMatch(Diagnostic::isError);
  }

  int size() {
    return values.size();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value of a key, if it is there. */
  Optional<YamlValue> optional(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key; {@link #close} reports it if it is not there. */
  Optional<YamlValue> required(String key) {
    Optional<YamlValue> value = optional(key);
    if (value.isEmpty()) {
      missing.add(key);
    }
    return value;
  }

  /** All keys with their values, in file order, for maps whose keys are names. */
  List<Map.Entry<String, YamlValue>> entries() {
    known.addAll(values.keySet());
    return new ArrayList<>(values.entrySet());
  }

  /** Reports every key that was never asked for, and every one that was and is missing. */
  void close() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        Optional<String> meant = meant(key);
        // A misspelt key is not missing as well.
        meant.ifPresent(missing::remove);
        found.add(
            Diagnostic.error("key.unknown", keyPlace(key), "the key '%s' is not known here", key)
                .hint("%s", meant.map(name -> "did you mean '" + name + "'?").orElse(knownKeys())));
      }
    }
    for (String key : missing) {
      found.add(Diagnostic.error("key.missing", place(), "the key '%s' is missing", key));
    }
  }

  private Optional<String> meant(String key) {
    return known.stream()
        .filter(candidate -> !values.containsKey(candidate) && distance(candidate, key) <= 2)
        .min(Comparator.comparingInt((String candidate) -> distance(candidate, key))
            .thenComparing(Comparator.naturalOrder()));
  }

  private String knownKeys() {
    return "known keys: " + known.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Edit distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  /** All keys with the names that they hold, for maps from name to name. */
  Map<String, String> ids() {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue> entry : entries()) {
      entry.getValue().id().ifPresent(id -> ids.put(entry.getKey(), id));
    }
    return ids;
  }

  // Values with a fall-back, for the many plain keys.

  String text(String key) {
    return required(key).flatMap(YamlValue::text).orElse("");
  }

  Text bilingual(String key) {
    return required(key).flatMap(YamlValue::bilingual).orElse(new Text("", ""));
  }

  /** A key that names a part; reported if it is not a name. */
  String name(String key) {
    key(key).id();
    return key;
  }

  /** A key that is an answer code; reported where it stands if it is none. */
  Optional<Integer> code(String key) {
    return key(key).integer(ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE);
  }

  /** A key that is a score of a table; reported where it stands if it is no number. */
  Optional<BigDecimal> score(String key) {
    return key(key).called("score").decimal();
  }

  String id(String key) {
    return required(key).flatMap(YamlValue::id).orElse("");
  }
}
