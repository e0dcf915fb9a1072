package org.xinheng.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A school of 1,200 students, written as the files that a screening starts from.
 *
 * <p><strong>Every student is invented.</strong> No real answer went into it, no name occurs, and
 * ids are dealt at random. The figures were chosen so that each rule of the engine meets somebody;
 * they are no prevalences and belong in no study.
 *
 * <h2>The model</h2>
 *
 * <p>A student has a general distress and a dozen group factors ({@link Facet}: depression,
 * anxiety, attention, ...), all normal and independent. Sex, grade and class move them a little:
 * girls are 0.1 standard deviations higher in general distress, a grade adds 0.03, classes differ
 * with a standard deviation of 0.15. Each answer is an ordinal reading of a mixture of general
 * distress, one group factor and chance ({@link GradedItem}), with steps of its own. That gives
 * skewed totals, and scales of distress whose alpha lies between .74 (five items) and .96 (the MHT
 * total). A class teacher's rating, last year's tier, risk factors and requests for help are
 * readings of the same student, so that informants agree as loosely as they do in life: the
 * teacher's rating correlates about .3 with general distress, and more with externalising than with
 * internalising.
 *
 * <h2>What comes out</h2>
 *
 * <p>On average over many seeds, of the students with a complete form; one school differs from this
 * by chance.
 *
 * <ul>
 *   <li>Grades 7 to 12: PHQ-9 at or above 10 in 9 %, 15 in 3 %, item 9 at or above 1 in 3.5 %;
 *       GAD-7 at or above 10 in 7 %.
 *   <li>Grades 7 to 9: PSC-17 at or above 15 in 7 %.
 *   <li>Grades 10 to 12: CES-D at or above 24 in 11 %, 29 in 5 %.
 *   <li>Grades 4 to 6: MHT total at or above 65 in 2 %, 56 to 64 in 2.5 %, a content scale at or
 *       above 8 in 27 %; item 85 yes in 1.8 %, 97 too; seven or more validity items yes in 3 %, a
 *       third of them careless.
 *   <li>All grades: teacher's rating 0 to 3 in 80, 12, 6 and 2 % of those judged, 4 % not judged;
 *       last tier 1 to 3 in 82, 14 and 4 %; a risk factor in 15 %, two or more in 4 %; asking for
 *       help 1.5 %.
 * </ul>
 *
 * <p>Counted, so that every seed has them: 36 absent students; six each who answer in a straight
 * line, at random and in zig-zag, who stop half way, who skip a questionnaire (or stop, where there
 * is only one); 16 newcomers; two students on hold, three with a cleared alert, one with a second
 * invalid form; one misprint in each file of answers. Beside that one cell in a hundred is blank,
 * most of them left by one student in ten.
 *
 * <p>Each part of the school draws from a stream of its own ({@link SeededRandom}), so that a
 * change to one leaves the others as they were.
 */
public final class SyntheticSchool {

  private static final String SCHOOL = "示范学校";

  private static final String CAMPAIGN = """
      campaign: demo-2026
      name: {en: Demonstration school 2026-2027, zh-CN: 示范学校 2026-2027 学年}
      school-year: 2026-2027
      window: {from: 2026-10-12, to: 2026-10-30}
      policy: default
      batteries: [upper-primary, junior-high, senior-high]
      files:
        roster: roster.csv
        responses: [answers-upper-primary.csv, answers-junior-high.csv, answers-senior-high.csv]
        evidence: [teacher-ratings.csv, last-year.csv, requests.csv]
        risk-factors: risk-factors.csv
      """;

  private SyntheticSchool() {}

  /**
   * Writes the school into a directory, which is made if it is not there. Files of the same names
   * are replaced, each in one step; other files are left alone.
   *
   * @param seed the same seed gives the same bytes on every machine and every JDK
   * @throws IOException if the directory cannot be made or a file cannot be written
   */
  public static void write(Path directory, long seed) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, String> file : files(seed).entrySet()) {
      Path target = directory.resolve(file.getKey());
      Path unfinished = directory.resolve(file.getKey() + ".part");
      Files.writeString(unfinished, file.getValue());
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** File name to content, by name. */
  static SortedMap<String, String> files(long seed) {
    SeededRandom random = SeededRandom.of(seed);
    School school = School.invent(random.split());
    SortedMap<String, String> files = new TreeMap<>();
    files.put("campaign.yaml", CAMPAIGN);
    files.put("roster.csv", roster(school).csv());
    for (Stage stage : Stage.general()) {
      files.put(
          "answers-" + stage.battery() + ".csv",
          AnswerSheets.of(stage, school, random.split()).csv());
    }
    Map<String, Integer> lastTiers = Evidence.lastTiers(school, random.split());
    files.put(
        "teacher-ratings.csv", Evidence.teacherRatings(school, random.split()).csv());
    files.put("last-year.csv", Evidence.lastYear(lastTiers).csv());
    files.put(
        "requests.csv", Evidence.requests(school, lastTiers, random.split()).csv());
    files.put(
        "risk-factors.csv",
        RiskRegister.of(school, School.OPENS, random.split()).csv());
    return Collections.unmodifiableSortedMap(files);
  }

  private static Table roster(School school) {
    List<List<String>> rows = new ArrayList<>();
    for (Student student : school.students()) {
      rows.add(List.of(
          student.id(),
          SCHOOL,
          Integer.toString(student.grade()),
          Integer.toString(student.schoolClass().number()),
          student.sex().code(),
          student.birthdate().toString()));
    }
    return new Table(List.of("student", "school", "grade", "class", "sex", "birthdate"), rows);
  }
}
