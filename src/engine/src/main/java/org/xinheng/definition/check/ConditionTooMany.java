package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** No more conditions are asked for than there are. */
final class ConditionTooMany implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition().walk().filter(places::isSound).forEach(part -> {
        if (part instanceof Condition.AtLeast atLeast
            && atLeast.n() > atLeast.parts().size()) {
          found.add(error(
                  "condition.too-many",
                  places.of(part, "at-least"),
                  "%s asks for at least %d of %d",
                  use.where(),
                  atLeast.n(),
                  atLeast.parts().size())
              .hint("correct 'at-least', or list what is missing"));
        }
      });
    }
    return found;
  }
}
