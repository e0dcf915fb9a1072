package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.form.FormPart;
import org.xinheng.form.FormReader;
import org.xinheng.form.LabelWords;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Text;

/** What a student or guardian reads names no disorder and no tier. */
final class FormNamesALabel implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (form.readers().stream().noneMatch(FormReader::isSparedLabels)) {
      return found;
    }
    LabelWords.firstIn(form.name())
        .ifPresent(word -> found.add(fault(word, places.of(form, "name"))));
    form.fillIns()
        .forEach(fillIn -> LabelWords.firstIn(fillIn.label())
            .ifPresent(word -> found.add(fault(word, places.of(fillIn)))));
    for (FormPart part : form.parts()) {
      for (Text text : part.texts()) {
        Optional<String> word = LabelWords.firstIn(text);
        word.ifPresent(label -> found.add(fault(label, PartTexts.placeOf(text, part, places))));
      }
    }
    return found;
  }

  private static Diagnostic fault(String word, Place place) {
    return error(
            "form.names-a-label",
            place,
            "'%s' labels the student, and a student or guardian reads this form",
            word)
        .hint("say what was reported and what helps");
  }
}
