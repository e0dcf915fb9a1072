package org.xinheng.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column about the person or the occasion, with the headings by which it is known in either language. Upper and lower
 * case, full-width letters, blanks, {@code _} and {@code -} make no difference.
 */
public enum KnownColumn {
  STUDENT("student", "student id", "student number", "id", "学号", "学籍号", "学生编号"),
  SCHOOL("school", "school id", "school name", "学校", "学校名称", "学校代码"),
  GRADE("grade", "grade level", "年级"),
  CLASS("class", "class name", "班级", "班"),
  SEX("sex", "gender", "性别"),
  AGE("age", "年龄", "周岁"),
  BIRTHDATE("birthdate", "birth date", "date of birth", "dob", "birthday", "出生日期", "出生年月日", "生日"),
  DATE("date", "assessment date", "test date", "日期", "测评日期", "测试日期", "施测日期", "填写日期"),
  INFORMANT("informant", "填写人", "填表人", "评定人", "作答人"),
  SECONDS(
      "seconds",
      "duration",
      "duration in seconds",
      "duration (in seconds)",
      "time taken",
      "用时",
      "答题用时",
      "作答用时",
      "所用时间",
      "答题时长",
      "作答时长"),
  LANGUAGE("language", "语言", "作答语言"),
  REGION("region", "province", "地区", "省份", "省"),
  HELP("help", "求助", "主动求助", "想找人谈谈");

  private static final Map<String, KnownColumn> BY_HEADING = new HashMap<>();

  static {
    for (KnownColumn column : values()) {
      column.headings.forEach(heading -> BY_HEADING.put(plain(heading), column));
    }
  }

  private final String word;
  private final List<String> headings;

  KnownColumn(String... headings) {
    this.word = headings[0];
    this.headings = List.of(headings);
  }

  /** The word used in map files and messages. */
  public String word() {
    return word;
  }

  /** The column that a heading of a table stands for. */
  public static Optional<KnownColumn> ofHeading(String heading) {
    return Optional.ofNullable(BY_HEADING.get(plain(heading)));
  }

  /** The column with this word. */
  static Optional<KnownColumn> of(String word) {
    for (KnownColumn column : values()) {
      if (column.word.equals(word)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private static String plain(String heading) {
    return Cell.plain(heading).replace("_", "").replace("-", "");
  }
}
