/**
 * Tables of answers in, tables of scores out.
 *
 * <p>{@link org.xinheng.exchange.ScoreRun} ties it together. From the file to the scores: {@link
 * org.xinheng.exchange.Table} reads headings and rows, {@link org.xinheng.exchange.ResponseFile} knows what the
 * columns mean and fills tables of answers, {@link org.xinheng.exchange.ScoreWriter} writes what the plans made of
 * them.
 */
@NullMarked
package org.xinheng.exchange;

import org.jspecify.annotations.NullMarked;
