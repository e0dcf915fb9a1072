package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.Segments;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.screening.OutcomeLookup;
import org.xinheng.screening.Screener;
import org.xinheng.screening.Summary;

/**
 * Makes what tables of plain rows hold: of the file, of plans, and of a policy. It opens and compiles these when it is first
 * asked, which takes longer than scoring a school. {@link PlainKnown} and others that hold its lock ask it, so that threads may share
 * it.
 */
final class PlainSource implements Closeable {

  private final ScoreOptions options;
  private final TextFile file;
  private @Nullable Opened opened;

  /** Whether rows of everybody come to the same, by scale of all questionnaires: then it is made once. */
  private final Map<Integer, Segments> textsOfEverybody = new HashMap<>();

  private final Map<Integer, byte[]> reasonsOfEverybody = new HashMap<>();

  /** All that is made of a file and of options. */
  private record Opened(
      ResponseFile input,
      List<OutputColumn> outputColumns,
      List<RowLookup> lookups,
      SheetScorer scorer,
      Optional<OutcomeLookup> outcomes,
      PlainColumns columns) {}

  PlainSource(ScoreOptions options, TextFile file) {
    this.options = options;
    this.file = file;
  }

  /** The file, of which no row was read. */
  synchronized ResponseFile input() throws IOException {
    return opened().input();
  }

  /** How the rows of the file are read. */
  ResponseRows rows() throws IOException {
    return input().rows();
  }

  /** The columns that are written. */
  synchronized List<OutputColumn> outputColumns() throws IOException {
    return opened().outputColumns();
  }

  private Opened opened() throws IOException {
    if (opened == null) {
      try {
        opened = open();
      } catch (NotPlainException e) {
        throw new IllegalStateException("what was plain the last time is plain", e);
      }
    }
    return opened;
  }

  private Opened open() throws IOException, NotPlainException {
    List<Instrument> instruments =
        options.plans().stream().map(ScoringPlan::instrument).toList();
    ResponseFile input = ResponseFile.open(file, instruments, options.map());
    try {
      return open(input);
    } catch (Exception e) {
      input.close();
      throw e;
    }
  }

  private Opened open(ResponseFile input) throws NotPlainException {
    ScoreRun.refuseResultNames(input, options);
    List<OutputColumn> outputColumns =
        OutputColumn.of(options, input.ownColumns(), input.table().headerPlace());
    if (!(input.table() instanceof TextTable lines && lines.beginsWithHeadings())) {
      throw new NotPlainException("something stands above the headings, or the table is no text");
    }
    PersonReader people = input.rows().columns().people();
    if (people.field(KnownColumn.CLASS).isPresent()
        && people.field(KnownColumn.GRADE).isEmpty()) {
      throw new NotPlainException("only the classes may say what the grades are");
    }
    if (!input.rows().columns().seconds().isEmpty()) {
      throw new NotPlainException("times are asked for");
    }
    if (people.field(KnownColumn.HELP).isPresent()) {
      throw new NotPlainException("students may have asked to talk to someone");
    }
    List<RowLookup> lookups = new ArrayList<>();
    for (ScoringPlan plan : options.plans()) {
      lookups.add(RowLookup.of(plan)
          .orElseThrow(() -> new NotPlainException("a questionnaire has no tables")));
    }
    PlainColumns columns = PlainColumns.of(outputColumns, input.rows().columns().own(), options);
    SheetScorer scorer = new SheetScorer(lookups);
    Optional<Screener> screener = options.tiers().map(RowScreener::screener);
    Optional<OutcomeLookup> outcomes = screener.flatMap(of -> OutcomeLookup.of(of, scorer));
    if (screener.isPresent() && outcomes.isEmpty()) {
      throw new NotPlainException("the battery has no tables");
    }
    return new Opened(input, outputColumns, lookups, scorer, outcomes, columns);
  }

