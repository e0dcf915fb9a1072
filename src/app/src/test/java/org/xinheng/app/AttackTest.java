package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xinheng.app.report.Page;

/**
 * Somebody who has the roster and everything that {@code screen} publishes without names, of small schools in which most counts are
 * small, tries to work out what is hidden.
 *
 * <p>Unknown is how many students of each class, sex, boarding and registration are at each tier. Every number of {@code summary.csv},
 * {@code coverage.csv}, the report, its notices and its charts is an equation or inequality between them. The simplex method of
 * commons-math3 says how few and how many a hidden cell can hold: never one value alone, and of a small cell never fewer than five.
 */
class AttackTest {

  private static final List<String> CELLS = List.of("T1", "T2", "T3", "no-tier");
  private static final List<String> CONTACTS = List.of("on-time", "overdue", "due");

  /** What is unknown of each kind of student; those at tiers 2 and 3 are told apart by how soon they were contacted. */
  private static final List<String> PARTS = List.of(
      "T1", "no-tier", "T2/on-time", "T2/overdue", "T2/due", "T3/on-time", "T3/overdue", "T3/due");

  /** A week after the results were found out about: some are contacted, some late, some still have time. */
  private static final LocalDate NOW = LocalDate.of(2026, 11, 6);

  private static final int NO_DAYS = -1;
  private static final double NEAR = 1e-6;
  private static final int SMALL = 5;

  @TempDir
  private Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(Long.getLong("from", 1), Long.getLong("xinheng.schools", 2));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingHiddenFollowsFromAllThatIsPublished(long seed) throws IOException {
    Screened screened = screened(seed);
    int tried = 0;
    for (Path file : reports(screened)) {
      Attack attack = new Attack(screened, Page.of(Files.readString(file)));
      for (Map<String, String> row : attack.summary) {
        for (String cell : CONTACTS) {
          if (Screened.cell(row, "contact." + cell).equals("*")) {
            attack.fails(row, cell);
            tried++;
          }
        }
        for (String cell : List.of("T1", "T2", "T3")) {
          if (Screened.cell(row, cell).equals("*")) {
            if (!(cell.equals("T1") && Screened.cell(row, "complete").equals("0"))) {
              attack.fails(row, cell);
            }
            tried++;
          }
        }
      }
      tried += attack.failsForClassTeachers();
    }
    assertThat(tried).isPositive();
    new DistrictAttack(screened).fails();
  }

  /**
   * Monday's and Tuesday's counts of one campaign, and between them the form of one student or of some. Whoever has both reports, knows
   * who has come and subtracts: no count has grown by fewer than ten, and of nobody is it told what tier they have.
   */
  @Test
  void oneFormMoreIsNotToldByTwoReports() throws IOException {
    assertThat(command("demo", "--files-only", "--out", folder.toString())).isZero();
    for (int more : List.of(1, 150)) {
      Screened tuesday = again(more);
      Map<List<String>, Map<String, String>> before = new LinkedHashMap<>();
      for (Map<String, String> row : Screened.table(folder.resolve("monday/summary.csv"))) {
        before.put(place(row), row);
      }
      int same = 0;
      for (Map<String, String> row : tuesday.result("summary.csv")) {
        Map<String, String> earlier = before.getOrDefault(place(row), Map.of());
        for (String cell :
            List.of("T1", "T2", "T3", "contact.on-time", "contact.overdue", "contact.due")) {
          String now = Screened.cell(row, cell);
          String then = earlier.getOrDefault(cell, "*");
          if (now.matches("\\d+") && then.matches("\\d+")) {
            int difference = Math.abs(Integer.parseInt(now) - Integer.parseInt(then));
            assertThat(difference == 0 || difference >= 2 * SMALL)
                .as("%s of %s with %s more: %s", cell, place(row), more, difference)
                .isTrue();
            same += difference == 0 ? 1 : 0;
          }
        }
      }
      assertThat(same).isPositive();
      if (more == 1) {
        assertThat(folder.resolve("tuesday/summary.csv"))
            .hasSameBinaryContentAs(folder.resolve("monday/summary.csv"));
        assertThat(folder.resolve("tuesday/report.html"))
            .hasSameBinaryContentAs(folder.resolve("monday/report.html"));
      }
    }
  }

