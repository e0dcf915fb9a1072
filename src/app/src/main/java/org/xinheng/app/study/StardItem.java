package org.xinheng.app.study;

import java.util.List;
import org.xinheng.instrument.Text;

/**
 * An item of the list that reports of accuracy studies are held against, in our words.
 *
 * @param number of the item
 * @param about what it asks for
 * @param cover whether the report covers it, and where
 * @see "Bossuyt et al. (2015), BMJ 351, h5527"
 */
record StardItem(String number, Text about, Text cover) {

  static final List<StardItem> ALL = List.of(
      new StardItem(
          "1",
          new Text("identification as a study of accuracy", "标明为诊断准确性研究"),
          new Text("covered: title", "已覆盖：标题")),
      new StardItem(
          "2–4",
          new Text("abstract, background, aims", "摘要、背景、目的"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")),
      new StardItem(
          "5",
          new Text("whether data were collected before or after the tests", "前瞻或回顾性收集"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "6–9",
          new Text(
              "who was eligible, how, where and when found, how sampled", "入选标准、识别方式、地点与时间、抽样方式"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "10",
          new Text("index test and reference standard, in enough detail to repeat", "待评测验与参考标准的细节"),
          new Text("in part: names of columns and the value of cases", "部分：列名与阳性取值")),
      new StardItem(
          "11",
          new Text("why this reference standard", "参考标准的选择理由"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")),
      new StardItem(
          "12",
          new Text("cut-offs, and whether they were fixed beforehand", "界值及是否事先确定"),
          new Text("covered: Cut-offs", "已覆盖：界值")),
      new StardItem(
          "13",
          new Text("who knew which result", "盲法"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "14",
          new Text("how accuracy was estimated and compared", "准确性估计与比较方法"),
          new Text("covered: Methods", "已覆盖：方法")),
      new StardItem(
          "15",
          new Text("indeterminate results", "不确定结果的处理"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "16",
          new Text("missing data", "缺失数据的处理"),
          new Text("covered: Missing answers and verification", "已覆盖：缺失与验证偏倚")),
      new StardItem(
          "17",
          new Text("variability of accuracy, fixed beforehand or explored", "准确性的变异分析"),
          new Text(
              "in part: Accuracy by group; whether planned is for you to say",
              "部分：分组准确性；是否预先计划由作者说明")),
      new StardItem(
          "18",
          new Text("intended size of the sample", "样本量确定"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")),
      new StardItem(
          "19",
          new Text("flow of participants", "研究对象流程"),
          new Text("in part: counts of people in the file only", "部分：仅含文件中的人数")),
      new StardItem(
          "20",
          new Text("who took part", "研究对象特征"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "21",
          new Text("how ill cases were, what else others had", "疾病严重程度与其他诊断"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "22",
          new Text("time and treatment between both tests", "两次测验的间隔与干预"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "23",
          new Text("cross table of both tests", "四格表"),
          new Text("covered: Cut-offs: TP, FP, FN, TN", "已覆盖：界值表：TP、FP、FN、TN")),
      new StardItem(
          "24",
          new Text("estimates with their precision", "估计值及精度"),
          new Text("covered: Cut-offs, Discrimination", "已覆盖：界值、区分能力")),
      new StardItem(
          "25",
          new Text("harms of either test", "不良事件"),
          new Text("not covered, not in the data", "未覆盖，数据中没有")),
      new StardItem(
          "26",
          new Text("limits: bias, uncertainty, generality", "局限性"),
          new Text("in part: Read this first", "部分：使用前须知")),
      new StardItem(
          "27",
          new Text("what it means for practice", "实践意义"),
          new Text("in part: Use, Decision curve", "部分：应用、决策曲线")),
      new StardItem(
          "28–30",
          new Text("registration, protocol, funding", "注册、方案、资助"),
          new Text("not covered, to be written by you", "未覆盖，由作者撰写")));
}
