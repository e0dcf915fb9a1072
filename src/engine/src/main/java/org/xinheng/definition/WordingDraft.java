package org.xinheng.definition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.ResponseSet;

/**
 * A wording pack as it was read, from YAML or from a table, before it is known to fit: texts by key, each with its place.
 *
 * <p>A key is {@code version}, {@code language}, {@code form}, {@code source}, {@code licence}, {@code instruction},
 * {@code items.} with an item, or {@code responses.} with a set and a code or an end ({@code responses.frequency.0}).
 * Messages name keys and places, and never hold a text of the pack.
 */
public final class WordingDraft {

  /** What a pack says about itself, in the order in which it is written. */
  public static final List<String> HEAD =
      List.of("version", "language", "form", "source", "licence", "instruction");

  /** The key that names the questionnaire; a table has none. */
  static final String QUESTIONNAIRE = "wording";

  private static final String ITEMS = "items.";
  private static final String RESPONSES = "responses.";

  /** What can be repeated in a message: not a text that stands where a name should. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");

  private record Entry(String text, Place place) {}

  private final Place start;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * @param start where faults of the pack as a whole are reported
   */
  public WordingDraft(Place start) {
    this.start = start;
  }

  /** The key of the wording of an item. */
  public static String item(String id) {
    return ITEMS + id;
  }

  /** The key of the wording of an answer, by its code, or of an end of a slider. */
  public static String response(String set, String label) {
    return RESPONSES + set + "." + label;
  }

  /** Adds a text; a second one for the same key is a fault. */
  public void put(String key, String text, Place place) {
    @Nullable Entry first = entries.putIfAbsent(key, new Entry(text.strip(), place));
    if (first != null) {
      report(Diagnostic.error("wording.twice", place, "%s stands twice", called(key))
          .hint("the first is on line %d; keep one", first.place().line()));
    }
  }

  /** Adds a text that stands nowhere in the file, unless there is one for the key. */
  public void putIfAbsent(String key, String text) {
    entries.putIfAbsent(key, new Entry(text.strip(), start));
  }

  /** Adds a fault that was found while reading. */
  public void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** What was found while reading. */
  public List<Diagnostic> faults() {
    return List.copyOf(found);
  }

  /**
   * Checks everything against the questionnaire.
   *
   * @return the pack, if nothing is wrong with it; all that is wrong, in file order
   */
  public Result against(Instrument instrument) {
    List<Diagnostic> all = new ArrayList<>(found);
    all.addAll(misfits(instrument));
    boolean fits = all.stream().noneMatch(Diagnostic::isError);
    return new Result(
        fits ? Optional.of(pack(instrument)) : Optional.empty(), Read.inFileOrder(all));
  }

  /** What does not fit the questionnaire that the pack names in a library, in any order. */
  List<Diagnostic> misfits(InstrumentLibrary library) throws IOException {
    Optional<Entry> named = entry(QUESTIONNAIRE);
    if (named.isEmpty()) {
      return List.of();
    }
    String id = named.get().text();
    Set<String> known = library.ids(Kind.QUESTIONNAIRE);
    if (!known.contains(id)) {
      return List.of(Diagnostic.error(
              "reference.unknown-questionnaire",
              named.get().place(),
              "there is no questionnaire of this name")
          .hint("there are: %s", String.join(", ", known)));
    }
    try {
      return misfits(library.questionnaire(id));
    } catch (DefinitionException e) {
      return List.of(
          Diagnostic.error("reference.faulty", start, "the questionnaire '%s' has errors", id)
              .hint("check its own file first"));
    }
  }

  private List<Diagnostic> misfits(Instrument instrument) {
    Optional<Entry> named = entry(QUESTIONNAIRE);
    if (named.isPresent() && !named.get().text().equals(instrument.id())) {
      // Everything else would be said against the wrong questionnaire.
      return List.of(Diagnostic.error(
              "wording.questionnaire",
              named.get().place(),
              "the wording is of another questionnaire than '%s'",
              instrument.id())
          .hint("import it under the id that 'wording' names"));
    }
    List<Diagnostic> all = new ArrayList<>();
    Set<String> expected = expected(instrument);
    expected.stream()
        .filter(key -> entry(key).isEmpty())
        .forEach(
            key -> all.add(Diagnostic.error("wording.missing", start, "%s is missing", called(key))
                .hint("%s", hint(key, instrument))));
    entries.forEach((key, entry) -> {
      if (!expected.contains(key) && !key.equals(QUESTIONNAIRE)) {
        all.add(Diagnostic.error(
                "wording.unknown", entry.place(), "%s is not in '%s'", called(key), instrument.id())
            .hint("%s", known(instrument)));
      } else if (entry.text().isEmpty()) {
        all.add(Diagnostic.error("wording.empty", entry.place(), "%s is empty", called(key))
            .hint("write the wording that you have a licence for"));
      }
    });
    language(all);
    form(instrument, all);
    return all;
  }

