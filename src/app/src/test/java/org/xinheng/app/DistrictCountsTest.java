package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every count that the screening of a district writes is what a plain loop over {@code outcomes.csv} and the roster counts. */
class DistrictCountsTest {

  private static final String HIDDEN = "*";
  private static final String HIDDEN_IN_REPORT = "已隐去";
  private static final int SMALL = 5;
  private static final int SMALL_OUTSIDE = 10;
  private static final List<String> TIERS = List.of("T1", "T2", "T3", "");

  /** The columns of those without a usable form. A report leaves out one of consent that is of nobody. */
  private static final Map<String, String> KINDS = Map.of(
      "拒绝参加", "refused",
      "尚未同意", "not-consented",
      "缺席", "absent",
      "未完成", "started",
      "作答无效", "invalid");

  @TempDir
  private static Path folder;

  private static ScreenedDistrict district;

  @BeforeAll
  static void screen() throws IOException {
    district = ScreenedDistrict.in(folder);
  }

  private static int count(List<Map<String, String>> students, Predicate<Map<String, String>> of) {
    int count = 0;
    for (Map<String, String> student : students) {
      count += of.test(student) ? 1 : 0;
    }
    return count;
  }

  private static int tier(List<Map<String, String>> students, String tier) {
    return count(students, student -> student.get("tier").equals(tier));
  }

  private static int took(List<Map<String, String>> students, String participation) {
    return count(students, student -> district.participation(student).equals(participation));
  }

  private static List<Map<String, String>> where(Predicate<Map<String, String>> of) {
    return district.onRoster().stream().filter(of).toList();
  }

  /** The students of a row of a table of counts. */
  private static List<Map<String, String>> studentsOf(Map<String, String> row) {
    String level = row.get("level");
    return where(student -> student.get("school").equals(row.get("school"))
        && (row.get("grade").isEmpty() || student.get("grade").equals(row.get("grade")))
        && (row.get("class").isEmpty() || student.get("class").equals(row.get("class")))
        && (List.of("school", "grade", "class").contains(level)
            || isIn(row.get("group"), district.group(level, student))));
  }

  /** Few of whom nothing is known are counted with another group, whose word says so. */
  private static boolean isIn(String word, String group) {
    return word.equals(group)
        || word.equals(group + "+unknown")
        || (group.equals("unknown") && word.endsWith("+unknown"));
  }

  /** Schools, grades and classes of the roster. */
  private static Set<String> places() {
    Set<String> places = new HashSet<>();
    for (Map<String, String> student : district.onRoster()) {
      String grade = student.get("school") + "/" + student.get("grade");
      places.add("school/" + student.get("school") + "//");
      places.add("grade/" + grade + "/");
      places.add("class/" + grade + "/" + student.get("class"));
    }
    return places;
  }

  private static String place(Map<String, String> row) {
    return String.join(
        "/",
        row.getOrDefault("level", "student"),
        row.get("school"),
        row.get("grade"),
        row.get("class"));
  }

  private static void assertPercent(String shown, int count, int of) {
    if (of == 0) {
      assertThat(shown).isEmpty();
    } else {
      assertThat(Double.parseDouble(shown)).isCloseTo(100.0 * count / of, within(0.05 + 1e-9));
    }
  }