  private static List<String> place(Map<String, String> row) {
    return List.of(
        Screened.cell(row, "level"),
        Screened.cell(row, "school"),
        Screened.cell(row, "grade"),
        Screened.cell(row, "class"),
        Screened.cell(row, "group"));
  }

  /** A school of 1,200, screened when some of its forms are not yet there, and again when they are. */
  private Screened again(int more) throws IOException {
    Path school = folder.resolve("school");
    Path answers = school.resolve("answers-junior-high.csv");
    List<String> all = Files.readAllLines(answers);
    List<String> monday = new ArrayList<>(all);
    for (int i = 0; i < more; i++) {
      monday.remove(1 + (i * 7) % (monday.size() - 1));
    }
    Files.write(answers, monday);
    assertThat(screen(school, "monday", "--not-handed-out")).isZero();
    Files.write(answers, all);
    String earlier = folder.resolve("monday").toString();
    assertThat(screen(school, "tuesday", "--published", earlier)).isZero();
    return Screened.read(school, folder.resolve("tuesday"));
  }

  private int screen(Path school, String out, String... options) {
    List<String> words = new ArrayList<>(List.of(
        "screen",
        school.resolve("campaign.yaml").toString(),
        "--now",
        NOW + "T15:00",
        "--out",
        folder.resolve(out).toString()));
    words.addAll(List.of(options));
    return command(words.toArray(String[]::new));
  }

  private static int command(String... words) {
    return TypedCommand.wide(100).run(words);
  }

  private Screened screened(long seed) throws IOException {
    TypedCommand command = TypedCommand.wide(100);
    int exit = command.run(
        "demo",
        "--district",
        "--schools",
        "4",
        "--students",
        "420",
        "--years",
        "1",
        "--seed",
        Long.toString(seed),
        "--files-only",
        "--out",
        folder.toString());
    assertThat(exit).as(command.err()).isZero();
    int screened = command.run(
        "screen",
        folder.resolve("district/2026-2027/campaign.yaml").toString(),
        "--now",
        NOW + "T15:00",
        "--out",
        folder.resolve("results").toString());
    assertThat(screened).as(command.err()).isZero();
    return Screened.read(folder.resolve("district/2026-2027"), folder.resolve("results"));
  }

  private static List<Path> reports(Screened screened) throws IOException {
    try (var files = Files.list(screened.results().resolve("reports"))) {
      return files.sorted().toList();
    }
  }

  private static int number(String cell) {
    return Integer.parseInt(cell.split("\\s")[0]);
  }

  private static String tierOf(Map<String, String> outcome) {
    String tier = Screened.cell(outcome, "tier");
    return tier.isEmpty() ? "no-tier" : tier;
  }

  /** Linear constraints and what they leave possible. An equation that follows from others would only confuse the solver. */
  private static final class Constraints {

    private final List<LinearConstraint> all = new ArrayList<>();
    private final List<double[]> reduced = new ArrayList<>();

    /** Unknown numbers of which none is larger than a number of students; without that limit the solver confuses like ones. */
    Constraints(int unknowns, int students) {
      for (int i = 0; i < unknowns; i++) {
        double[] one = new double[unknowns];
        one[i] = 1;
        all.add(new LinearConstraint(one, Relationship.LEQ, students));
      }
    }

    Constraints(Constraints others) {
      all.addAll(others.all);
      reduced.addAll(others.reduced);
    }

    void add(double[] factors, Relationship relationship, double value) {
      boolean isNew = relationship == Relationship.EQ
          ? isIndependent(factors, value)
          : all.stream()
              .noneMatch(one -> one.getRelationship() == relationship
                  && one.getValue() == value
                  && Arrays.equals(one.getCoefficients().toArray(), factors));
      if (isNew) {
        all.add(new LinearConstraint(factors, relationship, value));
      }
    }

