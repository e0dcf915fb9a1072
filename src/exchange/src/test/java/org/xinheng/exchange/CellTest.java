package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;

class CellTest {

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "２, 2",
    "' 2 ', 2",
    "\u30002\u00A0, 2",
    "2.0, 2",
    "2.00, 2",
    "２．０, 2",
    "02, 2",
    "-1, -1",
    "－１, -1",
    "-0, 0",
    "127, 127",
    "99999999999999999999, 1000000000"
  })
  void readsWholeNumbers(String cell, int number) {
    assertThat(Cell.wholeNumber(cell)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2.5", "2.", ".0", "2,0", "x", "-", "--1", "+1", "1 0", "1e0", "二", "2.0.0"})
  void guessesNoNumber(String cell) {
    assertThat(Cell.wholeNumber(cell)).isEqualTo(Cell.NO_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000", "\t"})
  void knowsBlankCells(String cell) {
    assertThat(Cell.wholeNumber(cell)).isEqualTo(Cell.BLANK);
  }

  @ParameterizedTest
  @CsvSource({
    "male, MALE",
    "M, MALE",
    "男, MALE",
    "' 男 ', MALE",
    "Female, FEMALE",
    "f, FEMALE",
    "女, FEMALE",
    "ｆ, FEMALE"
  })
  void readsSexes(String cell, Sex sex) {
    assertThat(Words.sexes().read(cell).value()).contains(sex);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "７, 7",
    "7.0, 7",
    "G7, 7",
    "grade 7, 7",
    "7年级, 7",
    "七年级, 7",
    "初一, 7",
    "初一年级, 7",
    "初中一年级, 7",
    "初三, 9",
    "高一, 10",
    "高二, 11",
    "高中三年级, 12",
    "十二年级, 12",
    "小学五年级, 5",
    "小学5年级, 5",
    "一年级, 1",
    "八, 8",
    "G8, 8",
    "grade 8, 8",
    "职高二, 11"
  })
  void readsGrades(String cell, int grade) {
    assertThat(Words.grades().read(cell).value()).contains(grade);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "13", "初四", "小学七年级", "大一", "7班", "初一（3）班", "7.5"})
  void guessesNoGrade(String cell) {
    assertThat(Words.grades().read(cell)).isEqualTo(Reading.unreadable());
  }

  @ParameterizedTest
  @CsvSource({
    "self, SELF",
    "本人, SELF",
    "class-teacher, CLASS_TEACHER",
    "班主任, CLASS_TEACHER",
    "guardian, GUARDIAN",
    "家长, GUARDIAN"
  })
  void readsInformants(String cell, Informant informant) {
    assertThat(Words.informants().read(cell).value()).contains(informant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-09-01",
        "2026-9-1",
        "20260901",
        "2026/9/1",
        "2026/09/01",
        "2026年9月1日",
        "２０２６年９月１日",
        " 2026-09-01 ",
        "2026/9/1 8:05",
        "2026-09-01T08:05:00.000",
        "2026-09-01T08:05:00Z",
        "2026.9.1",
        "2026年9月1号",
        "二〇二六年九月一日",
        "1-Sep-2026",
        "1 September 2026",
        "Sept 1, 2026"
      })
  void readsDatesWithTheYearFirst(String cell) {
    assertThat(Dates.read(cell).value()).contains(LocalDate.of(2026, 9, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9/1/2026",
        "01-09-2026",
        "2026",
        "2026-09",
        "2026-13-01",
        "2026-02-29",
        "2026-9/1",
        "2026年9月",
        "2026年9-1",
        "26-09-01",
        "2026-09-01x",
        "2026-09-01 noon",
        "1-Foo-2026",
        "二〇二六年十十月一日",
        "45901"
      })
  void guessesNoDate(String cell) {
    assertThat(Dates.read(cell)).isEqualTo(Reading.unreadable());
  }

  @Test
  void knowsThatABlankDateIsNoFault() {
    assertThat(Dates.read(" ")).isEqualTo(Reading.blank());
  }

  @ParameterizedTest
  @CsvSource({
    "学号, STUDENT",
    "学籍号, REGISTER",
    "*学号, STUDENT",
    "学号（必填）, STUDENT",
    "性别(男/女)：, SEX",
    "出生日期(yyyy-mm-dd)*, BIRTHDATE",
    "Student ID, STUDENT",
    "student_id, STUDENT",
    "id, STUDENT",
    "学校, SCHOOL",
    "年级, GRADE",
    "班级, CLASS",
    "性别, SEX",
    "gender, SEX",
    "年龄, AGE",
    "出生日期, BIRTHDATE",
    "日期, DATE",
    "测评日期, DATE",
    "填写人, INFORMANT",
    "ＳＥＸ, SEX"
  })
  void knowsColumnsInBothLanguages(String heading, KnownColumn column) {
    assertThat(KnownColumn.ofHeading(heading)).contains(column);
  }
}
