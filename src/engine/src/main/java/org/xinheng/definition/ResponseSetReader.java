package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;

/** Reads the response sets of a questionnaire. */
final class ResponseSetReader {

  private static final Text NO_TEXT = new Text("", "");
  private static final int MOST_DECIMALS = 6;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LARGEST_MISSING_NUMBER = 999_999_999;

  private final Places places;

  ResponseSetReader(Places places) {
    this.places = places;
  }

  /** All response sets of a questionnaire. */
  List<ResponseSet> responseSets(YamlMap root) {
    List<ResponseSet> sets = new ArrayList<>();
    root.required("responses").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = map.name(entry.getKey());
        sets.add(entry
            .getValue()
            .map()
            .map(set -> responseSet(id, map.keyPlace(id), set))
            .orElse(new ResponseSet.Choice(id, List.of(), Map.of())));
      }
    });
    return sets;
  }

  private ResponseSet responseSet(String id, Place place, YamlMap map) {
    Map<String, Place> within = new HashMap<>();
    ResponseSet set = shape(id, map, within);
    map.close();
    places.put(set, place, map, map.isSound());
    within.forEach((key, inner) -> places.note(set, key, inner));
    return set;
  }

  /**
   * What the keys of the map say.
   *
   * @param within is given the places of values further in
   */
  private static ResponseSet shape(String id, YamlMap map, Map<String, Place> within) {
    if (map.has("number")) {
      return number(id, map, within);
    }
    if (map.has("slider")) {
      return slider(id, map, within);
    }
    if (map.has("text")) {
      return text(id, map);
    }
    List<Option> options = options(map);
    Map<Integer, Missing> missing =
        missing(map, ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE, within);
    boolean several = map.optional("several").flatMap(YamlValue::yesOrNo).orElse(false);
    if (!several) {
      return new ResponseSet.Choice(id, options, missing);
    }
    Optional<Integer> none = map.optional("none")
        .flatMap(value -> value.integer(ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE));
    return new ResponseSet.SeveralChoices(id, options, none, missing);
  }

  private static List<Option> options(YamlMap map) {
    List<Option> options = new ArrayList<>();
    map.required("options").flatMap(YamlValue::map).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> entry : codes.entries()) {
        codes
            .code(entry.getKey())
            .ifPresent(code ->
                options.add(new Option(code, entry.getValue().bilingual().orElse(NO_TEXT))));
      }
    });
    return options;
  }

  /** {@code number: {from: 0, to: 365, decimals: 0, unit: {en: days, zh-CN: 天}}}. */
  private static ResponseSet number(String id, YamlMap map, Map<String, Place> within) {
    Optional<YamlMap> number = map.required("number").flatMap(YamlValue::map);
    number.ifPresent(inner -> within.putAll(inner.valuePlaces()));
    ResponseSet set = new ResponseSet.NumberEntry(
        id,
        decimal(number, "from"),
        decimal(number, "to"),
        number
            .flatMap(inner -> inner.optional("decimals"))
            .flatMap(value -> value.integer(0, MOST_DECIMALS))
            .orElse(0),
        number.flatMap(inner -> inner.optional("unit")).flatMap(YamlValue::bilingual),
        missingNumbers(map, within));
    number.ifPresent(YamlMap::close);
    return set;
  }

  /** {@code slider: {from: 0, to: 100, step: 5, low: {en: …, zh-CN: …}, high: {…}}}. */
  private static ResponseSet slider(String id, YamlMap map, Map<String, Place> within) {
    Optional<YamlMap> slider = map.required("slider").flatMap(YamlValue::map);
    slider.ifPresent(inner -> within.putAll(inner.valuePlaces()));
    ResponseSet set = new ResponseSet.Slider(
        id,
        decimal(slider, "from"),
        decimal(slider, "to"),
        decimal(slider, "step"),
        slider.map(inner -> inner.bilingual("low")).orElse(NO_TEXT),
        slider.map(inner -> inner.bilingual("high")).orElse(NO_TEXT),
        missingNumbers(map, within));
    slider.ifPresent(YamlMap::close);
    return set;
  }

  private static BigDecimal decimal(Optional<YamlMap> map, String key) {
    return map.flatMap(inner -> inner.required(key))
        .flatMap(YamlValue::decimal)
        .orElse(BigDecimal.ZERO);
  }

  /** {@code text: {longest: 500}}. */
  private static ResponseSet text(String id, YamlMap map) {
    Optional<YamlMap> text = map.required("text").flatMap(YamlValue::map);
    int longest = text.flatMap(inner -> inner.required("longest"))
        .flatMap(value -> value.integer(1, LONGEST_TEXT))
        .orElse(1);
    text.ifPresent(YamlMap::close);
    return new ResponseSet.FreeText(id, longest);
  }

  private static Map<Integer, Missing> missingNumbers(YamlMap map, Map<String, Place> within) {
    return missing(map, -LARGEST_MISSING_NUMBER, LARGEST_MISSING_NUMBER, within);
  }

  private static Map<Integer, Missing> missing(
      YamlMap map, int lowest, int highest, Map<String, Place> within) {
    Map<Integer, Missing> missing = new HashMap<>();
    map.optional("missing").flatMap(YamlValue::map).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> entry : codes.entries()) {
        Optional<Integer> code = codes.key(entry.getKey()).integer(lowest, highest);
        Optional<Missing> kind = missingKind(entry.getValue());
        if (code.isPresent() && kind.isPresent()) {
          missing.put(code.get(), kind.get());
          within.put("missing " + code.get(), codes.keyPlace(entry.getKey()));
        }
      }
    });
    return missing;
  }

  private static Optional<Missing> missingKind(YamlValue value) {
    Missing[] declarable = Arrays.stream(Missing.values())
        .filter(kind -> kind != Missing.UNDECLARED)
        .toArray(Missing[]::new);
    return value.word(declarable, Missing::word);
  }
}
