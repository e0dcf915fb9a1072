package org.xinheng.exchange;

import java.util.List;
import org.xinheng.screening.Student;

/** Who a row of a table is about. */
final class StudentCells {

  static final List<ResultColumn> COLUMNS = List.of(
      ResultColumn.text("student", "Student", "学生"),
      ResultColumn.text("school", "School", "学校"),
      ResultColumn.whole("grade", "Grade", "年级"),
      ResultColumn.text("class", "Class", "班级"));

  private StudentCells() {}

  static List<SheetCell> of(Student student) {
    return List.of(
        SheetCell.text(student.id()),
        SheetCell.text(student.school()),
        SheetCell.whole(student.grade()),
        SheetCell.text(student.schoolClass()));
  }
}
