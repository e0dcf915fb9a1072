/** What is wrong with data: severity, code, place, message, hint. */
@NullMarked
package org.xinheng.diagnostic;

import org.jspecify.annotations.NullMarked;
