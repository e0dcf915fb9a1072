/**
 * What to ask next: sessions that a host stores between two answers. A session is a value, the fold of its events; it has
 * no clock, no thread and no file.
 */
@NullMarked
package org.xinheng.administration;

import org.jspecify.annotations.NullMarked;
