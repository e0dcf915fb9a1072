package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.RosterImport.Change;
import org.xinheng.exchange.identity.StudentIds;

class RosterImportTest {

  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

  @TempDir
  Path folder;

  @Test
  void makesARosterOfTheFirstListWithoutNamesAndTelephones() throws IOException {
    importList(
        SEPTEMBER, "学号,姓名,性别,年级,班级,出生日期,住宿,联系电话,学校,知情同意", "1,甲,男,初一,七(1)班,2013.9.2,住宿,138,一中,同意");
    assertThat(roster()).isEqualTo("""
        student,school,grade,class,sex,birthdate,boarding,consent,from,until
        1,一中,7,1,male,2013-09-02,boarder,consented,,
        """);
  }

  @Test
  void givesAStudentWhoChangesTheClassARowForEach() throws IOException {
    importList(SEPTEMBER, "student,grade,class", "1,7,1", "2,7,1");
    assertThat(importList(MARCH, "student,grade,class", "1,7,2", "2,7,1"))
        .isEqualTo(Map.of(Change.MOVED, 1, Change.UNCHANGED, 1));
    assertThat(roster()).isEqualTo("""
        student,school,grade,class,sex,birthdate,boarding,consent,from,until
        1,,7,1,,,,,,2027-02-28
        1,,7,2,,,,,2027-03-01,
        2,,7,1,,,,,,
        """);
  }

  @Test
  void givesAStudentWhoChangesTheDormitoryARowForEach() throws IOException {
    importList(SEPTEMBER, "学号,年级,班级,宿舍,寝室号", "1,7,1,3号楼,101", "2,7,1,3号楼,101", "3,7,1,,");
    assertThat(importList(MARCH, "学号,年级,宿舍", "1,7,5号楼301", "2,7,3号楼101", "3,7,3号楼102"))
        .isEqualTo(Map.of(Change.MOVED, 1, Change.UNCHANGED, 1, Change.CORRECTED, 1));
    // A list that names no class says nothing against the one that is known.
    assertThat(roster()).isEqualTo("""
        student,school,grade,class,sex,birthdate,boarding,consent,from,until,dormitory,room
        1,,7,1,,,,,,2027-02-28,3号楼,101
        1,,7,1,,,,,2027-03-01,,5号楼,301
        2,,7,1,,,,,,,3号楼,101
        3,,7,1,,,,,,,3号楼,102
        """);
  }

  @Test
  void dayStudentMovesOutAndInByDate() throws IOException {
    importList(SEPTEMBER, "学号,年级,班级,住宿,宿舍", "1,7,1,是,3号楼205", "2,7,1,否,");
    importList(MARCH, "学号,年级,班级,住宿,宿舍", "1,7,1,否,", "2,7,1,是,3号楼205");
    assertThat(roster()).isEqualTo("""
        student,school,grade,class,sex,birthdate,boarding,consent,from,until,dormitory,room
        1,,7,1,,,boarder,,,2027-02-28,3号楼,205
        1,,7,1,,,day-student,,2027-03-01,,,
        2,,7,1,,,day-student,,,2027-02-28,,
        2,,7,1,,,boarder,,2027-03-01,,3号楼,205
        """);
  }

  @Test
  void keepsTheDormitoryWhereTheListSaysNothingOfIt() throws IOException {
    importList(SEPTEMBER, "学号,年级,班级,宿舍", "1,7,1,3号楼205");
    assertThat(importList(MARCH, "学号,年级,班级", "1,8,1")).isEqualTo(Map.of(Change.MOVED, 1));
    assertThat(roster()).contains("1,,8,1,,,,,2027-03-01,,3号楼,205\n");
  }

  @Test
  void keepsThatASchoolIsVocational() throws IOException {
    importList(SEPTEMBER, "学号,年级,班级,学校类别", "1,高一,1,中职", "2,职高二,1,");
    assertThat(roster()).isEqualTo("""
        student,school,grade,class,sex,birthdate,boarding,consent,from,until,school-kind
        1,,10,1,,,,,,,vocational
        2,,11,1,,,,,,,vocational
        """);
    assertThat(plan(MARCH, "学号,年级,学校类别", "1,高一,公办").faults())
        .extracting(Diagnostic::code)
        .containsExactly("row.unreadable-school-kind");
  }

