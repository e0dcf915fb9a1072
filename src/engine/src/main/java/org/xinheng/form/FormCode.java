package org.xinheng.form;

import java.util.Optional;
import org.xinheng.instrument.Text;

/**
 * An entry of a vocabulary: a circumstance of a student that a register holds.
 *
 * @param id how tables name it, once in the form
 * @param label how people call it
 * @param acute whether it is an event that passes, and not a lasting circumstance
 * @param reviewMonths after how many months somebody asks whether it still holds
 * @param expiryMonths after how many months it stops counting unless somebody enters it again; empty if it never does
 * @param source the id of the source that lists it
 */
public record FormCode(
    String id,
    Text label,
    boolean acute,
    int reviewMonths,
    Optional<Integer> expiryMonths,
    String source) {}
