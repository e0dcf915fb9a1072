package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterCommandTest {

  private final TypedCommand xinheng = TypedCommand.wide(100);

  @TempDir
  Path folder;

  @BeforeEach
  void writeAList() throws IOException {
    write("list.csv", "学号,姓名,年级,班级\n1,甲,初一,1班\n2,乙,初十,1班\n");
  }

  @Test
  void saysHowADateIsWritten() {
    assertThat(xinheng.run("roster", "check", file("list.csv"), "--date", "2026/9/1"))
        .isEqualTo(2);
    assertThat(xinheng.err())
        .contains("Invalid value for option '--date': '2026/9/1' is no date such as 2026-09-01")
        .doesNotContain("java.time");
    assertThat(xinheng.run("screen", file("list.csv"), "--out", file("o"), "--found", "3 pm"))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("'3 pm' is no date with a time such as 2026-10-30T15:00");
  }

  @Test
  void checkWritesNothingAndNamesTheRowAtFault() throws IOException {
    assertThat(xinheng.run("roster", "check", file("list.csv"), "--date", "2026-09-01"))
        .isOne();
    assertThat(xinheng.err())
        .isEqualTo(file("list.csv")
            + ":3:5: error[row.unreadable-grade]: column '年级': the grade cannot be read (1 to 12,"
            + " or such as 七年级, 初一, 高二)\n");
    assertThat(xinheng.out()).isEqualTo("""
        花名册 Roster: list.csv
               1  新增（含返校） added: new on the roster, or back again
               1  有问题的行 rows at fault
        """);
    assertThat(folder.resolve("roster.csv")).doesNotExist();
  }

  @Test
  void importsNothingAsLongAsARowIsAtFault() {
    assertThat(importList()).isOne();
    assertThat(xinheng.err()).contains("nothing was imported; correct the rows");
    assertThat(folder.resolve("roster.csv")).doesNotExist();
  }

  @Test
  void leavesRowsOutWhereThatIsSaid() throws IOException {
    assertThat(importList("--skip-bad-rows")).isZero();
    assertThat(Files.readString(folder.resolve("roster.csv")))
        .endsWith("until\n1,,7,1,,,,,,\n")
        .doesNotContain("甲");
  }

  @Test
  void closesManyOnlyIfTheirNumberIsConfirmed() throws IOException {
    StringBuilder roster = new StringBuilder("student,grade\n");
    for (int i = 1; i <= 20; i++) {
      roster.append(i).append(",7\n");
    }
    write("roster.csv", roster.toString());
    assertThat(importList("--skip-bad-rows")).isOne();
    assertThat(xinheng.err()).contains("confirm with --closing 18");
    assertThat(Files.readString(folder.resolve("roster.csv"))).isEqualTo(roster.toString());
    assertThat(importList("--skip-bad-rows", "--closing", "17")).isOne();
    assertThat(importList("--skip-bad-rows", "--closing", "18")).isZero();
    assertThat(Files.readString(folder.resolve("roster.csv"))).contains("20,7,,,,,,,,2026-08-31\n");
  }

  @Test
  void saysWhatItCannotRead() throws IOException {
    write("list.csv", "name,grade\n甲,7\n");
    assertThat(xinheng.run("roster", "check", file("list.csv"))).isOne();
    assertThat(xinheng.err())
        .contains(
            "error[roster.no-student]: no column holds the students",
            "name a column student or 学号");
  }

  private int importList(String... options) {
    String[] call = new String[7 + options.length];
    System.arraycopy(
        new String[] {
          "roster", "import", file("list.csv"), "--into", folder.toString(), "--date", "2026-09-01"
        },
        0,
        call,
        0,
        7);
    System.arraycopy(options, 0, call, 7, options.length);
    return xinheng.run(call);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