    /** By Gauss's elimination; an equation that contradicts the others would be a fault of the tables. */
    private boolean isIndependent(double[] factors, double value) {
      double[] row = Arrays.copyOf(factors, factors.length + 1);
      row[factors.length] = value;
      for (double[] other : reduced) {
        int pivot = pivot(other);
        double times = row[pivot];
        for (int i = 0; times != 0 && i < row.length; i++) {
          row[i] -= times * other[i];
        }
      }
      int pivot = pivot(row);
      if (pivot == factors.length) {
        assertThat(Math.abs(row[pivot])).as("the tables contradict each other").isLessThan(NEAR);
        return false;
      }
      double by = row[pivot];
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.abs(row[i]) < NEAR ? 0 : row[i] / by;
      }
      reduced.add(row);
      return true;
    }

    private static int pivot(double[] row) {
      int pivot = 0;
      while (pivot < row.length - 1 && Math.abs(row[pivot]) < NEAR) {
        pivot++;
      }
      return pivot;
    }

    double bound(double[] objective, GoalType goal) {
      return new SimplexSolver()
          .optimize(
              new MaxIter(100_000),
              new LinearObjectiveFunction(objective, 0),
              new LinearConstraintSet(all),
              new NonNegativeConstraint(true),
              goal)
          .getValue();
    }

    /** What is known is true, or else the attack would be none. */
    void hold(double[] truth) {
      for (LinearConstraint one : all) {
        double sum = one.getCoefficients().dotProduct(new ArrayRealVector(truth));
        assertThat(
                switch (one.getRelationship()) {
                  case EQ -> Math.abs(sum - one.getValue()) < NEAR;
                  case LEQ -> sum < one.getValue() + NEAR;
                  case GEQ -> sum > one.getValue() - NEAR;
                })
            .as("%s %s %s", one.getCoefficients(), one.getRelationship(), one.getValue())
            .isTrue();
      }
    }

