package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the bytes of a workbook, it is read or refused; nothing else ever comes of it. */
class DamagedWorkbookTest {

  private static final String MARKUP = "<>/\"'=&;:rcvst0129AZ \u0000-.!?[]";
  private static final int CHANGES = 20;

  @TempDir
  Path folder;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, Integer.getInteger("xinheng.seeds", 10));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedPartsAreReadOrRefused(int seed) throws IOException {
    Random random = new Random(seed);
    String sheet = "<worksheet><dimension ref=\"A1:C3\"/><sheetData>"
        + TestWorkbook.rows("学号,phq-9.1,日期", "1,3,2026-10-12", "2,0,45901")
        + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>0</v></c><c r=\"B4\"><f>B3</f><v>2</v></c></row>"
        + "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells></worksheet>";
    for (int i = 0; i < CHANGES; i++) {
      Path file = new TestWorkbook()
          .sheet("S", "")
          .withSharedStrings("<si><t>x</t></si>")
          .withStyles("", 14)
          .part("xl/worksheets/sheet1.xml", changed(sheet, random))
          .write(folder.resolve("parts.xlsx"));
      readOrRefuse(file);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedBytesAreReadOrRefused(int seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = Files.readAllBytes(new TestWorkbook()
        .sheet("S", TestWorkbook.rows("学号,phq-9.1", "1,3"))
        .write(folder.resolve("whole.xlsx")));
    for (int i = 0; i < CHANGES; i++) {
      byte[] bytes = whole.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(Files.write(folder.resolve("bytes.xlsx"), bytes));
    }
  }

  private static String changed(String xml, Random random) {
    StringBuilder text = new StringBuilder(xml);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(text.length());
      char sign = MARKUP.charAt(random.nextInt(MARKUP.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, sign);
        case 1 -> text.insert(at, sign);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private static void readOrRefuse(Path file) throws IOException {
    try (Table table = Table.open(file)) {
      List<TableRow> rows = table.read(50);
      while (!rows.isEmpty()) {
        rows = table.read(50);
      }
    } catch (TableException e) {
      assertThat(e.diagnostics()).isNotEmpty();
    }
  }
}