  @Test
  void summaryCountsTheOutcomesAndHidesSmallCells() throws IOException {
    Set<String> found = new HashSet<>();
    int hidden = 0;
    int shown = 0;
    for (Map<String, String> row : district.result("summary.csv")) {
      List<Map<String, String>> students = studentsOf(row);
      String place = place(row);
      if (row.get("group").isEmpty()) {
        found.add(place);
      }
      assertThat(row.get("eligible")).as(place).isEqualTo(Integer.toString(students.size()));
      assertThat(row.get("responded"))
          .as(place)
          .isIn(Integer.toString(count(students, district::responded)), HIDDEN);
      assertThat(row.get("complete"))
          .as(place)
          .isIn(Integer.toString(took(students, "complete")), HIDDEN);
      for (String tier : TIERS) {
        String column = tier.isEmpty() ? "no-tier" : tier;
        int expected = tier(students, tier);
        if (row.get(column).equals(HIDDEN)) {
          hidden++;
          assertThat(row.get(column + ".percent")).isEqualTo(HIDDEN);
        } else {
          shown++;
          assertThat(row.get(column)).as(row.toString()).isEqualTo(Integer.toString(expected));
          // How many have no tier is no secret where it follows from who took part: see Summary.
          assertThat(expected == 0 || expected >= SMALL || tier.isEmpty())
              .as(row.toString())
              .isTrue();
          assertPercent(row.get(column + ".percent"), expected, students.size());
        }
      }
    }
    assertThat(found).isEqualTo(places());
    assertThat(hidden).isPositive();
    assertThat(shown).isPositive();
  }

  @Test
  void summaryCountsTheContactsOfSchoolsAndGroups() throws IOException {
    Contacted contacted =
        new Contacted(district.year().resolve("contacts.csv"), LocalDate.of(2026, 11, 20));
    int shown = 0;
    for (Map<String, String> row : district.result("summary.csv")) {
      boolean isTold = !List.of("grade", "class").contains(row.get("level"));
      List<Map<String, String>> flagged = studentsOf(row).stream()
          .filter(student -> List.of("T2", "T3").contains(student.get("tier")))
          .toList();
      for (String state : List.of("on-time", "overdue", "due")) {
        String cell = row.get("contact." + state);
        int expected = count(flagged, student -> contacted.state(student).equals(state));
        assertThat(cell.isEmpty()).isEqualTo(!isTold);
        if (isTold && !cell.equals(HIDDEN)) {
          assertThat(cell).as(row.toString()).isEqualTo(Integer.toString(expected));
          assertThat(expected == 0 || expected >= SMALL).as(row.toString()).isTrue();
          shown += expected > 0 ? 1 : 0;
        }
      }
    }
    assertThat(shown).isPositive();
  }

  @Test
  void groupsOfTheSummaryAddUpToTheSchool() throws IOException {
    Map<String, Integer> sums = new TreeMap<>();
    Map<String, Integer> schools = new HashMap<>();
    for (Map<String, String> row : district.result("summary.csv")) {
      int eligible = Integer.parseInt(row.get("eligible"));
      if (row.get("level").equals("school")) {
        schools.put(row.get("school"), eligible);
      } else {
        sums.merge(row.get("level") + "/" + row.get("school"), eligible, Integer::sum);
      }
    }
    assertThat(sums)
        .isNotEmpty()
        .allSatisfy((key, sum) ->
            assertThat(sum).as(key).isEqualTo(schools.get(key.substring(key.indexOf('/') + 1))));
  }

  @Test
  void coverageCountsWhoTookPart() throws IOException {
    Set<String> found = new HashSet<>();
    for (Map<String, String> row : district.result("coverage.csv")) {
      List<Map<String, String>> students = studentsOf(row);
      String place = place(row);
      if (!students.isEmpty()) {
        found.add(place);
      }
      int sum = 0;
      for (String kind :
          List.of("refused", "not-consented", "absent", "started", "invalid", "complete")) {
        assertThat(row.get(kind))
            .as(place + " " + kind)
            .isEqualTo(Integer.toString(took(students, kind)));
        sum += Integer.parseInt(row.get(kind));
      }
      assertThat(sum).isEqualTo(students.size());
      assertThat(row.get("eligible")).isEqualTo(Integer.toString(students.size()));
      if (!students.isEmpty()) {
        assertThat(row.get("consented"))
            .isEqualTo(Integer.toString(count(
                students,
                student -> district
                    .roster()
                    .get(student.get("student"))
                    .get("consent")
                    .equals("consented"))));
      }
      int owed = took(students, "absent") + took(students, "started") + took(students, "invalid");
      assertThat(row.get("make-up-due")).isEqualTo(Integer.toString(owed));
      int complete = took(students, "complete");
      int willing = students.size() - took(students, "refused") - took(students, "not-consented");
      int answered = willing - took(students, "absent");
      assertPercent(row.get("responded-of-roster.percent"), answered, students.size());
      assertPercent(row.get("responded-of-willing.percent"), answered, willing);
      assertPercent(row.get("complete-of-roster.percent"), complete, students.size());
      assertPercent(row.get("complete-of-willing.percent"), complete, willing);
      assertPercent(row.get("complete-of-responded.percent"), complete, answered);
      if (row.get("level").equals("grade")) {
        assertThat(row.get("yearly-screen"))
            .isEqualTo(students.isEmpty() ? "not-on-roster" : complete > 0 ? "done" : "missing");
      }
    }
    assertThat(found).isEqualTo(places());
  }

