package org.xinheng.screening;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of grades beyond a campaign itself, where it is for a part of a school or district.
 *
 * @param leftOut grades of the roster that the campaign is not for, in its order
 * @param screened grades that another campaign of the same school year has screened
 */
public record OtherGrades(Set<GradeOfSchool> leftOut, Set<GradeOfSchool> screened) {

  /** A campaign for all grades of its roster, and the only one of its year. */
  public static final OtherGrades NONE = new OtherGrades(Set.of(), Set.of());

  public OtherGrades {
    leftOut = Collections.unmodifiableSet(new LinkedHashSet<>(leftOut));
    screened = Set.copyOf(screened);
  }

  /** Those of one school. */
  OtherGrades of(String school) {
    return new OtherGrades(of(school, leftOut), of(school, screened));
  }

  private static Set<GradeOfSchool> of(String school, Set<GradeOfSchool> grades) {
    return grades.stream()
        .filter(grade -> grade.school().equals(school))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
