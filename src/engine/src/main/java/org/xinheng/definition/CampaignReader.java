package org.xinheng.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.policy.Campaign;

/** Reads a campaign. */
final class CampaignReader {

  private static final LocalDate NO_DATE = LocalDate.EPOCH;

  private CampaignReader() {}

  static Read<Campaign> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<Campaign> campaign =
        YamlDocument.root(source, found).map(root -> campaign(root, places));
    return new Read<>(campaign, places, found);
  }

  private static Campaign campaign(YamlMap root, Places places) {
    Optional<YamlMap> window = root.required("window").flatMap(YamlValue::map);
    LocalDate from = window.map(map -> date(map, "from")).orElse(NO_DATE);
    LocalDate to = window.map(map -> date(map, "to")).orElse(NO_DATE);
    if (to.isBefore(from) && !to.equals(NO_DATE)) {
      YamlValue last = window.flatMap(map -> map.required("to")).orElseThrow();
      last.report(Diagnostic.error(
              "campaign.window",
              last.place(),
              "the window ends on %s, before it begins on %s",
              to,
              from)
          .hint("write the later date after 'to'"));
    }
    window.ifPresent(YamlMap::close);
    Map<String, Place> names = new LinkedHashMap<>();
    Campaign campaign = new Campaign(
        root.id("campaign"),
        root.bilingual("name"),
        root.text("school-year"),
        from,
        to,
        root.id("policy"),
        ids("battery", root.required("batteries").map(YamlValue::someOrOne), names),
        ids("norms", root.optional("norms").map(YamlValue::listOrOne), names),
        files(root));
    root.close();
    places.put(campaign, root, root.isSound());
    names.forEach((name, place) -> places.note(campaign, name, place));
    return campaign;
  }

  private static Campaign.Files files(YamlMap root) {
    Optional<YamlMap> files = root.required("files").flatMap(YamlValue::map);
    if (files.isEmpty()) {
      return new Campaign.Files("", List.of(), List.of());
    }
    YamlMap map = files.get();
    Campaign.Files all = new Campaign.Files(
        map.text("roster"),
        texts(map.required("responses")),
        texts(map.optional("evidence")),
        map.optional("risk-factors").flatMap(YamlValue::text),
        map.optional("concerns").flatMap(YamlValue::text),
        map.optional("registry").flatMap(YamlValue::text),
        map.optional("calendar").flatMap(YamlValue::text),
        map.optional("map").flatMap(YamlValue::text));
    map.close();
    return all;
  }

  /** The ids of a list; {@code names} takes the place of each, such as {@code battery 0}. */
  private static List<String> ids(
      String part, Optional<List<YamlValue>> values, Map<String, Place> names) {
    List<String> ids = new ArrayList<>();
    for (YamlValue value : values.orElse(List.of())) {
      names.put(part + " " + ids.size(), value.place());
      ids.add(value.id().orElse(""));
    }
    return ids;
  }

  private static List<String> texts(Optional<YamlValue> value) {
    return value.map(YamlValue::listOrOne).orElse(List.of()).stream()
        .flatMap(entry -> entry.text().stream())
        .toList();
  }

  private static LocalDate date(YamlMap map, String key) {
    return map.required(key).flatMap(value -> PeriodReader.date(value, key)).orElse(NO_DATE);
  }
}
