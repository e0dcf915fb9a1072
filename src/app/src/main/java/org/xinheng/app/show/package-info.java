/** Definitions as a person reads them: tables and blocks of text as wide as the terminal. */
@NullMarked
package org.xinheng.app.show;

import org.jspecify.annotations.NullMarked;
