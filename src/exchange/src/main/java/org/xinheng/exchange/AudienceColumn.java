package org.xinheng.exchange;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Sex;

/** A column of a table whose texts say whom a norm group is for: sex, grade, age or region. */
public final class AudienceColumn {

  private static final Set<KnownColumn> ASKED =
      EnumSet.of(KnownColumn.SEX, KnownColumn.GRADE, KnownColumn.AGE, KnownColumn.REGION);
  private static final Words<Sex> SEXES = Words.sexes();
  private static final Words<Integer> GRADES = Words.grades();
  private static final Words<Integer> AGES = Words.ages();

  private final KnownColumn column;

  private AudienceColumn(KnownColumn column) {
    this.column = column;
  }

  /** The column with a heading; empty if norm groups do not ask for it. */
  public static Optional<AudienceColumn> ofHeading(String heading) {
    return KnownColumn.ofHeading(heading).filter(ASKED::contains).map(AudienceColumn::new);
  }

  /** Its word: sex, grade, age or region. */
  public String word() {
    return column.word();
  }

  /** Those of an audience of whom a text says the truth; empty if it says nothing that is known. */
  public Optional<Audience> narrowed(Audience audience, String text) {
    return switch (column) {
      case SEX -> SEXES.read(text).value().map(audience::with);
      case GRADE ->
        GRADES.read(text).value().map(grade -> audience.withGrades(new Interval(grade, grade)));
      case AGE -> AGES.read(text).value().map(age -> audience.withAges(new Interval(age, age)));
      case REGION -> text.isBlank() ? Optional.empty() : Optional.of(inRegion(audience, text));
      default -> throw new IllegalStateException("no audience is by " + column.word());
    };
  }

  private static Audience inRegion(Audience audience, String region) {
    return new Audience(
        audience.sex(),
        audience.grades(),
        audience.ages(),
        audience.informant(),
        audience.language(),
        Optional.of(region),
        audience.years());
  }
}
