package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;

/** Finds what a file names in a library. What is not there or has errors is reported at the name. */
final class Lookup {

  private final InstrumentLibrary library;
  private final List<Diagnostic> found;

  Lookup(InstrumentLibrary library, List<Diagnostic> found) {
    this.library = library;
    this.found = found;
  }

  /** A way to get a definition by its id. */
  private interface ById<T> {
    T get(String id) throws IOException;
  }

  Optional<Instrument> questionnaire(String id, Place place) throws IOException {
    String code = "reference.unknown-questionnaire";
    return find(code, Kind.QUESTIONNAIRE, "questionnaire", library::questionnaire, id, place);
  }

  Optional<NormSet> normSet(String id, Place place) throws IOException {
    return find(
        "reference.unknown-norm-set", Kind.NORM_SET, "norm set", library::normSet, id, place);
  }

  Optional<Battery> battery(String id, Place place) throws IOException {
    return find("reference.unknown-battery", Kind.BATTERY, "battery", library::battery, id, place);
  }

  Optional<TierPolicy> policy(String id, Place place) throws IOException {
    return find("reference.unknown-policy", Kind.POLICY, "policy", library::policy, id, place);
  }

  /** Nothing, and no report, for an id that could not be read. */
  private <T> Optional<T> find(
      String code, Kind kind, String noun, ById<T> byId, String id, Place place)
      throws IOException {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(byId.get(id));
    } catch (UnknownDefinitionException e) {
      found.add(error(code, place, "there is no %s '%s'", noun, id)
          .hint("%s", Names.list(noun, library.ids(kind))));
    } catch (DefinitionException e) {
      found.add(error("reference.faulty", place, "the %s '%s' has errors", noun, id)
          .hint("check its own file first"));
    }
    return Optional.empty();
  }
}
