package org.xinheng.app.template;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.exchange.SheetShape;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;

/** What those who fill in a template are told. */
final class Guidance {

  static final Text SEE_INSTRUCTIONS = new Text(
      "Fill it in below the headings, row by row. How, with an example, stands on"
          + " the second sheet. Keep this file encrypted.",
      "从标题行下面开始，逐行填写。填写方法和示例见第二页“说明”。请加密保存本文件。");

  private static final Text ROWS = new Text(
      "One row for each student, directly below the headings; no blank row between them.",
      "每名学生一行，紧接标题行往下填，中间不空行。");

  private static final Text HEADINGS = new Text(
      "Do not change the headings: the program finds the columns by them. They are protected"
          + " against slips; the"
          + " password"
          + " is " + SheetShape.PASSWORD + ". Leave blank what you do not know.",
      "不要改标题，程序靠标题认列。标题已保护以防误改，密码为 " + SheetShape.PASSWORD + "。不知道的就空着。");

  private static final Text EXAMPLE = new Text(
      "The example below is an invented student, from top to bottom. It stands on this sheet only"
          + " and is never read as a student; do not copy it.",
      "下表“示例”一栏从上到下是一名虚构学生，只写在本页，程序不会当成学生读取；请不要抄到数据页。");

  private static final Text SECRET = new Text(
      "A filled-in file holds personal data of minors: keep it encrypted, hand it over in person"
          + " or by the school's own system, never through chat groups, and delete your copy"
          + " afterwards.",
      "填好的文件含未成年人个人信息：请加密保存，当面或经校内系统交接，不用微信群、QQ群传送，用后删除。");

  private Guidance() {}

  static List<Text> ofRoster() {
    return with(List.of(new Text(
        "Roster of students. It is read as it is: name it under files, roster, in the campaign"
            + " file.",
        "学生名单。填好后直接使用：在筛查活动文件的 files 下写到 roster。")));
  }

  static List<Text> ofAnswers(List<Instrument> questionnaires) {
    List<Text> first = new ArrayList<>();
    first.add(new Text(
        "Answers. The file is read as it is, by xinheng score or, named under files, responses, by"
            + " xinheng screen.",
        "作答数据。填好后直接使用：xinheng score，或在筛查活动文件的 files 下写到 responses。"));
    questionnaires.forEach(instrument -> first.add(about(instrument)));
    first.add(new Text(
        "Write the number of the answer. An item without an answer stays blank; never write 0 for"
            + " it.",
        "填所选答案的数字。没有作答的题空着，不要填0。"));
    first.add(new Text(
        "Only topics stand here. The wording is on your licensed copy of the questionnaire.",
        "这里只有每题的主题，题目原文见您获准使用的问卷。"));
    return with(first);
  }

  static List<Text> ofRatings(Instrument form) {
    return with(List.of(
        new Text(
            "Ratings by class teachers. The file is read as it is: name it under files, evidence,"
                + " in the campaign file.",
            "班主任评定。填好后直接使用：在筛查活动文件的 files 下写到 evidence。"),
        about(form),
        new Text(
            "Fill it in before you see what students answered. Write only what you saw yourself;"
                + " do not guess at causes.",
            "请在看到学生自评结果之前填写。只写您亲眼看到的表现，不推测原因。"),
        new Text(
            "If you cannot judge, choose what stands for it in the list, or leave the cell blank."
                + " It never counts as 0.",
            "无法判断时选“无法判断”对应的代码，或空着；都不会算作0。"),
        new Text(
            "If you see or hear that a student may harm themselves or others, do not wait for this"
                + " form: tell the psychology teacher and the principal at once.",
            "如果您看到或听到学生可能伤害自己或他人，不要等填表，马上告诉心理教师和学校负责人。")));
  }

  static List<Text> ofContacts() {
    List<Text> lines = new ArrayList<>(List.of(
        new Text(
            "Contacts with students and guardians. The file is read as it is: name it under files,"
                + " contacts, in the campaign file.",
            "与学生和监护人的联系记录。填好后直接使用：在筛查活动文件的 files 下写到 contacts。"),
        new Text(
            "One row for each contact or attempt; a student may have several, in any order.",
            "每次联系（或尝试联系）一行；同一学生可有多行，顺序不限。"),
        new Text(
            "Write when and how it ended, not what was said: that belongs in the case file.",
            "只写何时联系、是否联系上，不写谈话内容；内容记在个案档案里。")));
    lines.addAll(List.of(HEADINGS, EXAMPLE, SECRET));
    return lines;
  }

  private static Text about(Instrument instrument) {
    return new Text(
        instrument.id() + ": " + instrument.about().name().en() + " (period: "
            + instrument.about().recall().en() + ")",
        instrument.id() + "：" + instrument.about().name().zhCn() + "（时段："
            + instrument.about().recall().zhCn() + "）");
  }

  private static List<Text> with(List<Text> first) {
    List<Text> lines = new ArrayList<>(first);
    lines.addAll(List.of(ROWS, HEADINGS, EXAMPLE, SECRET));
    return lines;
  }
}
