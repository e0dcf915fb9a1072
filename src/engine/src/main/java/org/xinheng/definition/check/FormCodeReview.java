package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.PrintedForm;

/** A code is reviewed before it stops counting. */
final class FormCodeReview implements Rule<PrintedForm> {

  @Override
  public List<Diagnostic> check(PrintedForm form, Places places) {
    return form.codes().stream()
        .filter(places::isSound)
        .filter(
            code -> code.expiryMonths().filter(end -> end < code.reviewMonths()).isPresent())
        .map(code -> error(
                "form.code-review",
                places.of(code, "review-months"),
                "the code '%s' is reviewed after %d months, and stops counting after %d",
                code.id(),
                code.reviewMonths(),
                code.expiryMonths().orElseThrow())
            .hint("review it no later than it expires"))
        .toList();
  }
}
