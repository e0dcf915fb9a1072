package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.Dormitory;
import org.xinheng.screening.GroupNotice;

/**
 * A school of 27 students in two grades, twelve of whom live in 3号楼, under the default policy: a PHQ-9 of 10 is tier 2, and
 * notices are about more than a fifth. Five of the twelve are at tier 2 (5 / 12 = 42 %), three of grade 7 and two of grade 8;
 * of the school it is 5 / 27 = 19 %, and of no grade or class as many as five.
 */
class DormitoryTest {

  private static final String RAISED = "2,2,2,2,2,0,0,0,0" + ",0".repeat(24);
  private static final String NOTHING = "0" + ",0".repeat(32);

  @TempDir
  private Path folder;

  private final StringBuilder roster = new StringBuilder("学号,学校,年级,班级,住宿,宿舍,寝室号\n");
  private final StringBuilder answers = new StringBuilder();
  private int students;

  @BeforeEach
  void writeSchool() throws IOException {
    answers.append("student," + ExampleCampaign.ITEMS + "\n");
    add(3, "初一,1,是,3号楼,101", RAISED);
    add(3, "初一,1,是,3号楼,101", NOTHING);
    add(2, "初二,1,是,3号楼,205", RAISED);
    add(4, "初二,2,是,3号楼,205", NOTHING);
    add(8, "初一,1,否,,", NOTHING);
    add(7, "初二,1,否,走读,", NOTHING);
    write("campaign.yaml", ExampleCampaign.with());
    write("answers.csv", answers.toString());
    write("roster.csv", roster.toString());
  }

  @Test
  void dormitoryAcrossGradesGetsTheNoticeThatNoClassGets() throws IOException {
    assertThat(GroupNotice.of(run().result())).singleElement().satisfies(notice -> {
      assertThat(notice.of()).isEqualTo(Hierarchy.Level.DORMITORY);
      assertThat(notice.dormitory()).hasValue("3号楼");
      assertThat(notice.grade()).isEmpty();
      assertThat(notice.students()).isEqualTo(12);
      assertThat(notice.flagged()).isEqualTo(5);
    });
  }

  @Test
  void dormitoryStandsInListsForThoseWhoHelpAndInNoOthers() throws IOException {
    Path out = folder.resolve("out");
    CampaignFiles.write(run(), out, "test");
    assertThat(Files.readAllLines(out.resolve("follow-up.csv")))
        .filteredOn(line -> line.contains(",whole-group,"))
        .singleElement()
        .asString()
        .contains(",whole-group,,一中,,,3号楼,");
    List<String> today = Files.readAllLines(out.resolve("today.csv"));
    assertThat(today.get(0)).contains("student,school,grade,class,dormitory,do.zh-CN");
    assertThat(today.subList(1, today.size()))
        .hasSize(5)
        .allMatch(row -> row.contains(",一中,7,1,3号楼 101,") || row.contains(",一中,8,1,3号楼 205,"));
    for (String published : List.of("summary.csv", "coverage.csv")) {
      assertThat(Files.readString(out.resolve(published))).doesNotContain("3号楼", "dormitory");
    }
    try (var sheets = Files.list(out.resolve("classes"))) {
      assertThat(sheets.filter(file -> file.toString().endsWith(".csv")).toList())
          .hasSize(3)
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("3号楼"));
    }
  }

  @Test
  void twoSchoolsMayCallADormitoryTheSame() throws IOException {
    write("roster.csv", roster.toString().replaceFirst("s1,一中", "s1,二中"));
    // 4 of the 11 that are left are fewer than a small cell, and so is 1 of 1.
    assertThat(GroupNotice.of(run().result())).isEmpty();
  }

  @Test
  void studentWhoMovesCountsInTheDormitoryOfTheLastDay() throws IOException {
    write("roster.csv", """
        student,school,grade,class,dormitory,from,until
        s1,一中,7,1,3号楼101,,2026-10-20
        s1,一中,7,1,5号楼301,2026-10-21,
        s2,一中,7,1,3号楼101,,
        s2,一中,7,1,5号楼301,2026-11-02,
        """);
    // The window ends on 30 October.
    assertThat(run().result().roster())
        .extracting(one -> one.student().dormitory().map(Dormitory::text).orElse(""))
        .containsExactly("5号楼 301", "3号楼 101");
  }

  private CampaignRun run() throws IOException {
    return CampaignRun.of(folder.resolve("campaign.yaml"), InstrumentLibrary.shipped());
  }

  private void add(int count, String cells, String row) {
    for (int i = 0; i < count; i++) {
      students++;
      roster.append("s%d,一中,%s%n".formatted(students, cells));
      answers.append("s%d,%s%n".formatted(students, row));
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
