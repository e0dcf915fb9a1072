package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FormCode;
import org.xinheng.form.FormField;
import org.xinheng.form.FormPart;
import org.xinheng.form.PrintedForm;

/** No two parts of a form have the same id, no two fields, and no two codes. */
final class FormPartTwice implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    check("parts", form.parts(), FormPart::id, places, found);
    check("fields", form.fields(), FormField::id, places, found);
    check("codes", form.codes(), FormCode::id, places, found);
    return found;
  }

  private static <T> void check(
      String what, List<T> all, Function<T, String> idOf, Places places, List<Diagnostic> found) {
    Set<String> seen = new HashSet<>();
    for (T each : all) {
      String id = idOf.apply(each);
      if (places.isSound(each) && !seen.add(id)) {
        found.add(error(
                "form.id-twice",
                places.of(each, "id"),
                "two %s of the form are called '%s'",
                what,
                id)
            .hint("give one of them another id"));
      }
    }
  }
}
