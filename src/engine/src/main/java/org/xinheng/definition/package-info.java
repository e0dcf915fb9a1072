/** The only place that knows YAML: reads definitions with places and checks them, one class per rule. */
@NullMarked
package org.xinheng.definition;

import org.jspecify.annotations.NullMarked;
