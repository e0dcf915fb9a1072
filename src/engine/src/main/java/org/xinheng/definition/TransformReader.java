package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Transform;

/** Reads how a combination becomes the value of a scale. */
final class TransformReader {

  private final Places places;

  TransformReader(Places places) {
    this.places = places;
  }

  /** The keys of a scale from {@code multiply} to {@code convert}, all optional. */
  Transform transform(YamlMap scale) {
    return new Transform(
        scale.optional("multiply").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE),
        scale.optional("divide").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE),
        scale.optional("add").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO),
        scale.optional("round").map(TransformReader::rounding).orElse(Rounding.NONE),
        scale
            .optional("clamp")
            .flatMap(YamlValue::range)
            .map(ends -> new Transform.Clamp(ends.get(0), ends.get(1))),
        scale.optional("convert").flatMap(YamlValue::map).map(this::conversion));
  }

  static Rounding rounding(YamlValue value) {
    return value
        .map()
        .map(map -> {
          Rounding.Mode mode = map.required("mode")
              .flatMap(v -> v.word(Rounding.Mode.values(), Rounding.Mode::word))
              .orElse(Rounding.Mode.NONE);
          Optional<YamlValue> to =
              mode == Rounding.Mode.NONE ? map.optional("to") : map.required("to");
          int decimals = to.flatMap(v -> v.integer(0, 6))
              .filter(digits -> mode != Rounding.Mode.NONE)
              .orElse(0);
          map.close();
          return new Rounding(mode, decimals);
        })
        .orElse(Rounding.NONE);
  }

  /** {@code {table: {8: 38.2, 9: 41.0}, between: interpolate, round: {to: 1, mode: half-up}}}. */
  private Conversion conversion(YamlMap map) {
    List<Conversion.Entry> entries = new ArrayList<>();
    map.required("table").flatMap(YamlValue::someMap).ifPresent(table -> {
      for (Map.Entry<String, YamlValue> line : table.entries()) {
        Optional<BigDecimal> from = table.key(line.getKey()).decimal();
        Optional<BigDecimal> to = line.getValue().decimal();
        if (from.isPresent() && to.isPresent()) {
          Conversion.Entry entry = new Conversion.Entry(from.get(), to.get());
          places.put(entry, table.keyPlace(line.getKey()));
          places.note(entry, "to", line.getValue().place());
          entries.add(entry);
        }
      }
    });
    Optional<YamlValue> between = map.optional("between");
    between.ifPresent(value -> value.word(new String[] {"interpolate"}, word -> word));
    Conversion conversion = new Conversion(
        entries, between.flatMap(any -> map.required("round")).map(TransformReader::rounding));
    map.close();
    places.put(conversion, map, map.isSound());
    return conversion;
  }
}
