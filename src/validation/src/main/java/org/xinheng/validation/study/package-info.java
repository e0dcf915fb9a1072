/** Whole studies put together from the statistics of this module: arrays in, a record of results out. It renders nothing. */
@NullMarked
package org.xinheng.validation.study;

import org.jspecify.annotations.NullMarked;
