package org.xinheng.app.show;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.form.FormReader;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;
import org.xinheng.policy.Battery;
import org.xinheng.policy.BatteryLoad;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.OutputProfile;

/** The definitions of a library as rows of a list. */
public final class Catalogue {

  private Catalogue() {}

  /** The entry of a definition; throws as {@link InstrumentLibrary} does. */
  public static CatalogueEntry entry(Kind kind, String id, InstrumentLibrary library)
      throws IOException {
    return switch (kind) {
      case QUESTIONNAIRE, CASES, WORDING -> of(library.questionnaire(id));
      case NORM_SET -> of(library.normSet(id));
      case BATTERY -> {
        Battery battery = library.battery(id);
        yield of(battery, load(battery, library), topics(battery, library));
      }
      case POLICY -> of(library.policy(id));
      case PROFILE -> of(library.profile(id));
      case FORM -> of(library.form(id));
    };
  }

  /** What a battery asks of those who answer it; empty if one of its questionnaires cannot be read. */
  public static Optional<BatteryLoad> load(Battery battery, InstrumentLibrary library)
      throws IOException {
    try {
      return Optional.of(BatteryLoad.of(library.questionnairesOf(battery)));
    } catch (DefinitionException | UnknownDefinitionException e) {
      return Optional.empty();
    }
  }

  /** The headings of a list of one kind. */
  public static List<String> headings(Kind kind) {
    return switch (kind) {
      case QUESTIONNAIRE, CASES, WORDING ->
        List.of(
            "id",
            "name\nform",
            "informants\nlanguages",
            "grades",
            "items\nmin",
            "wording\nverification");
      case NORM_SET -> List.of("id", "name", "questionnaire", "verification");
      case BATTERY -> List.of("id", "name", "grades", "items\nmin", "questionnaires\nto obtain");
      case POLICY, PROFILE -> List.of("id", "name", "version");
      case FORM -> List.of("id", "name", "read by", "version");
    };
  }

  /** The cells of an entry under the headings of its kind. */
  public static List<String> cells(CatalogueEntry entry) {
    String name = Shown.stacked(entry.name());
    String grades = entry.grades().map(Object::toString).orElse("");
    String verification = entry.verification().map(Verification::word).orElse("");
    return switch (entry.kind()) {
      case QUESTIONNAIRE, CASES, WORDING ->
        List.of(
            entry.id(),
            name + entry.facts().form().map(form -> "\n" + form).orElse(""),
            entry.informants().stream()
                    .sorted()
                    .map(Informant::word)
                    .collect(Collectors.joining("\n"))
                + "\n" + String.join(", ", new TreeSet<>(entry.languages())),
            grades,
            load(entry),
            entry.wording().map(Licence.Wording::word).orElse("") + "\n" + groups(entry));
      case NORM_SET ->
        List.of(entry.id(), name, String.join(", ", entry.questionnaires()), verification);
      case BATTERY ->
        List.of(
            entry.id(),
            name,
            grades,
            load(entry),
            String.join(", ", entry.questionnaires()) + "\n" + obtain(entry));
      case POLICY, PROFILE -> List.of(entry.id(), name, entry.version());
      case FORM ->
        List.of(entry.id(), name, String.join(", ", entry.facts().readers()), entry.version());
    };
  }

  private static String load(CatalogueEntry entry) {
    return entry.facts().items().map(Object::toString).orElse("") + "\n"
        + entry.minutes().map(Object::toString).orElse("");
  }

  /** {@code key two-sources}, and so on for bands and norms. */
  private static String groups(CatalogueEntry entry) {
    return entry.facts().verification().entrySet().stream()
        .filter(group -> !group.getKey().equals("licence"))
        .map(group -> group.getKey() + " " + group.getValue().word())
        .collect(Collectors.joining("\n"));
  }

  private static String obtain(CatalogueEntry entry) {
    return entry.facts().toObtain().isEmpty()
        ? ""
        : "own copy: " + String.join(", ", entry.facts().toObtain());
  }

