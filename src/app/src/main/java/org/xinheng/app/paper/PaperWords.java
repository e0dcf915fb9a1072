package org.xinheng.app.paper;

import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/** What printed pages say besides the texts of definitions. None of it names a disorder or a tier. */
final class PaperWords {

  static final Text ANSWER_SHEET = new Text("Answer sheet", "答题纸");
  static final Text PART = new Text("Part", "第");
  static final Text PART_END = new Text("", "部分");
  static final Text STUDENT = new Text("Student", "学生");
  static final Text CODE = new Text("Code", "编号");
  static final Text CLASS = new Text("Class", "班级");
  static final Text DATE = new Text("Date", "日期");
  static final Text TEACHER = new Text("Teacher", "教师");
  static final Text NAME = new Text("Name", "姓名");
  static final Text NUMBER = new Text("No.", "序号");
  static final Text BESIDE_THE_FORM = new Text(
      "Read each question on the printed form and circle one number beside its number here. You"
          + " may leave out what you do not want to answer.",
      "请看印好的问卷，在本页相同题号后圈一个数字。不想回答的题可以空着。");
  static final Text IF_IT_APPLIES = new Text("only if the form asks it of you", "仅在问卷要求时作答");
  static final Text WRITE_A_NUMBER = new Text("write a number", "填数字");
  static final Text TICK_ALL = new Text("circle all that apply", "可圈多个");
  static final Text HELP = new Text(
      "You can also go to a teacher you trust at any time, or call 12355 or 12356.",
      "也可以随时找你信任的老师，或拨打12355、12356。");
  static final Text TALK = new Text(
      "I would like to talk to someone. A teacher will come to me in private.", "我想找人谈谈。老师会私下来找我。");
  static final Text NOT_VALIDATED = new Text("not validated", "未经验证");
  static final Text WHAT_THE_NUMBERS_MEAN =
      new Text("What the columns and numbers mean", "各列与数字的含义");

  static final Text CODE_OF = new Text("code", "代码");
  static final Text CIRCUMSTANCE = new Text("circumstance", "情况");
  static final Text KIND = new Text("kind", "类别");
  static final Text REVIEW = new Text("review after", "复核");
  static final Text EXPIRY = new Text("expires after", "到期");
  static final Text ACUTE = new Text("acute", "急性");
  static final Text CHRONIC = new Text("chronic", "慢性");
  private static final Text MONTH = new Text(" month", "个月");
  private static final Text MONTHS = new Text(" months", "个月");

  private PaperWords() {}

  /** {@code 1 month}, {@code 6 months}. */
  static String months(int number, Language language) {
    return number + (number == 1 ? MONTH : MONTHS).in(language);
  }
}
