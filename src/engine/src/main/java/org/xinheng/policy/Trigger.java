package org.xinheng.policy;

import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;

/**
 * What raises an alert without a score, when any adult or student reports it.
 *
 * @param id the code used in reports, such as {@code plan}
 * @param alert same day or immediate
 * @param name what people read
 */
public record Trigger(String id, Alert alert, Text name) {}