  /**
   * What came of a draft.
   *
   * @param pack empty if there are errors
   */
  public record Result(Optional<WordingPack> pack, List<Diagnostic> diagnostics) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }

    /**
     * The pack, for use.
     *
     * @throws DefinitionException if there are errors
     */
    public WordingPack usable() {
      return pack.orElseThrow(() -> new DefinitionException(diagnostics));
    }
  }

  private static Set<String> expected(Instrument instrument) {
    Set<String> keys = new LinkedHashSet<>(HEAD);
    instrument.items().forEach(item -> keys.add(item(item.id())));
    for (ResponseSet set : instrument.responseSets()) {
      set.labels().keySet().forEach(label -> keys.add(response(set.id(), label)));
    }
    return keys;
  }

  /** The response sets that show words. */
  static List<ResponseSet> labelled(Instrument instrument) {
    return instrument.responseSets().stream()
        .filter(set -> !set.labels().isEmpty())
        .toList();
  }

  private Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  private void language(List<Diagnostic> all) {
    Optional<Entry> language = entry("language").filter(entry -> !entry.text().isEmpty());
    if (language.isPresent() && languageOf(language.get().text()).isEmpty()) {
      String known =
          Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
      all.add(
          Diagnostic.error("wording.language", language.get().place(), "the language is not known")
              .hint("write one of: %s", known));
    }
  }

  private void form(Instrument instrument, List<Diagnostic> all) {
    Optional<Entry> form = entry("form").filter(entry -> !entry.text().isEmpty());
    if (form.isPresent() && !form.get().text().equals(instrument.form())) {
      all.add(Diagnostic.error(
              "wording.form",
              form.get().place(),
              "the wording is of another form than the definition of '%s'",
              instrument.id())
          .hint("the form there is '%s'; another form has other items", instrument.form()));
    }
  }

  private static Optional<Language> languageOf(String tag) {
    return Arrays.stream(Language.values())
        .filter(language -> language.tag().equals(tag))
        .findFirst();
  }

  private WordingPack pack(Instrument instrument) {
    Map<String, String> items = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      items.put(item.id(), text(item(item.id())));
    }
    Map<String, Map<String, String>> responses = new LinkedHashMap<>();
    for (ResponseSet set : labelled(instrument)) {
      Map<String, String> labels = new LinkedHashMap<>();
      set.labels().keySet().forEach(label -> labels.put(label, text(response(set.id(), label))));
      responses.put(set.id(), labels);
    }
    return new WordingPack(
        instrument.id(),
        text("version"),
        languageOf(text("language")).orElseThrow(),
        text("form"),
        text("source"),
        text("licence"),
        text("instruction"),
        items,
        responses);
  }

  private String text(String key) {
    return entry(key).orElseThrow().text();
  }

  private static String called(String key) {
    if (key.startsWith(ITEMS)) {
      String item = key.substring(ITEMS.length());
      return isName(item) ? "item '" + item + "'" : "an item whose name is no name";
    }
    if (key.startsWith(RESPONSES)) {
      String response = key.substring(RESPONSES.length());
      return isName(response) ? "response '" + response + "'" : "a response whose name is no name";
    }
    return isName(key) ? "'" + key + "'" : "a key that is no name";
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private static String hint(String key, Instrument instrument) {
    return key.equals("form")
        ? "if it is the wording of that form, write '" + instrument.form() + "'"
        : "xinheng wording export-template " + instrument.id() + " writes all that a pack has";
  }

  private static String known(Instrument instrument) {
    return "the items are "
        + DefinitionWords.items(instrument.items().stream().map(Item::id).toList(), instrument)
        + "; the responses are "
        + labelled(instrument).stream()
            .map(set -> set.id() + " with " + String.join(", ", set.labels().keySet()))
            .collect(Collectors.joining("; "));
  }
}
