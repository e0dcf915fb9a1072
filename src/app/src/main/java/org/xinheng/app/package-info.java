/** The command line: it reads arguments, calls the library and prints; it computes nothing itself. */
@NullMarked
package org.xinheng.app;

import org.jspecify.annotations.NullMarked;
