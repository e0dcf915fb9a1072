package org.xinheng.app.show;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.OutputProfile;

/** The definitions of a library as rows of a list. */
public final class Catalogue {

  private Catalogue() {}

  /** The entry of a definition; throws as {@link InstrumentLibrary} does. */
  public static CatalogueEntry entry(Kind kind, String id, InstrumentLibrary library)
      throws IOException {
    return switch (kind) {
      case QUESTIONNAIRE, CASES -> of(library.questionnaire(id));
      case NORM_SET -> of(library.normSet(id));
      case BATTERY -> of(library.battery(id));
      case POLICY -> of(library.policy(id));
      case PROFILE -> of(library.profile(id));
    };
  }

  /** The headings of a list of one kind. */
  public static List<String> headings(Kind kind) {
    return switch (kind) {
      case QUESTIONNAIRE, CASES ->
        List.of("id", "name", "informants\nlanguages", "grades", "min", "wording\nverification");
      case NORM_SET -> List.of("id", "name", "questionnaire", "verification");
      case BATTERY -> List.of("id", "name", "grades", "questionnaires");
      case POLICY, PROFILE -> List.of("id", "name", "version");
    };
  }

  /** The cells of an entry under the headings of its kind. */
  public static List<String> cells(CatalogueEntry entry) {
    String name = Shown.stacked(entry.name());
    String grades = entry.grades().map(Object::toString).orElse("");
    String verification = entry.verification().map(Verification::word).orElse("");
    return switch (entry.kind()) {
      case QUESTIONNAIRE, CASES ->
        List.of(
            entry.id(),
            name,
            entry.informants().stream()
                    .sorted()
                    .map(Informant::word)
                    .collect(Collectors.joining(", "))
                + "\n" + String.join(", ", new TreeSet<>(entry.languages())),
            grades,
            entry.minutes().map(Object::toString).orElse(""),
            entry.wording().map(Licence.Wording::word).orElse("") + "\n" + verification);
      case NORM_SET ->
        List.of(entry.id(), name, String.join(", ", entry.questionnaires()), verification);
      case BATTERY -> List.of(entry.id(), name, grades, String.join(", ", entry.questionnaires()));
      case POLICY, PROFILE -> List.of(entry.id(), name, entry.version());
    };
  }

  private static CatalogueEntry of(Instrument instrument) {
    About about = instrument.about();
    List<String> words = words(instrument.id(), about.name(), about.measures());
    instrument.items().forEach(item -> add(item.topic(), words));
    instrument.scales().forEach(scale -> add(scale.name(), words));
    instrument.classifications().forEach(classification -> add(classification.name(), words));
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
        words);
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
        words);
  }

  private static CatalogueEntry of(Battery battery) {
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
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        battery.questionnaires(),
        words);
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
        words(policy.id(), policy.name()));
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
        words(profile.id(), profile.name()));
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
