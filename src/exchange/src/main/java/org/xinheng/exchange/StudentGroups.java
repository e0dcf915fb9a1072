package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.Segments;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.screening.OutcomeLookup;

/**
 * The groups of students who get the same scores for the same answers, each with all results that it can have, and these as
 * they are written. Threads share it.
 */
final class StudentGroups {

  /** Rows of further groups are not plain. */
  private static final int MOST = 1 << 12;

  private final List<RowLookup> lookups;
  private final Optional<OutcomeLookup> outcomes;
  private final PlainColumns columns;
  private final Map<List<Object>, Group> groups = new LinkedHashMap<>();
  private final Map<Integer, Segments> ofEverybody = new LinkedHashMap<>();

  /** One group. */
  static final class Group {

    private final int number;
    private final Optional<Integer> grade;
    private final ScoreTable[][] results;
    private final OutcomeLookup.@Nullable Group levels;
    private final @Nullable Segments[] texts;
    private final int longest;

    private Group(
        int number,
        Optional<Integer> grade,
        ScoreTable[][] results,
        OutcomeLookup.@Nullable Group levels,
        @Nullable Segments[] texts) {
      this.number = number;
      this.grade = grade;
      this.results = results;
      this.levels = levels;
      this.texts = texts;
      int sum = 0;
      for (@Nullable Segments ofRun : texts) {
        sum += ofRun == null ? 0 : ofRun.longest();
      }
      longest = sum;
    }

    /** From 0. */
    int number() {
      return number;
    }

    /** The grade of all its students. */
    Optional<Integer> grade() {
      return grade;
    }

    /** By form and scale: each result of the scale in the row of its number. */
    ScoreTable[][] results() {
      return results;
    }

    /** What the results come to, where there are tiers. */
    OutcomeLookup.Group levels() {
      return Objects.requireNonNull(levels, "there are no tiers");
    }

    /** By run of columns, what is written for each result; nothing where the run is of no scale. */
    @Nullable
    Segments[] texts() {
      return texts;
    }

    /** How many bytes the texts of all runs take at most. */
    int longest() {
      return longest;
    }
  }

  /** @param outcomes kept for this use alone */
  StudentGroups(List<RowLookup> lookups, Optional<OutcomeLookup> outcomes, PlainColumns columns) {
    this.lookups = lookups;
    this.outcomes = outcomes;
    this.columns = columns;
  }

  /** The group of a student; nothing if there are too many groups. */
  synchronized Optional<Group> of(Person person) {
    List<Object> key = key(person);
    @Nullable Group known = groups.get(key);
    if (known == null && groups.size() < MOST) {
      known = make(person);
      groups.put(key, known);
    }
    return Optional.ofNullable(known);
  }

  /** All that scores depend on beside answers: a list, since linking the equality of a record takes long at the start. */
  private static List<Object> key(Person person) {
    return List.of(
        person.sex(),
        person.grade(),
        person.age(),
        person.informant(),
        person.language(),
        person.region(),
        person.date().map(LocalDate::getYear));
  }

  /** All groups by their number. */
  synchronized List<Group> all() {
    return List.copyOf(groups.values());
  }

  private Group make(Person person) {
    List<ResponseTable> students = new ArrayList<>();
    ScoreTable[][] results = new ScoreTable[lookups.size()][];
    for (int form = 0; form < results.length; form++) {
      RowLookup lookup = lookups.get(form);
      ResponseTable student = new ResponseTable(lookup.plan().instrument(), 1);
      ResponseRows.describe(person, student, 0);
      students.add(student);
      results[form] = new ScoreTable[lookup.plan().instrument().scales().size()];
      for (int scale = 0; scale < results[form].length; scale++) {
        results[form][scale] = lookup.resultsFor(student, scale);
      }
    }
    @Nullable Segments[] texts = new Segments[columns.runs().size()];
    for (int run = 0; run < texts.length; run++) {
      if (columns.runs().get(run).source() instanceof PlainColumns.OfScale of) {
        texts[run] = texts(run, of, results[of.form()][of.scale()]);
      }
    }
    return new Group(
        groups.size(),
        person.grade(),
        results,
        outcomes.map(lookup -> lookup.group(students, results)).orElse(null),
        texts);
  }

  private Segments texts(int run, PlainColumns.OfScale of, ScoreTable results) {
    return lookups.get(of.form()).asksStudent(of.scale())
        ? columns.texts(columns.runs().get(run), of, results)
        : ofEverybody.computeIfAbsent(
            run, same -> columns.texts(columns.runs().get(run), of, results));
  }
}
