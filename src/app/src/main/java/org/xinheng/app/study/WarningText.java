package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.percent;
import static org.xinheng.app.study.Shown.three;
import static org.xinheng.app.study.Shown.two;
import static org.xinheng.app.study.Shown.whole;

import java.util.List;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.validation.study.Warning;

/** Warnings of a study of scores against a criterion, as sentences. */
public final class WarningText {

  private WarningText() {}

  /** A warning as a sentence. */
  public static String of(Warning warning, Language language) {
    List<Double> n = warning.numbers();
    String name = warning.score();
    Text text = switch (warning.kind()) {
      case ENRICHED ->
        new Text(
            "The sample is enriched: " + percent(n.get(0)) + " are cases, and " + percent(n.get(1))
                + " where the score is to be used. Predictive values of the sample do not hold"
                + " there; those at the stated prevalence do if sensitivity and specificity carry"
                + " over.",
            "样本经富集：患病率" + percent(n.get(0)) + "，应用人群为" + percent(n.get(1))
                + "。样本预测值不适用于应用人群，请看给定患病率下的预测值。");
      case PREVALENCE_NOT_STATED ->
        new Text(
            percent(n.get(0))
                + " of the sample are cases, which is rare in screening. State the prevalence"
                + " where the score is to be used: --prevalence.",
            "样本患病率为" + percent(n.get(0)) + "，高于一般筛查人群。请用--prevalence给出应用人群的患病率。");
      case VERY_FEW ->
        new Text(
            "There are only " + whole(n.get(0)) + " cases and " + whole(n.get(1))
                + " others: no cut-off should be chosen from these data.",
            "仅有阳性" + whole(n.get(0)) + "例、阴性" + whole(n.get(1)) + "例，不宜据此选定界值。");
      case FEW ->
        new Text(
            "There are " + whole(n.get(0)) + " cases and " + whole(n.get(1))
                + " others; with fewer than 100 of either, intervals are wide and a chosen cut-off"
                + " rests on few people.",
            "阳性" + whole(n.get(0)) + "例、阴性" + whole(n.get(1)) + "例；任一组不足100例时区间较宽，所选界值依据的人数偏少。");
      case VERIFICATION ->
        new Text(
            name + ": the criterion is unknown for " + whole(n.get(0)) + " people with a score ("
                + percent(n.get(1))
                + "), who are left out; if who was verified depends on the score, sensitivity"
                + " looks too high.",
            name + "：有得分而效标缺失者" + whole(n.get(0)) + "人（" + percent(n.get(1))
                + "），未纳入；若是否验证与得分有关，灵敏度会偏高。");
      case TIES ->
        new Text(
            name + ": " + percent(n.get(0))
                + " of pairs of a case and another have the same score, and there are only "
                + whole(n.get(1)) + " different scores; the curve between its corners is a guess.",
            name + "：" + percent(n.get(0)) + "的配对同分，仅有" + whole(n.get(1)) + "个不同分值；曲线转角之间为插值。");
      case MISSING_SCORES ->
        new Text(
            name + ": " + whole(n.get(0)) + " people with the criterion (" + percent(n.get(1))
                + ") have no score and are left out.",
            name + "：有效标而缺得分者" + whole(n.get(0)) + "人（" + percent(n.get(1)) + "），未纳入。");
      case WRONG_DIRECTION ->
        new Text(
            name + ": the area is " + three(n.get(0))
                + ", below one half; if cases score low, say so with --lower.",
            name + "：面积为" + three(n.get(0)) + "，低于0.5；若低分为阳性请用--lower声明。");
      case NO_SPREAD ->
        new Text(
            name + ": the interval of the area is a point at " + three(n.get(0))
                + ", which says nothing of how sure it is.",
            name + "：面积区间退化为一点（" + three(n.get(0)) + "），不能说明其精度。");
      case EQUAL_CUT_OFFS ->
        new Text(
            name + ": " + whole(n.get(0))
                + " cut-offs are equally good; the one that flags most was taken.",
            name + "：有" + whole(n.get(0)) + "个界值同优，取判阳最多者。");
      case UNSTABLE ->
        new Text(
            name + ": only " + percent(n.get(0))
                + " of samples drawn again choose the same cut-off.",
            name + "：仅" + percent(n.get(0)) + "的自助样本选中同一界值。");
      case NOBODY_COSTS_LESS ->
        new Text(
            name + ": at these costs following up nobody costs less than any cut-off.",
            name + "：按此代价，不随访任何人的代价低于任何界值。");
      case FEW_CLUSTERS ->
        new Text(
            "There are only " + whole(n.get(0))
                + " clusters; intervals from drawing so few are too short.",
            "仅有" + whole(n.get(0)) + "个群组，整群抽样区间偏窄。");
      case COMPARISON_IGNORES_CLUSTERS ->
        new Text(
            "The comparison of areas takes people of one cluster for independent; its p values are"
                + " too small.",
            "面积比较未考虑群组内相关，p值偏小。");
      case INCOMPLETE ->
        new Text(
            name + ": " + whole(n.get(0)) + " people (" + percent(n.get(1))
                + ") did not answer all items and are left out of what needs all of them.",
            name + "：" + whole(n.get(0)) + "人（" + percent(n.get(1)) + "）未答全部条目，未纳入需完整作答的分析。");
      case FEW_PEOPLE ->
        new Text(
            (name.isEmpty() ? "" : name + ": ") + "there are only " + whole(n.get(0))
                + " people; figures of so few move much from sample to sample.",
            (name.isEmpty() ? "" : name + "：") + "仅有" + whole(n.get(0)) + "人，估计值的抽样波动较大。");
      case REVERSED_ITEM ->
        new Text(
            name + ": goes against the other items (r = " + two(n.get(0))
                + "); is it to be reversed, or wrongly reversed?",
            name + "：与其余条目负相关（r=" + two(n.get(0)) + "）；请检查反向计分。");
      case WEAK_ITEM ->
        new Text(
            name + ": has little to do with the other items (r = " + two(n.get(0)) + ").",
            name + "：与其余条目相关较弱（r=" + two(n.get(0)) + "）。");
      case BETTER_WITHOUT ->
        new Text(
            name + ": without this item alpha would be " + two(n.get(0))
                + ", larger; that alone is no reason to drop it.",
            name + "：删除该条目后α为" + two(n.get(0)) + "，更高；但这本身不足以删除条目。");
      case IMPROPER_FACTOR ->
        new Text(
            name
                + ": one factor leaves an item no variance of its own, so that omega is not to be"
                + " trusted.",
            name + "：单因子模型使某条目无独特方差，ω不可信。");
      case NOT_ONE_FACTOR ->
        new Text(
            name + ": one factor fits badly (CFI " + two(n.get(0)) + ", RMSEA " + two(n.get(1))
                + "); alpha and omega presuppose that one thing is measured.",
            name + "：单因子模型拟合欠佳（CFI=" + two(n.get(0)) + "，RMSEA=" + two(n.get(1)) + "）；α与ω以单维为前提。");
      case FLOOR_OR_CEILING ->
        new Text(
            name + ": most people answer at one end (lowest " + percent(n.get(0)) + ", highest "
                + percent(n.get(1)) + ").",
            name + "：多数人集中于一端（最低" + percent(n.get(0)) + "，最高" + percent(n.get(1)) + "）。");
      case OFTEN_MISSING ->
        new Text(
            name + ": " + percent(n.get(0)) + " of people left it out.",
            name + "：" + percent(n.get(0)) + "的人未作答。");
      case FEW_IN_GROUP ->
        new Text(
            "Group " + name + ": " + whole(n.get(0)) + " people are compared item by item with "
                + whole(n.get(1))
                + "; with fewer than 100 in a group differences are easily missed.",
            name + "组：" + whole(n.get(0)) + "人与" + whole(n.get(1)) + "人逐条目比较；任一组不足100人时易漏检差异。");
      case LARGE_DIF ->
        new Text(
            name + ": functions differently by a large amount (" + two(n.get(0)) + ").",
            name + "：项目功能差异较大（" + two(n.get(0)) + "）。");
      case LOST ->
        new Text(
            whole(n.get(1))
                + " people have a score of one wave only; what became of them is not known. "
                + whole(n.get(0)) + " have both.",
            whole(n.get(1)) + "人仅有一次得分，变化不明；" + whole(n.get(0)) + "人两次均有。");
      case RELIABILITY_OF_WAVES ->
        new Text(
            "No reliability was stated; the correlation of the waves, " + two(n.get(0))
                + ", was taken, which real change makes too small. State one with --reliability.",
            "未给定信度，采用两次得分的相关" + two(n.get(0)) + "；真实变化会使其偏低。可用--reliability给定。");
    };
    return text.in(language);
  }
}
