/** One item at a time: how it was answered, and how well it tells people apart. */
@NullMarked
package org.xinheng.validation.item;

import org.jspecify.annotations.NullMarked;
