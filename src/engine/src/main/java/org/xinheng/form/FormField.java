package org.xinheng.form;

import org.xinheng.instrument.Text;

/**
 * Something to fill in.
 *
 * @param id once in the form
 * @param label what stands before it
 * @param entry how it is filled in
 */
public record FormField(String id, Text label, FormEntry entry) {}
