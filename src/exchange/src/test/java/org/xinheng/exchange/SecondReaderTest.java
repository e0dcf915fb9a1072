package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another reader finds the same in workbooks that another program wrote. */
class SecondReaderTest {

  private static final int COLUMNS = 12;

  @TempDir
  Path folder;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, Integer.getInteger("xinheng.seeds", 10));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsTheSameCells(int seed) throws IOException {
    Path file = folder.resolve("random.xlsx");
    write(file, new Random(seed));
    List<List<String>> read = new ArrayList<>();
    try (Table table = Table.open(file)) {
      List<TableRow> rows = table.read(1000);
      while (!rows.isEmpty()) {
        rows.forEach(row -> read.add(row.cells()));
        rows = table.read(1000);
      }
    }
    assertThat(read).isNotEmpty().isEqualTo(byTheOther(file));
  }

  private static void write(Path file, Random random) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Sheet");
      for (int column = 0; column < COLUMNS; column++) {
        sheet.value(0, column, "column " + column);
      }
      for (int row = 1; row < 60; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          switch (random.nextInt(7)) {
            case 0 -> sheet.value(row, column, random.nextInt(4));
            case 1 -> sheet.value(row, column, random.nextInt(2_000_000) - 1_000_000);
            case 2 -> sheet.value(row, column, random.nextInt(1000) / 8.0);
            case 3 -> sheet.value(row, column, "学生 " + random.nextInt(50) + " <&>\n\"x\"");
            case 4 -> sheet.inlineString(row, column, "text " + random.nextInt(9));
            case 5 -> {
              sheet.value(row, column, LocalDate.of(2010, 1, 1).plusDays(random.nextInt(6000)));
              sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> {
              // Nothing stands there.
            }
          }
        }
      }
    }
  }

  private static List<List<String>> byTheOther(Path file) throws IOException {
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      return rows.skip(1)
          .map(row -> IntStream.range(0, COLUMNS)
              .mapToObj(column -> text(row.getOptionalCell(column)))
              .toList())
          .filter(cells -> cells.stream().anyMatch(cell -> !cell.isEmpty()))
          .toList();
    }
  }

  private static String text(Optional<Cell> cell) {
    if (cell.isEmpty() || cell.get().getType() == CellType.EMPTY) {
      return "";
    }
    boolean isDate = "yyyy-mm-dd".equals(cell.get().getDataFormatString());
    if (isDate) {
      return cell.get().asDate().toLocalDate().toString();
    }
    return cell.get().getType() == CellType.NUMBER
        ? cell.get().asNumber().stripTrailingZeros().toPlainString()
        : cell.get().asString();
  }
}
