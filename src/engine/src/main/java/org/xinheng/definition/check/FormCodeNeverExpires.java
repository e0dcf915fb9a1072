package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FormCode;
import org.xinheng.form.PrintedForm;

/** What happened once stops counting some day. */
final class FormCodeNeverExpires implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    return form.codes().stream()
        .filter(places::isSound)
        .filter(FormCode::acute)
        .filter(code -> code.expiryMonths().isEmpty())
        .map(code -> error(
                "form.code-never-expires",
                places.of(code, "kind"),
                "the acute code '%s' would count for ever",
                code.id())
            .hint("write such as 'expiry-months: 12'"))
        .toList();
  }
}
