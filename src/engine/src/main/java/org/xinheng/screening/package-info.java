/** Scores, teacher ratings, risk factors and history combined to status, tier and alert, with the reasons. */
@NullMarked
package org.xinheng.screening;

import org.jspecify.annotations.NullMarked;
