/**
 * Differential item functioning: whether people of two groups who score alike answer an item alike.
 *
 * <p>The reference group is the one others are compared with; the focal group is the other. The matching score is most often the
 * sum of all items, the studied one among them.
 */
@NullMarked
package org.xinheng.validation.dif;

import org.jspecify.annotations.NullMarked;
