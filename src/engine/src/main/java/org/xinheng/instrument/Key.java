package org.xinheng.instrument;

import java.math.BigDecimal;

/**
 * How one item enters a scale.
 *
 * @param item the item's id
 * @param reversed counts as declared minimum + declared maximum − answer
 * @param weight what the answer, reversed if so declared, is multiplied by
 */
public record Key(String item, boolean reversed, BigDecimal weight) {}
