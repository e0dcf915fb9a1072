package org.xinheng.app.report;

import java.util.List;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;

/** What the report says, in both languages. Names of tiers and alerts are the policy's own and not here. */
final class Words {

  static final Text REPORT = text("心理健康筛查报告", "Screening report");
  static final Text NOT_A_DIAGNOSIS = text("筛查，不是诊断。", "Screening, not a diagnosis.");
  static final Text NOT_A_DIAGNOSIS_WHY = text(
      "得分和级别只提示谁可能需要支持；是否需要、需要什么，由人当面了解后确定。",
      "Scores and tiers suggest who may need support. Whether and what, a person finds out in"
          + " conversation.");

  static final Text SCHOOL_YEAR = text("学年", "School year");
  static final Text WINDOW = text("筛查时段", "Window");
  static final Text SCHOOLS = text("学校", "School");
  static final Text POLICY = text("分级规则", "Policy");
  static final Text CAMPAIGN = text("筛查编号", "Campaign");

  static final Text RESPONSE = text("参与情况", "Response");
  static final Text RESPONSE_CAPTION =
      text("各年级应筛、作答与完成人数", "Students on the roster, responded and complete, by grade");
  static final Text RESPONSE_NOTE = text(
      "作答：回答过任何一题；完成：主量表有得分。百分比均以名册人数为准。",
      "Responded: answered anything. Complete: has a score on the primary scale. Percentages are"
          + " of the roster.");
  static final Text GRADE = text("年级", "Grade");
  static final Text CLASS = text("班级", "Class");
  static final Text ROSTER = text("名册", "Roster");
  static final Text RESPONDED = text("作答", "Responded");
  static final Text COMPLETE = text("完成", "Complete");
  static final Text WHOLE_SCHOOL = text("全校", "Whole school");

  static final Text TIERS = text("支持级别", "Tiers of support");
  static final Text TIERS_BY_GRADE = text("各年级的支持级别", "Tiers by grade");
  static final Text TIERS_BY_CLASS = text("各班的支持级别", "Tiers by class");
  static final Text DISTRIBUTION = text("分布", "Distribution");
  static final Text NO_TIER = text("未定级", "No tier");
  static final Text HIDDEN = text("已隐去", "Hidden");
  static final Text HIDDEN_TOGETHER = text("隐去合计", "Hidden, together");
  static final Text CLASSES_NOTE = text(
      "班级之间的差别大多出于偶然，不用于比较或评价班级。",
      "Differences between classes are mostly chance: not for comparing or rating classes.");

  static final Text ALERTS = text("预警", "Alerts");
  static final Text ALERTS_CAPTION = text("本次筛查的预警人数", "Students with an alert in this campaign");
  static final Text ALERT = text("预警", "Alert");
  static final Text STUDENTS = text("人数", "Students");
  static final Text MEANING = text("处理", "What it asks for");
  static final Text IMMEDIATE =
      text("马上有人陪同并评估", "Somebody stays with the student and assesses at once");
  static final Text SAME_DAY =
      text("当天由专人面谈", "A trained person speaks with the student the same day");
  static final Text SKIPPED =
      text("补问该题；未答不等于“否”", "The item is asked again in person; no answer is not a “no”");

  static final Text NEEDS = text("主要需求", "Leading needs");
  static final Text NEEDS_CAPTION = text(
      "得分偏高或很高（第 2–3 档）的学生所占比例",
      "Share of students whose score is high or very high (band level 2–3)");
  static final Text SCALE = text("量表", "Scale");
  static final Text SHARE = text("比例", "Share");
  static final Text NEEDS_NOTE = text(
      "n 为应答该量表的名册人数；比例以有得分者为准并取整，一格不少于 %d 人。不足 %d 人偏高的量表不列出。",
      "n is the roster of the grades that were given the scale. Shares are of those with a score,"
          + " rounded to steps of at least %d students. Scales on which fewer than %d score high"
          + " are left out.");
  static final Text NO_NEEDS = text("没有可以列出的量表。", "There is no scale to list.");

