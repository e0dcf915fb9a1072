/**
 * Workbooks ({@code .xlsx}) as rows of texts. What the texts mean is for {@code org.xinheng.exchange} to say.
 *
 * <p>A workbook may come from anybody. It is read as a stream, a part is inflated under a guard, nothing in it is
 * evaluated, and what cannot be read for certain is refused, with the part or the cell.
 */
@NullMarked
package org.xinheng.exchange.workbook;

import org.jspecify.annotations.NullMarked;
