package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FilledText;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Language;

/** Every gap that a form lists is in one of its texts, in both languages. */
final class FormFillInUnused implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    return Arrays.stream(Language.values())
        .flatMap(language -> {
          Set<String> used = form.parts().stream()
              .flatMap(part -> part.texts().stream())
              .flatMap(text -> FilledText.gaps(text.in(language)).stream())
              .collect(Collectors.toSet());
          return form.fillIns().stream()
              .filter(fillIn -> places.isSound(fillIn) && !used.contains(fillIn.id()))
              .map(fillIn -> warning(
                      "form.fill-in-unused",
                      places.of(fillIn),
                      "no %s text has the gap '%s'",
                      language.tag(),
                      fillIn.id())
                  .hint("write {%s} where it belongs, or delete it", fillIn.id()));
        })
        .toList();
  }
}
