package org.xinheng.exchange;

/** How a table is stored. */
public sealed interface TableForm {

  /** As text. */
  record Text(TextEncoding encoding, Delimiter delimiter) implements TableForm {}

  /**
   * In a workbook.
   *
   * @param name of the sheet
   */
  record Sheet(String name) implements TableForm {}
}
