/** What a program that lives for a second keeps for the next one: bytes in small files, under all that they depend on. */
@NullMarked
package org.xinheng.memory;

import org.jspecify.annotations.NullMarked;
