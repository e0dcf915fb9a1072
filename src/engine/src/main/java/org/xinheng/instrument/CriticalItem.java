package org.xinheng.instrument;

/**
 * An item whose answer alone calls for somebody, whatever the scores, the missing answers and the validity.
 *
 * @param item the item's id
 * @param atOrAbove the lowest answer that fires
 * @param alert the alert it raises; {@link Alert#NONE} lists it for a conversation without an alert
 * @param topic what people read
 * @param source the id of the source
 * @param verification how well the fact is verified
 */
public record CriticalItem(
    String item,
    int atOrAbove,
    Alert alert,
    Text topic,
    String source,
    Verification verification) {}
