package org.xinheng.app.study;

import java.util.List;
import org.xinheng.instrument.Text;

/**
 * An item of a list that reports of studies are held against, in our words.
 *
 * @param number of the item
 * @param about what it asks for
 * @param cover whether the report covers it, and where
 * @see "Bossuyt et al. (2015), BMJ 351, h5527, for accuracy"
 * @see "Mokkink et al. (2018), Quality of Life Research 27, 1171-1179, for measurement properties"
 */
record ReportingItem(String number, Text about, Text cover) {

  static final List<ReportingItem> STARD = List.of(
      new ReportingItem(
          "1",
          new Text("identification as a study of accuracy", "标明为诊断准确性研究"),
          new Text("covered: title", "已覆盖：标题")),
      new ReportingItem(
          "2–4",
          new Text("abstract, background, aims", "摘要、背景、目的"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")),
      new ReportingItem(
          "5",
          new Text("whether data were collected before or after the tests", "前瞻或回顾性收集"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "6–9",
          new Text(
              "who was eligible, how, where and when found, how sampled", "入选标准、识别方式、地点与时间、抽样方式"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "10",
          new Text("index test and reference standard, in enough detail to repeat", "待评测验与参考标准的细节"),
          new Text("in part: names of columns and the value of cases", "部分：列名与阳性取值")),
      new ReportingItem(
          "11",
          new Text("why this reference standard", "参考标准的选择理由"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")),
      new ReportingItem(
          "12",
          new Text("cut-offs, and whether they were fixed beforehand", "界值及是否事先确定"),
          new Text("covered: Cut-offs", "已覆盖：界值")),
      new ReportingItem(
          "13",
          new Text("who knew which result", "盲法"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "14",
          new Text("how accuracy was estimated and compared", "准确性估计与比较方法"),
          new Text("covered: Methods", "已覆盖：方法")),
      new ReportingItem(
          "15",
          new Text("indeterminate results", "不确定结果的处理"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "16",
          new Text("missing data", "缺失数据的处理"),
          new Text("covered: Missing answers and verification", "已覆盖：缺失与验证偏倚")),
      new ReportingItem(
          "17",
          new Text("variability of accuracy, fixed beforehand or explored", "准确性的变异分析"),
          new Text(
              "in part: Accuracy by group; whether planned is for you to say",
              "部分：分组准确性；是否预先计划由作者说明")),
      new ReportingItem(
          "18",
          new Text("intended size of the sample", "样本量确定"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")),
      new ReportingItem(
          "19",
          new Text("flow of participants", "研究对象流程"),
          new Text("in part: counts of people in the file only", "部分：仅含文件中的人数")),
      new ReportingItem(
          "20",
          new Text("who took part", "研究对象特征"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "21",
          new Text("how ill cases were, what else others had", "疾病严重程度与其他诊断"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "22",
          new Text("time and treatment between both tests", "两次测验的间隔与干预"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "23",
          new Text("cross table of both tests", "四格表"),
          new Text("covered: Cut-offs: TP, FP, FN, TN", "已覆盖：界值表：TP、FP、FN、TN")),
      new ReportingItem(
          "24",
          new Text("estimates with their precision", "估计值及精度"),
          new Text("covered: Cut-offs, Discrimination", "已覆盖：界值、区分能力")),
      new ReportingItem(
          "25",
          new Text("harms of either test", "不良事件"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "26",
          new Text("limits: bias, uncertainty, generality", "局限性"),
          new Text("in part: Read this first", "部分：使用前须知")),
      new ReportingItem(
          "27",
          new Text("what it means for practice", "实践意义"),
          new Text("in part: Use, Decision curve", "部分：应用、决策曲线")),
      new ReportingItem(
          "28–30",
          new Text("registration, protocol, funding", "注册、方案、资助"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")));

  static final List<ReportingItem> RELIABILITY = List.of(
      new ReportingItem(
          "3",
          new Text(
              "that the items measure one thing is looked at before they are summed", "求和前检验单维性"),
          new Text("covered: One factor", "已覆盖：单因子")),
      new ReportingItem(
          "4.1",
          new Text(
              "internal consistency of each scale that is thought to be unidimensional",
              "各单维量表的内部一致性"),
          new Text("covered: Reliability of the sum", "已覆盖：总分信度")),
      new ReportingItem(
          "4.2",
          new Text(
              "alpha or omega for scores of several answers, KR-20 for two", "多级计分用α或ω，二级计分用KR-20"),
          new Text("covered: Reliability of the sum", "已覆盖：总分信度")),
      new ReportingItem(
          "4.3",
          new Text(
              "a standard error of the level for scales by item response theory",
              "基于IRT的量表给出水平标准误"),
          new Text("not covered here: xinheng irt", "未覆盖：见xinheng irt")),
      new ReportingItem(
          "6",
          new Text(
              "reliability over time or between raters: stable people, interval, conditions,"
                  + " intraclass correlation",
              "重测或评分者信度：稳定的人群、间隔、条件、组内相关"),
          new Text(
              "not covered, one wave of answers: xinheng change", "未覆盖，仅一次作答：见xinheng change")),
      new ReportingItem(
          "7.1",
          new Text("standard error of measurement", "测量标准误"),
          new Text("in part: of one occasion, by alpha", "部分：单次测量，基于α")),
      new ReportingItem(
          "7.2",
          new Text("smallest detectable change or limits of agreement", "最小可测变化或一致性界限"),
          new Text(
              "in part: of one occasion; from two waves by xinheng change",
              "部分：单次测量；两次测量见xinheng change")),
      new ReportingItem(
          "–",
          new Text(
              "who took part, how they were found, setting, language version", "研究对象、招募、场景、语言版本"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "–",
          new Text("how missing answers were handled", "缺失作答的处理"),
          new Text("covered: Participants", "已覆盖：研究对象")),
      new ReportingItem(
          "–",
          new Text("size of the sample and why", "样本量及理由"),
          new Text("in part: counts; why is for you to say", "部分：人数；理由由作者说明")));

  static final List<ReportingItem> ITEMS = List.of(
      new ReportingItem(
          "2",
          new Text("relevance and comprehensibility of items to those asked", "条目对受测者的相关性与可理解性"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "3.1",
          new Text("structure of the items by factor analysis", "因子分析检验结构"),
          new Text("covered: Dimensions; one factor is fitted, several are not", "已覆盖：维度；仅拟合单因子")),
      new ReportingItem(
          "3.2",
          new Text("people per item", "每条目人数"),
          new Text("covered: Participants", "已覆盖：研究对象")),
      new ReportingItem(
          "5",
          new Text(
              "items function alike in groups that differ in sex, language or culture",
              "条目在性别、语言或文化组间功能一致"),
          new Text("covered if --by is given: Items between groups", "给定--by时已覆盖：组间条目比较")),
      new ReportingItem(
          "–",
          new Text("floor, ceiling and missing answers", "地板、天花板与缺失"),
          new Text("covered: Answers", "已覆盖：作答分布")),
      new ReportingItem(
          "–",
          new Text(
              "who took part, how they were found, setting, language version", "研究对象、招募、场景、语言版本"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")));

  static final List<ReportingItem> CHANGE = List.of(
      new ReportingItem(
          "6.1",
          new Text("people were stable in between", "两次测量间受测者稳定"),
          new Text(
              "not covered, not in the data; where they were not, the figures of error are too"
                  + " large",
              "未覆盖，数据中没有；若不稳定则误差估计偏大")),
      new ReportingItem(
          "6.2",
          new Text("an interval that suits", "合适的时间间隔"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "6.3",
          new Text("the same conditions at both waves", "两次测量条件相同"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "6.4",
          new Text("intraclass correlation, its model and formula said", "组内相关系数并说明模型"),
          new Text("covered: Agreement of both waves", "已覆盖：两次一致性")),
      new ReportingItem(
          "7",
          new Text(
              "standard error of measurement, smallest detectable change, limits of agreement",
              "测量标准误、最小可测变化、一致性界限"),
          new Text("covered: Agreement of both waves", "已覆盖：两次一致性")),
      new ReportingItem(
          "9",
          new Text(
              "responsiveness: change agrees with what is known to have changed", "反应度：变化与已知变化一致"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new ReportingItem(
          "–",
          new Text("smallest change that matters to people", "对受测者有意义的最小变化"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")));
}
