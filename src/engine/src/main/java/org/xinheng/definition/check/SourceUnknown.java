package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.ValidityIndex;

/** Every fact names a source that is listed. */
final class SourceUnknown implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      String what = "scale '" + scale.id() + "'";
      for (Bands bands : scale.bandSets()) {
        check(instrument, what, bands, bands.source(), places, found);
        bands
            .bands()
            .forEach(band -> band.source()
                .ifPresent(source -> check(instrument, what, band, source, places, found)));
      }
    }
    ItemUse.models(instrument, places)
        .forEach((scale, keying) -> check(
            instrument,
            "the model of scale '" + scale.id() + "'",
            keying.model(),
            keying.model().source(),
            places,
            found));
    for (Classification classification : instrument.classifications()) {
      check(
          instrument,
          "classification '" + classification.id() + "'",
          classification,
          classification.source(),
          places,
          found);
    }
    for (CriticalItem critical : instrument.critical()) {
      check(
          instrument,
          "critical item '" + critical.id() + "'",
          critical,
          critical.source(),
          places,
          found);
    }
    for (ValidityIndex index : instrument.validity()) {
      check(
          instrument, "validity index '" + index.id() + "'", index, index.source(), places, found);
    }
    return found;
  }

  private static void check(
      Instrument instrument,
      String what,
      Object part,
      String source,
      Places places,
      List<Diagnostic> found) {
    // Where no source is listed at all, that is the fault.
    boolean listed = !instrument.about().sources().isEmpty();
    if (listed && places.isSound(part) && instrument.source(source).isEmpty()) {
      found.add(error(
              "source.unknown",
              places.of(part, "source"),
              "%s names the source '%s', which is not listed",
              what,
              source)
          .hint("%s", Names.ofSources(instrument)));
    }
  }
}