  static final Text READING = text("如何阅读", "How to read this report");
  static final Text TIER_MEANING = text("级别", "Tiers");
  static final Text NO_TIER_MEANING = text(
      "未参加、作答不完整或无效；不等于没有需要，应安排补测或面谈",
      "absent, incomplete or invalid; this does not mean no need, so a second sitting or a talk is"
          + " due");
  static final Text ALERT_MEANING = text("预警", "Alerts");
  static final Text ALERT_TEXT = text(
      "预警与总分无关，只看个别关键题，未完成或无效的问卷也会触发。有预警的学生在访谈之前按最高级别处理。",
      "An alert comes from single critical items, whatever the total, and also from incomplete or"
          + " invalid forms. Until the interview, a student with an alert is treated as in the"
          + " highest tier.");
  static final Text SMALL_MEANING = text("少于 %d 人不显示", "Fewer than %d are not shown");
  static final Text SMALL_SHORT = text(
      "少于 %d 人的数字，以及能推算出它们的数字，不显示。",
      "Numbers below %d, and those that would give them away, are not shown.");
  static final Text SMALL_TEXT = text(
      "以免从数字认出个人。为使隐去的数字不能用减法算出，另有一些数字一并隐去；图中的斜纹是同一行隐去部分的合计。",
      "So that no student can be recognised by a number. So that nobody can work them out by"
          + " subtraction, some other numbers are hidden with them; the hatched part of a bar is"
          + " all that is hidden in its row, together.");
  static final Text LISTS_MEANING = text("名单在哪里", "Where the lists are");
  static final Text LISTS_TEXT = text(
      "今天先联系谁见 today.csv，全部结果和理由见 outcomes.csv，只交给负责的心理教师。本报告不含任何学生标识。",
      "Whom to contact first is in today.csv, all outcomes with their reasons in outcomes.csv;"
          + " both are for the responsible counsellor only. This report holds no student"
          + " identifiers.");
  static final Text TODAY = text(
      "今天先联系谁见 today.csv，全部结果见 outcomes.csv，可打印的报告见 report.html。",
      "Contact first: today.csv. All outcomes: outcomes.csv. To print: report.html.");
  static final Text USE_MEANING = text("用途", "Use");
  static final Text USE_TEXT = text(
      "只用于安排支持，不用于评价学生、教师或班级，也不用于升学。",
      "Only for planning support; never for rating students, teachers or classes, nor for"
          + " admission.");

  static final Text DEFINITIONS = text("所用定义", "Definitions used");
  static final Text KIND = text("类别", "Kind");
  static final Text ID = text("编号", "Id");
  static final Text NAME = text("名称", "Name");
  static final Text VERSION = text("版本", "Version");
  static final Text HASH = text("SHA-256 前 12 位", "SHA-256, first 12");
  static final Text BATTERY = text("测验组合", "battery");
  static final Text QUESTIONNAIRE = text("问卷", "questionnaire");

  private static final List<String> GRADES_ZH =
      List.of("一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "七年级", "八年级", "九年级", "高一", "高二", "高三");

  private Words() {}

  /** What a tier means; its name is the policy's own. */
  static Text meaning(Tier tier) {
    return switch (tier) {
      case UNIVERSAL ->
        text(
            "本次未发现进一步需要，参加面向全体的活动",
            "no further need found this time; takes part in what is for everyone");
      case TARGETED -> text("小组辅导或短期个别支持", "group support or brief individual help");
      case INTENSIVE ->
        text(
            "个别访谈和支持计划，联系监护人，必要时转介",
            "interview and individual plan, guardian contacted, referral if needed");
    };
  }

  static Text grade(int grade) {
    boolean isKnown = grade >= 1 && grade <= GRADES_ZH.size();
    return text(isKnown ? GRADES_ZH.get(grade - 1) : grade + " 年级", "Grade " + grade);
  }

  /** A class that is only numbered is called by its number in both languages. */
  static Text schoolClass(String name) {
    return name.matches("[0-9]{1,3}") ? text(name + " 班", "Class " + name) : text(name, name);
  }

  /** The text with a number in place of each {@code %d}. */
  static Text with(int number, Text text) {
    String digits = Integer.toString(number);
    return text(text.zhCn().replace("%d", digits), text.en().replace("%d", digits));
  }

  private static Text text(String zhCn, String en) {
    return new Text(en, zhCn);
  }
}
