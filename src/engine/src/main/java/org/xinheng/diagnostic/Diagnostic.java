package org.xinheng.diagnostic;

import java.util.Locale;

/**
 * One fault found in data: what is wrong, where, and the way out.
 *
 * @param severity error or warning
 * @param code dotted and permanent, such as {@code band.order}
 * @param place where it stands
 * @param message the thing, the value found and what would be right; lower case, no full stop, ids in single quotes
 * @param hint what to write instead; empty if the message says it all
 */
public record Diagnostic(Severity severity, String code, Place place, String message, String hint) {

  /** An error without a hint; {@code message} is a {@link String#format} pattern. */
  public static Diagnostic error(String code, Place place, String message, Object... arguments) {
    return new Diagnostic(
        Severity.ERROR, code, place, String.format(Locale.ROOT, message, arguments), "");
  }

  /** A warning without a hint; {@code message} is a {@link String#format} pattern. */
  public static Diagnostic warning(String code, Place place, String message, Object... arguments) {
    return new Diagnostic(
        Severity.WARNING, code, place, String.format(Locale.ROOT, message, arguments), "");
  }

  /** The same with a hint; {@code hint} is a {@link String#format} pattern. */
  public Diagnostic hint(String hint, Object... arguments) {
    return new Diagnostic(
        severity, code, place, message, String.format(Locale.ROOT, hint, arguments));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
