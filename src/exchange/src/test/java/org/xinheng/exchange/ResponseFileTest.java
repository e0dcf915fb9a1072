package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.xinheng.exchange.Example.A_B_C;
import static org.xinheng.exchange.Example.CALM_3;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Sex;
import org.xinheng.scoring.ResponseTable;

class ResponseFileTest {

  private static final String ITEMS = "calm-3.1,calm-3.2,calm-3.3";

  @TempDir
  Path folder;

  // Headings.

  @Test
  void findsItemsByDotUnderscoreAndCapitals() throws IOException {
    ResponseBatch batch = read("Calm-3.1,CALM-3_2,ｃalm-3.3\n0,1,2\n");
    assertThat(codes(batch, 0)).containsExactly(0, 1, 2);
  }

  @Test
  void saysThatNoItemIsThere() {
    assertThat(faults("a,b\n", ColumnMap.NONE))
        .containsExactly("1:1 error column.no-items: no column holds an item of 'calm-3'");
  }

  @Test
  void namesTheItemsThatAreMissing() {
    assertThat(faults("\ncalm-3.2\n", ColumnMap.NONE))
        .containsExactly(
            "2:1 error column.missing-items: no column holds items '1', '3' of 'calm-3'");
  }

  @Test
  void findsAMappedColumnThatIsNotThere() {
    assertThat(faults("A,B,calm-3.3\n", A_B_C))
        .containsExactly(
            "1:1 error map.unknown-column: the map names column 'C', which the file does not have");
  }

  @Test
  void findsATargetThatIsNothing() {
    assertThat(faults(ITEMS + ",x\n", new ColumnMap(Map.of("x", "sexx"), Map.of())))
        .containsExactly("1:28 error map.unknown-target: column 'x' is mapped to 'sexx', which is"
            + " no known column and no item");
    assertThat(faults(ITEMS + ",x\n", new ColumnMap(Map.of("x", "calm-3.4"), Map.of())))
        .containsExactly("1:28 error map.unknown-target: column 'x' is mapped to 'calm-3.4', which"
            + " is no known column and no item");
  }

  @Test
  void findsTwoColumnsOfOneItem() {
    assertThat(faults(ITEMS + ",x\n", new ColumnMap(Map.of("x", "calm-3.2"), Map.of())))
        .containsExactly("1:28 error column.item-twice: columns 'calm-3.2' and 'x' are both item"
            + " 'calm-3.2'");
  }

  @Test
  void findsTwoColumnsThatCouldBeTheStudent() {
    assertThat(faults("学号," + ITEMS + ",ID\n", ColumnMap.NONE))
        .containsExactly(
            "1:31 error column.ambiguous: columns '学号' and 'ID' could both be 'student'");
  }

  @Test
  void takesTheMappedOfTwoColumnsThatCouldBeTheStudent() throws IOException {
    ResponseBatch batch = read(
        "学号," + ITEMS + ",学籍号\na,0,0,0,b\n", new ColumnMap(Map.of("学籍号", "student"), Map.of()));
    assertThat(batch.person(0).student()).contains("b");
  }

  @Test
  void reportsAllFaultsOfTheHeaderInFileOrder() {
    assertThat(faults("sex,,性别,calm-3.1\n", ColumnMap.NONE))
        .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
        .containsExactly(
            "1:1 error column.missing-items",
            "1:5 error column.empty",
            "1:6 error column.ambiguous");
  }

  @Test
  void findsMeaningsThatNoColumnTakes() {
    ColumnMap map = new ColumnMap(
        Map.of(), Map.of("sex", Map.of("1", "man"), "calm-3.2", Map.of("7", "refused")));
    assertThat(faults(ITEMS + ",sex\n", map))
        .containsExactly(
            "1:1 error map.unknown-meaning: the map gives a code of 'calm-3.2' the meaning"
                + " 'refused', which is not known",
            "1:1 error map.unknown-meaning: the map gives a code of 'sex' the meaning 'man', which"
                + " is not known");
  }

