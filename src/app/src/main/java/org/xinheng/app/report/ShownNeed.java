package org.xinheng.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Text;
import org.xinheng.policy.ScaleReference;
import org.xinheng.screening.CampaignResult;

/**
 * A leading need as it is shown.
 *
 * @param name what is needed: the scale, or for a total what its questionnaire measures
 * @param questionnaire its id, as it is written on the form
 * @param roster students who were to be given the scale
 * @param percent the share in band level 2 or 3, rounded
 */
record ShownNeed(Text name, String questionnaire, int roster, int percent) {

  private static final String TOTAL = "total";

  /** The first so many needs that may be shown. */
  static List<ShownNeed> first(int most, CampaignResult result, int suppressBelow) {
    List<ShownNeed> shown = new ArrayList<>();
    for (CampaignResult.Need need : result.leadingNeeds()) {
      Instrument instrument =
          Objects.requireNonNull(result.instruments().get(need.scale().questionnaire()));
      Scale scale = instrument.scale(need.scale().scale()).orElseThrow();
      need.roundedPercent(suppressBelow)
          .filter(percent -> shown.size() < most && need.high() >= suppressBelow)
          .ifPresent(percent -> shown.add(of(instrument, scale, need.eligible(), percent)));
    }
    return shown;
  }

  private static ShownNeed of(Instrument instrument, Scale scale, int roster, int percent) {
    String questionnaire = instrument.id().toUpperCase(Locale.ROOT);
    return new ShownNeed(nameOf(instrument, scale), questionnaire, roster, percent);
  }

  /** What is needed: the scale, or for a total what its questionnaire measures. */
  static Text nameOf(Instrument instrument, Scale scale) {
    return scale.id().equals(TOTAL) ? instrument.about().measures() : scale.name();
  }

  /** The name of a scale or classification, with its questionnaire. */
  static Text nameOf(ScaleReference reference, CampaignResult result) {
    Instrument instrument =
        Objects.requireNonNull(result.instruments().get(reference.questionnaire()));
    String id = instrument.id().toUpperCase(Locale.ROOT);
    Text name = instrument
        .scale(reference.scale())
        .map(scale -> nameOf(instrument, scale))
        .orElse(instrument.about().measures());
    return new Text(id + ": " + name.en(), id + "：" + name.zhCn());
  }
}
