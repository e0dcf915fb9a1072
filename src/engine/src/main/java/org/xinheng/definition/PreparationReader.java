package org.xinheng.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.ConsentMode;
import org.xinheng.policy.Preparation;
import org.xinheng.policy.PreparationStep;
import org.xinheng.policy.Role;

/** Reads what was done before a campaign was launched. */
final class PreparationReader {

  private final Places places;
  private final LocalDate from;
  private final LocalDate to;
  private final List<Preparation.Duty> duties = new ArrayList<>();
  private Optional<Preparation.ConsentText> consent = Optional.empty();

  /** {@code from} and {@code to} are the window of the campaign, for which whoever is on duty is so if nothing else is said. */
  PreparationReader(Places places, LocalDate from, LocalDate to) {
    this.places = places;
    this.from = from;
    this.to = to;
  }

  Optional<Preparation> preparation(YamlMap root) {
    return root.optional("preparation").flatMap(YamlValue::map).map(map -> {
      Map<PreparationStep, Preparation.Entry> steps = new EnumMap<>(PreparationStep.class);
      for (PreparationStep step : PreparationStep.values()) {
        map.optional(step.word())
            .flatMap(YamlValue::map)
            .flatMap(one -> step(step, one))
            .ifPresent(entry -> steps.put(step, entry));
      }
      Optional<Preparation.Entry> signed = map.optional("signed")
          .flatMap(YamlValue::map)
          .flatMap(one -> {
            Optional<Preparation.Entry> entry = entry(one);
            one.close();
            return entry;
          });
      map.close();
      Preparation preparation = new Preparation(steps, consent, duties, signed);
      places.put(preparation, root.keyPlace("preparation"), map, map.isSound());
      return preparation;
    });
  }

  private Optional<Preparation.Entry> step(PreparationStep step, YamlMap map) {
    Optional<Preparation.Entry> entry = entry(map);
    switch (step) {
      case CONSENT -> consent = consent(map);
      case RESPONDERS ->
        map.required("on-duty")
            .map(YamlValue::someList)
            .orElse(List.of())
            .forEach(value -> value.map().ifPresent(this::duty));
      case IMPACT_ASSESSMENT, ROSTER, CAPACITY, WORDING -> {}
    }
    map.close();
    return entry;
  }

  private static Optional<Preparation.Entry> entry(YamlMap map) {
    Optional<Role> by = map.required("by").flatMap(value -> value.word(Role.values(), Role::word));
    Optional<LocalDate> date =
        map.required("date").flatMap(value -> PeriodReader.date(value, "date"));
    Optional<String> name = map.optional("name").flatMap(YamlValue::text);
    Optional<String> note = map.optional("note").flatMap(YamlValue::text);
    return by.isPresent() && date.isPresent()
        ? Optional.of(new Preparation.Entry(by.get(), date.get(), name, note))
        : Optional.empty();
  }

  private static Optional<Preparation.ConsentText> consent(YamlMap map) {
    Optional<ConsentMode> mode =
        map.required("mode").flatMap(value -> value.word(ConsentMode.values(), ConsentMode::word));
    Optional<String> version = map.required("version").flatMap(YamlValue::text);
    return mode.isPresent() && version.isPresent()
        ? Optional.of(new Preparation.ConsentText(mode.get(), version.get()))
        : Optional.empty();
  }

  private void duty(YamlMap map) {
    Optional<String> name = map.required("name").flatMap(YamlValue::text);
    LocalDate first = date(map, "from").orElse(from);
    LocalDate last = date(map, "to").orElse(to);
    if (last.isBefore(first) && (map.has("from") || map.has("to"))) {
      YamlValue end = map.optional("to").or(() -> map.optional("from")).orElseThrow();
      end.report(Diagnostic.error(
              "preparation.duty",
              end.place(),
              "the duty ends on %s, before it begins on %s",
              last,
              first)
          .hint("write the later date after 'to'"));
    }
    map.close();
    name.ifPresent(known -> duties.add(new Preparation.Duty(known, first, last)));
  }

  private static Optional<LocalDate> date(YamlMap map, String key) {
    return map.optional(key).flatMap(value -> PeriodReader.date(value, key));
  }
}
