package org.xinheng.definition.check;

import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Place;
import org.xinheng.form.FormField;
import org.xinheng.form.FormPart;
import org.xinheng.instrument.Text;

/** Where the texts of a part of a form stand: paragraphs and points themselves, others at what they are the label of. */
final class PartTexts {

  private PartTexts() {}

  static Place placeOf(Text text, FormPart part, Places places) {
    if (places.isSound(text)) {
      return places.of(text);
    }
    if (part.title().filter(title -> title == text).isPresent()) {
      return places.of(part, "title");
    }
    for (FormField field : part.fields()) {
      if (field.label() == text) {
        return places.of(field, "label");
      }
    }
    return places.of(part);
  }
}
