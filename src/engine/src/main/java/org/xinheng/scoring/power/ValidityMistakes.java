package org.xinheng.scoring.power;

import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.ValidityIndex.Verdict;

/** A validity index is met a little earlier or later, looks at other items, or says something else. */
final class ValidityMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-validity";
  }

  @Override
  public String remedy() {
    return "state the validity where the index is just met, and where it is just not";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    MistakenSigns signs = new MistakenSigns(rehearsal);
    return instrument.validity().stream()
        .flatMap(index -> Stream.concat(
            verdicts(index, instrument),
            index
                .sign()
                .accept(signs)
                .map(mistaken -> mutant(
                    index, mistaken.mistake(), mistaken.sign(), index.verdict(), instrument))));
  }

  private static Stream<Mutant> verdicts(ValidityIndex index, Instrument instrument) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict != index.verdict())
        .map(verdict -> mutant(
            index,
            "made the answers %s, not %s"
                .formatted(verdict.word(), index.verdict().word()),
            index.sign(),
            verdict,
            instrument));
  }

  private static Mutant mutant(
      ValidityIndex index, String mistake, Sign sign, Verdict verdict, Instrument instrument) {
    ValidityIndex changed = new ValidityIndex(
        index.id(), index.name(), sign, verdict, index.source(), index.verification());
    return new Mutant(
        "validity index '" + index.id() + "'",
        "index '%s' %s".formatted(index.id(), mistake),
        Draft.of(
            instrument, draft -> draft.validity = Draft.replaced(draft.validity, index, changed)));
  }
}
