package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.record.FollowUp;
import org.xinheng.screening.Student;
import org.xinheng.screening.StudentOutcome;

/**
 * What a class teacher gets of the own class: who gets support, and what is to be done. No score, no tier, no answer; and no
 * deadline that only one tier has. Where the whole class needs something, it says that something is planned for everyone.
 */
final class ClassSheet implements ResultTable {

  private static final Text SUPPORT = new Text(
      "The psychology teacher will get in touch; please keep an eye on the student, and tell of"
          + " any change",
      "心理教师会联系该生；请平时留意，有变化告诉心理教师");
  private static final Text AT_ONCE = new Text(
      "At once: an adult stays with the student until the psychology teacher is there",
      "立即：由成年人陪同该生，直到心理教师到场");
  private static final Text TODAY = new Text(
      "Today: see that the student meets the psychology teacher before going home",
      "今天：请安排该生在离校前与心理教师见面");
  private static final Text SITTING =
      new Text("Another sitting is due: please make room for it", "应补测：请安排时间");
  private static final Text CONSENT = new Text(
      "No consent yet: please ask the guardian once; a refusal has no other effect",
      "尚未取得同意：请向监护人征询一次；拒绝不影响其他任何事");
  private static final Text RATING =
      new Text("Your rating is missing; 'cannot judge' is an answer too", "缺您的评定；“无法判断”也是一种回答");

  /** Neither how many, nor what of, nor why: the need of a class is a matter of scores. */
  private static final Text WHOLE_CLASS = new Text(
      "For the whole {class}: please plan something for everyone together with the psychology"
          + " teacher, who knows the theme; nobody is singled out",
      "面向整个{class}：请与心理教师商定主题，安排一次面向所有学生的活动，不点名任何学生");

  private final String fileName;
  private final List<StudentOutcome> students;
  private final List<FollowUp> owed;
  private final Hierarchy hierarchy;

  /**
   * The sheet of a class.
   *
   * @param fileName without the ending; it holds school, grade and class
   * @param students of the class
   * @param owed what the campaign owes in this class
   * @param hierarchy what the levels are called
   */
  ClassSheet(
      String fileName, List<StudentOutcome> students, List<FollowUp> owed, Hierarchy hierarchy) {
    this.fileName = fileName;
    this.students = List.copyOf(students);
    this.owed = List.copyOf(owed);
    this.hierarchy = hierarchy;
  }

  @Override
  public String name() {
    return fileName;
  }

  @Override
  public Text title() {
    return hierarchy.name(Hierarchy.Level.CLASS);
  }

  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> columns = new ArrayList<>(StudentCells.columns(hierarchy));
    columns.addAll(List.of(
        ResultColumn.text("support", "Support", "支持"),
        ResultColumn.date("by", "By", "期限"),
        ResultColumn.sentence("do.zh-CN", "What to do (Chinese)", "要做什么"),
        ResultColumn.sentence("do.en", "What to do", "要做什么（英文）")));
    return columns;
  }

  @Override
  public int columnsInSight() {
    return 1;
  }

  @Override
  public void rows(Rows to) throws IOException {
    Map<String, List<FollowUp>> owedOf = new HashMap<>();
    for (FollowUp one : owed) {
      one.student()
          .ifPresent(student -> owedOf
              .computeIfAbsent(student.student().id(), id -> new ArrayList<>())
              .add(one));
    }
    for (StudentOutcome student : students) {
      Optional<Text> urgent = urgent(student.outcome().alert());
      if (urgent.isPresent()) {
        to.add(row(student, SheetCell.EMPTY, urgent.get()));
      } else if (student.outcome().needsSupport()) {
        to.add(row(student, SheetCell.EMPTY, SUPPORT));
      }
      for (FollowUp one : owedOf.getOrDefault(student.student().id(), List.of())) {
        Optional<Text> task = task(one.kind());
        if (task.isPresent()) {
          to.add(row(student, one.by().map(SheetCell::date).orElse(SheetCell.EMPTY), task.get()));
        }
      }
    }
    for (FollowUp one : owed) {
      Optional<Text> task = taskOfClass(one.kind());
      if (task.isPresent()) {
        to.add(List.of(
            SheetCell.EMPTY,
            SheetCell.text(one.school()),
            one.grade().map(SheetCell::whole).orElse(SheetCell.EMPTY),
            SheetCell.text(one.schoolClass().orElse("")),
            SheetCell.EMPTY,
            one.by().map(SheetCell::date).orElse(SheetCell.EMPTY),
            SheetCell.text(task.get().zhCn()),
            SheetCell.text(task.get().en())));
      }
    }
  }

  private static Optional<Text> urgent(Alert alert) {
    return switch (alert) {
      case IMMEDIATE -> Optional.of(AT_ONCE);
      case SAME_DAY -> Optional.of(TODAY);
      case UNKNOWN, NONE -> Optional.empty();
    };
  }

  /** What of the follow-up is for class teachers: what was not answered, or how, is not. */
  private static Optional<Text> task(FollowUp.Kind kind) {
    return switch (kind) {
      case RE_ADMINISTRATION, MAKE_UP_ABSENT, MAKE_UP_INCOMPLETE -> Optional.of(SITTING);
      case RATING -> Optional.of(RATING);
      case CONSENT -> Optional.of(CONSENT);
      // What is done at a node tells the tier.
      case CRITICAL_ITEM, RATING_OF_CLASS, WHOLE_GROUP, NOT_ON_ROSTER, NODE -> Optional.empty();
    };
  }

  /** What of the follow-up is about the whole class. */
  private Optional<Text> taskOfClass(FollowUp.Kind kind) {
    return switch (kind) {
      case RATING_OF_CLASS -> Optional.of(hierarchy.in(kind.text()));
      case WHOLE_GROUP -> Optional.of(hierarchy.in(WHOLE_CLASS));
      case CRITICAL_ITEM,
          RE_ADMINISTRATION,
          CONSENT,
          MAKE_UP_ABSENT,
          MAKE_UP_INCOMPLETE,
          RATING,
          NOT_ON_ROSTER,
          NODE -> Optional.empty();
    };
  }

  private static List<SheetCell> row(StudentOutcome student, SheetCell by, Text task) {
    Student of = student.student();
    List<SheetCell> row = new ArrayList<>(StudentCells.of(of));
    row.add(SheetCell.text(student.outcome().needsSupport() ? "是 yes" : ""));
    row.add(by);
    row.add(SheetCell.text(task.zhCn()));
    row.add(SheetCell.text(task.en()));
    return row;
  }
}
