package org.xinheng.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Interval;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.SchoolKind;

/** Reads a battery. */
final class BatteryReader {

  private static final Interval ANY_GRADE = new Interval(1, 12);

  private final Places places;

  private BatteryReader(Places places) {
    this.places = places;
  }

  static Read<Battery> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<Battery> battery = YamlDocument.root(source, found)
        .map(root -> new BatteryReader(places).battery(root, source.hash()));
    return new Read<>(battery, places, found);
  }

  private Battery battery(YamlMap root, String hash) {
    List<String> questionnaires = new ArrayList<>();
    List<Place> questionnairePlaces = new ArrayList<>();
    root.required("questionnaires").map(YamlValue::someOrOne).orElse(List.of()).forEach(value -> {
      questionnaires.add(value.id().orElse(""));
      questionnairePlaces.add(value.place());
    });
    List<ScaleReference> supporting = new ArrayList<>();
    root.optional("supporting")
        .map(YamlValue::listOrOne)
        .orElse(List.of())
        .forEach(value -> scale(value).ifPresent(supporting::add));
    Battery battery = new Battery(
        root.id("battery"),
        root.text("version"),
        root.bilingual("name"),
        root.required("grades").flatMap(value -> value.interval(1, 12)).orElse(ANY_GRADE),
        root.optional("school-kind")
            .flatMap(value -> value.word(SchoolKind.values(), SchoolKind::word)),
        questionnaires,
        root.required("primary").flatMap(this::scale).orElse(new ScaleReference("", "")),
        supporting,
        root.optional("impact").flatMap(this::scale),
        root.optional("bands").flatMap(YamlValue::map).map(this::bandSystems).orElse(Map.of()),
        root.optional("stopping")
            .flatMap(YamlValue::map)
            .flatMap(new StoppingReader(places, this::scale)::read),
        hash);
    root.close();
    places.put(battery, root, root.isSound());
    for (int i = 0; i < questionnairePlaces.size(); i++) {
      places.note(battery, "questionnaire " + i, questionnairePlaces.get(i));
    }
    return battery;
  }

  /** {@code {ces-d.total: general}}. */
  private Map<ScaleReference, String> bandSystems(YamlMap map) {
    Map<ScaleReference, String> systems = new LinkedHashMap<>();
    for (Map.Entry<String, YamlValue> entry : map.entries()) {
      Optional<ScaleReference> reference = scale(map.key(entry.getKey()));
      Optional<String> system = entry.getValue().id();
      if (reference.isPresent() && system.isPresent()) {
        places.note(reference.get(), "system", entry.getValue().place());
        systems.put(reference.get(), system.get());
      }
    }
    return systems;
  }

  private Optional<ScaleReference> scale(YamlValue value) {
    return scale(value, places);
  }

  /** A scale such as {@code phq-9.total}. */
  static Optional<ScaleReference> scale(YamlValue value, Places places) {
    return value.text().flatMap(text -> {
      int dot = text.indexOf('.');
      if (dot <= 0 || dot == text.length() - 1) {
        value.report(Diagnostic.error("value.scale", value.place(), "'%s' names no scale", text)
            .hint("write questionnaire and scale, such as 'phq-9.total'"));
        return Optional.empty();
      }
      ScaleReference reference =
          new ScaleReference(text.substring(0, dot), text.substring(dot + 1));
      places.put(reference, value.place());
      return Optional.of(reference);
    });
  }
}
