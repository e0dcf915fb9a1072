package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;

/**
 * What early stopping says of a questionnaire fits it: {@code stopping.unknown-item}, {@code stopping.shares-count}, {@code
 * stopping.not-modelled}, {@code stopping.visible}, {@code stopping.missing}.
 */
final class StoppingQuestionnaire {

  private final Instrument instrument;
  private final Places places;
  private final List<Diagnostic> found = new ArrayList<>();

  private StoppingQuestionnaire(Instrument instrument, Places places) {
    this.instrument = instrument;
    this.places = places;
  }

  static List<Diagnostic> check(Battery battery, Instrument instrument, Places places) {
    StoppingQuestionnaire checked = new StoppingQuestionnaire(instrument, places);
    battery.stopping().filter(places::isSound).ifPresent(stopping -> {
      if (stopping instanceof Stopping.Stochastic stochastic) {
        stochastic.answers().getOrDefault(instrument.id(), List.of()).forEach(checked::shares);
      } else if (stopping instanceof Stopping.Adaptive adaptive
          && adaptive.scale().questionnaire().equals(instrument.id())) {
        checked.adaptive(adaptive);
      }
    });
    return checked.found;
  }

  private void shares(Stopping.AnswerShares shares) {
    Place place = places.of(shares);
    for (String id : shares.items()) {
      Optional<Item> item = instrument.item(id);
      if (item.isEmpty()) {
        unknown(id, place);
        continue;
      }
      int options = item.flatMap(instrument::scorable)
          .filter(ResponseSet.Choice.class::isInstance)
          .map(set -> set.options().size())
          .orElse(0);
      if (options != shares.shares().size()) {
        found.add(error(
                "stopping.shares-count",
                place,
                "item '%s' has %d options, and there are %d shares",
                id,
                options,
                shares.shares().size())
            .hint("write one share an option, from the answer that counts least"));
      }
    }
  }

  private void unknown(String item, Place place) {
    found.add(error(
            "stopping.unknown-item",
            place,
            "questionnaire '%s' has no item '%s'",
            instrument.id(),
            item)
        .hint("the items are those of its definition"));
  }

  private void adaptive(Stopping.Adaptive rule) {
    Place place = places.of(rule);
    Optional<Scale> scale = instrument.scale(rule.scale().scale());
    boolean isModelled = scale
        .filter(of -> of.keying() instanceof Keying.OfModel keying
            && keying.model().prior().isPresent())
        .isPresent();
    if (!isModelled) {
      found.add(error(
              "stopping.not-modelled",
              place,
              "'%s' is no scale that estimates a level with a prior",
              rule.scale())
          .hint("name a scale of the method irt with the estimator eap or map"));
      return;
    }
    rule.content()
        .forEach(content -> content.items().stream()
            .filter(item -> instrument.item(item).isEmpty())
            .forEach(item -> unknown(item, places.of(content))));
    Scale level = scale.orElseThrow();
    level.keying().keys().stream()
        .flatMap(key -> instrument.item(key.item()).stream())
        .filter(item -> !instrument.visibleWhen(item).isEmpty())
        .forEach(item -> found.add(error(
                "stopping.visible",
                place,
                "item '%s' is shown only after certain answers, and cannot be asked at any time",
                item.id())
            .hint("take its 'visible-when' away, or leave it out of the scale")));
    int size = level.keying().keys().size();
    int allowed = level.missing().limit().of(size);
    if (size - allowed > rule.fewest()) {
      found.add(error(
              "stopping.missing",
              place,
              "the test may stop after %d answers, and '%s' has a score from %d on",
              rule.fewest(),
              rule.scale(),
              size - allowed)
          .hint("raise 'fewest', or let more be missing in the scale"));
    }
  }
}
