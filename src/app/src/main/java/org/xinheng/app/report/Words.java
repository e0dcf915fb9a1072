package org.xinheng.app.report;

import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Tier;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.GroupNotice;
import org.xinheng.screening.Summary;

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
  static final Text NUMBER_OF_SCHOOLS = text("{school}数", "Number of {school}s");
  static final Text POLICY = text("分级规则", "Policy");
  static final Text CAMPAIGN = text("筛查编号", "Campaign");

  static final Text RESPONSE = text("参与情况", "Response");
  static final Text RESPONSE_CAPTION = text(
      "各{grade}应筛、作答与完成人数（95% 区间）",
      "Students on the roster, responded and complete, by {grade} (95 % intervals)");
  static final Text RESPONSE_NOTE = text(
      "作答：回答过任何一题；完成：作答有效，且主量表有得分。百分比均以名册人数为准；各类未完成者与完成者相加等于名册人数。",
      "Responded: answered anything. Complete: a valid form with a score on the primary scale."
          + " Percentages are of the roster; those who are not complete, by kind, and those who"
          + " are add up to it.");
  static final Text OWED = text("本学年尚缺的筛查：", "Screening of this school year still owed: ");
  static final Text NOT_ON_ROSTER = text("名册中没有", "not on the roster");
  static final Text NOT_IN_CAMPAIGN = text("不在本次筛查范围", "not part of this campaign");
  static final Text NOBODY_COMPLETE = text("无人完成", "nobody complete");
  static final Text COLON = text("：", ": ");
  static final Text ROSTER = text("名册", "Roster");
  static final Text RESPONDED = text("作答", "Responded");
  static final Text COMPLETE = text("完成", "Complete");

  static final Text TIERS = text("支持级别", "Tiers of support");
  static final Text TIERS_BY_GRADE = text("各{grade}、男女生的支持级别", "Tiers by {grade} and sex");
  static final Text FLAGGED = text("二至三级（95% 区间）", "Tiers 2–3 (95 % interval)");
  static final Text TIERS_BY_CLASS = text("各{class}的支持级别", "Tiers by {class}");
  static final Text DISTRIBUTION = text("分布", "Distribution");
  static final Text NO_TIER = text("未定级", "No tier");
  static final Text HIDDEN = text("已隐去", "Hidden");
  static final Text HIDDEN_TOGETHER = text("隐去合计", "Hidden, together");
  static final Text CLASSES_NOTE = text(
      "{class}之间的差别大多出于偶然，不用于比较或评价{class}。",
      "Differences from one {class} to another are mostly chance: not for comparing or rating.");

  static final Text CLASSES_HIDDEN = text(
      "有 %d 个{class}含人数过少的一格，整行隐去；其参与情况见 coverage.csv。",
      "Every {class} that holds a cell that is too small is hidden as a whole: %d of them; who took"
          + " part there is in coverage.csv.");

  static final Text EQUITY = text("各群体的机会", "Equity");
  static final Text EQUITY_CAPTION = text(
      "各群体的作答、完成与二至三级比例（95% 区间）",
      "Response and tiers 2–3 by group, % of its roster (95 % intervals)");
  static final Text GROUP = text("群体", "Group");
  static final Text NO_GROUPS = text(
      "名册没有性别、住宿或登记信息，无法比较。",
      "The roster says nothing of sex, boarding or registration; there is nothing to compare.");
  static final Text EQUITY_NOTE = text(
      "区间重叠时，差别可能出于偶然。作答率低的群体，其二至三级比例也不可靠。",
      "Where intervals overlap, a difference may be chance. Where few of a group responded, its"
          + " share at tiers 2–3 is not to be relied on.");
  static final Text NO_CONTACTS = text(
      "从发现到联系的时间记在个案档案中，本报告不含。",
      "The time to contact is kept in case files and is not part of this report.");
  static final Text CONTACT_CAPTION = text(
      "二至三级学生的首次联系（95% 区间），截至 ", "First contact of students at tiers 2–3 (95 % intervals), as of ");
  static final Text FLAGGED_STUDENTS = text("二至三级", "Tiers 2–3");
  static final Text ON_TIME = text("按时联系", "On time");
  static final Text OVERDUE = text("逾期", "Overdue");
  static final Text STILL_DUE = text("未到期", "Still due");
  static final Text MEDIAN_WAIT = text("中位等待（上学日）", "Median wait (school days)");
  static final Text MORE_THAN_HALF_WAIT = text("半数以上未联系", "more than half wait");
  static final Text CONTACT_NOTE = text(
      "从结果查知之日起算：有人与学生本人谈过即为联系，没联系上的不算。按时联系：在规则的期限之内，占已联系或已到期者的比例；逾期：过期才联系，或已到期仍未联系。中位等待把仍在等待的学生算在内；两端之外不足"
          + " %d 人时不显示。不用于评价个人。",
      "Counted from the day on which the results were found out about; a contact is that somebody"
          + " spoke with the student, an attempt is none. On time: by the policy's deadline, as a"
          + " share of those who were contacted or whose time is over. Overdue: contacted late, or"
          + " not yet. The median counts those who wait; it is not shown where fewer than %d lie"
          + " beyond either end. Not for rating persons.");

  static final Text CHANGE = text("与上一学年相比", "Change since last year");
  static final Text NO_EARLIER =
      text("本次筛查没有指定可比较的上一次筛查。", "The campaign names no earlier one to be compared with.");
  static final Text NOT_COMPARABLE = text("与上次不可比：", "not comparable with the last screen: ");
  static final Text TOO_FEW_EARLIER =
      text("上次筛查中可比较的学生过少", "too few comparable students in the last screen");
  static final Text WHO_IS_COMPARED = text("比较对象", "Who is compared");
  static final Text BEFORE = text("上次均分", "Mean before");
  static final Text NOW = text("本次均分", "Mean now");
  static final Text DIFFERENCE = text("差值（95% 区间）", "Difference (95 % interval)");
  static final Text CHANGE_NOTE = text(
      "同一批学生的变化与同一{grade}不同学生的差别是两回事，不能混用。只比较同一版本、同一版式、同一常模的得分。",
      "How the same students changed, and how this year's students of a {grade} differ from last"
          + " year's, are two questions. Only scores of the same version, form and norms are"
          + " compared.");

  static final Text SCORES = text("主量表得分分布", "Distribution of the primary score");
  static final Text SCORE = text("得分", "score");
  static final Text PER_POINT = text("每分所占百分比", "% of students per point");
  static final Text NO_SCORES = text("有得分的学生过少，不显示。", "Too few students have a score.");
  static final Text SCORES_NOTE = text(
      "虚线为划界分。相邻得分合并到每段不少于 %d 人；面积与人数成正比。若某级别的人数已隐去，偏高以上的得分合为一段。",
      "Dashed lines are cut-offs. Neighbouring scores are joined until each step holds at least %d"
          + " students; areas are proportional to students. Where a count of a tier is hidden,"
          + " high scores are one step.");

  static final Text ITEMS = text("二、三级学生最常肯定的内容", "What students at tiers 2 and 3 say most often");
  static final Text ITEMS_CAPTION = text(
      "二、三级学生合计：回答落在该题上半段的比例",
      "Tiers 2 and 3 together: share who answered in the upper half of an item");
  static final Text TOPIC = text("内容", "Topic");
  static final Text NO_ITEMS = text("没有可以列出的内容。", "There is nothing to list.");
  static final Text ITEMS_NOTE = text(
      "只写内容要点，不是题目原文；用于确定小组和{class}活动的主题。关键题不列。比例取整，一格不少于 %d 人。",
      "Topics in our own words, not the wording of items; for the themes of groups and of what a"
          + " {class} does. Critical items are left out. Shares are rounded to steps of at least"
          + " %d students.");

  static final Text NOT_AGAIN = text("不再次公布的内容", "What is not published again");
  static final Text NOT_AGAIN_WHY = text(
      "此前已公布过本次筛查的数字。预警、需求、得分和作答的新旧数字相减，会透露此后少数有变化的学生，故只见于先前的报告；各行中变化人数少的也隐去。名单不受影响。",
      "Counts of this campaign were published before. New ones of alerts, needs, scores and"
          + " answers, less the old, would tell of the few who have changed since: they stand in"
          + " the earlier report alone, and rows in which few have changed are hidden. The lists"
          + " are not affected.");
  static final Text KEPT = text(
      "公布的数字（summary 和各报告）保持先前的原样：此后有 %d 名学生变化，新旧相减会透露其中少数人。名单已更新。",
      "The published counts (summary, reports) stay as they were. Students who have changed since:"
          + " %d; new counts, less the old ones, would tell of few of them. The lists are new.");
  static final Text KEPT_WAY_OUT = text(
      "变化的人数足够多时会再次公布。如先前的数字没有给过任何人，可加 --not-handed-out 重新公布。",
      "They are published again when enough have changed. If nobody has got the earlier ones, say"
          + " --not-handed-out.");
  static final Text AGAIN = text(
      "数字是再次公布：与先前相减会透露少数人的行和内容已隐去。",
      "The counts are published again: rows and sections that, less the earlier ones, would tell of"
          + " few are hidden.");

  static final Text QUALITY = text("数据质量", "Data quality");
  static final Text QUALITY_CAPTION = text("各问卷的作答情况", "How each questionnaire was answered");
  static final Text QUESTIONNAIRE_NAME = text("问卷", "Questionnaire");
  static final Text FORMS = text("份数", "Forms");
  static final Text BLANK = text("漏答", "Left blank");
  static final Text FULLY_SCORED = text("各量表均有得分", "All scales scored");
  static final Text LAUNCHED_WITHOUT = text("启动筛查时缺少：", "Launched without: ");
  static final Text INVALID_FORMS = text(
      "作答无效 %d 份：须单独重新施测；无效不取消预警，也不降低级别。",
      "Invalid forms: %d. They are given again individually; that a form is invalid removes no"
          + " alert and lowers no tier.");

  static final Text EARLIER_FAULTS = text(
      "上次筛查（用于比较）的各表中，有问题而未用或存疑的行：%d（所有学校合计），逐行见 run.json。",
      "Rows of the tables of the last campaign, with which this one is compared, that were left out"
          + " or are doubtful: %d (all schools together); run.json names each.");

  static final Text DISTRICT_REPORT =
      text("{district}心理健康筛查报告", "Screening report of the {district}");
  static final Text TIER_1_OR_NONE = text("T1 或未定级", "T1 or no tier");
  static final Text BY_SCHOOL = text("各{school}的支持级别", "Tiers by {school}");
  static final Text SCHOOLS_NOTE = text(
      "{school}按名册顺序排列，不是排名；学生来源和作答率不同，{school}之间不宜比较。",
      "The order is that of the roster, and no ranking. Students and response differ from one"
          + " {school} to another: they are not to be compared.");
  static final Text DISTRICT_RESPONSE_CAPTION =
      text("各{school}名册人数与完成率（95% 区间）", "Roster and completion by {school} (95 % intervals)");

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
      "n is how many of the roster were to be given the scale. Shares are of those with a score,"
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
  static final Text RESULT_MEANING = text("结果能说明什么", "What a result means");
  static final Text RESULT_TEXT = text(
      "级别说明谁应先谈一谈，不说明谁有什么问题。单次得分会受当天情况影响；级别低不等于没有需要，未参加者的情况不清楚。",
      "A tier says who should be talked to first, not what anybody has. A score depends on the"
          + " day. A low tier does not mean that nothing is needed, and nothing is known of those"
          + " who did not take part.");
  static final Text INTERVAL_MEANING = text("区间", "Intervals");
  static final Text INTERVAL_TEXT = text(
      "括号内为 95% 区间（Wilson 法）：人数少则区间宽。",
      "In brackets stands the 95 % interval (Wilson): the fewer students, the wider.");
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
      "名单与全部结果见 results.xlsx（今天、待办、小组、结果等工作表），只交给负责的心理教师；classes 文件夹中的表交给班主任。本报告不含任何学生标识。",
      "Lists and outcomes are in results.xlsx, for the responsible counsellor only; the sheets in"
          + " the folder classes are for class teachers. This report holds no student"
          + " identifiers.");
  static final Text TODAY = text(
      "名单和结果见 results.xlsx，各{class}的表见 classes，可打印的报告是 HTML 文件。",
      "Lists: results.xlsx. Sheet of each {class}: classes. To print: *.html.");
  static final Text USE_MEANING = text("用途", "Use");
  static final Text USE_TEXT = text(
      "只用于安排支持，不用于评价学生、教师或{class}，也不用于升学。",
      "Only for planning support; never for rating a student, teacher or {class}, nor for"
          + " admission.");

  static final Text DEFINITIONS = text("所用定义", "Definitions used");
  static final Text KIND = text("类别", "Kind");
  static final Text ID = text("编号", "Id");
  static final Text NAME = text("名称", "Name");
  static final Text VERSION = text("版本", "Version");
  static final Text HASH = text("SHA-256 前 12 位", "SHA-256, first 12");
  static final Text BATTERY = text("测验组合", "Battery");
  static final Text QUESTIONNAIRE = text("问卷", "Questionnaire");

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

  /** A class with its grade. */
  static Text place(Summary.Row row, Hierarchy hierarchy) {
    return place(row.grade().orElseThrow(), row.schoolClass().orElseThrow(), hierarchy);
  }

  /** What a notice is about: a class, a grade or the school. */
  static Text place(GroupNotice notice, Hierarchy hierarchy) {
    return notice
        .grade()
        .map(grade -> notice
            .schoolClass()
            .map(schoolClass -> place(grade, schoolClass, hierarchy))
            .orElse(hierarchy.grade(grade)))
        .orElse(hierarchy.whole(Hierarchy.Level.SCHOOL));
  }

  private static Text place(int grade, String schoolClass, Hierarchy hierarchy) {
    Text of = hierarchy.grade(grade);
    Text name = hierarchy.schoolClass(schoolClass);
    return text(of.zhCn() + " " + name.zhCn(), of.en() + " " + name.en());
  }

  /** That more than the share of the policy are flagged, and what follows from it. */
  static Text over(CampaignResult result) {
    String share = result
        .policy()
        .overFlag()
        .map(rule -> rule.share().movePointRight(2).stripTrailingZeros().toPlainString())
        .orElse("");
    return text(
        "以下范围内，已定级学生中超过 " + share + "% 为二至三级：宜先做面向全体的活动，主要需求附后。",
        "More than " + share
            + " % of those with a tier are at tiers 2–3 here: the whole of it needs something at"
            + " tier 1; the leading need is named.");
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
