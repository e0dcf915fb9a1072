/** The rules that a definition must keep, one class each. */
@NullMarked
package org.xinheng.definition.check;

import org.jspecify.annotations.NullMarked;
