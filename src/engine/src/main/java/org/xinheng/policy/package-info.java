/** Batteries and tier rules as values, and the decision of a rule list over a screening state. */
@NullMarked
package org.xinheng.policy;

import org.jspecify.annotations.NullMarked;
