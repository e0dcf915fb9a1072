/** Pages about the library that are made from it: what is shipped, and how far it was checked. */
@NullMarked
package org.xinheng.app.catalogue;

import org.jspecify.annotations.NullMarked;