    double range(double[] objective) {
      return bound(objective, GoalType.MAXIMIZE) - bound(objective, GoalType.MINIMIZE);
    }
  }

  /** What is known of one school. */
  private static final class Attack {

    private final Screened screened;
    private final String school;
    private final List<Map<String, String>> summary;
    private final List<Map<String, String>> students;
    private final Set<String> registered;
    private final Contacted contacted;

    /** Students who are alike in the roster, by what the roster says of them. */
    private final Map<List<String>, Integer> kinds = new LinkedHashMap<>();

    private final List<List<String>> order = new ArrayList<>();
    private Constraints constraints;

    Attack(Screened screened, Page page) throws IOException {
      this.screened = screened;
      this.school = page.all("dd").get(2).getTextContent();
      this.registered = screened.registered();
      this.contacted = new Contacted(screened.school().resolve("contacts.csv"), NOW);
      this.students = screened.ofRoster().stream()
          .filter(one -> Screened.cell(one, "school").equals(school))
          .toList();
      this.summary = ofSchool(screened.result("summary.csv"));
      for (Map<String, String> one : students) {
        kinds.merge(kind(one), 1, Integer::sum);
      }
      order.addAll(kinds.keySet());
      constraints = new Constraints(order.size() * PARTS.size(), students.size());
      kinds.forEach((kind, size) -> know(kind::equals, CELLS, Relationship.EQ, size));
      knowTables();
      knowReport(page);
      constraints.hold(truth());
    }

    private String part(Map<String, String> outcome) {
      String tier = tierOf(outcome);
      return Set.of("T2", "T3").contains(tier) ? tier + "/" + contacted.state(outcome) : tier;
    }

    private static boolean isAnyOf(String part, List<String> cells) {
      return cells.contains(part) || Stream.of(part.split("/")).anyMatch(cells::contains);
    }

    private double[] truth() {
      double[] truth = new double[order.size() * PARTS.size()];
      for (Map<String, String> one : students) {
        truth[order.indexOf(kind(one)) * PARTS.size() + PARTS.indexOf(part(one))]++;
      }
      return truth;
    }

    private List<Map<String, String>> ofSchool(List<Map<String, String>> rows) {
      return rows.stream()
          .filter(row -> Screened.cell(row, "school").equals(school))
          .toList();
    }

    private List<String> kind(Map<String, String> one) {
      Map<String, String> ofRoster = screened.ofRoster(one);
      String sex = ofRoster.getOrDefault("sex", "");
      return List.of(
          Screened.cell(one, "grade"),
          Screened.cell(one, "class"),
          Set.of("male", "female").contains(sex) ? sex : "unknown",
          Map.of("yes", "boarder", "no", "day-student")
              .getOrDefault(ofRoster.getOrDefault("boarding", ""), "unknown"),
          registered.contains(Screened.cell(one, "student")) ? "registered" : "not-registered");
    }

    private static Predicate<List<String>> of(Map<String, String> row) {
      String grade = Screened.cell(row, "grade");
      String schoolClass = Screened.cell(row, "class");
      String group = row.getOrDefault("group", "");
      int field = switch (Screened.cell(row, "level")) {
        case "sex" -> 2;
        case "boarding" -> 3;
        case "registry" -> 4;
        default -> -1;
      };
      return kind -> (grade.isEmpty() || grade.equals(kind.get(0)))
          && (schoolClass.isEmpty() || schoolClass.equals(kind.get(1)))
          && (field < 0 || isOfGroup(kind.get(field), group));
    }

    private static boolean isOfGroup(String one, String group) {
      return one.equals(group)
          || (group.endsWith("+unknown") && (one.equals("unknown") || group.startsWith(one + "+")));
    }

    private double[] sum(Predicate<List<String>> of, List<String> cells) {
      double[] factors = new double[order.size() * PARTS.size()];
      for (int kind = 0; kind < order.size(); kind++) {
        for (int part = 0; part < PARTS.size(); part++) {
          if (of.test(order.get(kind)) && isAnyOf(PARTS.get(part), cells)) {
            factors[kind * PARTS.size() + part] = 1;
          }
        }
      }
      return factors;
    }

    private void know(
        Predicate<List<String>> of, List<String> cells, Relationship relationship, double value) {
      constraints.add(sum(of, cells), relationship, value);
    }

    private void knowTables() throws IOException {
      List<Map<String, String>> rows = new ArrayList<>(summary);
      rows.addAll(ofSchool(screened.result("coverage.csv")));
      for (Map<String, String> row : rows) {
        // Nobody is at tier 1 without a complete form.
        int complete = Integer.parseInt(Screened.cell(row, "complete"));
        know(of(row), List.of("T1"), Relationship.LEQ, complete);
        for (String cell : CELLS) {
          String shown = row.getOrDefault(cell, "*");
          if (!shown.equals("*")) {
            know(of(row), List.of(cell), Relationship.EQ, Integer.parseInt(shown));
          }
        }
        for (String cell : CONTACTS) {
          String shown = row.getOrDefault("contact." + cell, "");
          if (!shown.isEmpty() && !shown.equals("*")) {
            know(of(row), List.of(cell), Relationship.EQ, Integer.parseInt(shown));
          }
        }
      }
    }

    private void knowReport(Page page) {
      List<List<String>> grades =
          Page.rows(page.tables("grades").get(0)).stream().map(Page::cells).toList();
      for (List<String> row : grades) {
        for (int i = 0; i < CELLS.size(); i++) {
          know(row, row.get(3 + i), List.of(CELLS.get(i)));
        }
        know(row, row.get(8), List.of("T2", "T3"));
      }
      List<List<String>> alerts =
          Page.rows(page.tables("alerts").get(0)).stream().map(Page::cells).toList();
      int raised = 0;
      for (List<String> row : alerts.subList(0, 2)) {
        raised += row.get(1).contains("已隐去") ? 0 : number(row.get(1));
      }
      know(kind -> true, List.of("T3", "no-tier"), Relationship.GEQ, raised);
      for (Element notice : page.all("li")) {
        String place = notice.getTextContent().split("：")[0];
        if (page.all("div").stream()
            .filter(div -> div.getAttribute("class").equals("notice"))
            .anyMatch(div -> Page.in(div, "li").contains(notice))) {
          knowNotice(place);
        }
      }
      for (Element figure : page.all("figure")) {
        knowScores(figure);
      }
      Page.rows(page.tables("contact").get(0)).stream()
          .map(Page::cells)
          .forEach(this::knowContacts);
    }

    /** Group, tiers 2 and 3, on time, overdue, still due, and the median of the days with an interval. */
    private void knowContacts(List<String> row) {
      know(row, row.get(1), List.of("T2", "T3"));
      for (int i = 0; i < CONTACTS.size(); i++) {
        know(row, row.get(2 + i), List.of(CONTACTS.get(i)));
      }
      if (!row.get(1).contains("已隐去") && !row.get(5).contains("已隐去")) {
        knowWaits(place(row.get(0)), number(row.get(1)), row.get(5));
      }
    }

    /**
     * Of n students half wait so long as the median or shorter, half so long or longer; below the lower end of the interval are as
     * many as a binomial of one half is below with 2.5 %, and as many above the upper end. Two days are in time at tier 3, ten at
     * tier 2, and without a day nobody spoke with the student.
     */
    private void knowWaits(Predicate<List<String>> of, int n, String cell) {
      BinomialDistribution half = new BinomialDistribution(null, n, 0.5);
      int below = 0;
      while (half.cumulativeProbability(below) <= 0.025) {
        below++;
      }
      Matcher numbers =
          Pattern.compile("^(\\d+)?[^(]*(?:\\((\\d+)–(\\d+|…)\\))?$").matcher(cell.strip());
      assertThat(numbers.matches()).as(cell).isTrue();
      knowWait(of, n, (n + 1) / 2, numbers.group(1));
      knowWait(of, n, below, numbers.group(2));
      knowWait(of, n, n + 1 - below, numbers.group(3));
    }

    /** The wait of the student at a rank, the shortest first. */
    private void knowWait(Predicate<List<String>> of, int n, int rank, @Nullable String shown) {
      int days = shown == null || shown.equals("…") ? NO_DAYS : Integer.parseInt(shown);
      if (days == NO_DAYS) {
        know(of, List.of("on-time"), Relationship.LEQ, rank - 1);
      }
      if (days > 2) {
        know(of, List.of("T3/on-time"), Relationship.LEQ, rank - 1);
      }
      if (days > 10) {
        know(of, List.of("on-time"), Relationship.LEQ, rank - 1);
      }
      if (days != NO_DAYS && days <= 10) {
        know(of, List.of("T2/due"), Relationship.LEQ, n - rank);
      }
    }

    private void know(List<String> row, String shown, List<String> cells) {
      if (!shown.contains("已隐去") && !shown.equals("–")) {
        know(place(row.get(0)), cells, Relationship.EQ, number(shown));
      }
    }

    private static Predicate<List<String>> place(String name) {
      return switch (name) {
        case "全校" -> kind -> true;
        case "女生" -> kind -> kind.get(2).equals("female");
        case "男生" -> kind -> kind.get(2).equals("male");
        case "住宿生" -> kind -> kind.get(3).equals("boarder");
        case "走读生" -> kind -> kind.get(3).equals("day-student");
        case "住宿生（含未注明）" -> kind -> !kind.get(3).equals("day-student");
        case "走读生（含未注明）" -> kind -> !kind.get(3).equals("boarder");
        case "登记学生" -> kind -> kind.get(4).equals("registered");
        case "未登记学生" -> kind -> kind.get(4).equals("not-registered");
        case "女生（含未注明）" -> kind -> !kind.get(2).equals("male");
        case "男生（含未注明）" -> kind -> !kind.get(2).equals("female");
        default -> {
          String[] words = name.split(" ");
          String grade = Screened.grade(words[0].replace("八年级", "初二").replace("高二", "十一年级"));
          yield kind ->
              kind.get(0).equals(grade) && (words.length == 1 || kind.get(1).equals(words[1]));
        }
      };
    }

    /** More than a fifth of those with a tier are flagged, five or more, and five or more are not. */
    private void knowNotice(String name) {
      know(place(name), List.of("T2", "T3"), Relationship.GEQ, SMALL);
      know(place(name), List.of("T1"), Relationship.GEQ, SMALL);
      double[] factors = sum(place(name), List.of("T2", "T3"));
      double[] others = sum(place(name), List.of("T1"));
      for (int i = 0; i < factors.length; i++) {
        factors[i] = 0.8 * factors[i] - 0.2 * others[i];
      }
      constraints.add(factors, Relationship.GEQ, 0);
    }

    /** Whoever is at level 3 of the primary scale is at tier 3, and whoever is at level 2 at tier 2 or 3. */
    private void knowScores(Element figure) {
      String caption = Page.in(figure, "figcaption").get(0).getTextContent();
      int students = Integer.parseInt(caption.replaceAll(".*n=", ""));
      boolean isPrimary = caption.contains("MHT");
      List<Element> steps = Page.in(figure, "rect");
      double area = 0;
      for (Element step : steps) {
        area += areaOf(step);
      }
      List<Element> lines = Page.in(figure, "line").stream()
          .filter(line -> line.getAttribute("class").equals("cut-off"))
          .toList();
      // PHQ-9: 5, 10, 15, 20; MHT: 65 is level 3.
      int high = isPrimary ? 0 : 1;
      int veryHigh = isPrimary ? 0 : 3;
      knowFrom(lines.get(high), steps, students / area, isPrimary, List.of("T2", "T3"));
      if (!isPrimary) {
        knowFrom(lines.get(veryHigh), steps, students / area, isPrimary, List.of("T3"));
      }
    }

    private static double areaOf(Element step) {
      return Double.parseDouble(step.getAttribute("width"))
          * Double.parseDouble(step.getAttribute("height"));
    }

    private void knowFrom(
        Element cutOff,
        List<Element> steps,
        double studentsPerArea,
        boolean isPrimary,
        List<String> cells) {
      double x = Double.parseDouble(cutOff.getAttribute("x1"));
      double above = 0;
      for (Element step : steps) {
        above += Double.parseDouble(step.getAttribute("x")) >= x - 0.11
            ? studentsPerArea * areaOf(step)
            : 0;
      }
      know(
          kind -> isPrimary == (Integer.parseInt(kind.get(0)) <= 6),
          cells,
          Relationship.GEQ,
          Math.floor(above - 0.3));
    }

    private int count(Predicate<List<String>> of, String cell) {
      return (int) students.stream()
          .filter(one -> of.test(kind(one)) && isAnyOf(part(one), List.of(cell)))
          .count();
    }

    void fails(Map<String, String> row, String cell) {
      double[] objective = sum(of(row), List.of(cell));
      int count = count(of(row), cell);
      String where = school + " " + row + " " + cell;
      assertThat(constraints.range(objective)).as(where).isGreaterThanOrEqualTo(1 - NEAR);
      int eligible = Integer.parseInt(Screened.cell(row, "eligible"));
      // Of a handful at tiers 2 and 3 not all can be in one state, whatever is shown.
      boolean isTiny = CONTACTS.contains(cell) && eligible < 2 * SMALL;
      if (count > 0 && count < SMALL && !isTiny) {
        int most = cell.equals("T1") ? Integer.parseInt(Screened.cell(row, "complete")) : eligible;
        assertThat(constraints.bound(objective, GoalType.MAXIMIZE))
            .as(where)
            .isGreaterThanOrEqualTo(Math.min(SMALL, most) - NEAR);
      }
    }

    /** Each of them has the sheet of the own class too, and wants the tiers of another. */
    int failsForClassTeachers() throws IOException {
      Constraints published = constraints;
      int tried = 0;
      for (Map.Entry<String, Integer> own : supported().entrySet()) {
        constraints = new Constraints(published);
        Predicate<List<String>> ofOwn =
            kind -> own.getKey().equals(kind.get(0) + "/" + kind.get(1));
        know(ofOwn, List.of("T2", "T3"), Relationship.LEQ, own.getValue());
        know(ofOwn, List.of("T2", "T3", "no-tier"), Relationship.GEQ, own.getValue());
        for (Map<String, String> row : summary) {
          String place = Screened.cell(row, "grade") + "/" + Screened.cell(row, "class");
          if (Screened.cell(row, "level").equals("class") && !place.equals(own.getKey())) {
            for (String cell : List.of("T2", "T3")) {
              if (Screened.cell(row, cell).equals("*")) {
                assertThat(constraints.range(sum(of(row), List.of(cell))))
                    .as("%s tells of %s", own.getKey(), row)
                    .isGreaterThanOrEqualTo(1 - NEAR);
                tried++;
              }
            }
          }
        }
      }
      constraints = published;
      return tried;
    }

    /** How many students of each class have support, by the sheets. */
    private Map<String, Integer> supported() throws IOException {
      Map<String, Integer> supported = new TreeMap<>();
      try (var files = Files.list(screened.results().resolve("classes"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
          Map<String, Set<String>> of = new TreeMap<>();
          for (Map<String, String> row : ofSchool(Screened.table(file))) {
            Set<String> who = of.computeIfAbsent(
                Screened.cell(row, "grade") + "/" + Screened.cell(row, "class"),
                key -> new HashSet<>());
            if (!Screened.cell(row, "support").isEmpty()) {
              who.add(Screened.cell(row, "student"));
            }
          }
          of.forEach((key, who) -> supported.put(key, who.size()));
        }
      }
      return supported;
    }
  }

  /** Who holds the tables of all schools and the report of the district. */
  private static final class DistrictAttack {

    private final List<Map<String, String>> schools;
    private final Screened screened;
    private final Constraints constraints;

    DistrictAttack(Screened screened) throws IOException {
      this.screened = screened;
      this.schools = screened.result("summary.csv").stream()
          .filter(row -> Screened.cell(row, "level").equals("school"))
          .toList();
      constraints =
          new Constraints(schools.size() * CELLS.size(), screened.ofRoster().size());
      for (int i = 0; i < schools.size(); i++) {
        Map<String, String> row = schools.get(i);
        int eligible = Integer.parseInt(Screened.cell(row, "eligible"));
        constraints.add(sum(i, CELLS), Relationship.EQ, eligible);
        for (String cell : CELLS) {
          if (!Screened.cell(row, cell).equals("*")) {
            constraints.add(
                sum(i, List.of(cell)), Relationship.EQ, Integer.parseInt(Screened.cell(row, cell)));
          }
        }
      }
      Page page = Page.of(Files.readString(screened.results().resolve("district.html")));
      List<List<String>> rows =
          Page.rows(page.tables("tiers").get(0)).stream().map(Page::cells).toList();
      List<List<String>> cells = List.of(List.of("T2"), List.of("T3"), List.of("T1", "no-tier"));
      for (int row = 0; row < rows.size(); row++) {
        for (int i = 0; i < cells.size(); i++) {
          String shown = rows.get(row).get(3 + i);
          if (!shown.contains("已隐去")) {
            double[] factors = row == 0 ? all(cells.get(i)) : sum(row - 1, cells.get(i));
            constraints.add(factors, Relationship.EQ, number(shown));
          }
        }
      }
    }

    private double[] sum(int school, List<String> cells) {
      double[] factors = new double[schools.size() * CELLS.size()];
      cells.forEach(cell -> factors[school * CELLS.size() + CELLS.indexOf(cell)] = 1);
      return factors;
    }

    private double[] all(List<String> cells) {
      double[] factors = new double[schools.size() * CELLS.size()];
      for (int school = 0; school < schools.size(); school++) {
        double[] one = sum(school, cells);
        for (int i = 0; i < factors.length; i++) {
          factors[i] += one[i];
        }
      }
      return factors;
    }

    void fails() {
      for (int i = 0; i < schools.size(); i++) {
        Map<String, String> row = schools.get(i);
        for (String cell : List.of("T2", "T3")) {
          if (Screened.cell(row, cell).equals("*")) {
            double[] objective = sum(i, List.of(cell));
            int count = (int) screened.ofRoster().stream()
                .filter(one -> Screened.cell(one, "school").equals(Screened.cell(row, "school"))
                    && tierOf(one).equals(cell))
                .count();
            assertThat(constraints.range(objective))
                .as("%s %s", row, cell)
                .isGreaterThanOrEqualTo(1 - NEAR);
            if (count > 0 && count < SMALL) {
              assertThat(constraints.bound(objective, GoalType.MAXIMIZE))
                  .as("%s %s", row, cell)
                  .isGreaterThanOrEqualTo(SMALL - NEAR);
            }
          }
        }
      }
    }
  }
}
