package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FillIn;
import org.xinheng.form.FilledText;
import org.xinheng.form.FormPart;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/** Every gap in a text is one of those that the form lists. */
final class FormGapUnknown implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    List<String> known = form.fillIns().stream().map(FillIn::id).toList();
    List<Diagnostic> found = new ArrayList<>();
    for (FormPart part : form.parts()) {
      for (Text text : part.texts()) {
        for (Language language : Language.values()) {
          FilledText.gaps(text.in(language)).stream()
              .filter(gap -> !known.contains(gap))
              .forEach(gap -> found.add(error(
                      "form.gap-unknown",
                      PartTexts.placeOf(text, part, places),
                      "the %s text has a gap '%s', which the form does not list",
                      language.tag(),
                      gap)
                  .hint("%s", hint(known))));
        }
      }
    }
    return found;
  }

  private static String hint(List<String> known) {
    return known.isEmpty() ? "list it under 'fill-ins'" : Names.list("gap", known);
  }
}
