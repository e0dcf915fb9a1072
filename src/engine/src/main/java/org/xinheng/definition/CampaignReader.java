package org.xinheng.definition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Comparison;
import org.xinheng.policy.Precision;
import org.xinheng.policy.ScaleReference;

/** Reads a campaign. */
final class CampaignReader {

  private static final int LAST_GRADE = 12;

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
        root.optional("grades").flatMap(value -> value.interval(1, LAST_GRADE)),
        root.optional("same-year").map(CampaignReader::texts).orElse(List.of()),
        root.id("policy"),
        ids("battery", root.required("batteries").map(YamlValue::someOrOne), names),
        ids("norms", root.optional("norms").map(YamlValue::listOrOne), names),
        comparison(root, places),
        new PreparationReader(places, from, to).preparation(root),
        files(root));
    root.close();
    places.put(campaign, root, root.isSound());
    names.forEach((name, place) -> places.note(campaign, name, place));
    return campaign;
  }

  private static Optional<Comparison> comparison(YamlMap root, Places places) {
    return root.optional("compared-with").flatMap(YamlValue::map).map(map -> {
      String campaign = map.text("campaign");
      Map<ScaleReference, Precision> precision = new LinkedHashMap<>();
      map.required("precision").flatMap(YamlValue::someMap).ifPresent(scales -> {
        for (Map.Entry<String, YamlValue> entry : scales.entries()) {
          Optional<ScaleReference> scale = BatteryReader.scale(scales.key(entry.getKey()), places);
          Optional<Precision> of = entry.getValue().map().flatMap(CampaignReader::precision);
          if (scale.isPresent() && of.isPresent()) {
            precision.put(scale.get(), of.get());
          }
        }
      });
      map.close();
      return new Comparison(campaign, precision);
    });
  }

  private static Optional<Precision> precision(YamlMap map) {
    Optional<Double> sd = aboveZero(map.required("sd"));
    Optional<Double> reliability = map.required("reliability")
        .flatMap(value -> value.decimal(0, 1).filter(number -> isBelowOne(number, value)))
        .map(BigDecimal::doubleValue);
    String source = map.text("source");
    map.close();
    return sd.isPresent() && reliability.isPresent() && !source.isEmpty()
        ? Optional.of(new Precision(sd.get(), reliability.get(), source))
        : Optional.empty();
  }

  private static Optional<Double> aboveZero(Optional<YamlValue> value) {
    return value
        .flatMap(YamlValue::decimal)
        .filter(number -> {
          boolean fits = number.signum() > 0;
          if (!fits) {
            value
                .orElseThrow()
                .report(Diagnostic.error(
                        "precision.sd",
                        value.orElseThrow().place(),
                        "a standard deviation of %s tells nothing apart",
                        number.toPlainString())
                    .hint("write that of the scores of comparable students"));
          }
          return fits;
        })
        .map(BigDecimal::doubleValue);
  }

  private static boolean isBelowOne(BigDecimal number, YamlValue value) {
    boolean fits = number.compareTo(BigDecimal.ONE) < 0;
    if (!fits) {
      value.report(Diagnostic.error(
              "precision.reliability", value.place(), "no scale measures without any error")
          .hint("write a reliability below 1, such as 0.84"));
    }
    return fits;
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
        map.optional("contacts").flatMap(YamlValue::text),
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
    return value.map(CampaignReader::texts).orElse(List.of());
  }

  private static List<String> texts(YamlValue value) {
    return value.listOrOne().stream().flatMap(entry -> entry.text().stream()).toList();
  }

  private static LocalDate date(YamlMap map, String key) {
    return map.required(key).flatMap(value -> PeriodReader.date(value, key)).orElse(NO_DATE);
  }
}
