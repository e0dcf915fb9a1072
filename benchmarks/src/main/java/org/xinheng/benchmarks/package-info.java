/** Measurements: one question a class, with the command that answers it. */
@NullMarked
package org.xinheng.benchmarks;

import org.jspecify.annotations.NullMarked;
