package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Verification;

/** Reads the bands of a scale. */
final class BandsReader {

  private static final String ONLY = "default";

  private final Places places;

  BandsReader(Places places) {
    this.places = places;
  }

  /** One set of bands, or a list of sets, each with an id. */
  List<Bands> read(YamlValue value) {
    return value.isList()
        ? value.list().stream()
            .flatMap(entry -> entry.map().stream())
            .map(map -> bands(map.id("id"), map))
            .toList()
        : value.map().map(map -> bands(ONLY, map)).stream().toList();
  }

  private Bands bands(String id, YamlMap map) {
    List<Band> bands = new ArrayList<>();
    map.required("edges")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(band -> bands.add(band(band))));
    Optional<YamlMap> audience = map.optional("for").flatMap(YamlValue::map);
    Bands all = new Bands(
        id,
        map.optional("system").flatMap(YamlValue::id).orElse(ONLY),
        audience.map(AudienceReader::read).orElse(Audience.EVERYBODY),
        map.optional("on")
            .flatMap(v -> v.word(Bands.Stage.values(), Bands.Stage::word))
            .orElse(Bands.Stage.VALUE),
        map.required("risk")
            .flatMap(v -> v.word(Bands.Risk.values(), Bands.Risk::word))
            .orElse(Bands.Risk.HIGH),
        bands,
        map.id("source"),
        map.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE));
    audience.ifPresent(YamlMap::close);
    map.close();
    places.put(all, map, map.isSound());
    return all;
  }

  private Band band(YamlMap map) {
    Band band = new Band(
        map.id("id"),
        map.required("from").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO),
        map.required("level").flatMap(v -> v.integer(0, 3)).orElse(0),
        map.bilingual("label"),
        map.optional("source").flatMap(YamlValue::id),
        map.optional("verification").flatMap(YamlValue::verification));
    map.close();
    places.put(band, map, map.isSound());
    return band;
  }
}
