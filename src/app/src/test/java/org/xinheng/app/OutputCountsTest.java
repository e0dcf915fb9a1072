package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xinheng.app.report.Page;

/**
 * Every count of every table and report of the demonstration school, and of a district of three schools, is what plain loops over
 * {@code outcomes.csv}, the roster and the answers count. {@code -Dxinheng.schools=40 -Dxinheng.students=60000} asks for a whole county.
 */
class OutputCountsTest {

  private static final String SCHOOLS = System.getProperty("xinheng.schools", "3");
  private static final String STUDENTS = System.getProperty("xinheng.students", "900");
  private static final String HIDDEN = "*";
  private static final List<String> CELLS = List.of("T1", "T2", "T3", "no-tier");
  private static final List<String> KINDS =
      List.of("refused", "not-consented", "absent", "started", "invalid", "complete");

  private static final List<String> OWED = List.of(
      "critical-item",
      "re-administration",
      "make-up-absent",
      "make-up-incomplete",
      "consent",
      "rating",
      "rating-of-class",
      "whole-group",
      "not-on-roster",
      "node");

  @TempDir
  private static Path folder;

  private static final Map<String, Screened> SCREENED = new HashMap<>();

  @BeforeAll
  static void screen() throws IOException {
    run("demo", "--seed", "11", "--out", folder.resolve("a").toString());
    SCREENED.put("school", Screened.read(folder.resolve("a/school"), folder.resolve("a/results")));
    run(
        "demo",
        "--district",
        "--schools",
        SCHOOLS,
        "--students",
        STUDENTS,
        "--seed",
        "5",
        "--out",
        folder.resolve("b").toString());
    SCREENED.put(
        "district",
        Screened.read(folder.resolve("b/district/2026-2027"), folder.resolve("b/results")));
  }

  private static void run(String... arguments) {
    TypedCommand command = TypedCommand.wide(100);
    int exit = command.run(arguments);
    assertThat(exit).as(command.err()).isZero();
  }

  private static Screened of(String which) {
    return Objects.requireNonNull(SCREENED.get(which));
  }

  private static String cell(Map<String, String> row, String column) {
    return Screened.cell(row, column);
  }

  private static boolean isOf(Map<String, String> place, Map<String, String> outcome) {
    return cell(place, "school").equals(cell(outcome, "school"))
        && Set.of("", cell(outcome, "grade")).contains(cell(place, "grade"))
        && Set.of("", cell(outcome, "class")).contains(cell(place, "class"));
  }

