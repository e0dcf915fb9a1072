package org.xinheng.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A district of many schools over some school years, written as the files that its screenings start from; each year but the
 * first is compared with the one before.
 *
 * <p><strong>Every student is invented</strong>, by the model of {@link SyntheticSchool}. Between two years students go up a
 * grade, change class or school, leave and enter. In each year some are absent, some guardians refuse, some answer carelessly
 * or stop half way; class teachers rate, risk factors, registered groups and reports are on file. One row in a hundred is
 * mistyped, as {@link Slip} says, and {@value #NOTES} in each year's folder names every such row and what should become of
 * it.
 */
public final class SyntheticDistrict {

  /** What was mistyped. */
  public static final String NOTES = "mistyped.csv";

  private static final String CAMPAIGN = "campaign.yaml";
  private static final String CALENDAR = "calendar.yaml";
  private static final String ROSTER = "roster.csv";

  private static final List<Slip> OF_IDS =
      List.of(Slip.MISSING_ID, Slip.SHORT_ID, Slip.BLANKS_AROUND_ID);

  private static final SlipColumns ON_ROSTER = new SlipColumns(
      List.of(
          Slip.FULL_WIDTH_DIGIT,
          Slip.BAD_DATE,
          Slip.OTHER_DATE,
          Slip.SWAPPED_CELLS,
          Slip.CUT_SHORT,
          Slip.MISSING_ID,
          Slip.BLANKS_AROUND_ID,
          Slip.NEIGHBOURS_ID,
          Slip.TYPED_TWICE,
          Slip.GRADE_IN_WORDS,
          Slip.UNREADABLE_GRADE,
          Slip.UNREADABLE_SEX),
      List.of("grade"),
      List.of("birthdate"),
      List.of("grade", "birthdate"));

  private static final List<Slip> IN_ANSWERS = List.of(
      Slip.FULL_WIDTH_DIGIT,
      Slip.SEVEN,
      Slip.OUT_OF_RANGE,
      Slip.LETTER,
      Slip.BAD_DATE,
      Slip.OTHER_DATE,
      Slip.SWAPPED_CELLS,
      Slip.CUT_SHORT,
      Slip.MISSING_ID,
      Slip.SHORT_ID,
      Slip.BLANKS_AROUND_ID,
      Slip.NEIGHBOURS_ID,
      Slip.TYPED_TWICE,
      Slip.WRONG_CLASS);

  private static final List<Slip> IN_RATINGS = List.of(
      Slip.FULL_WIDTH_DIGIT,
      Slip.SEVEN,
      Slip.OUT_OF_RANGE,
      Slip.LETTER,
      Slip.BAD_DATE,
      Slip.OTHER_DATE,
      Slip.SWAPPED_CELLS,
      Slip.CUT_SHORT,
      Slip.MISSING_ID,
      Slip.SHORT_ID,
      Slip.BLANKS_AROUND_ID);

  private final District district;
  private final Path folder;

  private SyntheticDistrict(District district, Path folder) {
    this.district = district;
    this.folder = folder;
  }

  /**
   * Writes the district into a directory, a folder for each school year. Files of the same names are replaced, each in one
   * step; other files are left alone.
   *
   * @param seed the same seed gives the same bytes on every machine and every JDK
   * @return the campaign file of the last year
   * @throws IOException if a directory cannot be made or a file cannot be written
   */
  public static Path write(Path directory, DistrictSize size, long seed) throws IOException {
    SeededRandom random = SeededRandom.of(seed);
    District district = District.invent(size, random.split());
    Path last = directory;
    List<String> labels = new ArrayList<>();
    for (District.Year year : district.years(size.years())) {
      last = directory.resolve(year.year().label());
      new SyntheticDistrict(district, last)
          .write(year, labels.isEmpty() ? "" : labels.get(labels.size() - 1), random.split());
      labels.add(year.year().label());
    }
    return last.resolve(CAMPAIGN);
  }

  private void write(District.Year year, String before, SeededRandom random) throws IOException {
    Files.createDirectories(folder.resolve("answers"));
    DistrictTables tables = new DistrictTables(district, year);
    Typist typist = new Typist(random.split());
    write(ROSTER, typist.roster(ROSTER, tables.roster(), ON_ROSTER));
    Map<String, Table> answers = tables.answers(random.split());
    for (Map.Entry<String, Table> file : answers.entrySet()) {
      Table table = file.getValue();
      List<String> items = table.header().subList(3, table.header().size());
      write(
          file.getKey(),
          typist.answers(
              file.getKey(),
              table,
              new SlipColumns(IN_ANSWERS, items, List.of("date"), List.of("student", "date"))));
    }
    type(
        "teacher-ratings.csv",
        tables.teacherRatings(random.split()),
        typist,
        new SlipColumns(
            IN_RATINGS, List.of("teacher"), List.of("date"), List.of("date", "teacher")));
    type(
        "requests.csv",
        tables.requests(random.split()),
        typist,
        new SlipColumns(
            IN_RATINGS,
            List.of("help", "hold", "cleared", "open-case"),
            List.of("date"),
            List.of("date", "help")));
    if (!before.isEmpty()) {
      type(
          "last-year.csv",
          tables.lastYear(random.split()),
          typist,
          new SlipColumns(
              Stream.concat(
                      OF_IDS.stream(),
                      Stream.of(Slip.FULL_WIDTH_DIGIT, Slip.SEVEN, Slip.LETTER, Slip.CUT_SHORT))
                  .toList(),
              List.of("last-tier"),
              List.of(),
              List.of()));
    }
    List<Slip> ofDated = Stream.concat(
            OF_IDS.stream(), Stream.of(Slip.BAD_DATE, Slip.OTHER_DATE, Slip.CUT_SHORT))
        .toList();
    SlipColumns since = new SlipColumns(ofDated, List.of(), List.of("since"), List.of());
    type("risk-factors.csv", tables.riskFactors(random.split()), typist, since);
    type("registry.csv", tables.registry(random.split()), typist, since);
    type(
        "concerns.csv",
        tables.concerns(random.split()),
        typist,
        new SlipColumns(ofDated, List.of(), List.of("date"), List.of()));
    write(NOTES, typist.notes());
    write(CALENDAR, calendar(year.year()));
    write(CAMPAIGN, campaign(year.year(), before, List.copyOf(answers.keySet())));
  }

  private void type(String file, Table table, Typist typist, SlipColumns columns)
      throws IOException {
    write(file, typist.type(file, table, columns));
  }

  private void write(String file, Table table) throws IOException {
    write(file, table.csv());
  }

  private void write(String file, String text) throws IOException {
    Path target = folder.resolve(file);
    Path unfinished = folder.resolve(file + ".part");
    Files.writeString(unfinished, text);
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String campaign(SchoolYear year, String before, List<String> answers) {
    String comparison = before.isEmpty() ? "" : """
        compared-with:
          campaign: ../%s/%s
          precision:
            mht.total: {sd: 14, reliability: 0.9, source: invented}
            phq-9.total: {sd: 4.5, reliability: 0.8, source: invented}
        """.formatted(before, CAMPAIGN);
    String lastYear = before.isEmpty() ? "" : ", last-year.csv";
    return """
        campaign: district-%s
        name: {en: Invented district %s, zh-CN: 虚构区县 %s 学年}
        school-year: %s
        window: {from: %s, to: %s}
        policy: default
        batteries: [upper-primary, junior-high, senior-high, vocational]
        %sfiles:
          roster: %s
          responses:
        %s
          evidence: [teacher-ratings.csv, requests.csv%s]
          risk-factors: risk-factors.csv
          concerns: concerns.csv
          registry: registry.csv
          calendar: %s
        """.formatted(
            year.begins(),
            year.label(),
            year.label(),
            year.label(),
            year.opens(),
            year.closes(),
            comparison,
            ROSTER,
            answers.stream().map(file -> "    - " + file).collect(Collectors.joining("\n")),
            lastYear,
            CALENDAR);
  }

  private static String calendar(SchoolYear year) {
    int begins = year.begins();
    return """
        calendar: district-%s
        version: 1.0.0
        name: {en: Invented district, zh-CN: 虚构区县}
        terms:
          - {id: autumn-%s, name: {en: autumn term, zh-CN: 秋季学期}, school-year: %s, from: %s, to: %s-01-22}
          - {id: spring-%s, name: {en: spring term, zh-CN: 春季学期}, school-year: %s, from: %s-02-22, to: %s-07-02}
        holidays:
          - {name: {en: national holiday, zh-CN: 国庆节}, from: %s-10-01, to: %s-10-07}
        """.formatted(
            begins,
            begins,
            year.label(),
            year.starts(),
            begins + 1,
            begins + 1,
            year.label(),
            begins + 1,
            begins + 1,
            begins,
            begins);
  }
}
