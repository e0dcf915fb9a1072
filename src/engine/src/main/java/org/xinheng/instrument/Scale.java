package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A keyed set of items or of other scales; its value for one person is a score.
 *
 * @param id its name in tables
 * @param name what people read
 * @param keying the items or scales it is made of
 * @param method how they are combined
 * @param missing what may be missing
 * @param multiplier what the combination is multiplied by; 1 if nothing is declared
 * @param rounding the one rounding at the end
 * @param lowest the lowest possible value, as the author declares it
 * @param highest the highest possible value, as the author declares it
 * @param bands the severity classes, if any are published
 */
public record Scale(
    String id,
    Text name,
    Keying keying,
    Method method,
    MissingRule missing,
    BigDecimal multiplier,
    Rounding rounding,
    BigDecimal lowest,
    BigDecimal highest,
    Optional<Bands> bands) {}
