package org.xinheng.diagnostic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A diagnostic for programs: one JSON object, on one line. */
public final class DiagnosticJson {

  private DiagnosticJson() {}

  /**
   * An object of file, line, column, in a workbook also sheet and cell, severity, code, message and hint; the hint may be
   * empty.
   */
  public static String of(Diagnostic diagnostic) {
    return node(diagnostic).toString();
  }

  /** The same object, to put into a larger one. */
  public static ObjectNode node(Diagnostic diagnostic) {
    ObjectNode node = JsonNodeFactory.instance
        .objectNode()
        .put("file", diagnostic.place().file())
        .put("line", diagnostic.place().line())
        .put("column", diagnostic.place().column());
    diagnostic.place().sheet().ifPresent(sheet -> node.put("sheet", sheet));
    diagnostic.place().cell().ifPresent(cell -> node.put("cell", cell));
    return node.put("severity", diagnostic.severity().word())
        .put("code", diagnostic.code())
        .put("message", diagnostic.message())
        .put("hint", diagnostic.hint());
  }
}
