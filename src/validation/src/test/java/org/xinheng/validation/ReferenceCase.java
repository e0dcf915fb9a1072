package org.xinheng.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Results of R and its packages, where they are at hand: {@code oracles/cases/ID.json} and the data they rest on. */
public final class ReferenceCase {

  private static final Path FOLDER =
      Path.of(System.getProperty("xinheng.shared", "no shared data"), "oracles");

  private ReferenceCase() {}

  /** The results of a case; the test that asks is skipped where they are not at hand. */
  public static JsonNode results(String id) {
    Path file = FOLDER.resolve("cases").resolve(id + ".json");
    assumeTrue(Files.isReadable(file), () -> "the reference case is not at hand: " + id);
    try {
      return new ObjectMapper().readTree(file.toFile()).get("results");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A data file as columns of text. */
  public static Table table(String name) {
    Path file = FOLDER.resolve("data").resolve(name + ".csv");
    assumeTrue(Files.isReadable(file), () -> "the reference data are not at hand: " + name);
    try {
      return new Table(Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(",", -1))
          .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a file without a header, as whole numbers less 1. */
  public static int[][] rowNumbers(String name) {
    return table(name).lines.stream()
        .map(line ->
            Arrays.stream(line).mapToInt(cell -> Integer.parseInt(cell) - 1).toArray())
        .toArray(int[][]::new);
  }

  /** A number of a case: null is not a number. */
  public static double number(JsonNode node) {
    if (node.isNull()) {
      return Double.NaN;
    }
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  /** The numbers of a list, or of an object in its order. */
  public static double[] numbers(JsonNode list) {
    List<Double> numbers = new ArrayList<>();
    list.forEach(node -> numbers.add(number(node)));
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Compares with a relative tolerance; what is not a number or infinite must be the same. */
  public static void close(String what, double actual, JsonNode expected, double relative) {
    double wanted = number(expected);
    close(what, actual, wanted, relative * Math.abs(wanted));
  }

  /** Compares a count. */
  public static void close(String what, long actual, JsonNode expected, double relative) {
    close(what, (double) actual, expected, relative);
  }

  /** Compares with an absolute tolerance. */
  public static void near(String what, double actual, JsonNode expected, double absolute) {
    close(what, actual, number(expected), absolute);
  }

  private static void close(String what, double actual, double wanted, double tolerance) {
    boolean same =
        Double.compare(actual + 0.0, wanted + 0.0) == 0 || Math.abs(actual - wanted) <= tolerance;
    assertThat(same)
        .as("%s: found %s, expected %s, off by %s", what, actual, wanted, actual - wanted)
        .isTrue();
  }

  /** What is to be compared with fields of one object, by name. */
  public static Checked check(JsonNode expected, double relative) {
    return new Checked(expected, relative);
  }

  /** A chain of comparisons. */
  public record Checked(JsonNode expected, double relative) {

    public Checked is(String field, double actual) {
      assertThat(expected.has(field)).as("the case has '%s'", field).isTrue();
      close(field, actual, expected.get(field), relative);
      return this;
    }

    public Checked is(String field, long actual) {
      return is(field, (double) actual);
    }

    public Checked is(String field, Interval actual) {
      JsonNode node = expected.get(field);
      close(
          field + " lower",
          actual.lower(),
          node.has("lower") ? node.get("lower") : node.get(0),
          relative);
      close(
          field + " upper",
          actual.upper(),
          node.has("upper") ? node.get("upper") : node.get(1),
          relative);
      return this;
    }
  }

  /** Columns of a data file. */
  public static final class Table {

    private final List<String[]> lines;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    Table(List<String[]> lines) {
      this.lines = lines;
      for (int i = 0; i < lines.get(0).length; i++) {
        columns.put(lines.get(0)[i], i);
      }
    }

    public int rows() {
      return lines.size() - 1;
    }

    public List<String> names() {
      return List.copyOf(columns.keySet());
    }

    public String[] text(String column) {
      int index = columns.get(column);
      return lines.stream().skip(1).map(line -> line[index]).toArray(String[]::new);
    }

    /** A column as numbers; an empty cell is not a number. */
    public double[] numbers(String column) {
      return Arrays.stream(text(column))
          .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
          .toArray();
    }

    /** Which rows hold this value. */
    public boolean[] is(String column, String value) {
      String[] cells = text(column);
      boolean[] is = new boolean[cells.length];
      for (int i = 0; i < is.length; i++) {
        is[i] = cells[i].equals(value);
      }
      return is;
    }

    /** {@code [row][column]} of these columns. */
    public double[][] matrix(List<String> names) {
      double[][] byColumn = names.stream().map(this::numbers).toArray(double[][]::new);
      double[][] matrix = new double[rows()][names.size()];
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < names.size(); j++) {
          matrix[i][j] = byColumn[j][i];
        }
      }
      return matrix;
    }

    /** The rows where a condition holds. */
    public Table where(String column, String value) {
      boolean[] is = is(column, value);
      List<String[]> kept = new ArrayList<>(List.<String[]>of(lines.get(0)));
      IntStream.range(0, rows()).filter(i -> is[i]).forEach(i -> kept.add(lines.get(i + 1)));
      return new Table(kept);
    }
  }

  /** The rows of a matrix without a missing number. */
  public static double[][] complete(double[][] matrix) {
    return Arrays.stream(matrix)
        .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
        .toArray(double[][]::new);
  }
}
