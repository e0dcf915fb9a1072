package org.xinheng.app.show;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.definition.Kind;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Licence;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;

/**
 * A definition in a list.
 *
 * @param kind what it is
 * @param informants who fills it in; empty if that cannot be asked
 * @param languages the tags of the languages it is published in; empty if that cannot be asked
 * @param questionnaires the questionnaires it is made for
 * @param verification the worst of its key and its bands
 * @param words what a search looks at
 * @param facts what only some kinds have
 */
public record CatalogueEntry(
    Kind kind,
    String id,
    String version,
    Text name,
    Set<Informant> informants,
    Set<String> languages,
    Optional<Interval> grades,
    Optional<Integer> minutes,
    Optional<Licence.Wording> wording,
    Optional<Verification> verification,
    List<String> questionnaires,
    List<String> words,
    Facts facts) {

  /**
   * What only some kinds have.
   *
   * @param form which of the circulating item orders it is
   * @param items how many questions it has, or all its questionnaires together
   * @param verification how well {@code key}, {@code bands}, {@code norms} and {@code licence} are verified, in this order
   * @param obtain where the wording may be obtained
   * @param toObtain the questionnaires of which a school needs its own copy
   * @param topics what it measures or is for, and what its parts are about, in both languages
   * @param readers who reads a form
   */
  public record Facts(
      Optional<String> form,
      Optional<Integer> items,
      Map<String, Verification> verification,
      Optional<Text> obtain,
      List<String> toObtain,
      List<String> topics,
      List<String> readers) {

    static final Facts NONE = new Facts(
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());

    public Facts {
      verification = Collections.unmodifiableMap(new LinkedHashMap<>(verification));
      toObtain = List.copyOf(toObtain);
      topics = List.copyOf(topics);
      readers = List.copyOf(readers);
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  public CatalogueEntry {
    informants = Set.copyOf(informants);
    languages = Set.copyOf(languages);
    questionnaires = List.copyOf(questionnaires);
    words = List.copyOf(words);
  }

  /** Whether the word, in lower case, stands in the id, a name or a topic. */
  public boolean mentions(String word) {
    return words.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
  }

  /** Whether the word, in lower case, stands in what it measures or what its parts are about. */
  public boolean isAbout(String word) {
    return facts.topics().stream()
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
  }

  /** Whether it is published in a language; {@code zh} and {@code zh-CN} may be the same, {@code zh-CN} and {@code zh-TW} not. */
  public boolean isIn(String language) {
    String wanted = language.toLowerCase(Locale.ROOT) + "-";
    return languages.stream()
        .map(tag -> tag.toLowerCase(Locale.ROOT) + "-")
        .anyMatch(tag -> tag.startsWith(wanted) || wanted.startsWith(tag));
  }

  /** One object, on one line, its keys in this order. */
  public String json() {
    ObjectNode object =
        JSON.createObjectNode().put("kind", kind.word()).put("id", id).put("version", version);
    object.set("name", DefinitionJson.of(name));
    if (!informants.isEmpty()) {
      object.set("informants", DefinitionJson.node(informants));
    }
    if (!languages.isEmpty()) {
      object.set("languages", DefinitionJson.node(languages));
    }
    if (!facts.readers().isEmpty()) {
      ArrayNode readers = object.putArray("readers");
      facts.readers().forEach(readers::add);
    }
    grades.ifPresent(interval -> object.set("grades", DefinitionJson.of(interval)));
    facts.form().ifPresent(text -> object.put("form", text));
    facts.items().ifPresent(number -> object.put("items", number));
    minutes.ifPresent(number -> object.put("minutes", number));
    wording.ifPresent(word -> object.put("wording", word.word()));
    verification.ifPresent(word -> object.put("verification", word.word()));
    if (!facts.verification().isEmpty()) {
      ObjectNode groups = object.putObject("verified");
      facts.verification().forEach((group, word) -> groups.put(group, word.word()));
    }
    facts.obtain().ifPresent(text -> object.set("obtain", DefinitionJson.of(text)));
    if (!facts.toObtain().isEmpty()) {
      ArrayNode ids = object.putArray("to-obtain");
      facts.toObtain().forEach(ids::add);
    }
    if (!questionnaires.isEmpty()) {
      ArrayNode ids = object.putArray("questionnaires");
      questionnaires.forEach(ids::add);
    }
    return DefinitionJson.line(object);
  }
}
