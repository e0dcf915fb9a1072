package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.profile.OutputProfile;
import org.xinheng.profile.ProfileColumn;
import org.xinheng.profile.ResultColumn;
import org.xinheng.profile.ResultColumns;

/** What an output profile says about the results of questionnaires. Which norms there will be, only a run knows. */
public final class ProfileReferences {

  private final Places places;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Lookup lookup;

  private ProfileReferences(Places places, InstrumentLibrary library) {
    this.places = places;
    this.lookup = new Lookup(library, found);
  }

  /** The faults of a profile against a library, in any order. */
  public static List<Diagnostic> of(OutputProfile profile, Places places, InstrumentLibrary library)
      throws IOException {
    ProfileReferences references = new ProfileReferences(places, library);
    for (ProfileColumn column : profile.columns()) {
      if (places.isSound(column) && column.content() instanceof ProfileColumn.Content.Result from) {
        references.check(column, from.name());
      }
    }
    return references.found;
  }

  private void check(ProfileColumn column, String from) throws IOException {
    Optional<ResultColumn> always = Stream.of(ResultColumns.ofOutcome(), ResultColumns.ofRow())
        .flatMap(List::stream)
        .filter(result -> result.name().equals(from))
        .findFirst();
    int dot = from.indexOf('.');
    if (always.isPresent()) {
      words(column, always.get());
    } else if (dot <= 0) {
      unknown(
          column,
          from,
          Names.list("column", namesOf(ResultColumns.ofOutcome()))
              + ", and such as 'phq-9.total.band'");
    } else {
      Optional<Instrument> instrument =
          lookup.questionnaire(from.substring(0, dot), places.of(column, "from"));
      if (instrument.isPresent()) {
        check(column, from, instrument.get());
      }
    }
  }

  private void check(ProfileColumn column, String from, Instrument instrument) {
    List<ResultColumn> results =
        ResultColumns.of(instrument, scale -> List.of(StandardScore.values()));
    results.stream()
        .filter(result -> result.name().equals(from))
        .findFirst()
        .ifPresentOrElse(
            result -> words(column, result),
            () -> unknown(column, from, hint(from, instrument, namesOf(results))));
  }

  private static List<String> namesOf(List<ResultColumn> columns) {
    return columns.stream().map(ResultColumn::name).toList();
  }

  /** The columns of the scale that is named; the scales, if none is. */
  private static String hint(String from, Instrument instrument, List<String> names) {
    Optional<String> scale = Stream.concat(
            instrument.scales().stream().map(Scale::id),
            instrument.classifications().stream().map(Classification::id))
        .map(id -> instrument.id() + "." + id)
        .filter(name -> from.startsWith(name + "."))
        .findFirst();
    Collection<String> meant = scale
        .map(name -> names.stream()
            .filter(other -> other.equals(name) || other.startsWith(name + "."))
            .toList())
        .orElseGet(() -> names.stream()
            .filter(other -> other.indexOf('.') == other.lastIndexOf('.'))
            .toList());
    return Names.list("column", meant);
  }

  private void unknown(ProfileColumn column, String from, String hint) {
    found.add(error(
            "profile.unknown-column",
            places.of(column, "from"),
            "there is no column '%s' among the results",
            from)
        .hint("%s", hint));
  }

  /** A misspelt word would leave cells as they are. */
  private void words(ProfileColumn column, ResultColumn result) {
    for (String word : column.recode().keySet()) {
      if (!result.canHold(word)) {
        found.add(error(
                "profile.unknown-word",
                places.of(column, "recode " + word),
                "'%s' never stands in column '%s'",
                word,
                result.name())
            .hint("%s", Names.list("word", result.words())));
      }
    }
  }
}
