package org.xinheng.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xinheng.instrument.Language;

/**
 * The wording of a questionnaire in one language, as a student reads it. It belongs to the school that installed it and
 * is never part of a definition. A pack that comes out of {@link WordingDraft} fits its questionnaire.
 *
 * @param questionnaire the id of the questionnaire
 * @param version of the pack
 * @param form which of the circulating item orders it is the wording of
 * @param source where the wording comes from
 * @param licence on what terms the school may use it
 * @param instruction what stands above the items
 * @param items wording by item id, in the order of the form
 * @param responses wording of the answers, by response set and code, {@code low} or {@code high}
 */
public record WordingPack(
    String questionnaire,
    String version,
    Language language,
    String form,
    String source,
    String licence,
    String instruction,
    Map<String, String> items,
    Map<String, Map<String, String>> responses) {

  public WordingPack {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    Map<String, Map<String, String>> sets = new LinkedHashMap<>();
    responses.forEach(
        (set, codes) -> sets.put(set, Collections.unmodifiableMap(new LinkedHashMap<>(codes))));
    responses = Collections.unmodifiableMap(sets);
  }

  /** Says what it is and nothing of what it holds, so that no log shows the wording. */
  @Override
  public String toString() {
    return "wording of " + questionnaire + " " + version + " in " + language.tag();
  }
}
