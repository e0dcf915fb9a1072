package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Verification;

/** Reads a norm set. */
final class NormSetReader {

  private static final Rounding WHOLE = new Rounding(Rounding.Mode.HALF_UP, 0);

  private final Places places;

  private NormSetReader(Places places) {
    this.places = places;
  }

  static Read<NormSet> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<NormSet> set = YamlDocument.root(source, found)
        .map(root -> new NormSetReader(places).normSet(root, source.hash()));
    return new Read<>(set, places, found);
  }

  private NormSet normSet(YamlMap root, String hash) {
    List<NormSet.Group> groups = new ArrayList<>();
    root.required("groups")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> groups.add(group(map))));
    Optional<YamlMap> audience = root.optional("for").flatMap(YamlValue::map);
    Optional<YamlMap> gives = root.required("gives").flatMap(YamlValue::map);
    Map<StandardScore, Rounding> given = gives.map(NormSetReader::gives).orElse(Map.of());
    if (given.isEmpty() && gives.filter(YamlMap::isSound).isPresent()) {
      YamlValue value = root.required("gives").orElseThrow();
      value.report(Diagnostic.error("value.empty", value.place(), "'gives' is empty")
          .hint("write such as {t: {to: 0, mode: half-up}}"));
    }
    NormSet set = new NormSet(
        root.id("norm-set"),
        root.text("version"),
        root.id("questionnaire"),
        root.bilingual("name"),
        root.bilingual("sample"),
        audience.map(AudienceReader::read).orElse(Audience.EVERYBODY),
        given,
        is(root, "percentile", "normal"),
        is(root, "normalised", "yes"),
        groups,
        source(root),
        root.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE),
        hash);
    audience.ifPresent(YamlMap::close);
    root.close();
    places.put(set, root, root.isSound());
    gives.ifPresent(map -> set.gives()
        .keySet()
        .forEach(score -> places.note(set, "gives " + score.word(), map.keyPlace(score.word()))));
    return set;
  }

  /** {@code {t: {to: 0, mode: half-up}, sten: whole}}. */
  private static Map<StandardScore, Rounding> gives(YamlMap map) {
    Map<StandardScore, Rounding> gives = new LinkedHashMap<>();
    for (StandardScore score : StandardScore.values()) {
      map.optional(score.word())
          .ifPresent(value ->
              gives.put(score, score.isClass() ? whole(value) : TransformReader.rounding(value)));
    }
    map.close();
    return gives;
  }

  private static Rounding whole(YamlValue value) {
    value.word(new String[] {"whole"}, word -> word);
    return WHOLE;
  }

  private static boolean is(YamlMap root, String key, String word) {
    return root.optional(key)
        .flatMap(value -> value.word(new String[] {word}, any -> any))
        .isPresent();
  }

  private static Source source(YamlMap root) {
    return root.required("source")
        .flatMap(YamlValue::map)
        .map(map -> {
          Source source = new Source(
              "source",
              map.text("citation"),
              map.optional("link").flatMap(YamlValue::textOrEmpty).orElse(""));
          map.close();
          return source;
        })
        .orElse(new Source("source", "", ""));
  }

  private NormSet.Group group(YamlMap map) {
    Map<String, Norm> scales = new LinkedHashMap<>();
    map.required("scales").flatMap(YamlValue::map).ifPresent(norms -> {
      for (Map.Entry<String, YamlValue> entry : norms.entries()) {
        Place name = norms.keyPlace(entry.getKey());
        entry.getValue().map().ifPresent(norm -> scales.put(entry.getKey(), norm(name, norm)));
      }
    });
    NormSet.Group group = new NormSet.Group(map.id("id"), AudienceReader.read(map), scales);
    map.close();
    places.put(group, map, map.isSound());
    return group;
  }

  /** {@code {mean: 6.2, sd: 4.1}}, {@code {regression: {…}}}, or a table under the score that it lists. */
  private Norm norm(Place name, YamlMap map) {
    Optional<StandardScore> listed = Optional.empty();
    for (StandardScore score : StandardScore.values()) {
      listed = listed.isEmpty() && map.has(score.word()) ? Optional.of(score) : listed;
    }
    Norm norm = listed.isPresent()
        ? table(listed.get(), map)
        : map.has("regression") ? regression(map) : meanAndSd(map);
    map.close();
    places.put(norm, name, map, map.isSound());
    return norm;
  }

  private static Norm meanAndSd(YamlMap map) {
    return new Norm.MeanAndSd(
        map.required("mean").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO), sd(map));
  }

  private static BigDecimal sd(YamlMap map) {
    return map.required("sd").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE);
  }

  private static Norm regression(YamlMap map) {
    return map.required("regression")
        .flatMap(YamlValue::map)
        .map(terms -> {
          Norm.Regression regression = new Norm.Regression(
              terms.required("intercept").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO),
              coefficient(terms, "age"),
              coefficient(terms, "age-squared"),
              coefficient(terms, "female"),
              coefficient(terms, "grade"),
              sd(terms));
          terms.close();
          return regression;
        })
        .orElse(new Norm.Regression(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ONE));
  }

  private static BigDecimal coefficient(YamlMap terms, String term) {
    return terms.optional(term).flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO);
  }

  private Norm table(StandardScore of, YamlMap map) {
    List<Norm.Row> rows = new ArrayList<>();
    map.required(of.word()).flatMap(YamlValue::someMap).ifPresent(table -> {
      for (Map.Entry<String, YamlValue> entry : table.entries()) {
        Optional<BigDecimal> score = table.score(entry.getKey());
        Optional<BigDecimal> standard = entry.getValue().decimal();
        if (score.isPresent() && standard.isPresent()) {
          Norm.Row row = new Norm.Row(score.get(), standard.get());
          places.put(row, table.keyPlace(entry.getKey()));
          places.note(row, "standard", entry.getValue().place());
          rows.add(row);
        }
      }
    });
    return new Norm.Table(of, rows, is(map, "between", "interpolate"));
  }
}