  private static CatalogueEntry of(Instrument instrument) {
    About about = instrument.about();
    List<String> topics = new ArrayList<>();
    add(about.measures(), topics);
    instrument.items().forEach(item -> add(item.topic(), topics));
    instrument.scales().forEach(scale -> add(scale.name(), topics));
    instrument.classifications().forEach(classification -> add(classification.name(), topics));
    List<String> words = words(instrument.id(), about.name());
    words.addAll(topics);
    return new CatalogueEntry(
        Kind.QUESTIONNAIRE,
        instrument.id(),
        instrument.version(),
        about.name(),
        about.informants(),
        about.languages(),
        Optional.of(about.grades()),
        Optional.of(about.minutes()),
        Optional.of(about.licence().wording()),
        verification(instrument),
        List.of(),
        words,
        new CatalogueEntry.Facts(
            Optional.of(instrument.form()),
            Optional.of(instrument.items().size()),
            groups(about),
            about.licence().obtain(),
            List.of(),
            topics,
            List.of()));
  }

  private static Map<String, Verification> groups(About about) {
    Map<String, Verification> groups = new LinkedHashMap<>();
    for (String group : List.of("key", "bands", "norms", "licence")) {
      Optional.ofNullable(about.verification().get(group))
          .ifPresent(word -> groups.put(group, word));
    }
    return groups;
  }

  /** The worse of key and bands; of the key alone where there are no bands to verify. */
  private static Optional<Verification> verification(Instrument instrument) {
    boolean hasBands =
        instrument.scales().stream().anyMatch(scale -> !scale.bandSets().isEmpty());
    return (hasBands ? Stream.of("key", "bands") : Stream.of("key"))
        .flatMap(
            group -> Optional.ofNullable(instrument.about().verification().get(group)).stream())
        .max(Comparator.naturalOrder());
  }

  private static CatalogueEntry of(NormSet norms) {
    List<String> words = words(norms.id(), norms.name(), norms.sample());
    words.add(norms.questionnaire());
    return new CatalogueEntry(
        Kind.NORM_SET,
        norms.id(),
        norms.version(),
        norms.name(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(norms.verification()),
        List.of(norms.questionnaire()),
        words,
        CatalogueEntry.Facts.NONE);
  }

  private static CatalogueEntry of(
      Battery battery, Optional<BatteryLoad> load, List<String> topics) {
    List<String> words = words(battery.id(), battery.name());
    words.addAll(battery.questionnaires());
    return new CatalogueEntry(
        Kind.BATTERY,
        battery.id(),
        battery.version(),
        battery.name(),
        Set.of(),
        Set.of(),
        Optional.of(battery.grades()),
        load.map(BatteryLoad::minutes),
        Optional.empty(),
        Optional.empty(),
        battery.questionnaires(),
        words,
        new CatalogueEntry.Facts(
            Optional.empty(),
            load.map(BatteryLoad::items),
            Map.of(),
            Optional.empty(),
            load.map(BatteryLoad::toObtain).orElse(List.of()),
            topics,
            List.of()));
  }

  /** What the questionnaires of a battery measure; nothing if one of them cannot be read. */
  private static List<String> topics(Battery battery, InstrumentLibrary library)
      throws IOException {
    List<String> topics = new ArrayList<>();
    try {
      library.questionnairesOf(battery).forEach(each -> add(each.about().measures(), topics));
    } catch (DefinitionException | UnknownDefinitionException e) {
      return List.of();
    }
    return topics;
  }

  private static CatalogueEntry of(PrintedForm form) {
    List<String> words = words(form.id(), form.name(), form.purpose());
    List<String> topics = new ArrayList<>();
    add(form.purpose(), topics);
    form.texts().forEach(text -> add(text, topics));
    return new CatalogueEntry(
        Kind.FORM,
        form.id(),
        form.version(),
        form.name(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        words,
        new CatalogueEntry.Facts(
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            List.of(),
            topics,
            form.readers().stream().sorted().map(FormReader::word).toList()));
  }

  private static CatalogueEntry of(TierPolicy policy) {
    return new CatalogueEntry(
        Kind.POLICY,
        policy.id(),
        policy.version(),
        policy.name(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        words(policy.id(), policy.name()),
        CatalogueEntry.Facts.NONE);
  }

  private static CatalogueEntry of(OutputProfile profile) {
    return new CatalogueEntry(
        Kind.PROFILE,
        profile.id(),
        profile.version(),
        profile.name(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        words(profile.id(), profile.name()),
        CatalogueEntry.Facts.NONE);
  }

  private static List<String> words(String id, Text... texts) {
    List<String> words = new ArrayList<>(List.of(id));
    for (Text text : texts) {
      add(text, words);
    }
    return words;
  }

  private static void add(Text text, List<String> words) {
    words.add(text.en());
    words.add(text.zhCn());
  }
}
