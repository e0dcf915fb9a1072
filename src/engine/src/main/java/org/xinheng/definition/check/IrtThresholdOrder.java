package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;

/** The thresholds of an item rise with its answers, where the model asks for it. */
final class IrtThresholdOrder implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Keying.OfModel keying : ItemUse.models(instrument, places).values()) {
      if (!isAsked(keying)) {
        continue;
      }
      for (ModelledItem item : keying.items()) {
        for (int i = 1; i < item.thresholds().size(); i++) {
          BigDecimal before = item.thresholds().get(i - 1);
          BigDecimal threshold = item.thresholds().get(i);
          if (threshold.compareTo(before) <= 0) {
            found.add(error(
                    "irt.threshold-order",
                    places.of(item, "b"),
                    "item '%s' has threshold %s after %s",
                    item.key().item(),
                    threshold.toPlainString(),
                    before.toPlainString())
                .hint("the graded model asks for thresholds that rise; list them from the lowest"
                    + " answer up"));
          }
        }
      }
    }
    return found;
  }

  /** Steps of the partial credit model may fall. */
  private static boolean isAsked(Keying.OfModel keying) {
    return keying.model().kind() != ItemResponseModel.Kind.PARTIAL_CREDIT;
  }

  static boolean isPossible(Keying.OfModel keying) {
    return !isAsked(keying) || keying.items().stream().allMatch(IrtThresholdOrder::rises);
  }

  private static boolean rises(ModelledItem item) {
    for (int i = 1; i < item.thresholds().size(); i++) {
      if (item.thresholds().get(i).compareTo(item.thresholds().get(i - 1)) <= 0) {
        return false;
      }
    }
    return true;
  }
}
