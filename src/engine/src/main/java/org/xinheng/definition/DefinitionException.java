package org.xinheng.definition;

import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.diagnostic.Diagnostic;

/** A definition that was to be used has errors. */
public final class DefinitionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public DefinitionException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(found -> found.place() + ": error[" + found.code() + "]: " + found.message())
        .collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** All that was found, in file order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