  /**
   * How plain rows are read and written.
   *
   * @throws NotPlainException if no row of the file would be plain
   */
  synchronized PlainLayout layout() throws IOException, NotPlainException {
    opened = open();
    ResponseRows rows = opened.input().rows();
    PersonReader people = rows.columns().people();
    List<PlainLayout.Known> known = new ArrayList<>();
    // All of them together fit 64 bits.
    add(KnownColumn.SEX, 5, people, known);
    add(KnownColumn.GRADE, 7, people, known);
    add(KnownColumn.AGE, 7, people, known);
    add(KnownColumn.INFORMANT, 5, people, known);
    add(KnownColumn.LANGUAGE, 5, people, known);
    add(KnownColumn.REGION, 9, people, known);
    add(KnownColumn.DATE, 11, people, known);
    add(KnownColumn.BIRTHDATE, 15, people, known);
    if (!(opened.input().table().form() instanceof TableForm.Text text)) {
      throw new NotPlainException("the table is no text");
    }
    return new PlainLayout(
        text.delimiter(),
        new PlainRows(rows.columns(), rows.width(), rows.instruments()).fields(),
        known,
        people.field(KnownColumn.SCHOOL).orElse(PlainLayout.NO_FIELD),
        people.field(KnownColumn.STUDENT).orElse(PlainLayout.NO_FIELD),
        opened.scorer().tables(),
        opened.outcomes().map(OutcomeLookup::tables),
        opened.columns().layout(opened.scorer().tables()));
  }

  private static void add(
      KnownColumn column, int bits, PersonReader people, List<PlainLayout.Known> to) {
    people.field(column).ifPresent(field -> to.add(new PlainLayout.Known(field, bits)));
  }

