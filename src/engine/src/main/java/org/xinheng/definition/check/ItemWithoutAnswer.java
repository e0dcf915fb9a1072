package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.ValidityIndex;

/** Free text and information are never scored: no scale, condition, critical item or validity index asks them. */
final class ItemWithoutAnswer implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Key key : ItemUse.keys(scale, places)) {
        fault("scale '" + scale.id() + "'", key.item(), places.of(key), instrument, found);
      }
    }
    for (CriticalItem critical : instrument.critical()) {
      if (places.isSound(critical) && critical.isSingle()) {
        fault("a critical item", critical.id(), places.of(critical, "item"), instrument, found);
      }
    }
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition()
          .walk()
          .filter(places::isSound)
          .forEach(part -> part.askedItem()
              .ifPresent(
                  item -> fault(use.where(), item, places.of(part, "item"), instrument, found)));
    }
    for (ValidityIndex index : instrument.validity()) {
      for (String item :
          places.isSound(index) ? new LinkedHashSet<>(index.sign().items()) : Set.<String>of()) {
        fault(
            "validity index '" + index.id() + "'",
            item,
            places.of(index.sign(), "item " + item),
            instrument,
            found);
      }
    }
    return found;
  }

  private static void fault(
      String who, String itemId, Place place, Instrument instrument, List<Diagnostic> found) {
    instrument
        .item(itemId)
        .filter(item -> isUnscored(item, instrument))
        .ifPresent(item -> found.add(error(
                "item.no-answer",
                place,
                "%s uses item '%s', which is %s and never scored",
                who,
                itemId,
                item.isInformation() ? "information" : "free text")
            .hint("leave it out")));
  }

  private static boolean isUnscored(Item item, Instrument instrument) {
    boolean freeText =
        instrument.responsesOf(item).isPresent() && instrument.scorable(item).isEmpty();
    return item.isInformation() || freeText;
  }
}
