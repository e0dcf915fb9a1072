package org.xinheng.scoring.power;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;

/** A set of bands is for other students. */
final class AudienceMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-audience";
  }

  @Override
  public String remedy() {
    return "write cases with a 'student' on both sides of what the bands ask, in another band each";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return instrument.scales().stream()
        .flatMap(scale -> scale.bandSets().stream()
            .flatMap(set -> mistaken(set.audience())
                .map(audience -> new Mutant(
                    Rehearsal.part(scale),
                    "bands '%s' of scale '%s' were for %s, not %s"
                        .formatted(set.id(), scale.id(), words(audience), words(set.audience())),
                    withAudience(audience, set, scale, instrument)))));
  }

  private static Stream<Audience> mistaken(Audience of) {
    Stream<Audience> sexes = of.sex().stream()
        .flatMap(sex -> Arrays.stream(Sex.values()).filter(other -> other != sex))
        .map(of::with);
    Stream<Audience> grades =
        of.grades().stream().flatMap(AudienceMistakes::mistaken).map(of::withGrades);
    Stream<Audience> ages =
        of.ages().stream().flatMap(AudienceMistakes::mistaken).map(of::withAges);
    Stream<Audience> years = of.years().stream()
        .flatMap(AudienceMistakes::mistaken)
        .map(interval -> new Audience(
            of.sex(),
            of.grades(),
            of.ages(),
            of.informant(),
            of.language(),
            of.region(),
            Optional.of(interval)));
    Stream<Audience> informants = of.informant().stream()
        .flatMap(one -> Arrays.stream(Informant.values()).filter(other -> other != one))
        .map(informant -> new Audience(
            of.sex(),
            of.grades(),
            of.ages(),
            Optional.of(informant),
            of.language(),
            of.region(),
            of.years()));
    // Another language or region is a word that nobody can foresee; that it is not asked shows the
    // same.
    Stream<Audience> languages = of.language().stream()
        .map(language -> new Audience(
            of.sex(),
            of.grades(),
            of.ages(),
            of.informant(),
            Optional.empty(),
            of.region(),
            of.years()));
    Stream<Audience> regions = of.region().stream()
        .map(region -> new Audience(
            of.sex(),
            of.grades(),
            of.ages(),
            of.informant(),
            of.language(),
            Optional.empty(),
            of.years()));
    return Stream.of(sexes, grades, ages, years, informants, languages, regions)
        .flatMap(audiences -> audiences);
  }

  private static Stream<Interval> mistaken(Interval interval) {
    return Stream.of(
            new int[] {interval.first() - 1, interval.last()},
            new int[] {interval.first() + 1, interval.last()},
            new int[] {interval.first(), interval.last() - 1},
            new int[] {interval.first(), interval.last() + 1})
        .filter(ends -> ends[0] <= ends[1])
        .map(ends -> new Interval(ends[0], ends[1]));
  }

  private static Instrument withAudience(
      Audience audience, Bands set, Scale scale, Instrument instrument) {
    Bands changed = new Bands(
        set.id(),
        set.system(),
        audience,
        set.stage(),
        set.risk(),
        set.bands(),
        set.source(),
        set.verification());
    return Draft.of(
        instrument, scale, draft -> draft.bandSets = Draft.replaced(draft.bandSets, set, changed));
  }

  private static String words(Audience audience) {
    return DefinitionWords.audience(audience);
  }
}