  /** Whether the words of a student say nothing but what very many have in common. */
  synchronized boolean hasCommonWordsOnly() throws IOException {
    PersonReader people = rows().columns().people();
    for (KnownColumn column :
        List.of(KnownColumn.LANGUAGE, KnownColumn.REGION, KnownColumn.BIRTHDATE)) {
      if (people.field(column).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the first row is the headings of any file that begins with it, if plain rows follow: no such row is of more known
   * headings.
   */
  synchronized boolean areHeadingsCertain() throws IOException {
    long known = input().table().headings().stream()
        .filter(heading -> HeadingWords.isKnown(heading.text()))
        .count();
    return known > 0 && known >= input().ownColumns().size();
  }

  /** The heading of what is written, with the mark of its encoding. */
  byte[] outputHead() throws IOException {
    StringWriter text = new StringWriter();
    try (ScoreWriter writer = new ScoreWriter(text, input(), outputColumns(), options)) {
      writer.writeHeader();
    }
    return (options.encoding() == TextEncoding.UTF_8_WITH_MARK
            ? TextEncoding.BYTE_ORDER_MARK + text.toString()
            : text.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a row says of a student.
   *
   * @param words of the columns that the layout knows, in their order
   * @return nothing if a row that says so is not plain
   */
  synchronized Optional<Person> person(List<String> words, List<PlainLayout.Known> known)
      throws IOException {
    PersonReader people = rows().columns().people();
    List<String> cells = new ArrayList<>(Collections.nCopies(rows().width(), ""));
    for (int i = 0; i < words.size(); i++) {
      cells.set(known.get(i).field(), words.get(i));
    }
    List<RowFault> faults = new ArrayList<>();
    Person person = people.read(new TableRow(1, cells), faults);
    // Where a grade is blank, the class may name it.
    boolean isGradeOpen =
        people.field(KnownColumn.CLASS).isPresent() && person.grade().isEmpty();
    return faults.isEmpty() && !isGradeOpen ? Optional.of(person) : Optional.empty();
  }

  /** All that scores depend on beside answers: a list, since linking the equality of a record takes long at the start. */
  static List<Object> groupKey(Person person) {
    return List.of(
        person.sex(),
        person.grade(),
        person.age(),
        person.informant(),
        person.language(),
        person.region(),
        person.date().map(LocalDate::getYear));
  }

  /** The group of a student. */
  synchronized PlainKnown.Group group(int number, List<String> words, Person person)
      throws IOException {
    Opened of = opened();
    List<ResponseTable> students = students(person);
    ScoreTable[][] results = new ScoreTable[of.lookups().size()][];
    byte[][] reasons = new byte[of.scorer().tables().results()][];
    @Nullable Segments[] texts = new Segments[of.columns().runs().size()];
    for (int form = 0; form < results.length; form++) {
      RowLookup lookup = of.lookups().get(form);
      results[form] = new ScoreTable[lookup.plan().instrument().scales().size()];
      for (int scale = 0; scale < results[form].length; scale++) {
        ScoreTable ofScale = lookup.resultsFor(students.get(form), scale);
        results[form][scale] = ofScale;
        int place = of.scorer().firstResult(form) + scale;
        int column = scale;
        reasons[place] = lookup.asksStudent(scale)
            ? reasons(ofScale, scale)
            : reasonsOfEverybody.computeIfAbsent(place, same -> reasons(ofScale, column));
      }
    }
    for (int run = 0; run < texts.length; run++) {
      PlainColumns.Run ofRun = of.columns().runs().get(run);
      if (ofRun.source() instanceof PlainColumns.OfScale scale) {
        ScoreTable ofScale = results[scale.form()][scale.scale()];
        texts[run] = of.lookups().get(scale.form()).asksStudent(scale.scale())
            ? of.columns().texts(ofRun, scale, ofScale)
            : textsOfEverybody.computeIfAbsent(
                run, same -> of.columns().texts(ofRun, scale, ofScale));
      }
    }
    return new PlainKnown.Group(
        number,
        words,
        person.grade(),
        of.outcomes().map(lookup -> lookup.group(students, results).adds()).orElse(null),
        texts,
        reasons);
  }

  private List<ResponseTable> students(Person person) {
    List<ResponseTable> students = new ArrayList<>();
    for (ScoringPlan plan : options.plans()) {
      ResponseTable student = new ResponseTable(plan.instrument(), 1);
      ResponseRows.describe(person, student, 0);
      students.add(student);
    }
    return students;
  }

  private static byte[] reasons(ScoreTable results, int scale) {
    byte[] reasons = new byte[results.rows()];
    for (int result = 0; result < reasons.length; result++) {
      reasons[result] = RunCounts.missing(results, result, scale);
    }
    return reasons;
  }

  /** What beside its scales comes of a questionnaire in a row of cells of all of them. */
  synchronized PlainKnown.Remainder remainder(int form, byte[] cells) throws IOException {
    Opened of = opened();
    RowLookup lookup = of.lookups().get(form);
    ScoringPlan plan = lookup.plan();
    ScoreTable scores = plan.run(
        lookup.table(cells, of.scorer().first(form), new ResponseTable(plan.instrument(), 1)));
    List<String> texts = new ArrayList<>();
    for (PlainColumns.Run run : of.columns().runs()) {
      boolean isOfForm =
          run.source() instanceof PlainColumns.OfRemainder remainder && remainder.form() == form;
      texts.add(isOfForm ? of.columns().ofRemainder(run, scores) : "");
    }
    return new PlainKnown.Remainder(
        OutcomeLookup.facts(scores),
        texts,
        scores.alert(0).ordinal(),
        RunCounts.unclassified(scores, 0));
  }

  /**
   * The decision about a row of cells.
   *
   * @param person whose row it is
   */
  synchronized PlainKnown.Decision decision(byte[] cells, Person person) throws IOException {
    Opened of = opened();
    OutcomeLookup.Decision decision = of.outcomes().orElseThrow().ask(cells, 0, students(person));
    List<String> texts = new ArrayList<>();
    for (PlainColumns.Run run : of.columns().runs()) {
      texts.add(
          run.source() instanceof PlainColumns.OfDecision
              ? of.columns().ofDecision(run, decision)
              : "");
    }
    return new PlainKnown.Decision(Summary.Cell.of(decision), texts);
  }

  /** What is written of a field that a profile wants otherwise. */
  synchronized String respelled(int run, String field) throws IOException {
    PlainColumns columns = opened().columns();
    return columns.respelled(columns.runs().get(run), field);
  }

  @Override
  public synchronized void close() throws IOException {
    if (opened != null) {
      opened.input().close();
    }
  }
}
