/** Drawing people again from a sample, to see how much its statistics owe to chance and to choosing. */
@NullMarked
package org.xinheng.validation.bootstrap;

import org.jspecify.annotations.NullMarked;
