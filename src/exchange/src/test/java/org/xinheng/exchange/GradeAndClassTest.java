package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeAndClassTest {

  @ParameterizedTest
  @CsvSource({
    "初三(2)班, 9, 2",
    "初三（2）班, 9, 2",
    "初三2班, 9, 2",
    "初三二班, 9, 2",
    "初中三年级2班, 9, 2",
    "九年级（12）班, 9, 12",
    "八(3)班, 8, 3",
    "八3班, 8, 3",
    "八年级3班, 8, 3",
    "8年级03班, 8, 3",
    "8(3), 8, 3",
    "８（３）班, 8, 3",
    "高一(十二)班, 10, 12",
    "高中一年级第5班, 10, 5",
    "小学六年级1班, 6, 1",
    "Grade 8 Class 3, 8, 3",
    "G8-3, 8, 3",
    "十一年级2班, 11, 2"
  })
  void readsBoth(String cell, int grade, String schoolClass) {
    assertThat(GradeAndClass.of(cell))
        .isEqualTo(new GradeAndClass(Optional.of(grade), schoolClass));
  }

  @ParameterizedTest
  @CsvSource({
    "3班, 3",
    "三班, 3",
    "(3)班, 3",
    "（三）, 3",
    "第3班, 3",
    "03, 3",
    "3, 3",
    "十一班, 11",
    "二十一班, 21",
    "class 3, 3"
  })
  void readsTheNumberOfAClass(String cell, String schoolClass) {
    assertThat(GradeAndClass.of(cell)).isEqualTo(new GradeAndClass(Optional.empty(), schoolClass));
  }

  @ParameterizedTest
  @ValueSource(strings = {"实验班", "803", "2024级3班", "8.3", "火箭", "A", "初四3班", "十十班", "13年级2班"})
  void leavesOtherNamesAsTheyAre(String cell) {
    assertThat(GradeAndClass.of(cell)).isEqualTo(new GradeAndClass(Optional.empty(), cell));
  }

  @ParameterizedTest
  @CsvSource({"初三, 9", "八年级, 8", "高一, 10"})
  void readsAGradeAlone(String cell, int grade) {
    assertThat(GradeAndClass.of(cell)).isEqualTo(new GradeAndClass(Optional.of(grade), ""));
  }
}
