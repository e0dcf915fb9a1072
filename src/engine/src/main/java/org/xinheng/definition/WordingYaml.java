package org.xinheng.definition;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;

/** Wording packs as YAML: read, written, and as an empty form to fill in. */
public final class WordingYaml {

  private static final Pattern QUOTED = Pattern.compile("'(.*)'", Pattern.DOTALL);

  private WordingYaml() {}

  /**
   * Whether a file is meant as a pack, so that no line of it should be shown. Told from its first line, because a file
   * with a slip of the pen may not be YAML.
   */
  public static boolean isPack(SourceText source) {
    return source
        .text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("---"))
        .limit(1)
        .anyMatch(line -> line.startsWith(WordingDraft.QUESTIONNAIRE + ":"));
  }

  /** Reads a pack; whether it fits is for {@link WordingDraft#against} to say. */
  public static WordingDraft read(SourceText source) {
    WordingDraft draft = new WordingDraft(Place.startOf(source.file()));
    List<Diagnostic> found = new ArrayList<>();
    YamlDocument.root(source, found).ifPresent(root -> read(root, draft));
    found.stream().map(WordingYaml::withoutText).forEach(draft::report);
    return draft;
  }

  /** Messages name the key at fault, and a text of the pack may stand where a key should. */
  private static Diagnostic withoutText(Diagnostic found) {
    return new Diagnostic(
        found.severity(),
        found.code(),
        found.place(),
        withoutText(found.message()),
        withoutText(found.hint()));
  }

  private static String withoutText(String message) {
    return QUOTED
        .matcher(message)
        .replaceAll(quoted -> WordingDraft.isName(quoted.group(1))
            ? Matcher.quoteReplacement(quoted.group())
            : "'…'");
  }

  private static void read(YamlMap root, WordingDraft draft) {
    root.required(WordingDraft.QUESTIONNAIRE)
        .ifPresent(value -> put(WordingDraft.QUESTIONNAIRE, value, draft));
    for (String key : WordingDraft.HEAD) {
      root.optional(key).ifPresent(value -> put(key, value, draft));
    }
    root.optional("items")
        .flatMap(YamlValue::map)
        .ifPresent(items -> items
            .entries()
            .forEach(entry -> put(WordingDraft.item(entry.getKey()), entry.getValue(), draft)));
    root.optional("responses").flatMap(YamlValue::map).ifPresent(sets -> {
      for (Map.Entry<String, YamlValue> set : sets.entries()) {
        set.getValue()
            .map()
            .ifPresent(codes -> codes
                .entries()
                .forEach(code -> put(
                    WordingDraft.response(set.getKey(), code.getKey()), code.getValue(), draft)));
      }
    });
    root.close();
  }

  private static void put(String key, YamlValue value, WordingDraft draft) {
    value.textOrEmpty().ifPresent(text -> draft.put(key, text, value.place()));
  }

  /** A pack as a file, which {@link #read} reads back. */
  public static String write(WordingPack pack) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("wording: ").append(pack.questionnaire()).append('\n');
    line(yaml, "version", pack.version());
    line(yaml, "language", pack.language().tag());
    line(yaml, "form", pack.form());
    line(yaml, "source", pack.source());
    line(yaml, "licence", pack.licence());
    line(yaml, "instruction", pack.instruction());
    yaml.append("items:\n");
    pack.items().forEach((item, text) -> line(yaml, "  " + item, text));
    yaml.append(pack.responses().isEmpty() ? "responses: {}\n" : "responses:\n");
    pack.responses().forEach((set, labels) -> {
      yaml.append("  ").append(set).append(":\n");
      labels.forEach((label, text) -> line(yaml, "    " + label, text));
    });
    return yaml.toString();
  }

  /** A pack with every key and no wording; the topics beside the items are comments, and not the wording. */
  public static String template(Instrument instrument, Language language) {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        "# Write the wording that you have a licence for between the quotes. What stands behind a #\n");
    yaml.append("# says which item is meant; it is not the wording.\n");
    yaml.append("wording: ").append(instrument.id()).append('\n');
    line(yaml, "version", "1.0.0");
    line(yaml, "language", language.tag());
    line(yaml, "form", instrument.form());
    for (String key : List.of("source", "licence", "instruction")) {
      line(yaml, key, "");
    }
    yaml.append("items:\n");
    for (Item item : instrument.items()) {
      topic(yaml, "  " + item.id(), item.topic(), language);
    }
    List<ResponseSet> labelled = WordingDraft.labelled(instrument);
    yaml.append(labelled.isEmpty() ? "responses: {}\n" : "responses:\n");
    for (ResponseSet set : labelled) {
      yaml.append("  ").append(set.id()).append(":\n");
      set.labels().forEach((label, text) -> topic(yaml, "    " + label, text, language));
    }
    return yaml.toString();
  }

  private static void topic(StringBuilder yaml, String key, Text topic, Language language) {
    yaml.append(key).append(": \"\"  # ").append(topic.in(language)).append('\n');
  }

  /** Every JSON string is a YAML string between double quotes. */
  private static void line(StringBuilder yaml, String key, String text) {
    yaml.append(key).append(": ").append(TextNode.valueOf(text)).append('\n');
  }
}
