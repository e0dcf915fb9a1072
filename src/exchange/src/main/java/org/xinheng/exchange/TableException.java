package org.xinheng.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.diagnostic.Diagnostic;

/** A table that was to be read is at fault as a whole: its bytes, its quotes or its headings. */
public final class TableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public TableException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(found -> found.place() + ": error[" + found.code() + "]: " + found.message())
        .collect(Collectors.joining("\n")));
    this.diagnostics = inFileOrder(diagnostics);
  }

  /** All that was found, in file order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  static List<Diagnostic> inFileOrder(List<Diagnostic> found) {
    return found.stream().sorted(Comparator.comparing(Diagnostic::place)).toList();
  }
}
