package org.xinheng.definition;

import java.util.List;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Verification;

/**
 * Reads the critical items of a questionnaire: {@code item} with a comparison, or {@code id} with {@code when} for more
 * than one answer.
 */
final class CriticalItemReader {

  private static final Alert[] ALERTS = {Alert.NONE, Alert.SAME_DAY, Alert.IMMEDIATE};

  private final ConditionReader conditions;
  private final Places places;

  CriticalItemReader(ConditionReader conditions, Places places) {
    this.conditions = conditions;
    this.places = places;
  }

  List<CriticalItem> critical(YamlMap root) {
    return root.optional("critical").map(YamlValue::list).orElse(List.of()).stream()
        .flatMap(entry -> entry.map().stream())
        .map(this::criticalItem)
        .toList();
  }

  private CriticalItem criticalItem(YamlMap map) {
    if (map.has("when")) {
      String id = map.id("id");
      return criticalItem(
          id,
          map.required("when").map(conditions::condition).orElse(ConditionReader.UNREADABLE),
          map);
    }
    Condition single = conditions.ofItem(map);
    return criticalItem(single.askedItem().orElse(""), single, map);
  }

  private CriticalItem criticalItem(String id, Condition when, YamlMap map) {
    CriticalItem item = new CriticalItem(
        id,
        when,
        map.required("alert").flatMap(value -> value.word(ALERTS, Alert::word)).orElse(Alert.NONE),
        map.bilingual("topic"),
        map.id("source"),
        map.required("verification").flatMap(YamlValue::verification).orElse(Verification.NONE));
    map.close();
    places.put(item, map, map.isSound());
    return item;
  }
}
