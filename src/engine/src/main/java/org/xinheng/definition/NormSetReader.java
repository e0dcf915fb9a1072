package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Verification;

/** Reads a norm set. */
final class NormSetReader {

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
    NormSet set = new NormSet(
        root.id("norm-set"),
        root.text("version"),
        root.id("questionnaire"),
        root.bilingual("name"),
        root.bilingual("sample"),
        root.required("round").map(TransformReader::rounding).orElse(Rounding.NONE),
        groups,
        source(root),
        root.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE),
        hash);
    root.close();
    places.put(set, root, root.isSound());
    return set;
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
    Map<String, NormSet.MeanAndSd> scales = new LinkedHashMap<>();
    map.required("scales").flatMap(YamlValue::map).ifPresent(cells -> {
      for (Map.Entry<String, YamlValue> entry : cells.entries()) {
        Place name = cells.keyPlace(entry.getKey());
        entry.getValue().map().ifPresent(cell -> scales.put(entry.getKey(), meanAndSd(name, cell)));
      }
    });
    NormSet.Group group = new NormSet.Group(map.id("id"), ScaleReader.audience(map), scales);
    map.close();
    places.put(group, map, map.isSound());
    return group;
  }

  private NormSet.MeanAndSd meanAndSd(Place name, YamlMap map) {
    NormSet.MeanAndSd cell = new NormSet.MeanAndSd(
        map.required("mean").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO),
        map.required("sd").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE));
    map.close();
    places.put(cell, name, map, map.isSound());
    return cell;
  }
}
