package org.xinheng.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Missing;

/** Reads a map file: {@code columns} and {@code codes}. */
final class ColumnMapReader {

  private static final String MISSING = "missing.";

  private ColumnMapReader() {}

  static Read<ColumnMap> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<ColumnMap> map = YamlDocument.root(source, found).map(root -> columnMap(root, places));
    return new Read<>(map, places, found);
  }

  private static ColumnMap columnMap(YamlMap root, Places places) {
    Map<String, String> columns = new LinkedHashMap<>();
    root.required("columns").flatMap(YamlValue::map).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        entry
            .getValue()
            .text()
            .ifPresent(target -> put(columns, entry.getKey(), target, entry.getValue()));
      }
    });
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    root.optional("codes").flatMap(YamlValue::map).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        codes.put(entry.getKey(), meanings(entry.getValue()));
      }
    });
    root.close();
    ColumnMap columnMap = new ColumnMap(columns, codes);
    places.put(columnMap, root, root.isSound());
    return columnMap;
  }

  private static void put(
      Map<String, String> columns, String heading, String target, YamlValue value) {
    if (columns.containsValue(target)) {
      value.report(Diagnostic.error(
              "map.target-twice", value.place(), "two columns are mapped to '%s'", target)
          .hint("map one of them to another name, or leave it out"));
    }
    columns.put(heading, target);
  }

  private static Map<String, String> meanings(YamlValue value) {
    Map<String, String> meanings = new LinkedHashMap<>();
    value.map().ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        entry
            .getValue()
            .text()
            .filter(word -> isKnown(word, entry.getValue()))
            .ifPresent(word -> meanings.put(entry.getKey(), word));
      }
    });
    return meanings;
  }

  private static boolean isKnown(String word, YamlValue value) {
    boolean known = !word.startsWith(MISSING)
        || Missing.declared(word.substring(MISSING.length())).isPresent();
    if (!known) {
      value.report(
          Diagnostic.error("map.missing-kind", value.place(), "'%s' is no kind of missing", word)
              .hint("write missing.skipped, .refused, .unknown, .not-applicable or .not-reached"));
    }
    return known;
  }
}
