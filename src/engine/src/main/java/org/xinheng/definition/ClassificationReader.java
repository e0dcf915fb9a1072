package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;

/** Reads the classifications of a questionnaire. */
final class ClassificationReader {

  private final ConditionReader conditions;
  private final Places places;

  ClassificationReader(ConditionReader conditions, Places places) {
    this.conditions = conditions;
    this.places = places;
  }

  List<Classification> classifications(YamlMap root) {
    List<Classification> classifications = new ArrayList<>();
    root.optional("classifications").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = map.name(entry.getKey());
        classifications.add(entry
            .getValue()
            .map()
            .map(inner -> classification(id, map, inner))
            .orElseGet(
                () -> new Classification(id, new Text("", ""), List.of(), "", Verification.NONE)));
      }
    });
    return classifications;
  }

  private Classification classification(String id, YamlMap outer, YamlMap map) {
    Classification classification = new Classification(
        id,
        map.bilingual("name"),
        map.required("outcomes").map(YamlValue::someList).orElse(List.of()).stream()
            .flatMap(entry -> entry.map().stream())
            .map(this::outcome)
            .toList(),
        map.id("source"),
        map.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE));
    map.close();
    places.put(classification, outer.keyPlace(id), map, map.isSound());
    return classification;
  }

  private Classification.Outcome outcome(YamlMap map) {
    Classification.Outcome outcome = new Classification.Outcome(
        map.id("id"),
        map.required("level").flatMap(value -> value.integer(0, 3)).orElse(0),
        map.bilingual("label"),
        map.required("when").map(conditions::condition).orElse(ConditionReader.UNREADABLE));
    map.close();
    places.put(outcome, map, map.isSound());
    return outcome;
  }
}
