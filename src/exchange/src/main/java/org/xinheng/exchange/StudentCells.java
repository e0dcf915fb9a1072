package org.xinheng.exchange;

import java.util.List;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.Dormitory;
import org.xinheng.screening.Student;

/** Who a row of a table is about. */
final class StudentCells {

  private StudentCells() {}

  /** Student, school, grade and class. */
  static List<ResultColumn> columns(Hierarchy hierarchy) {
    return List.of(
        ResultColumn.text("student", "Student", "学生"),
        ResultColumn.of(Hierarchy.Level.SCHOOL, hierarchy),
        ResultColumn.of(Hierarchy.Level.GRADE, hierarchy),
        ResultColumn.of(Hierarchy.Level.CLASS, hierarchy));
  }

  static List<SheetCell> of(Student student) {
    return List.of(
        SheetCell.text(student.id()),
        SheetCell.text(student.school()),
        SheetCell.whole(student.grade()),
        SheetCell.text(student.schoolClass()));
  }

  /** The dormitory with the room; only in lists for those who help. */
  static SheetCell dormitory(Student student) {
    return SheetCell.text(student.dormitory().map(Dormitory::text).orElse(""));
  }
}
