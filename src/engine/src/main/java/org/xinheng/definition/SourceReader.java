package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Source;

/** Reads the sources that a file names. */
final class SourceReader {

  private SourceReader() {}

  static List<Source> sources(YamlMap map, Places places) {
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<String, YamlValue> entry : map.entries()) {
      sources.add(source(map.name(entry.getKey()), map, entry.getValue(), places));
    }
    return sources;
  }

  private static Source source(String id, YamlMap sources, YamlValue value, Places places) {
    Optional<YamlMap> map = value.map();
    Source source = new Source(
        id,
        map.map(m -> m.text("citation")).orElse(""),
        map.flatMap(m -> m.optional("link")).flatMap(YamlValue::textOrEmpty).orElse(""));
    map.ifPresent(YamlMap::close);
    map.ifPresent(m -> places.put(source, sources.keyPlace(id), m, m.isSound()));
    return source;
  }
}
