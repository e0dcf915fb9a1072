/** Pages that are printed: forms, answer sheets and class grids, as HTML for A4 paper. */
@NullMarked
package org.xinheng.app.paper;

import org.jspecify.annotations.NullMarked;
