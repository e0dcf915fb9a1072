package org.xinheng.scoring.careless;

/**
 * Two items and how strongly they go together in a table.
 *
 * @param pair the items, the earlier column first
 * @param correlation Pearson's, from -1 to 1
 */
public record CorrelatedPair(ItemPair pair, double correlation) {}
