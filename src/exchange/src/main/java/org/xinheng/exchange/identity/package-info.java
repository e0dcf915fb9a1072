/**
 * By what a student is known: the national student number (学籍号), its check and its mask, numbers that replace one another, and
 * pseudonyms. It knows texts alone; which column holds them is for {@code org.xinheng.exchange} to say.
 */
@NullMarked
package org.xinheng.exchange.identity;

import org.jspecify.annotations.NullMarked;