  /** Alerts, then tier 3, then skipped critical items, then tier 2; those with one urgency stand in the order of the roster. */
  @Test
  void todayListsEveryoneWhoNeedsSupportMostUrgentFirst() throws IOException {
    List<Map<String, String>> expected = new ArrayList<>();
    for (Map<String, String> student : district.outcomes()) {
      if (urgency(student) < Integer.MAX_VALUE) {
        expected.add(student);
      }
    }
    expected.sort(Comparator.comparingInt(DistrictCountsTest::urgency));
    List<Map<String, String>> found = district.result("today.csv");
    assertThat(ids(found)).containsExactlyInAnyOrderElementsOf(ids(expected));
    assertThat(found.stream().map(DistrictCountsTest::urgency))
        .containsExactlyElementsOf(
            expected.stream().map(DistrictCountsTest::urgency).toList());
  }

  /** By the columns that {@code today.csv} and {@code outcomes.csv} share; the first holds the lower bound as tier. */
  private static int urgency(Map<String, String> student) {
    String tier = student.getOrDefault("at-least", student.get("tier"));
    return switch (student.get("alert")) {
      case "immediate" -> 0;
      case "same-day" -> 1;
      default ->
        tier.equals("T3")
            ? 2
            : student.get("alert").equals("unknown")
                ? 3
                : tier.equals("T2") ? 4 : Integer.MAX_VALUE;
    };
  }

