package org.xinheng.scoring.power;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Classification.Outcome;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NamedCondition;

/** The rule of a classification is another, or that of a condition that it uses by name, or an outcome's level. */
final class ClassificationMistakes implements Mistakes {

  private static final int HIGHEST_LEVEL = 3;

  @Override
  public String code() {
    return "case.untested-classification";
  }

  @Override
  public String remedy() {
    return "state the outcome where a rule is just met, and where it is just not; and its level beside it";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    Instrument instrument = rehearsal.instrument();
    return Stream.concat(
        instrument.classifications().stream().flatMap(of -> in(of, rehearsal)),
        instrument.conditions().stream().flatMap(named -> in(named, rehearsal)));
  }

  private static Stream<Mutant> in(Classification of, Rehearsal rehearsal) {
    return Stream.concat(
        of.outcomes().stream()
            .flatMap(outcome ->
                Stream.concat(levels(outcome, of, rehearsal), rules(outcome, of, rehearsal))),
        orders(of, rehearsal));
  }

  private static Stream<Mutant> levels(Outcome outcome, Classification of, Rehearsal rehearsal) {
    return IntStream.rangeClosed(0, HIGHEST_LEVEL)
        .filter(level -> level != outcome.level())
        .mapToObj(level -> mutant(
            "outcome '%s' of classification '%s' had level %d, not %d"
                .formatted(outcome.id(), of.id(), level, outcome.level()),
            Draft.replaced(
                of.outcomes(),
                outcome,
                new Outcome(outcome.id(), level, outcome.label(), outcome.when())),
            of,
            rehearsal));
  }

  private static Stream<Mutant> rules(Outcome outcome, Classification of, Rehearsal rehearsal) {
    return new MistakenConditions(rehearsal)
        .of(outcome.when())
        .map(when -> mutant(
            "outcome '%s' of classification '%s' were for %s"
                .formatted(outcome.id(), of.id(), words(when, rehearsal)),
            Draft.replaced(
                of.outcomes(),
                outcome,
                new Outcome(outcome.id(), outcome.level(), outcome.label(), when)),
            of,
            rehearsal));
  }

  private static Stream<Mutant> orders(Classification of, Rehearsal rehearsal) {
    return IntStream.range(0, of.outcomes().size() - 1).mapToObj(i -> {
      List<Outcome> changed = new ArrayList<>(of.outcomes());
      Outcome first = changed.remove(i);
      changed.add(i + 1, first);
      return mutant(
          "outcome '%s' of classification '%s' were asked before '%s'"
              .formatted(changed.get(i).id(), of.id(), first.id()),
          changed,
          of,
          rehearsal);
    });
  }

  private static Mutant mutant(
      String mistake, List<Outcome> outcomes, Classification of, Rehearsal rehearsal) {
    Classification changed =
        new Classification(of.id(), of.name(), outcomes, of.source(), of.verification());
    return new Mutant(
        "classification '" + of.id() + "'",
        mistake,
        Draft.of(
            rehearsal.instrument(),
            draft -> draft.classifications = Draft.replaced(draft.classifications, of, changed)));
  }

  private static Stream<Mutant> in(NamedCondition named, Rehearsal rehearsal) {
    return new MistakenConditions(rehearsal)
        .of(named.condition())
        .map(condition -> new Mutant(
            "condition '" + named.id() + "'",
            "condition '%s' were %s".formatted(named.id(), words(condition, rehearsal)),
            Draft.of(
                rehearsal.instrument(),
                draft -> draft.conditions = Draft.replaced(
                    draft.conditions, named, new NamedCondition(named.id(), condition)))));
  }

  private static String words(Condition condition, Rehearsal rehearsal) {
    return DefinitionWords.condition(condition, rehearsal.instrument());
  }
}
