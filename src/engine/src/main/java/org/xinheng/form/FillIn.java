package org.xinheng.form;

import org.xinheng.instrument.Text;

/**
 * A gap in the texts of a form that a school fills in once, such as where its counsellor is: {@code {counsellor-room}}.
 *
 * @param id the name between the braces
 * @param label what is written there, shown where nobody has filled it in
 */
public record FillIn(String id, Text label) {}
