package org.xinheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;

/**
 * A battery, or one a stage, given to a school or district in a window of time.
 *
 * @param id such as {@code demo-2026}
 * @param name what people read
 * @param schoolYear such as {@code 2026-2027}
 * @param from the first day of the window
 * @param to the last day of the window; risk factors are judged by this day
 * @param grades of the roster that it is for, if not for all
 * @param sameYear files of other campaigns of the same school year, relative to this one
 * @param policy id of the policy
 * @param batteries ids of the batteries; the one whose grades hold a student's grade is theirs
 * @param norms ids of norm sets to use
 * @param comparedWith the earlier campaign that changes are told from, if one is named
 * @param preparation what was done before the launch, if the file says anything of it
 * @param files the tables it is made from, as paths relative to the campaign file
 */
public record Campaign(
    String id,
    Text name,
    String schoolYear,
    LocalDate from,
    LocalDate to,
    Optional<Interval> grades,
    List<String> sameYear,
    String policy,
    List<String> batteries,
    List<String> norms,
    Optional<Comparison> comparedWith,
    Optional<Preparation> preparation,
    Files files) {

  public Campaign {
    sameYear = List.copyOf(sameYear);
    batteries = List.copyOf(batteries);
    norms = List.copyOf(norms);
  }

  /** A campaign for all of its roster that is compared with no earlier one, and of whose preparation nothing is known. */
  public Campaign(
      String id,
      Text name,
      String schoolYear,
      LocalDate from,
      LocalDate to,
      String policy,
      List<String> batteries,
      List<String> norms,
      Files files) {
    this(
        id,
        name,
        schoolYear,
        from,
        to,
        Optional.empty(),
        List.of(),
        policy,
        batteries,
        norms,
        Optional.empty(),
        Optional.empty(),
        files);
  }

  /**
   * The tables of a campaign.
   *
   * @param roster one row a student of the scope
   * @param responses answers, a student in at most one of them for each questionnaire
   * @param evidence tables with one row a student and a column for any of the evidence inputs
   * @param riskFactors one row a factor
   * @param concerns one row a report that raises an alert
   * @param registry one row a student and registered group
   * @param contacts one row each time somebody got in touch with a student or guardian, or tried to
   * @param calendar the days with school
   * @param map names and codes of the columns
   */
  public record Files(
      String roster,
      List<String> responses,
      List<String> evidence,
      Optional<String> riskFactors,
      Optional<String> concerns,
      Optional<String> registry,
      Optional<String> contacts,
      Optional<String> calendar,
      Optional<String> map) {

    /** A roster, answers and evidence by student, and nothing else. */
    public Files(String roster, List<String> responses, List<String> evidence) {
      this(
          roster,
          responses,
          evidence,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    public Files {
      responses = List.copyOf(responses);
      evidence = List.copyOf(evidence);
    }
  }
}
