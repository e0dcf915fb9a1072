/** How many people a study needs. */
@NullMarked
package org.xinheng.validation.planning;

import org.jspecify.annotations.NullMarked;
