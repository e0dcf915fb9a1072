package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Source;

/** Every code names a source that is listed. */
final class FormSourceUnknown implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    List<String> listed = form.sources().stream().map(Source::id).toList();
    return form.codes().stream()
        .filter(code -> places.isSound(code) && !listed.contains(code.source()))
        .map(code -> error(
                "form.source-unknown",
                places.of(code, "source"),
                "the code '%s' names the source '%s', which is not listed",
                code.id(),
                code.source())
            .hint(
                "%s", listed.isEmpty() ? "list it under 'sources'" : Names.list("source", listed)))
        .toList();
  }
}