  @Test
  void changesNoConsentAndNothingThatPeopleWrote() throws IOException {
    write("roster.csv", "学号,年级,班级,同意情况,tier,备注", "1,7,1,refused,3,谈过", "2,7,1,,,");
    importList(MARCH, "学号,年级,班级,同意情况", "1,8,1,同意", "2,7,1,同意");
    assertThat(roster()).isEqualTo("""
        学号,年级,班级,同意情况,tier,备注,school,sex,birthdate,boarding,from,until
        1,7,1,refused,3,谈过,,,,,,2027-02-28
        1,8,1,refused,3,谈过,,,,,2027-03-01,
        2,7,1,,,,,,,,,
        """);
  }

  @Test
  void takesARosterThatASpreadsheetHasSavedAndNoneWhoseTitleItWouldLose() throws IOException {
    write("roster.csv", "学号,年级,班级,,", "1,7,1,,", "2,7,1,,");
    assertThat(importList(MARCH, "学号,年级,班级", "1,7,1", "2,7,1"))
        .isEqualTo(Map.of(Change.UNCHANGED, 2));
    Path titled = write("roster.csv", "一中花名册,,", "学号,年级,班级", "1,7,1");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> importList(MARCH, "学号,年级,班级", "1,7,1"))
        .withMessageContaining("roster.kept-form")
        .withMessageContaining("something stands above the headings");
    assertThat(titled).content().startsWith("一中花名册");
  }

  @Test
  void closesWhoIsGoneAndTakesThemInAgain() throws IOException {
    importList(SEPTEMBER, "student,grade,class,consent", "1,7,1,refused", "2,7,1,");
    assertThat(importList(MARCH, "student,grade,class", "2,7,1"))
        .isEqualTo(Map.of(Change.CLOSED, 1, Change.UNCHANGED, 1));
    assertThat(importList(MARCH.plusMonths(1), "student,grade,class", "1,7,1", "2,7,1"))
        .isEqualTo(Map.of(Change.ADDED, 1, Change.UNCHANGED, 1));
    assertThat(roster()).isEqualTo("""
        student,school,grade,class,sex,birthdate,boarding,consent,from,until
        1,,7,1,,,,refused,,2027-02-28
        1,,7,1,,,,refused,2027-04-01,
        2,,7,1,,,,,,
        """);
  }

  @Test
  void closesNobodyOfASchoolThatIsNotOnTheList() throws IOException {
    importList(SEPTEMBER, "student,school,grade", "1,A,7", "2,B,7");
    assertThat(importList(MARCH, "student,school,grade", "1,A,7"))
        .isEqualTo(Map.of(Change.UNCHANGED, 1));
  }

  @Test
  void movesAStudentToAnotherSchoolIfTheBirthdatesAgree() throws IOException {
    importList(SEPTEMBER, "student,school,grade,birthdate", "1,A,7,2013-09-02", "2,B,7,2013-01-01");
    assertThat(importList(
            MARCH, "student,school,grade,birthdate", "1,B,7,2013-09-02", "2,B,7,2013-01-01"))
        .isEqualTo(Map.of(Change.MOVED, 1, Change.TRANSFERRED, 1, Change.UNCHANGED, 1));
    assertThat(roster())
        .contains("1,A,7,,,2013-09-02,,,,2027-02-28\n", "1,B,7,,,2013-09-02,,,2027-03-01,\n");
  }

  @Test
  void guessesNotWhetherANumberOfAnotherSchoolIsTheSameStudent() throws IOException {
    importList(SEPTEMBER, "student,school,grade", "1,A,7");
    RosterImport doubtful = plan(MARCH, "student,school,grade", "1,B,7");
    assertThat(doubtful.faults())
        .extracting(Diagnostic::code)
        .containsExactly("roster.other-school");
    RosterImport other = plan(MARCH, "student,school,grade", "1,B,7", "1,A,7");
    assertThat(other.faults()).isEmpty();
    assertThat(other.counts()).containsEntry(Change.ADDED, 1).containsEntry(Change.UNCHANGED, 1);
  }

  @Test
  void refusesANumberThatBelongsToSomebodyElseNow() throws IOException {
    importList(SEPTEMBER, "student,grade,birthdate", "1,7,2013-09-02");
    assertThat(plan(MARCH, "student,grade,birthdate", "1,7,2014-09-02").faults())
        .extracting(Diagnostic::code)
        .containsExactly("roster.other-birthdate");
  }

  @Test
  void namesEveryRowAtFaultWithItsCell() throws IOException {
    Path list = new TestWorkbook()
        .sheet(
            "名单",
            TestWorkbook.rows(
                "学号,年级,班级,出生日期", "1,7,1,2013-01-01", "2,7,八(1)班,1/2/2013", ",7,1,", "1,7,1,"))
        .write(folder.resolve("list.xlsx"));
    RosterImport found = RosterImport.alone(list, SEPTEMBER, StudentIds.AS_WRITTEN);
    assertThat(found.badRows()).isEqualTo(3);
    assertThat(found.faults())
        .extracting(fault -> fault.place().cell().orElse("") + " " + fault.code())
        .containsExactly(
            "C3 row.grade-and-class",
            "D3 row.unreadable-date",
            "A4 roster.blank",
            "A5 roster.twice");
    assertThat(found.faults())
        .allSatisfy(fault -> assertThat(fault.message()).doesNotContain("1/2/2013", "八(1)班"));
  }

  @Test
  void leavesWhoStandsInARowAtFaultAsTheyAre() throws IOException {
    importList(SEPTEMBER, "student,grade,class", "1,7,1", "2,7,1", "3,7,1");
    RosterImport found = plan(MARCH, "student,grade,class", "1,x,1", "2,7,1");
    assertThat(found.counts()).containsEntry(Change.CLOSED, 1);
    found.write();
    assertThat(roster()).contains("1,,7,1,,,,,,\n", "3,,7,1,,,,,,2027-02-28\n");
  }

  @Test
  void closesNobodyWhereARowNamesNoStudent() throws IOException {
    importList(SEPTEMBER, "student,grade", "1,7", "2,7");
    RosterImport found = plan(MARCH, "student,grade", "1,7", ",7");
    assertThat(found.counts()).containsEntry(Change.CLOSED, 0);
    assertThat(found.warnings())
        .extracting(Diagnostic::code)
        .containsExactly("roster.nobody-closed");
  }

  @Test
  void asksBeforeItClosesMoreThanAFifthOfASchool() throws IOException {
    String[] all = new String[53];
    String[] few = new String[42];
    all[0] = "student,grade";
    few[0] = "student,grade";
    for (int i = 1; i < all.length; i++) {
      all[i] = i + ",7";
      few[Math.min(i, few.length - 1)] = i + ",7";
    }
    importList(SEPTEMBER, all);
    // 52 students, of whom 41 are left: 11 are more than a fifth.
    assertThat(plan(MARCH, few).closesMany()).contains(11);
    few[40] = "52,7";
    few[41] = "51,7";
    // Of 11, one is back: ten are few.
    assertThat(plan(MARCH, withOneMore(few, "50,7")).closesMany()).isEmpty();
  }

  private static String[] withOneMore(String[] lines, String line) {
    String[] more = java.util.Arrays.copyOf(lines, lines.length + 1);
    more[lines.length] = line;
    return more;
  }

  @Test
  void takesNoListOfADayBeforeTheLastChange() throws IOException {
    importList(SEPTEMBER, "student,grade,class", "1,7,1");
    importList(MARCH, "student,grade,class", "1,7,2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(SEPTEMBER, "student,grade,class", "1,7,1"))
        .withMessage("the roster has changes of 2027-03-01; the date of the list must not be"
            + " before: 2026-09-01");
  }

  @Test
  void readsNoRosterWithARowAtFault() throws IOException {
    write("roster.csv", "student,grade,until", "1,7,soon");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> plan(MARCH, "student,grade", "1,7"))
        .withMessageContaining("roster.csv:2:5: error[row.unreadable-date]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
  void readsListsInEveryEncoding(String charset) throws IOException {
    Path list = Files.write(
        folder.resolve("list.csv"), "学号,年级,班级\n1,初一,1班\n".getBytes(Charset.forName(charset)));
    RosterImport found = RosterImport.alone(list, SEPTEMBER, StudentIds.AS_WRITTEN);
    assertThat(found.counts()).containsEntry(Change.ADDED, 1);
  }

  private Map<Change, Integer> importList(LocalDate date, String... lines) throws IOException {
    RosterImport plan = plan(date, lines);
    assertThat(plan.faults()).isEmpty();
    plan.write();
    return plan.counts().entrySet().stream()
        .filter(of -> of.getValue() > 0 && of.getKey() != Change.OTHER_CONSENT)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private RosterImport plan(LocalDate date, String... lines) throws IOException {
    return RosterImport.of(write("list.csv", lines), folder, date, StudentIds.AS_WRITTEN);
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private String roster() throws IOException {
    return Files.readString(folder.resolve("roster.csv"), StandardCharsets.UTF_8)
        .replace("\uFEFF", "");
  }
}
