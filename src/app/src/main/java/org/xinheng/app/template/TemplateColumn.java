package org.xinheng.app.template;

import org.xinheng.exchange.SheetColumn;
import org.xinheng.instrument.Text;

/**
 * A column that is filled in.
 *
 * @param column as it stands in the table
 * @param meaning what goes into it
 * @param allowed what may be written
 * @param example of an invented student
 */
record TemplateColumn(SheetColumn column, Text meaning, Text allowed, Text example) {}
