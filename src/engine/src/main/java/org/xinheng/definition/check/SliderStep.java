package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import java.util.stream.Stream;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** The steps of a slider lead from one end to the other. */
final class SliderStep implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    return instrument.responseSets().stream()
        .filter(places::isSound)
        .flatMap(
            set -> set instanceof ResponseSet.Slider slider ? Stream.of(slider) : Stream.empty())
        .filter(slider -> !ResponsesRange.isEmpty(slider) && !slider.declares(slider.highest()))
        .map(slider -> error(
                "responses.step",
                places.of(slider, "step"),
                "steps of %s do not lead from %s to %s in response set '%s'",
                slider.step().toPlainString(),
                slider.lowest().toPlainString(),
                slider.highest().toPlainString(),
                slider.id())
            .hint(
                "choose a step that divides %s",
                slider.highest().subtract(slider.lowest()).toPlainString()))
        .toList();
  }
}
