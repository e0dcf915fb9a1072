package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.ScaleReference;

/**
 * A score of one student on one day, with all that decides whether another may be compared with it.
 *
 * @param scale which scale
 * @param on when
 * @param version of the questionnaire
 * @param form which of the circulating item orders
 * @param norms id and version of the norm set that was used, if one was
 * @param risk which end of the scale is the worse
 * @param value the score; none if there is none
 */
public record Measurement(
    ScaleReference scale,
    LocalDate on,
    String version,
    String form,
    Optional<String> norms,
    Bands.Risk risk,
    OptionalDouble value) {

  /**
   * The score of a form.
   *
   * @param otherwise the day if the form does not say
   */
  public static Measurement of(Form form, ScaleReference scale, LocalDate otherwise) {
    Instrument instrument = form.scores().plan().instrument();
    Bands.Risk risk = instrument
        .scale(scale.scale())
        .flatMap(of -> of.bandSets().stream().findFirst())
        .map(Bands::risk)
        .orElse(Bands.Risk.HIGH);
    return new Measurement(
        scale,
        form.on().orElse(otherwise),
        instrument.version(),
        instrument.form(),
        form.scores().plan().norms().map(set -> set.id() + " " + set.version()),
        risk,
        instrument.scale(scale.scale()).isPresent()
            ? form.scores().value(form.row(), scale.scale())
            : OptionalDouble.empty());
  }
}
