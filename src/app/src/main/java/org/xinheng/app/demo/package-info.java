/**
 * A whole invented school, written as the files that a screening reads, so that everything can be
 * tried at once.
 */
@NullMarked
package org.xinheng.app.demo;

import org.jspecify.annotations.NullMarked;
