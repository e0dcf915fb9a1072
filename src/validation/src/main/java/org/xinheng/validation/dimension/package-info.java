/** How many things a questionnaire measures: polychoric correlations, eigenvalues, factors. */
@NullMarked
package org.xinheng.validation.dimension;

import org.jspecify.annotations.NullMarked;