  @Test
  void warnsOfWhatTheMapSaysOfOtherQuestionnaires() throws IOException {
    ColumnMap map =
        new ColumnMap(Map.of("x", "other-5.1"), Map.of("other-5", Map.of("7", "missing.refused")));
    try (ResponseFile file = open(ITEMS + ",x\n", map)) {
      assertThat(file.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("map.unused-codes", "map.other-questionnaire");
      assertThat(file.ownColumns()).extracting(Heading::text).containsExactly("x");
    }
  }

  @Test
  void warnsThatABirthdateAloneGivesNoAge() throws IOException {
    try (ResponseFile file = open(ITEMS + ",birthdate\n", ColumnMap.NONE)) {
      assertThat(file.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("column.birthdate-without-date");
    }
  }

  @Test
  void refusesTheSameQuestionnaireTwice() throws IOException {
    Path file = Example.file(folder, ITEMS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseFile.open(file, List.of(CALM_3, CALM_3), ColumnMap.NONE));
  }

  // Cells.

  @Test
  void readsNumbersAsSpreadsheetsAndChineseKeyboardsWriteThem() throws IOException {
    ResponseBatch batch = read(ITEMS + "\n2.0, １ ,\u30002\n");
    assertThat(codes(batch, 0)).containsExactly(2, 1, 2);
    assertThat(batch.faults(0)).isEmpty();
  }

  @Test
  void takesABlankAnswerAsSkippedAndADeclaredMissingCodeAsItsKind() throws IOException {
    ResponseBatch batch = read(ITEMS + "\n, ,9\n");
    ResponseTable table = batch.tables().get(0);
    assertThat(table.missing(0, 0)).isEqualTo(Missing.SKIPPED);
    assertThat(table.missing(0, 1)).isEqualTo(Missing.SKIPPED);
    assertThat(table.missing(0, 2)).isEqualTo(Missing.REFUSED);
    assertThat(batch.faults(0)).isEmpty();
  }

  @Test
  void marksACodeThatIsNotDeclared() throws IOException {
    ResponseBatch batch = read("A,B,C\n0,3,300\n", A_B_C);
    assertThat(batch.tables().get(0).missing(0, 1)).isEqualTo(Missing.UNDECLARED);
    assertThat(batch.faults(0))
        .containsExactly(
            new RowFault(
                RowFault.Kind.UNDECLARED_CODE,
                "item 'calm-3.2' in column 'B': the code is not declared (0, 1, 2)",
                Optional.of(1)),
            new RowFault(
                RowFault.Kind.UNDECLARED_CODE,
                "item 'calm-3.3' in column 'C': the code is not declared (0, 1, 2)",
                Optional.of(2)));
  }

  @Test
  void marksWhatIsNoWholeNumber() throws IOException {
    ResponseBatch batch = read(ITEMS + "\n0,frequently,1.5\n");
    assertThat(batch.tables().get(0).missing(0, 1)).isEqualTo(Missing.UNDECLARED);
    assertThat(batch.reason(0))
        .isEqualTo("item 'calm-3.2': not a whole number (0, 1, 2); "
            + "item 'calm-3.3': not a whole number (0, 1, 2)");
  }

  @Test
  void readsTheLabelsOfAnswersInBothLanguages() throws IOException {
    ResponseBatch batch = read(ITEMS + "\nOften,从不, sometimes \n");
    assertThat(batch.faults(0)).isEmpty();
    assertThat(codes(batch, 0)).containsExactly(2, 0, 1);
  }

  @Test
  void passesPersonalColumnsOver() throws IOException {
    try (ResponseFile file =
        open("学号,姓名,联系电话,监护人,监护人,民族,学籍号,note," + ITEMS + "\n", ColumnMap.NONE)) {
      assertThat(file.ownColumns()).extracting(Heading::text).containsExactly("学号", "note");
      assertThat(file.diagnostics()).isEmpty();
    }
  }

  @Test
  void knowsStudentsByTheNationalNumberWhereThereIsNoOther() throws IOException {
    ResponseBatch batch = read("学籍号,姓名," + ITEMS + "\nL1,甲,0,0,0\n");
    assertThat(batch.person(0).student()).contains("L1");
  }

  @Test
  void refusesTheNumberOfAStudentThatASpreadsheetHasRounded() throws IOException {
    ResponseBatch batch =
        read("student," + ITEMS + "\n1.23457E+17,0,0,0\n#REF!,0,0,0\n7E12,0,0,0\n");
    assertThat(batch.person(2).student()).contains("7E12");
    assertThat(batch.person(0).student()).isEmpty();
    assertThat(batch.reason(0))
        .isEqualTo("column 'student': a long number that the spreadsheet has rounded: format the"
            + " column as text, and type or paste the numbers anew");
    assertThat(batch.reason(1))
        .isEqualTo(
            "column 'student': an error of the spreadsheet, such as #REF!, instead of a value");
  }

  @Test
  void readsTheGradeAndTheClassOfOneCell() throws IOException {
    ResponseBatch batch = read("班级," + ITEMS + "\n初三(2)班,0,0,0\n");
    assertThat(batch.person(0).grade()).contains(9);
    assertThat(batch.person(0).schoolClass()).contains("2");
  }

  @Test
  void translatesCodesOfAQuestionnaireAndOfAnItem() throws IOException {
    ColumnMap map = new ColumnMap(
        Map.of(),
        Map.of(
            "calm-3", Map.of("1", "0", "2", "1", "3", "2", "999", "missing.unknown", "从不", "0"),
            "calm-3.3", Map.of("3", "missing.not-applicable")));
    ResponseBatch batch = read(ITEMS + "\n1,2.0,3\n999, 从不 ,1\n", map);
    ResponseTable table = batch.tables().get(0);
    assertThat(codes(batch, 0)).containsExactly(0, 1, -1);
    assertThat(table.missing(0, 2)).isEqualTo(Missing.NOT_APPLICABLE);
    assertThat(table.missing(1, 0)).isEqualTo(Missing.UNKNOWN);
    assertThat(codes(batch, 1)).containsExactly(-1, 0, 0);
    assertThat(batch.faults(1)).isEmpty();
  }

  // Rows.

  @Test
  void readsNothingOfARowWithTooFewFields() throws IOException {
    ResponseBatch batch = read("student,sex," + ITEMS + "\na,f,0,1\n");
    ResponseTable table = batch.tables().get(0);
    for (int column = 0; column < 3; column++) {
      assertThat(table.missing(0, column)).isEqualTo(Missing.UNDECLARED);
    }
    assertThat(batch.person(0)).isEqualTo(Person.UNKNOWN);
    assertThat(batch.ownCell(0, 0)).isEqualTo("a");
    assertThat(batch.faults(0))
        .containsExactly(
            new RowFault(RowFault.Kind.TOO_FEW_FIELDS, "line 2 has 4 fields, the header 5"));
  }

  @Test
  void readsNothingOfARowWithTooManyFields() throws IOException {
    ResponseBatch batch = read(ITEMS + "\n0,1,2,,1\n0,1,2,, \n");
    assertThat(batch.tables().get(0).answered(0)).isZero();
    assertThat(batch.faults(0))
        .containsExactly(
            new RowFault(RowFault.Kind.TOO_MANY_FIELDS, "line 2 has 5 fields, the header 3"));
    assertThat(batch.faults(1)).as("blank extra fields").isEmpty();
    assertThat(codes(batch, 1)).containsExactly(0, 1, 2);
  }

  @Test
  void marksTheLaterRowOfAStudentAndReadsBoth() throws IOException {
    ResponseBatch batch = read("student," + ITEMS + "\nsecret,0,0,0\n\n Ｓ2,1,1,1\nsecret,2,2,2\n");
    assertThat(batch.faults(0)).isEmpty();
    assertThat(batch.faults(2))
        .containsExactly(new RowFault(
            RowFault.Kind.DUPLICATE_STUDENT,
            "line 5 is of the same student, date and informant as line 2"));
    assertThat(codes(batch, 2)).containsExactly(2, 2, 2);
  }

  @Test
  void knowsAStudentOfAnotherSchoolDateOrInformantAsAnotherRow() throws IOException {
    ResponseBatch batch = read("student,school,date,informant," + ITEMS + "\n"
        + "1,a,2026-09-01,self,0,0,0\n"
        + "1,b,2026-09-01,self,0,0,0\n"
        + "1,a,2026-10-01,self,0,0,0\n"
        + "1,a,2026-09-01,家长,0,0,0\n"
        + ",a,2026-09-01,self,0,0,0\n"
        + ",a,2026-09-01,self,0,0,0\n"
        + "1,a,2026/9/1,本人,0,0,0\n"
        + "1,a,9/1/2026,self,0,0,0\n"
        + "1,a,10/1/2026,self,0,0,0\n");
    for (int row = 0; row < 6; row++) {
      assertThat(batch.faults(row)).isEmpty();
    }
    assertThat(batch.faults(8))
        .extracting(RowFault::kind)
        .doesNotContain(RowFault.Kind.DUPLICATE_STUDENT);
    assertThat(batch.reason(6)).endsWith("as line 2");
  }

  @Test
  void knowsAStudentAgainInALaterBatchAmongThousands() throws IOException {
    StringBuilder text = new StringBuilder("student," + ITEMS + "\n");
    for (int i = 0; i < 5000; i++) {
      text.append(i).append(",0,0,0\n");
    }
    text.append("0,0,0,0\n");
    int faults = 0;
    try (ResponseFile file = open(text.toString(), ColumnMap.NONE)) {
      Optional<ResponseBatch> batch = file.next(100);
      while (batch.isPresent()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          faults += batch.get().faults(row).size();
        }
        batch = file.next(100);
      }
    }
    assertThat(faults).isEqualTo(1);
  }

  @Test
  void readsThePersonOfARow() throws IOException {
    ResponseBatch batch = read("学号,学校,年级,班级,性别,出生日期,测评日期,填写人,作答语言,地区,求助," + ITEMS + "\n"
        + "S1,一中,初二,3班,女,2012年9月2日,2026/9/1,班主任,中文, 云南 ,是,0,0,0\n");
    assertThat(batch.person(0))
        .isEqualTo(new Person(
            Optional.of("S1"),
            Optional.of("一中"),
            Optional.of(8),
            Optional.of("3"),
            Optional.of(Sex.FEMALE),
            Optional.of(13),
            Optional.of(LocalDate.of(2012, 9, 2)),
            Optional.of(LocalDate.of(2026, 9, 1)),
            Optional.of(Informant.CLASS_TEACHER),
            Optional.of("zh-CN"),
            Optional.of("云南"),
            Optional.of(1)));
  }

  @Test
  void countsCompletedYearsOnTheDate() throws IOException {
    ResponseBatch batch = read("birthdate,date,age," + ITEMS + "\n"
        + "2012-09-01,2026-09-01,,0,0,0\n"
        + "2012-02-29,2026-02-28,,0,0,0\n"
        + "2012-09-02,2026-09-01,15,0,0,0\n"
        + "2012-09-02,,,0,0,0\n");
    assertThat(batch.person(0).age()).contains(14);
    assertThat(batch.person(1).age()).contains(13);
    assertThat(batch.person(2).age()).as("the age given").contains(15);
    assertThat(batch.person(3).age()).isEmpty();
    assertThat(batch.faults(3)).isEmpty();
  }

  @Test
  void marksWhatItCannotReadOfAPerson() throws IOException {
    ResponseBatch batch = read("sex,grade,age,date,informant," + ITEMS + "\n"
        + "x,20,old,9/1/2026,nobody,0,0,0\n,,,,,0,0,0\n");
    assertThat(batch.faults(0))
        .extracting(RowFault::kind)
        .containsExactly(
            RowFault.Kind.UNREADABLE_SEX,
            RowFault.Kind.UNREADABLE_GRADE,
            RowFault.Kind.UNREADABLE_AGE,
            RowFault.Kind.UNREADABLE_DATE,
            RowFault.Kind.UNREADABLE_INFORMANT);
    assertThat(batch.person(0)).isEqualTo(Person.UNKNOWN);
    assertThat(codes(batch, 0)).containsExactly(0, 0, 0);
    assertThat(batch.faults(1)).isEmpty();
  }

  @Test
  void marksABirthdateAfterTheDate() throws IOException {
    ResponseBatch batch = read("birthdate,date," + ITEMS + "\n2026-09-02,2026-09-01,0,0,0\n");
    assertThat(batch.faults(0))
        .containsExactly(new RowFault(
            RowFault.Kind.UNREADABLE_AGE,
            "column 'birthdate': the birthdate is not within 120 years before the date",
            Optional.of(0)));
  }

  @Test
  void readsCodesOfTheSexColumn() throws IOException {
    ColumnMap map = new ColumnMap(
        Map.of(), Map.of("sex", Map.of("1", "male", "2", "女", "9", "missing.unknown")));
    ResponseBatch batch = read("sex," + ITEMS + "\n1,0,0,0\n2.0,0,0,0\n9,0,0,0\n3,0,0,0\n", map);
    assertThat(batch.person(0).sex()).contains(Sex.MALE);
    assertThat(batch.person(1).sex()).contains(Sex.FEMALE);
    assertThat(batch.person(2).sex()).isEmpty();
    assertThat(batch.faults(2)).isEmpty();
    assertThat(batch.faults(3)).hasSize(1);
  }

  @Test
  void readsGradeCodesThatAreGradesThemselves() throws IOException {
    ColumnMap map = new ColumnMap(Map.of(), Map.of("grade", Map.of("1", "3", "2", "1", "3", "初一")));
    ResponseBatch batch = read("grade," + ITEMS + "\n1,0,0,0\n2,0,0,0\n3,0,0,0\n4,0,0,0\n", map);
    assertThat(batch.person(0).grade()).contains(3);
    assertThat(batch.person(1).grade()).contains(1);
    assertThat(batch.person(2).grade()).contains(7);
    assertThat(batch.person(3).grade()).contains(4);
  }

  @Test
  void saysNeitherValueNorStudentInMessages() throws IOException {
    ResponseBatch batch = read("student,sex,grade,age,birthdate,date," + ITEMS + "\n"
        + "secret,secret,secret,secret,secret,secret,secret,777,0\n"
        + "secret,secret,secret,secret,secret,secret,secret,777,0\n");
    assertThat(batch.faults(1)).hasSizeGreaterThan(6);
    assertThat(batch.reason(1)).doesNotContain("secret").doesNotContain("777");
  }

  private static List<Integer> codes(ResponseBatch batch, int row) {
    ResponseTable table = batch.tables().get(0);
    List<Integer> codes = new ArrayList<>();
    for (int column = 0; column < 3; column++) {
      codes.add(table.isAnswered(row, column) ? table.code(row, column) : -1);
    }
    return codes;
  }

  private ResponseBatch read(String text) throws IOException {
    return read(text, ColumnMap.NONE);
  }

  private ResponseBatch read(String text, ColumnMap map) throws IOException {
    try (ResponseFile file = open(text, map)) {
      return file.next(100).orElseThrow();
    }
  }

  private ResponseFile open(String text, ColumnMap map) throws IOException {
    return ResponseFile.open(Example.file(folder, text), List.of(CALM_3), map);
  }

  private List<String> faults(String text, ColumnMap map) {
    try (ResponseFile file = open(text, map)) {
      throw new AssertionError("no fault was found in " + file.table().file());
    } catch (TableException e) {
      return e.diagnostics().stream()
          .map(found -> found.place().line() + ":" + found.place().column() + " "
              + found.severity().word() + " " + found.code() + ": " + found.message())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
