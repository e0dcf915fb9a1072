/** Norms: what a raw score is worth among others of the same group or age. */
@NullMarked
package org.xinheng.validation.norming;

import org.jspecify.annotations.NullMarked;