  private static List<String> ids(List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.get("student") + row.get("school")).toList();
  }

  @Test
  void followUpOwesWhatIsMissing() throws IOException {
    Map<String, List<String>> expected = new TreeMap<>();
    for (Map<String, String> student : district.onRoster()) {
      Map<String, String> byParticipation = Map.of(
          "not-consented", "consent",
          "absent", "make-up-absent",
          "started", "make-up-incomplete",
          "invalid", "re-administration");
      List<String> kinds = new ArrayList<>();
      if (student.get("alert").equals("unknown")) {
        kinds.add("critical-item");
      }
      String participation = district.participation(student);
      if (byParticipation.containsKey(participation)) {
        kinds.add(byParticipation.get(participation));
      }
      if (!district.isRated(student)) {
        kinds.add("rating");
      }
      kinds.forEach(kind ->
          expected.computeIfAbsent(kind, key -> new ArrayList<>()).add(student.get("student")));
    }
    expected.put("whole-group", List.copyOf(overFlagged()));
    List<String> atNodes = new ArrayList<>();
    district.onRoster().forEach(student -> atNodes.addAll(nodes(student)));
    expected.put("node", atNodes);
    // Of who is not on the roster only that is owed which does not ask who it is.
    List<Map<String, String>> unknown = district
        .outcomes()
        .subList(district.onRoster().size(), district.outcomes().size());
    expected.put("not-on-roster", ids(unknown));
    unknown.stream()
        .filter(student -> student.get("alert").equals("unknown"))
        .forEach(student -> expected
            .computeIfAbsent("critical-item", key -> new ArrayList<>())
            .add(student.get("student")));
    Map<String, List<String>> found = new TreeMap<>();
    List<Map<String, String>> rows = district.result("follow-up.csv");
    for (Map<String, String> row : rows) {
      // Who is not on the roster may have no id, and is counted all the same.
      String whose = switch (row.get("kind")) {
        case "node" -> String.join("/", row.get("student"), row.get("by"), row.get("do.en"));
        case "whole-group", "rating-of-class" ->
          String.join(
              "/", row.get("school"), row.get("grade"), row.get("class"), row.get("dormitory"));
        default -> row.get("student");
      };
      found.computeIfAbsent(row.get("kind"), key -> new ArrayList<>()).add(whose);
    }
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((kind, whose) ->
        assertThat(found.get(kind)).as(kind).containsExactlyInAnyOrderElementsOf(whose));
    assertThat(rows).hasSize(expected.values().stream().mapToInt(List::size).sum());
  }

  /**
   * By the calendar of the demonstration, counted by hand: the autumn term ends on Friday 22 January, the spring term lasts from
   * Monday 22 February to Friday 2 July. The winter has 30 days, of which the 21st after its first is 13 February; the summer
   * lasts from 3 July to 31 August, with 24 July and 14 August. Fourteen days after 22 February is 8 March. The term that began
   * in September, and the week of October, which is not long, are over.
   */
  private static List<String> nodes(Map<String, String> student) {
    List<String> nodes = new ArrayList<>();
    String tier = student.get("tier").isEmpty() ? student.get("at-least") : student.get("tier");
    boolean isRegistered = district.isRegistered(student);
    if (isRegistered) {
      nodes.add("2027-03-08/start of term: review");
    }
    if (tier.equals("T3") || isRegistered) {
      nodes.add("2027-01-22/before a long holiday: contact");
      nodes.add("2027-07-02/before a long holiday: contact");
    }
    if (tier.equals("T3")) {
      nodes.add("2027-02-13/in a long holiday: contact");
      nodes.add("2027-07-24/in a long holiday: contact");
      nodes.add("2027-08-14/in a long holiday: contact");
    }
    return nodes.stream().map(node -> student.get("student") + "/" + node).toList();
  }

  /** Where more than a fifth of those with a tier are at tier 2 or 3, and neither they nor the others are few. */
  private static Set<String> overFlagged() {
    Map<String, int[]> counts = new HashMap<>();
    for (Map<String, String> student : district.onRoster()) {
      String school = student.get("school");
      String grade = school + "/" + student.get("grade");
      List<String> places = new ArrayList<>(
          List.of(school + "///", grade + "//", grade + "/" + student.get("class") + "/"));
      if (!student.get("dormitory").isEmpty()) {
        // The room stands behind the house.
        places.add(school + "///" + student.get("dormitory").split(" ", 2)[0]);
      }
      for (String place : places) {
        int[] count = counts.computeIfAbsent(place, key -> new int[2]);
        count[0] += student.get("tier").isEmpty() ? 0 : 1;
        count[1] += List.of("T2", "T3").contains(student.get("tier")) ? 1 : 0;
      }
    }
    Set<String> found = new HashSet<>();
    counts.forEach((place, count) -> {
      boolean isFew = count[1] < SMALL || count[0] - count[1] < SMALL;
      if (!isFew && 5 * count[1] > count[0]) {
        found.add(place);
      }
    });
    return found;
  }

  @Test
  void groupsHoldStudentsOfTierTwoWithoutAnAlertOnce() throws IOException {
    Set<String> eligible = new HashSet<>();
    for (Map<String, String> student : district.outcomes()) {
      if (student.get("tier").equals("T2")
          && List.of("none", "unknown").contains(student.get("alert"))) {
        eligible.add(place(student) + "/" + student.get("student"));
      }
    }
    Map<String, List<Map<String, String>>> groups = new LinkedHashMap<>();
    List<Map<String, String>> rows = district.result("groups.csv");
    for (Map<String, String> row : rows) {
      if (!row.get("group").isEmpty()) {
        groups
            .computeIfAbsent(row.get("school") + "/" + row.get("group"), key -> new ArrayList<>())
            .add(row);
      }
      assertThat(eligible).contains(place(row) + "/" + row.get("student"));
    }
    groups.forEach((group, members) -> assertThat(members)
        .as(group)
        .allSatisfy(
            row -> assertThat(row.get("size")).isEqualTo(Integer.toString(members.size()))));
    assertThat(rows.stream().map(row -> row.get("student")).filter(id -> !id.isEmpty()))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void everyClassHasASheetWithThoseWhoGetSupport() throws IOException {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Map<String, String> student : district.onRoster()) {
      Set<String> supported = expected.computeIfAbsent(
          student.get("school") + "-" + student.get("grade") + "-" + student.get("class") + ".csv",
          key -> new HashSet<>());
      boolean isUrgent = List.of("same-day", "immediate").contains(student.get("alert"));
      if (isUrgent || List.of("T2", "T3").contains(student.get("at-least"))) {
        supported.add(student.get("student"));
      }
    }
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(district.results().resolve("classes"))) {
      for (Path file :
          files.filter(one -> one.toString().endsWith(".csv")).sorted().toList()) {
        Set<String> supported = new HashSet<>();
        for (Map<String, String> row : ScreenedDistrict.read(file)) {
          if (!row.get("support").isEmpty()) {
            supported.add(row.get("student"));
          }
        }
        found.put(file.getFileName().toString(), supported);
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void reportOfEachSchoolCountsItsStudents() throws IOException {
    List<String> schools =
        district.onRoster().stream().map(row -> row.get("school")).distinct().toList();
    int shown = 0;
    for (String school : schools) {
      String html = Files.readString(district.results().resolve("reports/" + school + ".html"));
      List<String> headings = headings(html, "response");
      KINDS.forEach((heading, kind) -> assertThat(
              headings.contains(heading) || took(labelled(school, "全校"), kind) == 0)
          .as("%s: %s", school, heading)
          .isTrue());
      for (List<String> row : table(html, "response")) {
        List<Map<String, String>> students = labelled(school, row.get(0));
        shown += assertShown(row.get(1), students.size());
        shown += assertShown(row.get(2), count(students, district::responded));
        shown += assertShown(row.get(3), took(students, "complete"));
        for (int column = 4; column < headings.size(); column++) {
          shown += assertShown(row.get(column), took(students, KINDS.get(headings.get(column))));
        }
      }
      for (List<String> row : table(html, "tiers grades")) {
        List<Map<String, String>> students = labelled(school, row.get(0));
        shown += assertShown(row.get(1), students.size());
        for (int tier = 0; tier < TIERS.size(); tier++) {
          shown += assertShown(row.get(3 + tier), tier(students, TIERS.get(tier)));
        }
        shown += assertShown(row.get(8), tier(students, "T2") + tier(students, "T3"));
      }
      for (List<String> row : table(html, "alerts")) {
        String alert =
            Map.of("立即处理", "immediate", "当日处理", "same-day", "关键题未答", "unknown").get(row.get(0));
        shown += assertShown(
            row.get(1),
            count(labelled(school, "全校"), student -> student.get("alert").equals(alert)));
      }
      for (List<String> row : table(html, "equity")) {
        List<Map<String, String>> students = labelled(school, row.get(0));
        shown += assertShown(row.get(1), students.size());
        shown += assertShown(row.get(2), count(students, district::responded));
        shown += assertShown(row.get(3), took(students, "complete"));
        shown += assertShown(row.get(4), tier(students, "T2") + tier(students, "T3"));
      }
    }
    assertThat(shown).isGreaterThan(50 * schools.size());
  }

  @Test
  void reportOfTheDistrictCountsItsSchools() throws IOException {
    String html = Files.readString(district.results().resolve("district.html"));
    int shown = 0;
    for (List<String> row : table(html, "response schools")) {
      List<Map<String, String>> students = ofDistrict(row.get(0));
      shown += assertShown(row.get(1), students.size());
      shown += assertShown(row.get(2), took(students, "complete"));
    }
    for (List<String> row : table(html, "tiers grades schools")) {
      List<Map<String, String>> students = ofDistrict(row.get(0));
      int targeted = tier(students, "T2");
      int intensive = tier(students, "T3");
      shown += assertShown(row.get(1), students.size());
      shown += assertShown(row.get(3), targeted);
      shown += assertShown(row.get(4), intensive);
      shown += assertShown(row.get(5), students.size() - targeted - intensive);
      assertThat(targeted == 0 || targeted >= SMALL_OUTSIDE || isHidden(row.get(3)))
          .isTrue();
      assertThat(intensive == 0 || intensive >= SMALL_OUTSIDE || isHidden(row.get(4)))
          .isTrue();
    }
    assertThat(shown).isGreaterThan(20);
  }

  private static List<Map<String, String>> ofDistrict(String label) {
    return where(student -> label.equals("全区") || student.get("school").equals(label));
  }

  /** The students of a school whom a row of a report names. */
  private static List<Map<String, String>> labelled(String school, String label) {
    return where(student -> student.get("school").equals(school)
        && switch (label) {
          case "全校" -> true;
          case "女生" -> isIn("female", district.group("sex", student));
          case "女生（含未注明）" -> isIn("female+unknown", district.group("sex", student));
          case "男生（含未注明）" -> isIn("male+unknown", district.group("sex", student));
          case "男生" -> district.group("sex", student).equals("male");
          case "未注明" -> district.group("sex", student).equals("unknown");
          case "住宿生" -> district.group("boarding", student).equals("boarder");
          case "走读生" -> district.group("boarding", student).equals("day-student");
          case "已登记学生" -> district.group("registry", student).equals("registered");
          case "未登记学生" -> district.group("registry", student).equals("not-registered");
          default -> {
            assertThat(ScreenedDistrict.grade(label)).as(label).isNotEmpty();
            yield student.get("grade").equals(ScreenedDistrict.grade(label));
          }
        });
  }

  private static boolean isHidden(String cell) {
    return cell.equals(HIDDEN_IN_REPORT);
  }

  /** Compares the count that a cell begins with; 0 if it is hidden. */
  private static int assertShown(String cell, int expected) {
    if (isHidden(cell)) {
      return 0;
    }
    Matcher count = Pattern.compile("^\\d+").matcher(cell);
    assertThat(count.find()).as(cell).isTrue();
    assertThat(count.group()).isEqualTo(Integer.toString(expected));
    return 1;
  }

  /** The head of the first table of a kind. */
  private static List<String> headings(String html, String kind) {
    return cells(part(html, kind, "thead"));
  }

  /** The rows of the body of the first table of a kind, cell by cell without its pictures. */
  private static List<List<String>> table(String html, String kind) {
    List<List<String>> rows = Stream.of(part(html, kind, "tbody").split("</tr>"))
        .map(DistrictCountsTest::cells)
        .filter(cells -> !cells.isEmpty())
        .toList();
    assertThat(rows).as(kind).isNotEmpty();
    return rows;
  }

  /** The head or the body of the first table of a kind. */
  private static String part(String html, String kind, String part) {
    Matcher table = Pattern.compile(
            "<table class=\"" + kind + "\">.*?<" + part + ">(.*?)</" + part + ">", Pattern.DOTALL)
        .matcher(html);
    assertThat(table.find()).as(kind).isTrue();
    return table.group(1);
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    Matcher cell = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL).matcher(row);
    while (cell.find()) {
      cells.add(cell.group(1)
          .replaceAll("(?s)<svg.*?</svg>", "")
          .replaceAll("<[^>]*>", " ")
          .strip());
    }
    return cells;
  }
}
