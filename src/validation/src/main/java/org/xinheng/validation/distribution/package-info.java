/** The distributions that tests and intervals rest on, with accurate tails on both sides. */
@NullMarked
package org.xinheng.validation.distribution;

import org.jspecify.annotations.NullMarked;
