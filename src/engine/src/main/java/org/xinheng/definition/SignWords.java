package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;

/** Signs in words. */
final class SignWords implements Sign.Visitor<String> {

  private final Instrument instrument;

  SignWords(Instrument instrument) {
    this.instrument = instrument;
  }

  @Override
  public String scaleAtOrAbove(Sign.ScaleAtOrAbove sign) {
    return "scale '" + sign.scale() + "' at " + sign.atOrAbove().toPlainString() + " or above";
  }

  @Override
  public String unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
    return sign.atOrAbove() + " or more unanswered of " + items(sign);
  }

  @Override
  public String unansweredShare(Sign.UnansweredShare sign) {
    return DefinitionWords.percent(sign.shareAtOrAbove()) + " % or more unanswered of "
        + items(sign);
  }

  @Override
  public String sameAnswer(Sign.SameAnswer sign) {
    return "the same answer to all of " + items(sign);
  }

  @Override
  public String longString(Sign.LongString sign) {
    return "the same answer " + sign.atOrAbove() + " times or more in a row in " + items(sign);
  }

  @Override
  public String variability(Sign.Variability sign) {
    return "a standard deviation of " + sign.atOrBelow().toPlainString() + " or less over "
        + items(sign);
  }

  @Override
  public String pairs(Sign.Pairs sign) {
    List<String> kinds = new ArrayList<>();
    for (boolean opposite : new boolean[] {false, true}) {
      String pairs = sign.pairs().stream()
          .filter(pair -> pair.opposite() == opposite)
          .map(pair -> pair.first() + " and " + pair.second())
          .collect(Collectors.joining(", "));
      if (!pairs.isEmpty()) {
        kinds.add((opposite ? "opposite items " : "like items ") + pairs);
      }
    }
    return sign.atOrAbove() + " or more pairs at least " + sign.apart() + " apart of "
        + String.join("; ", kinds);
  }

  @Override
  public String evenOdd(Sign.EvenOdd sign) {
    return "an even-odd consistency below " + sign.below().toPlainString() + " over scales "
        + String.join(", ", sign.scales());
  }

  @Override
  public String mahalanobis(Sign.Mahalanobis sign) {
    List<String> means = new ArrayList<>();
    for (int i = 0; i < sign.items().size(); i++) {
      means.add(sign.items().get(i) + " (mean " + sign.means().get(i).toPlainString() + ")");
    }
    return "a Mahalanobis distance above the " + sign.quantile().toPlainString()
        + " quantile over items " + String.join(", ", means);
  }

  @Override
  public String personFitBelow(Sign.PersonFitBelow sign) {
    return "person fit lz of scale '" + sign.scale() + "' below " + sign.below().toPlainString();
  }

  @Override
  public String secondsBelow(Sign.SecondsBelow sign) {
    return "less than " + sign.seconds().toPlainString() + " seconds";
  }

  @Override
  public String secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
    return "less than " + sign.seconds().toPlainString() + " seconds for each item answered";
  }

  private String items(Sign sign) {
    return "items " + DefinitionWords.items(sign.items(), instrument);
  }
}
