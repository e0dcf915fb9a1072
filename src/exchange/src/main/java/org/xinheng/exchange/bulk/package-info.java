/**
 * Scoring of large files: pieces of whole lines are read, scored and written by several threads, in the order of the
 * file and in constant memory. What is plain goes this way; every other row goes the way of {@code
 * org.xinheng.exchange}, and both give the same bytes.
 */
@NullMarked
package org.xinheng.exchange.bulk;

import org.jspecify.annotations.NullMarked;
