package org.xinheng.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xinheng.screening.CampaignResult;

/** Somebody with nothing but the report tries to work out what it hides. */
class AttackTest {

  private static final int FIRST_CELL = 3;
  private static final int CELLS = 4;
  private static final int NO_TIER = 3;
  private static final double NEGLIGIBLE = 1e-9;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  /** In these campaigns nothing but answers counts, so whoever is not complete has no tier: the attacker knows that. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingHiddenFollowsFromAllNumbersOfAnInventedSchool(long seed) {
    Random random = new Random(seed);
    Invented invented = new Invented();
    int grades = 1 + random.nextInt(3);
    for (int grade = 7; grade < 7 + grades; grade++) {
      int classes = 1 + random.nextInt(4);
      for (int c = 1; c <= classes; c++) {
        invented.add(
            "S",
            grade,
            c + "",
            random.nextInt(40),
            random.nextInt(12),
            random.nextInt(7),
            random.nextInt(9));
      }
    }
    Attack attack = new Attack(invented.result());
    attack.takeNoTierForNotComplete();
    attack.fails();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("schools")
  void nothingHiddenFollowsFromAllNumbersOfTheSyntheticSchool(long seed) {
    new Attack(ScreenedSchool.screened(seed)).fails();
  }

  static LongStream schools() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.schools", 3));
  }

  /** The numbers of the tables of one school, and the equations between them. */
  private static final class Attack {

    private final Page page;
    private final List<List<String>> grades;
    private final List<List<String>> all = new ArrayList<>();
    private final List<double[]> equations = new ArrayList<>();

    Attack(CampaignResult result) {
      page = Page.of(CampaignReport.html(result));
      grades = rows(page.tables("grades").get(0));
      all.addAll(grades);
      List<List<List<String>>> classes =
          page.tables("compact").stream().map(Attack::rows).toList();
      classes.forEach(all::addAll);
      for (List<String> row : all) {
        equation(row.get(1), List.of(row), List.of(0, 1, 2, 3), List.of());
      }
      for (int cell = 0; cell < CELLS; cell++) {
        equation("0", grades.subList(1, grades.size()), List.of(cell), grades.subList(0, 1));
        for (int grade = 0; grade < classes.size(); grade++) {
          List<List<String>> whole = grades.subList(grade + 1, grade + 2);
          equation("0", classes.get(grade), List.of(cell), whole);
        }
      }
    }

    void takeNoTierForNotComplete() {
      List<List<String>> response = rows(page.tables("response").get(0));
      for (int row = 0; row < response.size(); row++) {
        String complete = response.get(row).get(3);
        if (!isHidden(complete)) {
          int without = number(response.get(row).get(1)) - number(complete);
          equation(without + "", List.of(grades.get(row)), List.of(NO_TIER), List.of());
        }
      }
    }

    void fails() {
      for (List<String> row : all) {
        for (String cell : row.subList(FIRST_CELL, FIRST_CELL + CELLS)) {
          assertThat(isHidden(cell) || number(cell) == 0 || number(cell) >= 5).isTrue();
        }
      }
      assertThat(workedOut()).isZero();
    }

    private static List<List<String>> rows(Element table) {
      return Page.rows(table).stream().map(Page::cells).toList();
    }

    /** The cells of some rows, less those of others, give a sum. */
    private void equation(
        String sum, List<List<String>> added, List<Integer> cells, List<List<String>> takenAway) {
      double[] equation = new double[all.size() * CELLS + 1];
      equation[equation.length - 1] = number(sum);
      for (int cell : cells) {
        added.forEach(row -> term(equation, row, cell, 1));
        takenAway.forEach(row -> term(equation, row, cell, -1));
      }
      equations.add(equation);
    }

    private void term(double[] equation, List<String> row, int cell, int sign) {
      String shown = row.get(FIRST_CELL + cell);
      if (isHidden(shown)) {
        equation[indexOf(row) * CELLS + cell] += sign;
      } else {
        equation[equation.length - 1] -= sign * number(shown);
      }
    }

    /** Two rows may read alike and still be two. */
    private int indexOf(List<String> row) {
      return IntStream.range(0, all.size())
          .filter(i -> all.get(i) == row)
          .findFirst()
          .orElseThrow();
    }

    /** How many hidden cells are determined by the equations, by Gauss-Jordan elimination. */
    private int workedOut() {
      int unknowns = all.size() * CELLS;
      int rank = 0;
      for (int column = 0; column < unknowns && rank < equations.size(); column++) {
        int pivot = rank;
        for (int row = rank; row < equations.size(); row++) {
          if (Math.abs(equations.get(row)[column]) > Math.abs(equations.get(pivot)[column])) {
            pivot = row;
          }
        }
        if (Math.abs(equations.get(pivot)[column]) < NEGLIGIBLE) {
          continue;
        }
        Collections.swap(equations, rank, pivot);
        eliminate(rank, column);
        rank++;
      }
      return (int) equations.subList(0, rank).stream()
          .filter(equation -> terms(equation) == 1)
          .count();
    }

    private void eliminate(int solved, int column) {
      double[] by = equations.get(solved);
      double factor = by[column];
      for (int i = 0; i < by.length; i++) {
        by[i] /= factor;
      }
      for (double[] equation : equations) {
        double times = equation[column];
        for (int i = 0; equation != by && i < by.length; i++) {
          equation[i] -= times * by[i];
        }
      }
    }

    private static int terms(double[] equation) {
      int terms = 0;
      for (int i = 0; i < equation.length - 1; i++) {
        terms += Math.abs(equation[i]) > NEGLIGIBLE ? 1 : 0;
      }
      return terms;
    }
  }

  private static boolean isHidden(String cell) {
    return cell.contains("已隐去");
  }

  private static int number(String cell) {
    return Integer.parseInt(cell.split("\\s")[0]);
  }
}
