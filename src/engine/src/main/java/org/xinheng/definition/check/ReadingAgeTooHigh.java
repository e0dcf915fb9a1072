package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;

/** Who fills in a questionnaire can read it. A warning: it may be read out to the youngest. */
final class ReadingAgeTooHigh implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    About about = instrument.about();
    int youngest = about.ages().first();
    Optional<Integer> age = about
        .readingAge()
        .filter(reading -> places.isSound(about))
        .filter(reading -> about.informants().contains(Informant.SELF) && reading > youngest);
    return age
        .map(reading -> warning(
                "reading-age.too-high",
                places.of(about, "reading-age"),
                "the questionnaire is read at %d, and its youngest readers are %d",
                reading,
                youngest)
            .hint("start 'ages' at %d, or see that it is read out to younger ones", reading))
        .stream()
        .toList();
  }
}
