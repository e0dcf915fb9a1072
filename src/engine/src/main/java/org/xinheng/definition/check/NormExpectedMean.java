package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Sex;

/** A regression expects means in the range of its scale, for every student of its group. */
final class NormExpectedMean implements NormRule {

  private static final Interval ANY = new Interval(0, 0);

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormsByScale.forEach(norms, instrument, places, entry -> {
      if (entry.norm() instanceof Norm.Regression regression) {
        firstOutside(norms, entry, regression)
            .ifPresent(student -> found.add(error(
                    "norm.expected-mean",
                    places.of(regression),
                    "the regression of %s expects a mean of %s for %s, outside %s",
                    entry.what(),
                    student.mean().stripTrailingZeros().toPlainString(),
                    student.who(),
                    entry.range())
                .hint("look the coefficients up in the source; age may be centred there")));
      }
    });
    return found;
  }

  private record Student(String who, BigDecimal mean) {}

  private static Optional<Student> firstOutside(
      NormSet norms, NormsByScale.Entry entry, Norm.Regression regression) {
    Audience audience = entry.group().audience();
    for (Sex sex : Sex.values()) {
      for (int age : values(audience.ages().or(norms.audience()::ages))) {
        for (int grade : values(audience.grades().or(norms.audience()::grades))) {
          BigDecimal mean = regression.mean(age, sex, grade);
          if (audience.sex().map(sex::equals).orElse(true) && !entry.range().contains(mean)) {
            return Optional.of(new Student(who(regression, age, sex, grade), mean));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Integer> values(Optional<Interval> condition) {
    Interval interval = condition.orElse(ANY);
    List<Integer> values = new ArrayList<>();
    for (int value = interval.first(); value <= interval.last(); value++) {
      values.add(value);
    }
    return values;
  }

  private static String who(Norm.Regression regression, int age, Sex sex, int grade) {
    List<String> who = new ArrayList<>();
    if (regression.asksSex()) {
      who.add("sex " + sex.word());
    }
    if (regression.asksAge()) {
      who.add("age " + age);
    }
    if (regression.asksGrade()) {
      who.add("grade " + grade);
    }
    return who.isEmpty() ? "everybody" : String.join(", ", who);
  }
}
