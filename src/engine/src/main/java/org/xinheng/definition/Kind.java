package org.xinheng.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of definitions, and where a library keeps them. */
public enum Kind {
  QUESTIONNAIRE("questionnaire", "questionnaires/%s/%s.yaml", "questionnaires/([^/]+)/\\1\\.yaml"),
  CASES("cases", "questionnaires/%s/cases.yaml", "questionnaires/([^/]+)/cases\\.yaml"),
  NORM_SET("norm-set", "norms/%s.yaml", "norms/([^/]+)\\.yaml"),
  BATTERY("battery", "batteries/%s.yaml", "batteries/([^/]+)\\.yaml"),
  POLICY("policy", "policies/%s.yaml", "policies/([^/]+)\\.yaml"),
  PROFILE("profile", "profiles/%s.yaml", "profiles/([^/]+)\\.yaml"),
  FORM("form", "forms/%s/%s.yaml", "forms/([^/]+)/\\1\\.yaml"),
  /** By questionnaire and language, {@code student-check-in.en}: the layout of a folder of installed packs. */
  WORDING("wording", "wording/%s.yaml", "wording/([^/]+)\\.yaml");

  private final String word;
  private final String path;
  private final Pattern pattern;

  Kind(String word, String path, String pattern) {
    this.word = word;
    this.path = path;
    this.pattern = Pattern.compile(pattern);
  }

  /** The key that a file of this kind starts with, which is also its name in messages. */
  public String word() {
    return word;
  }

  /** Where a library keeps the definition with this id. */
  public String pathOf(String id) {
    return path.replace("%s", id);
  }

  /** Whether a file lies where a library looks for this kind, whatever it is called. */
  public boolean isHomeOf(String file) {
    String anyName = path.replace(".", "\\.").replace("%s", "[^/]+");
    return file.replace('\\', '/').matches("(.*/)?" + anyName);
  }

  Optional<String> idOf(String libraryPath) {
    Matcher matcher = pattern.matcher(libraryPath);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
