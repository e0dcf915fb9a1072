package org.xinheng.instrument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a questionnaire is for.
 *
 * @param name its name
 * @param measures what it measures, in a few words
 * @param informants who fills it in
 * @param languages BCP 47 tags of the languages in which it is published, such as {@code zh-CN}; not those of its texts here
 * @param settings where it was made or tried to be given; empty if its sources do not say
 * @param ages ages in completed years it may be used for
 * @param grades school grades it may be used for
 * @param recall the period that the answers speak of
 * @param readingAge the age, in years, at which its wording can be read, if a source says so
 * @param validated whether anybody has tried it out in a study; empty if nothing is said, as of published questionnaires
 * @param minutes how long it takes
 * @param licence what may be done with it
 * @param sources where its facts come from
 * @param verification how well each group of facts is verified: {@code key}, {@code bands}, {@code norms}, {@code licence}
 */
public record About(
    Text name,
    Text measures,
    Set<Informant> informants,
    Set<String> languages,
    Set<Setting> settings,
    Interval ages,
    Interval grades,
    Text recall,
    Optional<Integer> readingAge,
    Optional<Boolean> validated,
    int minutes,
    Licence licence,
    List<Source> sources,
    Map<String, Verification> verification) {

  public About {
    informants = Set.copyOf(informants);
    languages = Set.copyOf(languages);
    settings = Set.copyOf(settings);
    sources = List.copyOf(sources);
    verification = Map.copyOf(verification);
  }

  /** Whether it says of itself that nobody has tried it out: no tier and no alert may rest on it alone. */
  public boolean isNotValidated() {
    return validated.equals(Optional.of(false));
  }
}
