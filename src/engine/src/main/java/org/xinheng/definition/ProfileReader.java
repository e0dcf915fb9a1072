package org.xinheng.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.profile.Count;
import org.xinheng.profile.CountColumn;
import org.xinheng.profile.OutputProfile;
import org.xinheng.profile.ProfileColumn;

/** Reads an output profile. */
final class ProfileReader {

  private final Places places;

  private ProfileReader(Places places) {
    this.places = places;
  }

  static Read<OutputProfile> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<OutputProfile> profile = YamlDocument.root(source, found)
        .map(root -> new ProfileReader(places).profile(root, source.hash()));
    return new Read<>(profile, places, found);
  }

  private OutputProfile profile(YamlMap root, String hash) {
    List<ProfileColumn> columns = new ArrayList<>();
    root.required("columns")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(value -> value.map().ifPresent(map -> columns.add(column(map))));
    List<CountColumn> counts = new ArrayList<>();
    Optional<YamlValue> counted = root.optional("counts");
    counted
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(value -> value.map().ifPresent(map -> counts.add(count(map))));
    OutputProfile profile = new OutputProfile(
        root.id("profile"),
        root.text("version"),
        root.bilingual("name"),
        columns,
        counted.isPresent() ? counts : CountColumn.ALL,
        hash);
    root.close();
    places.put(profile, root, root.isSound());
    return profile;
  }

  private ProfileColumn column(YamlMap map) {
    ProfileColumn.Content content = content(map);
    Optional<YamlMap> recode = map.optional("recode").flatMap(YamlValue::someMap);
    ProfileColumn column = new ProfileColumn(
        map.optional("name").flatMap(YamlValue::text).orElse(content.name()),
        content,
        recode.map(ProfileReader::recode).orElse(Map.of()),
        map.optional("empty").flatMap(YamlValue::text).orElse(""));
    map.close();
    places.put(column, map, map.isSound());
    recode.ifPresent(words -> words
        .entries()
        .forEach(entry ->
            places.note(column, "recode " + entry.getKey(), words.keyPlace(entry.getKey()))));
    return column;
  }

  private static ProfileColumn.Content content(YamlMap map) {
    Optional<YamlValue> own = map.optional("own");
    if (own.isEmpty()) {
      return new ProfileColumn.Content.Result(map.text("from"));
    }
    map.optional("from")
        .ifPresent(from -> from.report(Diagnostic.error(
                "profile.two-sources", from.place(), "a column is either 'from' or 'own'")
            .hint("write 'from' for a result, 'own' for a column of the input")));
    return new ProfileColumn.Content.Own(own.get().text().orElse(""));
  }

  /** What is written may be empty; what stands in the cell is not. */
  private static Map<String, String> recode(YamlMap map) {
    Map<String, String> recode = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue> entry : map.entries()) {
      if (entry.getKey().isBlank()) {
        entry
            .getValue()
            .report(Diagnostic.error(
                    "profile.recode-empty",
                    map.keyPlace(entry.getKey()),
                    "'recode' does not see empty cells")
                .hint("write such as 'empty: 0' beside 'recode'"));
      }
      entry.getValue().textOrEmpty().ifPresent(text -> recode.put(entry.getKey(), text));
    }
    return recode;
  }

  private CountColumn count(YamlMap map) {
    Count count = map.required("from")
        .flatMap(value -> value.word(Count.values(), Count::word))
        .orElse(Count.N);
    CountColumn column =
        new CountColumn(map.optional("name").flatMap(YamlValue::text).orElse(count.word()), count);
    map.close();
    places.put(column, map, map.isSound());
    return column;
  }
}
