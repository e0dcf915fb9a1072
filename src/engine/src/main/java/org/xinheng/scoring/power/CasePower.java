package org.xinheng.scoring.power;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.Kind;
import org.xinheng.definition.Read;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.scoring.CaseRun;

/**
 * Whether worked cases would notice a mistake in their questionnaire. The definition is changed in one place, as an
 * author might get it wrong, and the cases are scored with it; one of them should fail.
 *
 * <p>A change that no case notices is reported only if there is a form on which it shows: such a form is looked for
 * among those of {@link Sheets}, and the warning shows it. So nobody is asked for a case that cannot be written, as for
 * two items that count alike in every scale.
 *
 * @see "DeMillo, Lipton and Sayward (1978), Hints on test data selection, Computer 11(4), 34-41"
 */
public final class CasePower {

  static final List<Mistakes> KINDS = List.of(
      new ItemMistakes(),
      new PartMistakes(),
      new KeyMistakes(),
      new RecodeMistakes(),
      new MethodMistakes(),
      new TransformMistakes(),
      new MissingMistakes(),
      new RoundMistakes(),
      new EdgeMistakes(),
      new LevelMistakes(),
      new AudienceMistakes(),
      new ClassificationMistakes(),
      new SkipMistakes(),
      new CriticalMistakes(),
      new ValidityMistakes());

  /** Of the mistakes of one kind in one part, no more are looked into. */
  private static final int MOST_SHOWN = 32;

  private final Rehearsal rehearsal;
  private final Place place;

  private CasePower(Rehearsal rehearsal, Place place) {
    this.rehearsal = rehearsal;
    this.place = place;
  }

  /**
   * Runs worked cases, and if all come out as they expect, asks what they are worth.
   *
   * @param instrument checked, without errors
   * @param read the cases, checked, without errors
   * @param norms by id, at least the sets that the cases name
   * @return what does not come out; or else warnings about mistakes that no case would notice, one for each kind and
   *     part
   */
  public static List<Diagnostic> run(
      Instrument instrument, Read<WorkedCases> read, Map<String, NormSet> norms) {
    WorkedCases cases = read.usable();
    List<Diagnostic> failures = CaseRun.run(instrument, cases.list(), norms);
    if (!failures.isEmpty()) {
      return failures;
    }
    CasePower power = new CasePower(
        new Rehearsal(instrument, cases.list(), norms), read.places().of(cases, Kind.CASES.word()));
    return KINDS.stream().flatMap(kind -> power.check(kind).stream()).toList();
  }

  private List<Diagnostic> check(Mistakes kind) {
    Map<String, List<Mutant>> unnoticed = new LinkedHashMap<>();
    kind.in(rehearsal).forEach(mutant -> {
      List<Mutant> ofPart = unnoticed.computeIfAbsent(mutant.part(), part -> new ArrayList<>());
      if (ofPart.size() < MOST_SHOWN && !rehearsal.isNoticed(mutant)) {
        ofPart.add(mutant);
      }
    });
    return unnoticed.values().stream()
        .flatMap(mutants -> report(kind, mutants).stream())
        .toList();
  }

  private Optional<Diagnostic> report(Mistakes kind, List<Mutant> mutants) {
    List<Mutant> shown = new ArrayList<>();
    Map<Integer, Integer> timesShown = new LinkedHashMap<>();
    for (Mutant mutant : mutants) {
      BitSet rows = rehearsal.tellApart(mutant);
      rows.stream().forEach(row -> timesShown.merge(row, 1, Integer::sum));
      if (!rows.isEmpty()) {
        shown.add(mutant);
      }
    }
    return timesShown.entrySet().stream()
        .max(Comparator.comparing(
                (Map.Entry<Integer, Integer> entry) -> rehearsal.isComplete(entry.getKey()))
            .thenComparing(Map.Entry.comparingByValue())
            .thenComparing(entry -> -entry.getKey()))
        .map(best -> warning(
                kind.code(),
                place,
                "no case would notice if %s%s",
                shown.get(0).mistake(),
                others(shown.size() - 1))
            .hint("%s; one that tells: %s", kind.remedy(), rehearsal.inWords(best.getKey())));
  }

  private static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> ", nor one more mistake of this kind";
      default -> ", nor %d more mistakes of this kind".formatted(count);
    };
  }
}
