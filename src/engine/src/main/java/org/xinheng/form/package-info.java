/** Forms that are read or filled in by hand and not scored: pages, letters, records and lists of codes. */
@NullMarked
package org.xinheng.form;

import org.jspecify.annotations.NullMarked;
