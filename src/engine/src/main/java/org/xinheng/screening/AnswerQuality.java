package org.xinheng.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;

/**
 * How completely a questionnaire was answered.
 *
 * @param questionnaire its name
 * @param forms forms on which anything was answered
 * @param blank the share of their items that was left out
 * @param scored forms on which every banded scale has a score
 */
public record AnswerQuality(Text questionnaire, int forms, OptionalDouble blank, int scored) {

  /** The quality of each questionnaire that anybody answered. */
  public static List<AnswerQuality> of(CampaignResult result) {
    List<AnswerQuality> all = new ArrayList<>();
    result.instruments().forEach((id, instrument) -> {
      List<Form> forms = result.roster().stream()
          .flatMap(student -> Optional.ofNullable(student.forms().get(id)).stream())
          .filter(form -> !form.isBlank())
          .toList();
      if (!forms.isEmpty()) {
        all.add(of(instrument, forms));
      }
    });
    return all;
  }

  private static AnswerQuality of(Instrument instrument, List<Form> forms) {
    long items = (long) forms.size() * instrument.keptItems().size();
    long answered =
        forms.stream().mapToLong(form -> form.responses().answered(form.row())).sum();
    int scored = (int) forms.stream()
        .filter(form -> instrument.scales().stream()
            .filter(scale -> !scale.bandSets().isEmpty())
            .allMatch(scale -> form.isScored(scale.id())))
        .count();
    OptionalDouble blank = items == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) Math.max(0, items - answered) / items);
    return new AnswerQuality(instrument.about().name(), forms.size(), blank, scored);
  }
}