  private static int count(
      List<Map<String, String>> outcomes, Predicate<Map<String, String>> which) {
    return (int) outcomes.stream().filter(which).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void coverageCountsTheRosterAndAddsUpToIt(String which) throws IOException {
    Screened screened = of(which);
    Set<String> places = new HashSet<>();
    for (Map<String, String> row : screened.result("coverage.csv")) {
      List<Map<String, String>> students =
          screened.ofRoster().stream().filter(one -> isOf(row, one)).toList();
      places.add(
          cell(row, "level") + cell(row, "school") + cell(row, "grade") + cell(row, "class"));
      assertThat(cell(row, "eligible")).isEqualTo("" + students.size());
      int sum = 0;
      for (String kind : KINDS) {
        int expected = count(students, one -> screened.participation(one).equals(kind));
        assertThat(cell(row, kind)).as("%s of %s", kind, row).isEqualTo("" + expected);
        sum += expected;
      }
      assertThat(sum).isEqualTo(students.size());
      int silent = Integer.parseInt(cell(row, "absent"));
      int responded = count(students, screened::hasResponded);
      int lacking =
          Integer.parseInt(cell(row, "refused")) + Integer.parseInt(cell(row, "not-consented"));
      int complete = Integer.parseInt(cell(row, "complete"));
      assertThat(cell(row, "make-up-due"))
          .isEqualTo(""
              + (silent
                  + Integer.parseInt(cell(row, "started"))
                  + Integer.parseInt(cell(row, "invalid"))));
      boolean isStated =
          screened.ofRoster().stream().anyMatch(one -> !screened.consent(one).isEmpty());
      assertThat(cell(row, "consented"))
          .isEqualTo(
              isStated && !students.isEmpty()
                  ? "" + count(students, one -> screened.consent(one).equals("consented"))
                  : "");
      percent(cell(row, "responded-of-roster.percent"), responded, students.size());
      percent(cell(row, "responded-of-willing.percent"), responded, students.size() - lacking);
      percent(cell(row, "complete-of-roster.percent"), complete, students.size());
      percent(cell(row, "complete-of-willing.percent"), complete, students.size() - lacking);
      percent(cell(row, "complete-of-responded.percent"), complete, responded);
    }
    Set<String> expected = new HashSet<>();
    for (Map<String, String> one : screened.ofRoster()) {
      String school = cell(one, "school");
      expected.add("school" + school);
      expected.add("grade" + school + cell(one, "grade"));
      expected.add("class" + school + cell(one, "grade") + cell(one, "class"));
    }
    assertThat(places).isEqualTo(expected);
  }

  private static void percent(String shown, int part, int whole) {
    if (whole == 0) {
      assertThat(shown).isEmpty();
    } else {
      assertThat(Double.parseDouble(shown)).isCloseTo(100.0 * part / whole, within(0.05 + 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void summaryCountsTheOutcomesAndHidesSmallCells(String which) throws IOException {
    Screened screened = of(which);
    Set<String> registered = screened.registered();
    int hidden = 0;
    for (Map<String, String> row : screened.result("summary.csv")) {
      List<Map<String, String>> students = screened.ofRoster().stream()
          .filter(one -> isOf(row, one) && isOfGroup(row, one, screened, registered))
          .toList();
      assertThat(cell(row, "eligible")).as("%s", row).isEqualTo("" + students.size());
      assertThat(cell(row, "responded")).isEqualTo("" + count(students, screened::hasResponded));
      assertThat(cell(row, "complete"))
          .isEqualTo("" + count(students, one -> screened.participation(one).equals("complete")));
      for (String tier : CELLS) {
        int count = count(students, one -> tierOf(one).equals(tier));
        if (cell(row, tier).equals(HIDDEN)) {
          hidden++;
          assertThat(cell(row, tier + ".percent")).isEqualTo(HIDDEN);
        } else {
          assertThat(cell(row, tier)).as("%s of %s", tier, row).isEqualTo("" + count);
          percent(cell(row, tier + ".percent"), count, students.size());
          assertThat(!tier.equals("no-tier") && count > 0 && count < 5).isFalse();
        }
      }
    }
    assertThat(hidden).isPositive();
  }

  private static String tierOf(Map<String, String> outcome) {
    return cell(outcome, "tier").isEmpty() ? "no-tier" : cell(outcome, "tier");
  }

  private static boolean isOfGroup(
      Map<String, String> row,
      Map<String, String> outcome,
      Screened screened,
      Set<String> registered) {
    Map<String, String> ofRoster = screened.ofRoster(outcome);
    String group = switch (cell(row, "level")) {
      case "sex" ->
        Set.of("male", "female").contains(ofRoster.getOrDefault("sex", ""))
            ? cell(ofRoster, "sex")
            : "unknown";
      case "boarding" ->
        Map.of("yes", "boarder", "no", "day-student")
            .getOrDefault(ofRoster.getOrDefault("boarding", ""), "unknown");
      case "registry" ->
        registered.contains(cell(outcome, "student")) ? "registered" : "not-registered";
      default -> "";
    };
    String named = cell(row, "group");
    // So few of whom nothing is known are counted with the largest group, which says so.
    return group.equals(named)
        || (named.endsWith("+unknown")
            && (group.equals("unknown") || named.startsWith(group + "+")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void todayListsWhomSomebodyHasToTalkToMostUrgentFirst(String which) throws IOException {
    Screened screened = of(which);
    Set<String> expected = new HashSet<>();
    for (Map<String, String> one : screened.outcomes()) {
      if (Screened.needsSupport(one) || cell(one, "alert").equals("unknown")) {
        expected.add(cell(one, "student") + cell(one, "school"));
      }
    }
    List<Map<String, String>> today = screened.result("today.csv");
    assertThat(today).hasSize(expected.size());
    int before = 0;
    String due = "";
    for (Map<String, String> row : today) {
      assertThat(expected).contains(cell(row, "student") + cell(row, "school"));
      int urgency = urgency(row);
      assertThat(urgency).isGreaterThanOrEqualTo(before);
      if (urgency == before) {
        assertThat(cell(row, "due")).isGreaterThanOrEqualTo(due);
      }
      before = urgency;
      due = cell(row, "due");
      assertThat(due).matches("2026-\\d\\d-\\d\\d \\d\\d:\\d\\d");
      assertThat(cell(row, "do.en") + " " + cell(row, "done.en")).contains("first contact 2026-");
      assertThat(cell(row, "who.zh-CN")).isNotEmpty();
    }
  }

  private static int urgency(Map<String, String> row) {
    return switch (cell(row, "alert")) {
      case "immediate" -> 1;
      case "same-day" -> 2;
      case "unknown" -> cell(row, "tier").equals("T3") ? 3 : 4;
      default -> cell(row, "tier").equals("T3") ? 3 : 5;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void followUpListsAllThatIsOwedByDate(String which) throws IOException {
    Screened screened = of(which);
    Map<String, Set<String>> found = new HashMap<>();
    String before = "";
    Set<String> classes = new HashSet<>();
    for (Map<String, String> row : screened.result("follow-up.csv")) {
      // What is done stands at the end.
      boolean isDone = cell(row, "state").startsWith("done");
      assertThat(cell(row, "done").isEmpty()).isEqualTo(!isDone);
      String order = (isDone ? "done " : "by ") + cell(row, "by");
      assertThat(order).isGreaterThanOrEqualTo(before);
      before = order;
      boolean isNew = found
          .computeIfAbsent(cell(row, "kind"), kind -> new HashSet<>())
          .add(cell(row, "student")
              + cell(row, "school")
              + cell(row, "grade")
              + cell(row, "class")
              + (cell(row, "kind").equals("whole-group") ? cell(row, "dormitory") : "")
              + (cell(row, "kind").equals("node") ? cell(row, "by") + cell(row, "do.en") : ""));
      // Who is not on the roster may have no id; two of a class are two rows all the same.
      boolean isOfSomebody = !cell(row, "student").isEmpty();
      assertThat(isNew || (!isOfSomebody && cell(row, "kind").equals("not-on-roster")))
          .isTrue();
      if (cell(row, "kind").equals("rating-of-class")) {
        classes.add(cell(row, "school") + cell(row, "grade") + cell(row, "class"));
      }
    }
    owed(screened.outcomes(), found, "critical-item", one -> cell(one, "alert").equals("unknown"));
    owed(
        screened
            .outcomes()
            .subList(screened.ofRoster().size(), screened.outcomes().size()),
        found,
        "not-on-roster",
        one -> true);
    owed(
        screened, found, "re-administration", one -> screened.participation(one).equals("invalid"));
    owed(screened, found, "make-up-absent", one -> screened.participation(one).equals("absent"));
    owed(
        screened,
        found,
        "make-up-incomplete",
        one -> screened.participation(one).equals("started"));
    owed(screened, found, "consent", one -> screened.participation(one).equals("not-consented"));
    Set<String> rated = new HashSet<>();
    for (Map<String, String> row :
        Screened.table(screened.school().resolve("teacher-ratings.csv"))) {
      String rating = cell(row, "teacher").strip();
      if (rating.matches("[0-3０-３]|cannot judge")) {
        rated.add(cell(row, "student").strip());
      }
    }
    assertThat(found.keySet()).allMatch(kind -> OWED.contains(kind));
    owed(
        screened,
        found,
        "rating",
        one -> !rated.contains(cell(one, "student"))
            && !classes.contains(cell(one, "school") + cell(one, "grade") + cell(one, "class")));
  }

  private static void owed(
      Screened screened,
      Map<String, Set<String>> found,
      String kind,
      Predicate<Map<String, String>> which) {
    owed(screened.ofRoster(), found, kind, which);
  }

  private static void owed(
      List<Map<String, String>> among,
      Map<String, Set<String>> found,
      String kind,
      Predicate<Map<String, String>> which) {
    Set<String> expected = new HashSet<>();
    for (Map<String, String> one : among) {
      if (which.test(one)) {
        expected.add(
            cell(one, "student") + cell(one, "school") + cell(one, "grade") + cell(one, "class"));
      }
    }
    assertThat(found.getOrDefault(kind, Set.of())).as(kind).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void groupsHoldEveryStudentOfTierTwoOnceOrSayWhyNot(String which) throws IOException {
    Screened screened = of(which);
    Set<String> expected = new HashSet<>();
    Set<String> alerts = new HashSet<>();
    for (Map<String, String> one : screened.outcomes()) {
      if (cell(one, "tier").equals("T2")) {
        expected.add(cell(one, "student") + cell(one, "school"));
      }
      if (!cell(one, "alert").equals("none")) {
        alerts.add(cell(one, "student") + cell(one, "school"));
      }
    }
    Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
    Set<String> found = new HashSet<>();
    for (Map<String, String> row : screened.result("groups.csv")) {
      assertThat(found.add(cell(row, "student") + cell(row, "school"))).isTrue();
      assertThat(cell(row, "reason.en")).isNotEmpty();
      groups.computeIfAbsent(cell(row, "group"), group -> new ArrayList<>()).add(row);
    }
    assertThat(found).isEqualTo(expected);
    groups.remove("");
    assertThat(groups).isNotEmpty().allSatisfy((group, rows) -> {
      assertThat(rows.size()).isBetween(4, 8);
      assertThat(rows).allSatisfy(row -> {
        assertThat(cell(row, "size")).isEqualTo("" + rows.size());
        assertThat(cell(row, "school")).isEqualTo(cell(rows.get(0), "school"));
        assertThat(cell(row, "topic")).isEqualTo(cell(rows.get(0), "topic"));
        assertThat(alerts).doesNotContain(cell(row, "student") + cell(row, "school"));
      });
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void classSheetsSayWhoGetsSupportAndNeitherScoreNorTier(String which) throws IOException {
    Screened screened = of(which);
    Set<String> expected = new HashSet<>();
    Set<String> classes = new HashSet<>();
    for (Map<String, String> one : screened.ofRoster()) {
      classes.add(cell(one, "school") + "-" + cell(one, "grade") + "-" + cell(one, "class"));
      if (Screened.needsSupport(one)) {
        expected.add(cell(one, "student"));
      }
    }
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.list(screened.results().resolve("classes"))) {
      List<Path> tables = files.filter(file -> file.toString().endsWith(".csv")).toList();
      assertThat(tables).hasSize(classes.size());
      for (Path file : tables) {
        assertThat(file.resolveSibling(file.getFileName().toString().replace(".csv", ".xlsx")))
            .exists();
        for (Map<String, String> row : Screened.table(file)) {
          assertThat(row.keySet())
              .containsExactlyInAnyOrder(
                  "student",
                  "school",
                  "grade",
                  "class",
                  "support",
                  "by",
                  "do.zh-CN",
                  "do.en",
                  "purpose");
          assertThat(row.values())
              .noneMatch(text -> text.matches(".*(T[123]|tier|级支持|total|分级|holiday|长假).*"));
          if (!cell(row, "support").isEmpty()) {
            found.add(cell(row, "student"));
          }
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void workbookHoldsTheSameRowsAsTheTables(String which) throws IOException {
    Screened screened = of(which);
    List<String> tables =
        List.of("today", "follow-up", "groups", "outcomes", "summary", "coverage");
    try (InputStream file = Files.newInputStream(screened.results().resolve("results.xlsx"));
        ReadableWorkbook workbook = new ReadableWorkbook(file)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets).hasSize(tables.size());
      for (int i = 0; i < tables.size(); i++) {
        // Above the rows stand the purpose in both languages and the headings.
        assertThat(sheets.get(i).read())
            .hasSize(3 + screened.result(tables.get(i) + ".csv").size());
        assertThat(sheets.get(i).read().get(1).getCellText(0)).contains("not for grades");
      }
      // For people: names in both languages in place of the words of programs, and times as times.
      Row first = sheets.get(0).read().get(3);
      assertThat(first.getCell(0).getType()).isEqualTo(CellType.NUMBER);
      assertThat(sheets.get(0).read().get(2).getCellText(3)).isEqualTo("状态 Status");
      assertThat(first.getCellText(3)).containsPattern("^[^a-z]+ [a-z ]+$");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void everyTableSaysWhatItIsNotFor(String which) throws IOException {
    try (Stream<Path> files = Files.walk(of(which).results())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        assertThat(Screened.table(file))
            .allSatisfy(row -> assertThat(cell(row, "purpose"))
                .contains("不得用于成绩、评优、升学或考核", "not for grades, awards, admission or appraisal"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"school", "district"})
  void reportsShowTheNumbersOfTheTables(String which) throws IOException {
    Screened screened = of(which);
    for (Path file : reports(screened)) {
      Page page = Page.of(Files.readString(file));
      String school = page.all("dd").get(2).getTextContent();
      List<Map<String, String>> students = screened.ofRoster().stream()
          .filter(one -> cell(one, "school").equals(school))
          .toList();
      assertThat(students).isNotEmpty();
      for (List<String> row : rows(page.tables("response").get(0))) {
        List<Map<String, String>> of = ofGrade(students, row.get(0));
        assertThat(row.get(1)).isEqualTo("" + of.size());
        assertThat(number(row.get(2))).isEqualTo(count(of, screened::hasResponded));
        assertThat(number(row.get(3)))
            .isEqualTo(count(of, one -> screened.participation(one).equals("complete")));
      }
      for (List<String> row : rows(page.tables("grades").get(0))) {
        boolean isSex = row.get(0).matches("[女男]生.*");
        List<Map<String, String>> of = isSex
            ? students.stream()
                .filter(one -> isOfSex(row.get(0), screened.ofRoster(one).getOrDefault("sex", "")))
                .toList()
            : ofGrade(students, row.get(0));
        assertThat(row.get(1)).isEqualTo("" + of.size());
        for (int i = 0; i < CELLS.size(); i++) {
          String tier = CELLS.get(i);
          if (!row.get(3 + i).contains("已隐去")) {
            assertThat(number(row.get(3 + i)))
                .isEqualTo(count(of, one -> tierOf(one).equals(tier)));
          }
        }
        if (!row.get(8).contains("已隐去")) {
          assertThat(number(row.get(8))).isEqualTo(count(of, one -> tierOf(one).matches("T[23]")));
        }
      }
      for (List<String> row : rows(page.tables("alerts").get(0))) {
        String alert = Map.of("立即处理", "immediate", "当日处理", "same-day", "关键题未答", "unknown")
            .getOrDefault(row.get(0), "");
        if (!row.get(1).contains("已隐去")) {
          assertThat(number(row.get(1)))
              .isEqualTo(count(students, one -> cell(one, "alert").equals(alert)));
        }
      }
    }
  }

  private static boolean isOfSex(String group, String sex) {
    boolean isKnown = Set.of("male", "female").contains(sex);
    return sex.equals(group.startsWith("女生") ? "female" : "male")
        || (!isKnown && group.contains("未注明"));
  }

  private static List<Path> reports(Screened screened) throws IOException {
    Path one = screened.results().resolve("report.html");
    if (Files.exists(one)) {
      return List.of(one);
    }
    try (Stream<Path> files = Files.list(screened.results().resolve("reports"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(Integer.parseInt(SCHOOLS));
      return all;
    }
  }

  private static List<Map<String, String>> ofGrade(
      List<Map<String, String>> students, String name) {
    return name.equals("全校")
        ? students
        : students.stream()
            .filter(one -> Screened.grade(name.replace("八年级", "初二").replace("高二", "十一年级"))
                .equals(cell(one, "grade")))
            .toList();
  }

  private static List<List<String>> rows(Element table) {
    return Page.rows(table).stream().map(Page::cells).toList();
  }

  private static int number(String cell) {
    return Integer.parseInt(cell.split("\\s")[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = "district")
  void districtReportShowsCountsOfTenOrMore(String which) throws IOException {
    Screened screened = of(which);
    Page page = Page.of(Files.readString(screened.results().resolve("district.html")));
    int shown = 0;
    for (List<String> row : rows(page.tables("tiers").get(0))) {
      List<Map<String, String>> students = ofSchool(screened, row.get(0));
      List<Predicate<Map<String, String>>> cells = List.of(
          one -> tierOf(one).equals("T2"),
          one -> tierOf(one).equals("T3"),
          one -> !tierOf(one).matches("T[23]"));
      for (int i = 0; i < cells.size(); i++) {
        int count = count(students, cells.get(i));
        if (!row.get(3 + i).contains("已隐去")) {
          shown++;
          assertThat(number(row.get(3 + i))).isEqualTo(count);
          assertThat(count == 0 || count >= 10).isTrue();
        }
      }
    }
    assertThat(shown).isPositive();
    for (List<String> row : rows(page.tables("response").get(0))) {
      List<Map<String, String>> students = ofSchool(screened, row.get(0));
      assertThat(row.get(1)).isEqualTo("" + students.size());
      if (!row.get(2).contains("已隐去")) {
        assertThat(number(row.get(2)))
            .isEqualTo(count(students, one -> screened.participation(one).equals("complete")));
      }
    }
  }

  private static List<Map<String, String>> ofSchool(Screened screened, String name) {
    return name.equals("全区")
        ? screened.ofRoster()
        : screened.ofRoster().stream()
            .filter(one -> cell(one, "school").equals(name))
            .toList();
  }
}
