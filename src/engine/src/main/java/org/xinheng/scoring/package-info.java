/** A checked instrument compiled to a plan, and the plan run over a table of responses. */
@NullMarked
package org.xinheng.scoring;

import org.jspecify.annotations.NullMarked;
