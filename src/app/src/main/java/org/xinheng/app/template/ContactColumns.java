package org.xinheng.app.template;

import java.util.List;
import org.xinheng.exchange.AllowedCells;
import org.xinheng.exchange.SheetColumn;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/** The columns of a contact: when, what, by whom, and how it ended. */
final class ContactColumns {

  private static final List<Text> KINDS = List.of(
      new Text("contact", "首次联系"),
      new Text("interview", "访谈"),
      new Text("guardian", "联系监护人"),
      new Text("home visit", "家访"),
      new Text("review", "复核"),
      new Text("re-screen", "复测"));
  private static final List<Text> RESULTS =
      List.of(new Text("reached", "已联系上"), new Text("not reached", "未联系上"));
  private static final List<Text> ROLES = List.of(
      new Text("psychology-teacher", "心理教师"),
      new Text("class-teacher", "班主任"),
      new Text("subject-teacher", "任课教师"),
      new Text("grade-lead", "年段长"),
      new Text("principal", "校长"));

  private ContactColumns() {}

  static List<TemplateColumn> in(Language language) {
    Text day = new Text("a date such as 2026-11-02", "日期，如 2026-11-02");
    Text clock = new Text("such as 09:30, or blank", "如 09:30，可以空着");
    return List.of(
        new TemplateColumn(
            SheetColumn.date(new Text("date", "日期").in(language)).withWidth(14),
            new Text("the day of the contact or attempt", "联系（或尝试联系）的日期"),
            day,
            new Text("2026-11-02", "2026-11-02")),
        new TemplateColumn(
            SheetColumn.text(new Text("time", "时间").in(language)),
            new Text("the time of day, needed for alerts", "时刻；有预警时请填写"),
            clock,
            new Text("09:30", "09:30")),
        listed(new Text("kind", "类别"), new Text("what it was", "做了什么"), KINDS, language),
        listed(
            new Text("result", "结果"),
            new Text(
                "whether the student, or the guardian, was reached: an attempt fulfils nothing",
                "有没有联系上学生或监护人；没联系上的不算完成"),
            RESULTS,
            language),
        listed(new Text("who", "由谁"), new Text("who got in touch", "由谁联系"), ROLES, language),
        new TemplateColumn(
            SheetColumn.text(new Text("staff", "工号").in(language)),
            new Text("the school's own number of that person", "该教职工的工号"),
            new Text("may stay blank", "可以空着"),
            new Text("T012", "T012")));
  }

  private static TemplateColumn listed(
      Text heading, Text meaning, List<Text> words, Language language) {
    return new TemplateColumn(
        SheetColumn.text(heading.in(language))
            .withWidth(18)
            .withAllowed(
                AllowedCells.oneOf(words.stream().map(word -> word.in(language)).toList())),
        meaning,
        new Text(
            String.join(", ", words.stream().map(Text::en).toList()),
            String.join("、", words.stream().map(Text::zhCn).toList())),
        words.get(0));
  }
}
