package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import java.util.function.Function;
import org.xinheng.definition.Kind;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * A file in the folder of a library is called like what it defines, since that is how it is found.
 *
 * @param kind what the file defines
 * @param idOf the id that it gives
 */
record FileName<T>(Kind kind, Function<T, String> idOf) implements Rule<T> {

  @Override
  public List<Diagnostic> check(T subject, Places places) {
    String id = idOf.apply(subject);
    Place place = places.of(subject, kind.word());
    String file = place.file().replace('\\', '/');
    String right = kind.pathOf(id);
    if (id.isEmpty() || !kind.isHomeOf(file) || ("/" + file).endsWith("/" + right)) {
      return List.of();
    }
    return List.of(error(
            "definition.file-name",
            place,
            "the file defines the %s '%s', but is not called '%s'",
            kind.word(),
            id,
            right)
        .hint("rename the file, or correct the id"));
  }
}
