package org.xinheng.app.template;

import java.util.List;
import java.util.stream.IntStream;
import org.xinheng.exchange.AllowedCells;
import org.xinheng.exchange.ClassList;
import org.xinheng.exchange.SheetCell;
import org.xinheng.exchange.SheetColumn;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Text;

/** A column about the student or the occasion, under the heading by which its table is read. */
enum PersonColumn {
  STUDENT(
      new Text("student", "学号"),
      new Text(
          "the school's own number of the student, each once; neither a national id nor a name",
          "学校自编的学生编号，每人一个，不重复；不要用身份证号或姓名"),
      new Text("letters and digits", "字母和数字"),
      new Text("20260001", "20260001")),
  NAME(
      new Text("name", "姓名"),
      new Text(
          "for those who fill in the sheet; it is never written into a result", "只为方便填表，不会写入任何结果"),
      new Text("may stay blank", "可以空着"),
      new Text("Example Student", "例某某")),
  SCHOOL(
      new Text("school", "学校"),
      new Text("the same spelling in every row", "每行写法一致"),
      new Text("a name or code", "校名或代码"),
      new Text("Example School", "示例中学")),
  SCHOOL_KIND(
      new Text("school-kind", "学校类别"),
      new Text(
          "whether it is a vocational school: it may have a battery of its own",
          "普通学校还是中等职业学校：测验组合可能不同"),
      new Text("", ""),
      new Text("general", "普通")),
  GRADE(
      new Text("grade", "年级"),
      new Text("counted through from 1 to 12", "从小学一年级起连续编号：初一为7，高一为10"),
      new Text("", ""),
      new Text("7", "7")),
  CLASS(
      new Text("class", "班级"),
      new Text("the number of the class in its grade", "年级内的班号"),
      new Text("a number or name", "班号或班名"),
      new Text("3", "3")),
  SEX(
      new Text("sex", "性别"),
      new Text("for norms that differ by sex", "部分常模按性别区分"),
      new Text("", ""),
      new Text("female", "女")),
  BIRTHDATE(
      new Text("birthdate", "出生日期"),
      new Text("for norms that differ by age", "部分常模按年龄区分"),
      new Text("a date such as 2013-05-01", "日期，如 2013-05-01"),
      new Text("2013-05-01", "2013-05-01")),
  BOARDING(
      new Text("boarding", "住宿"),
      new Text("whether the student lives at school", "学生平时是不是住在学校"),
      new Text("", ""),
      new Text("no", "否")),
  DORMITORY(
      new Text("dormitory", "宿舍"),
      new Text(
          "the building of a boarder, or the part of it that one person looks after",
          "住宿生所在的宿舍楼，或由同一位生管负责的部分"),
      new Text("a name or number; blank for day students", "楼名或楼号；走读生空着"),
      new Text("", "")),
  ROOM(
      new Text("room", "寝室号"),
      new Text("within the dormitory", "宿舍内的房间号"),
      new Text("a number or name", "房间号或名称"),
      new Text("", "")),
  CONSENT(
      new Text("consent", "知情同意"),
      new Text("what the guardian answered", "监护人的答复"),
      new Text("", ""),
      new Text("consented", "同意")),
  DATE(
      new Text("date", "日期"),
      new Text("the day on which it was answered", "作答当天的日期"),
      new Text("a date such as 2026-10-12", "日期，如 2026-10-12"),
      new Text("2026-10-12", "2026-10-12"));

  private final Text heading;
  private final Text meaning;
  private final Text allowed;
  private final Text example;

  PersonColumn(Text heading, Text meaning, Text allowed, Text example) {
    this.heading = heading;
    this.meaning = meaning;
    this.allowed = allowed;
    this.example = example;
  }

  Text heading() {
    return heading;
  }

  /** The column of a template in a language, for students of some grades. */
  TemplateColumn in(Language language, Interval grades) {
    List<Text> words = words(grades);
    SheetColumn column = column(heading.in(language));
    return new TemplateColumn(
        words.isEmpty()
            ? column
            : column.withAllowed(
                AllowedCells.oneOf(words.stream().map(word -> word.in(language)).toList())),
        meaning,
        words.isEmpty() ? allowed : listed(words),
        example);
  }

  private SheetColumn column(String text) {
    return switch (this) {
      case STUDENT -> SheetColumn.text(text).withWidth(16);
      case SCHOOL_KIND -> SheetColumn.text(text).withWidth(14);
      case SCHOOL -> SheetColumn.text(text).withWidth(20);
      case NAME, SEX, CLASS, BOARDING, DORMITORY, ROOM, CONSENT -> SheetColumn.text(text);
      case GRADE -> SheetColumn.whole(text);
      case BIRTHDATE, DATE -> SheetColumn.date(text).withWidth(14);
    };
  }

  /** What may be written; empty if that is no list. */
  List<Text> words(Interval grades) {
    return switch (this) {
      case GRADE ->
        IntStream.rangeClosed(grades.first(), grades.last())
            .mapToObj(Integer::toString)
            .map(grade -> new Text(grade, grade))
            .toList();
      case SEX -> List.of(word(Sex.MALE), word(Sex.FEMALE));
      case BOARDING -> List.of(new Text("yes", "是"), new Text("no", "否"));
      case SCHOOL_KIND -> List.of(new Text("general", "普通"), new Text("vocational", "中职"));
      case CONSENT ->
        List.of(new Text("consented", "同意"), new Text("refused", "不同意"), new Text("none", "未答复"));
      case STUDENT, NAME, SCHOOL, CLASS, BIRTHDATE, DORMITORY, ROOM, DATE -> List.of();
    };
  }

  private static Text word(Sex sex) {
    return switch (sex) {
      case MALE -> new Text("male", "男");
      case FEMALE -> new Text("female", "女");
    };
  }

  private static Text listed(List<Text> words) {
    return new Text(
        String.join(", ", words.stream().map(Text::en).toList()),
        String.join("、", words.stream().map(Text::zhCn).toList()));
  }

  /** What a roster says of a student. */
  SheetCell of(ClassList.Entry student, Language language) {
    return switch (this) {
      case STUDENT -> SheetCell.text(student.student());
      case NAME -> SheetCell.text(student.name().orElse(""));
      case SCHOOL -> SheetCell.text(student.school());
      case GRADE -> student.grade().map(SheetCell::whole).orElse(SheetCell.EMPTY);
      case CLASS -> SheetCell.text(student.schoolClass());
      case SEX ->
        SheetCell.text(student.sex().map(sex -> word(sex).in(language)).orElse(""));
      case BIRTHDATE -> student.birthdate().map(SheetCell::date).orElse(SheetCell.EMPTY);
      case SCHOOL_KIND, BOARDING, DORMITORY, ROOM, CONSENT, DATE -> SheetCell.EMPTY;
    };
  }
}
