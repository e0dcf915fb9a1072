package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** A band that begins elsewhere, for trying a cut-off out: the text of a questionnaire with another number in it. */
public final class MovedEdge {

  private MovedEdge() {}

  /**
   * The questionnaire in which a band begins at another value, in every set of bands that has it.
   *
   * @throws IllegalArgumentException if it has no such scale or band
   * @throws DefinitionException if the band can not begin there, as when it would begin below the one before it
   */
  public static SourceText of(
      SourceText questionnaire, String scale, String band, BigDecimal from) {
    Read<Instrument> read = Definitions.questionnaire(questionnaire);
    Scale found = read.usable()
        .scale(scale)
        .orElseThrow(() -> new IllegalArgumentException(
            "questionnaire '" + read.usable().id() + "' has no scale '" + scale + "'"));
    List<Place> places = new ArrayList<>();
    for (Bands bands : found.bandSets()) {
      for (Band each : bands.bands()) {
        if (each.id().equals(band)) {
          places.add(read.places().of(each, "from"));
        }
      }
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException("scale '" + scale + "' of questionnaire '"
          + read.usable().id() + "' has no band '" + band + "'; it has: " + bandsOf(found));
    }
    List<String> lines = new ArrayList<>(questionnaire.text().lines().toList());
    places.stream()
        .sorted(Comparator.reverseOrder())
        .forEach(place -> lines.set(place.line() - 1, replaced(lines, place, from)));
    SourceText moved = SourceText.of(questionnaire.file(), String.join("\n", lines) + "\n");
    Definitions.questionnaire(moved).usable();
    return moved;
  }

  private static String replaced(List<String> lines, Place place, BigDecimal from) {
    String line = lines.get(place.line() - 1);
    String before = line.substring(0, place.column() - 1);
    String after = line.substring(place.column() - 1).replaceFirst("^[\"']?[-0-9.]+[\"']?", "");
    return before + from.toPlainString() + after;
  }

  private static String bandsOf(Scale scale) {
    return String.join(
        ", ",
        scale.bandSets().stream()
            .flatMap(bands -> bands.bands().stream())
            .map(Band::id)
            .distinct()
            .toList());
  }
}
