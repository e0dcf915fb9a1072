package org.xinheng.app.demo;

/**
 * How large a synthetic district is.
 *
 * @param schools of all kinds in turn, at least 1
 * @param students each year, at least 100 a school
 * @param years school years, the last of which is 2026-2027; 1 to 9
 */
public record DistrictSize(int schools, int students, int years) {

  /** A large county. */
  public static final DistrictSize COUNTY = new DistrictSize(40, 60_000, 2);

  private static final int MOST_SCHOOLS = 1_000;
  private static final int FEWEST_STUDENTS = 100;
  private static final int MOST_STUDENTS = 1_000_000;
  private static final int MOST_YEARS = 9;

  public DistrictSize {
    if (!(1 <= schools && schools <= MOST_SCHOOLS)) {
      throw new IllegalArgumentException(
          "schools must be in [1, " + MOST_SCHOOLS + "]: " + schools);
    }
    if (!(FEWEST_STUDENTS * schools <= students && students <= MOST_STUDENTS)) {
      throw new IllegalArgumentException("students must be in [" + FEWEST_STUDENTS * schools + ", "
          + MOST_STUDENTS + "] for so many schools: " + students);
    }
    if (!(1 <= years && years <= MOST_YEARS)) {
      throw new IllegalArgumentException("years must be in [1, " + MOST_YEARS + "]: " + years);
    }
  }
}
