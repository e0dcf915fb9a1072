package org.xinheng.instrument;

import java.math.BigDecimal;

/**
 * One severity class of a score. It ends where the next begins, so that no value lies between two bands.
 *
 * @param id its name in tables
 * @param from the lower edge, included
 * @param level 0 none, 1 raised, 2 high, 3 very high: what tier rules read
 * @param label what people read
 */
public record Band(String id, BigDecimal from, int level, Text label) {}
