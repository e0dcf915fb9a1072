package org.xinheng.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Text;

/**
 * A part of a form. What it has is shown in this order.
 *
 * @param id once in the form
 * @param cut whether it is cut off from what is above it, to be given back
 * @param title above it
 * @param text paragraphs
 * @param points a list of short sentences
 * @param fields to fill in
 * @param codes of a vocabulary
 * @param table to fill in
 */
public record FormPart(
    String id,
    boolean cut,
    Optional<Text> title,
    List<Text> text,
    List<Text> points,
    List<FormField> fields,
    List<FormCode> codes,
    Optional<FormTable> table) {

  public FormPart {
    text = List.copyOf(text);
    points = List.copyOf(points);
    fields = List.copyOf(fields);
    codes = List.copyOf(codes);
  }

  /** Everything that somebody reads in it, in the order in which it is shown. */
  public List<Text> texts() {
    List<Text> all = new ArrayList<>();
    title.ifPresent(all::add);
    all.addAll(text);
    all.addAll(points);
    for (FormField field : fields) {
      all.add(field.label());
      if (field.entry() instanceof FormEntry.Choice choice) {
        choice.options().forEach(option -> all.add(option.label()));
      }
    }
    codes.forEach(code -> all.add(code.label()));
    table.ifPresent(of -> all.addAll(of.columns()));
    return all;
  }
}
