/** The columns of results, and output profiles as values: which of them somebody wants, under which names. */
@NullMarked
package org.xinheng.profile;

import org.jspecify.annotations.NullMarked;
