package org.xinheng.scoring.power;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.ValidityIndex.Condition;
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
    return instrument.validity().stream()
        .flatMap(index -> Stream.concat(verdicts(index, instrument), conditions(index, rehearsal)));
  }

  private static Stream<Mutant> verdicts(ValidityIndex index, Instrument instrument) {
    return Stream.of(Verdict.values())
        .filter(verdict -> verdict != index.verdict())
        .map(verdict -> mutant(
            index,
            "index '%s' made the answers %s, not %s"
                .formatted(index.id(), verdict.word(), index.verdict().word()),
            index.condition(),
            verdict,
            instrument));
  }

  private static Stream<Mutant> conditions(ValidityIndex index, Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    if (index.condition() instanceof Condition.ScaleAtOrAbove scale) {
      Scale of = instrument.scale(scale.scale()).orElseThrow();
      return Rehearsal.slips(scale.atOrAbove(), rehearsal.values(of, Bands.Stage.VALUE)).stream()
          .map(slip -> mutant(
              index,
              "index '%s' were %s by %s in scale '%s'"
                  .formatted(
                      index.id(),
                      slip.below() ? "met" : "not met",
                      slip.value().stripTrailingZeros().toPlainString(),
                      scale.scale()),
              new Condition.ScaleAtOrAbove(scale.scale(), slip.edge()),
              index.verdict(),
              instrument));
    }
    if (index.condition() instanceof Condition.UnansweredAtOrAbove unanswered) {
      int edge = unanswered.atOrAbove();
      Stream<Mutant> edges = Stream.of(edge - 1, edge + 1)
          .map(other -> mutant(
              index,
              "index '%s' were met from %d unanswered, not %d".formatted(index.id(), other, edge),
              new Condition.UnansweredAtOrAbove(unanswered.items(), other),
              index.verdict(),
              instrument));
      return Stream.concat(
          edges,
          lacking(
              index,
              unanswered.items(),
              items -> new Condition.UnansweredAtOrAbove(items, edge),
              instrument));
    }
    if (index.condition() instanceof Condition.PersonFitBelow fit) {
      return Rehearsal.neighbours(fit.below()).stream()
          .map(below -> mutant(
              index,
              "index '%s' were met below %s, not %s"
                  .formatted(index.id(), below.toPlainString(), fit.below().toPlainString()),
              new Condition.PersonFitBelow(fit.scale(), below),
              index.verdict(),
              instrument));
    }
    List<String> items = ((Condition.SameAnswer) index.condition()).items();
    return lacking(index, items, Condition.SameAnswer::new, instrument);
  }

  /** An item is lost where a list is written: at an end of a run of items that follow each other in the form. */
  private static Stream<Mutant> lacking(
      ValidityIndex index,
      List<String> items,
      Function<List<String>, Condition> condition,
      Instrument instrument) {
    List<String> form = instrument.items().stream().map(Item::id).toList();
    return items.stream()
        .filter(item -> items.size() > 1 && isEndOfRun(form.indexOf(item), form, items))
        .map(item -> mutant(
            index,
            "index '%s' did not look at item '%s'".formatted(index.id(), item),
            condition.apply(Draft.without(items, item)),
            index.verdict(),
            instrument));
  }

  private static boolean isEndOfRun(int position, List<String> form, List<String> items) {
    return position == 0
        || position == form.size() - 1
        || !items.contains(form.get(position - 1))
        || !items.contains(form.get(position + 1));
  }

  private static Mutant mutant(
      ValidityIndex index,
      String mistake,
      Condition condition,
      Verdict verdict,
      Instrument instrument) {
    ValidityIndex changed = new ValidityIndex(
        index.id(), index.name(), condition, verdict, index.source(), index.verification());
    return new Mutant(
        "validity index '" + index.id() + "'",
        mistake,
        Draft.of(
            instrument, draft -> draft.validity = Draft.replaced(draft.validity, index, changed)));
  }
}
