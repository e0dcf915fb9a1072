/** Workbooks that a school fills in, to be read as they come back. */
@NullMarked
package org.xinheng.app.template;

import org.jspecify.annotations.NullMarked;
