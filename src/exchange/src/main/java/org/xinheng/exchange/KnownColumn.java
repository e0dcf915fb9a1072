package org.xinheng.exchange;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column about the person or the occasion, with the headings by which it is known in either language. Upper and lower
 * case, full-width letters, blanks, {@code _} and {@code -} make no difference.
 */
public enum KnownColumn {
  STUDENT("student", "student id", "student number", "id", "学号", "学生编号", "学生学号", "学生号"),
  /** The national number, which holds the number of an identity card: it is the student only where nothing else is. */
  REGISTER("national-student-number", "register number", "学籍号", "全国学籍号", "学籍编号", "学籍辅号"),
  NAME("name", "student name", "full name", "姓名", "学生姓名", "名字"),
  SCHOOL("school", "school id", "school name", "学校", "学校名称", "学校代码", "所在学校", "就读学校"),
  SCHOOL_KIND("school-kind", "kind of school", "school type", "学校类别", "办学类型", "学段"),
  GRADE("grade", "grade level", "年级", "所在年级", "就读年级", "年段", "年级组", "级部"),
  CLASS("class", "class name", "班级", "班", "班别", "所在班级", "班级名称", "行政班", "中队"),
  SEX("sex", "gender", "性别"),
  AGE("age", "年龄", "周岁"),
  BIRTHDATE("birthdate", "birth date", "date of birth", "dob", "birthday", "出生日期", "出生年月日", "生日"),
  ETHNICITY("ethnicity", "ethnic group", "民族"),
  BOARDING("boarding", "boarder", "住宿", "是否住宿", "住宿情况", "寄宿", "是否寄宿", "住校", "是否住校", "就读方式"),
  DORMITORY(
      "dormitory",
      "dorm",
      "dormitory building",
      "dorm building",
      "宿舍",
      "宿舍楼",
      "宿舍楼栋",
      "所在宿舍",
      "宿舍名称",
      "公寓",
      "公寓楼"),
  ROOM("room", "dormitory room", "dorm room", "room number", "宿舍号", "宿舍房号", "宿舍房间号", "寝室", "寝室号"),
  CONSENT("consent", "consent state", "知情同意", "同意情况", "知情同意情况", "是否同意", "家长同意", "知情同意书"),
  GUARDIAN("guardian-name", "parent name", "监护人", "监护人姓名", "监护人关系", "家长", "家长姓名", "父亲姓名", "母亲姓名"),
  PHONE(
      "phone",
      "telephone",
      "mobile",
      "phone number",
      "guardian phone",
      "parent phone",
      "联系电话",
      "联系方式",
      "电话",
      "电话号码",
      "手机",
      "手机号",
      "手机号码",
      "监护人电话",
      "监护人联系电话",
      "家长电话",
      "家长联系电话",
      "父亲电话",
      "母亲电话"),
  ADDRESS("address", "home address", "住址", "家庭住址", "家庭地址", "现住址", "户籍地址", "户口所在地"),
  IDENTITY("identity-number", "id card", "id card number", "身份证", "身份证号", "身份证号码", "身份证件号", "证件号码"),
  FROM("from", "member from", "转入日期", "编班日期"),
  UNTIL("until", "member until", "离校日期", "转出日期", "离班日期"),
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

  /** What says who somebody is, and is needed for nothing that is written. */
  private static final Set<KnownColumn> PERSONAL =
      EnumSet.of(REGISTER, NAME, ETHNICITY, GUARDIAN, PHONE, ADDRESS, IDENTITY);

  private static final Pattern NOTES = Pattern.compile("^\\*+|[*:]+$|\\([^()]*\\)[*:]*$");

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

  /** Whether it is read over: it is no unknown column, and passes into no table that is written. */
  public boolean isPersonal() {
    return PERSONAL.contains(this);
  }

  /** The column that a heading of a table stands for. */
  public static Optional<KnownColumn> ofHeading(String heading) {
    String plain = plain(heading);
    Optional<KnownColumn> known = Optional.ofNullable(BY_HEADING.get(plain));
    return known.or(() -> Optional.ofNullable(BY_HEADING.get(withoutNotes(plain))));
  }

  /** Forms mark what has to be filled in, and say behind the heading how: {@code *学号}, {@code 性别（男/女）：}. */
  private static String withoutNotes(String plain) {
    return NOTES.matcher(plain).replaceAll("");
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
