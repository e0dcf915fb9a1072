package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Instrument;

/** The languages of a questionnaire exist: {@code cn} and {@code jp} are regions, not languages. */
final class LanguageUnknown implements Rule<Instrument> {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    About about = instrument.about();
    for (String tag : about.languages()) {
      Locale language = Locale.forLanguageTag(tag);
      if (!isKnown(tag.split("-")[0], LANGUAGES) || !isKnown(language.getCountry(), REGIONS)) {
        found.add(error(
                "language.unknown",
                places.of(about, "language " + tag),
                "'%s' names no language that there is, or no region",
                tag)
            .hint("write a tag such as en, zh-CN, zh-Hant or vi"));
      }
    }
    return found;
  }

  /** Whether a code of two letters is listed; there is no list of the longer ones. */
  private static boolean isKnown(String code, Set<String> listed) {
    return code.length() != 2 || listed.contains(code);
  }
}
