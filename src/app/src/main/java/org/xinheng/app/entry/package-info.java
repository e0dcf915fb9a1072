/** The dialogue in which a clerk types paper sheets in, twice. */
@NullMarked
package org.xinheng.app.entry;

import org.jspecify.annotations.NullMarked;
