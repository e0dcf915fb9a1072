/** Regression of an ordered answer. */
@NullMarked
package org.xinheng.validation.regression;

import org.jspecify.annotations.NullMarked;
