package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FormPart;
import org.xinheng.form.PrintedForm;

/** Every part of a form has something to read or to fill in. */
final class FormPartEmpty implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    return form.parts().stream()
        .filter(places::isSound)
        .filter(FormPartEmpty::isEmpty)
        .map(part -> error(
                "form.part-empty", places.of(part), "the part '%s' of the form is empty", part.id())
            .hint("give it text, points, fields, codes or a table"))
        .toList();
  }

  private static boolean isEmpty(FormPart part) {
    return part.text().isEmpty()
        && part.points().isEmpty()
        && part.fields().isEmpty()
        && part.codes().isEmpty()
        && part.table().isEmpty();
  }
}
