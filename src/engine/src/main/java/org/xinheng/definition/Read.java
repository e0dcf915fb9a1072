package org.xinheng.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;

/**
 * What reading a file gave.
 *
 * @param value the model; empty if the file has no readable structure. With faults among the diagnostics it holds
 *     fall-back values in their place and is fit for checking, not for use
 * @param places where its parts stand
 * @param diagnostics the faults, in file order
 */
public record Read<T>(Optional<T> value, Places places, List<Diagnostic> diagnostics) {

  public Read {
    diagnostics = inFileOrder(diagnostics);
  }

  /**
   * The model, for use.
   *
   * @throws DefinitionException if there is none, or it has errors
   */
  public T usable() {
    if (value.isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new DefinitionException(diagnostics);
    }
    return value.get();
  }

  /** The diagnostics sorted by place, those of one place in the order in which they were found. */
  static List<Diagnostic> inFileOrder(List<Diagnostic> found) {
    return found.stream().sorted(Comparator.comparing(Diagnostic::place)).toList();
  }
}
