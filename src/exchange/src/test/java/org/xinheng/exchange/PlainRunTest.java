package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.memory.ProgramMemory;
import org.xinheng.policy.Battery;
import org.xinheng.scoring.ScoringPlan;

/** Going over a file in pieces gives the same bytes as going over it row by row, or gives up. */
class PlainRunTest {

  private static final int LOOKED_AT = 80;

  /** The columns of a profile that need no look at a single row. */
  private static final String PROFILE = """
      profile: mine
      version: 1.0.0
      name: {en: mine, zh-CN: 本校}
      columns:
        - {own: 学号, name: student}
        - {own: note}
        - {from: calm-3.total}
        - {from: calm-3.total.band, recode: {tense: "=1+1", calm: ""}, empty: none}
        - {from: phq-9.total}
        - {from: phq-9.total.status}
        - {from: phq-9.critical}
        - {own: 学校, recode: {一小: first}, empty: unknown}
        - {from: calm-3.mean, empty: -9}
        - {from: tier}
        - {from: at-least}
        - {from: alert}
        - {own: 年级}
        - {own: 性别}
        - {from: row.status}
      """;

  @TempDir
  private Path folder;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, Integer.getInteger("xinheng.seeds", 14));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesTheBytesOfGoingRowByRowOrGivesUp(int seed) throws Exception {
    Job job = new Job(seed);
    ProgramMemory memory = ProgramMemory.of(folder.resolve("memory"), "this program");
    Optional<Written> rowByRow = run(job, Optional.empty(), 1, memory);
    for (PlainRun.Order order : PlainRun.Order.values()) {
      for (int threads = 1; threads <= 3; threads++) {
        PlainRun.Way way = new PlainRun.Way(order, job.rangeBytes);
        try {
          assertThat(run(job, Optional.of(way), threads, memory))
              .as("%s, %s threads", way, threads)
              .isEqualTo(rowByRow);
        } catch (NotPlainException | CharacterCodingException e) {
          assertThat(job.mustBePlain(order))
              .as("%s gave up: %s", way, e.getMessage())
              .isFalse();
        }
      }
    }
  }

  /** Otherwise the test above might compare nothing. */
  @Test
  void mostFilesCanBeTakenInPieces() throws Exception {
    List<Job> jobs = new ArrayList<>();
    for (int seed = 1; seed <= LOOKED_AT; seed++) {
      jobs.add(new Job(seed));
    }
    assertThat(jobs).filteredOn(job -> job.mustBePlain(PlainRun.Order.ANY)).hasSizeGreaterThan(40);
    assertThat(jobs)
        .filteredOn(job -> job.mustBePlain(PlainRun.Order.RISING))
        .hasSizeGreaterThan(12);
  }

  /** Else the second row would be without its fault. */
  @ParameterizedTest
  @ValueSource(strings = {"1,0,1,2\n1,x,1,2\n", "1,x,1,2\n1,0,1,2\n", "1,x,1,2\n1,x,1,2\n"})
  void givesUpOnAStudentWhoStandsTwiceAlsoWhereARowIsNotPlain(String rows) throws IOException {
    Path input = Example.file(folder, "学号,calm-3.1,calm-3.2,calm-3.3\n" + rows);
    ScoreOptions options = ScoreOptions.of(
        input, List.of(ScoringPlan.compile(Example.CALM_3)), folder.resolve("scores.csv"));
    PlainRun.Way rising = new PlainRun.Way(PlainRun.Order.RISING, PlainRun.RANGE_BYTES);
    assertThatExceptionOfType(NotPlainException.class)
        .isThrownBy(() -> ScoreRun.run(options, Optional.of(rising), Instant.EPOCH, 0))
        .withMessage("students do not stand in order");
  }

  /** What a run writes. */
  private record Written(String scores, String counts, ObjectNode record) {}

  /** @param memory what it holds after the first run in pieces, all others remember */
  private Optional<Written> run(
      Job job, Optional<PlainRun.Way> way, int threads, ProgramMemory memory)
      throws IOException, NotPlainException {
    Path input = Files.write(folder.resolve("answers.csv"), job.bytes());
    Path counts = folder.resolve("counts.csv");
    Files.writeString(counts, "");
    ScoreOptions options = job.options(input, folder.resolve("scores.csv"), counts)
        .withThreads(threads)
        .withMemory(memory);
    try {
      ScoreRun.run(options, way, Instant.EPOCH, 0);
    } catch (TableException e) {
      return Optional.empty();
    }
    ObjectNode record =
        (ObjectNode) new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    record.remove("seconds");
    record.withObject("/options").remove("threads");
    return Optional.of(new Written(
        Files.readString(folder.resolve("scores.csv")), Files.readString(counts), record));
  }

  /** A file in any spelling, and what is wanted of it. */
  private static final class Job {

    private static final List<String> NOTES = List.of(
        "", "x", "S-017", "张三", "O'Neil", " padded ", "=1+1", "-5", "@home", "１２", "#", "a b");
    private static final List<String> QUOTED_NOTES =
        List.of("\"a,b\"", "\"a;b\"", "\"say \"\"hi\"\"\"", "\"\"", "\"=2\"", "\"\t\"", "\"#\"");
    private static final List<String> GRADES =
        List.of("7", "8", "9", "七年级", "初二", "", "13", "x", "高一", "初三(2)班");
    private static final List<String> CLASSES = List.of("1", "", "初二(3)班", "#REF!", "三班");
    private static final List<String> BROKEN = List.of("#REF!", "1.23457E+17", "#N/A", "12E5");
    private static final List<String> SEXES = List.of("男", "女", "m", "f", "", "?", "2");
    private static final List<String> DATES =
        List.of("2026-10-12", "2026/10/13", "20261014", "", "1.2.3", "2025-01-05");
    private static final List<String> ANSWERS = List.of(
        "0", "1", "2", "", "3", "9", "00", "１", " 1", "5", "x", "888", "often", "从不", "#REF!");

    private final Random random;
    private final List<Instrument> instruments;
    private final ColumnMap map;
    private final Charset charset;
    private final boolean hasMark;
    private final String lineEnd;
    private final char delimiter;
    private final boolean isInOrder;
    private final boolean hasDuplicates;
    private final boolean hasLineInQuotes;
    private final boolean hasLoneReturn;
    private final boolean hasTiers;
    private final boolean hasProfile;
    private final boolean writesMark;
    private final int usualAnswers;
    private final boolean hasBlanksAround;
    private final int oddOf100;
    private final List<String> headings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    final int rangeBytes;

    Job(int seed) throws IOException {
      random = new Random(seed);
      instruments = List.of(Example.CALM_3, Example.shipped("phq-9"));
      map = random.nextInt(3) > 0
          ? ColumnMap.NONE
          : Example.map("columns: {x: class}\ncodes: {calm-3: {5: 1, 888: missing.refused}}\n");
      charset = random.nextInt(10) == 0 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
      hasMark = charset.equals(StandardCharsets.UTF_8) && random.nextInt(4) == 0;
      lineEnd = random.nextInt(3) == 0 ? "\r\n" : "\n";
      delimiter = ",,,;\t".charAt(random.nextInt(5));
      isInOrder = random.nextInt(3) > 0;
      hasDuplicates = random.nextInt(3) == 0;
      hasLineInQuotes = random.nextInt(12) == 0;
      hasLoneReturn = random.nextInt(15) == 0;
      hasTiers = random.nextInt(4) > 0;
      hasProfile = hasTiers && random.nextInt(5) > 0;
      writesMark = random.nextInt(5) == 0;
      usualAnswers = random.nextBoolean() ? 3 : 4;
      hasBlanksAround = random.nextInt(3) == 0;
      oddOf100 = random.nextBoolean() ? 0 : random.nextInt(12);
      rangeBytes = new int[] {1, 60, 500, 2000, PlainRun.RANGE_BYTES}[random.nextInt(5)];
      headings.addAll(List.of("学校", "学号", "年级", "性别", "日期", "note", "x"));
      for (Instrument instrument : instruments) {
        instrument.keptItems().forEach(item -> headings.add(instrument.id() + "." + item.id()));
      }
      if (random.nextBoolean()) {
        Collections.shuffle(headings, random);
      }
      text.append(String.join(String.valueOf(delimiter), headings)).append(lineEnd);
      addRows();
    }

    /** Whether nothing is in the way of going over the file like this. */
    boolean mustBePlain(PlainRun.Order order) {
      return charset.equals(StandardCharsets.UTF_8)
          && !hasLineInQuotes
          && !hasLoneReturn
          && (hasProfile || !hasTiers)
          && (order == PlainRun.Order.ANY || (isInOrder && !hasDuplicates && oddOf100 == 0));
    }

    byte[] bytes() {
      return ((hasMark ? "\uFEFF" : "") + text).getBytes(charset);
    }

    ScoreOptions options(Path input, Path output, Path counts) throws IOException {
      List<ScoringPlan> plans = instruments.stream().map(ScoringPlan::compile).toList();
      ScoreOptions options = ScoreOptions.of(input, plans, output).withMap(map);
      if (hasTiers) {
        options = options.withTiers(
            TierOptions.of(battery(), InstrumentLibrary.shipped().policy("default"))
                .withCounts(counts));
      }
      if (hasProfile) {
        options = options.withProfile(
            Definitions.profile(SourceText.of("mine.yaml", PROFILE)).usable());
      }
      return writesMark ? options.withEncoding(TextEncoding.UTF_8_WITH_MARK) : options;
    }

    private static Battery battery() {
      return Definitions.battery(SourceText.of("calm.yaml", """
          battery: calm
          version: 1.0.0
          name: {en: calm, zh-CN: 平静}
          grades: 3..12
          questionnaires: [calm-3, phq-9]
          primary: phq-9.total
          supporting: [calm-3.total]
          """)).usable();
    }

    private void addRows() {
      int schools = 1 + random.nextInt(4);
      List<String> students = new ArrayList<>();
      for (int school = 0; school < schools; school++) {
        TreeSet<Integer> ids = new TreeSet<>();
        for (int i = random.nextInt(60); i >= 0; i--) {
          ids.add(random.nextInt(1500));
        }
        for (int id : ids) {
          students.add(List.of("一小", "二小", "", "S1").get(school) + "/" + id);
          if (hasDuplicates && random.nextInt(20) == 0) {
            students.add(students.get(random.nextInt(students.size())));
          }
        }
      }
      if (!isInOrder) {
        Collections.shuffle(students, random);
      }
      for (String student : students) {
        addRow(
            student.substring(0, student.indexOf('/')),
            student.substring(student.indexOf('/') + 1));
      }
      if (random.nextInt(3) == 0) {
        text.setLength(text.length() - lineEnd.length());
      }
    }

    private void addRow(String school, String id) {
      List<String> cells = new ArrayList<>();
      for (String heading : headings) {
        cells.add(
            switch (heading) {
              case "学校" -> isOdd() ? BROKEN.get(random.nextInt(BROKEN.size())) : spelled(school);
              case "学号" -> isOdd() ? BROKEN.get(random.nextInt(BROKEN.size())) : spelled(id);
              case "年级" -> GRADES.get(random.nextInt(isOdd() ? GRADES.size() : 3));
              case "性别" -> SEXES.get(random.nextInt(isOdd() ? SEXES.size() : 2));
              case "日期" -> DATES.get(random.nextInt(isOdd() ? DATES.size() : 1));
              case "note" -> note();
              case "x" -> CLASSES.get(random.nextInt(isOdd() ? CLASSES.size() : 1));
              default -> ANSWERS.get(random.nextInt(isOdd() ? ANSWERS.size() : usualAnswers));
            });
      }
      if (isOdd()) {
        cells.remove(cells.size() - 1);
      } else if (isOdd()) {
        cells.add(random.nextBoolean() ? "" : "1");
      }
      if (isOdd()) {
        text.append(random.nextBoolean() ? "" : String.valueOf(delimiter).repeat(3))
            .append(lineEnd);
      }
      text.append(String.join(String.valueOf(delimiter), cells)).append(lineEnd);
    }

    private String note() {
      if (hasLineInQuotes && random.nextInt(40) == 0) {
        return "\"one" + lineEnd + "two\"";
      } else if (hasLoneReturn && random.nextInt(40) == 0) {
        return "one\rtwo";
      }
      List<String> notes = random.nextInt(4) == 0 ? QUOTED_NOTES : NOTES;
      return notes.get(random.nextInt(notes.size()));
    }

    /** The same, perhaps with blanks around it, which mean nothing. */
    private String spelled(String text) {
      int spelling = hasBlanksAround ? random.nextInt(12) : 0;
      return switch (spelling) {
        case 1 -> text + " ";
        case 2 -> " " + text;
        case 3 -> '"' + text + " \"";
        default -> text;
      };
    }

    private boolean isOdd() {
      return random.nextInt(100) < oddOf100;
    }
  }
}
