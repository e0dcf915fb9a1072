package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.p;
import static org.xinheng.app.study.Shown.two;
import static org.xinheng.app.study.Shown.whole;

import java.util.List;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.validation.irt.IrtWarning;

/** What a reader of a study of items must know, as sentences. */
public final class IrtWarningText {

  private IrtWarningText() {}

  /** A warning as a sentence. */
  public static String of(IrtWarning warning, Language language) {
    List<Double> n = warning.numbers();
    Text text = switch (warning.kind()) {
      case FEW_PEOPLE ->
        new Text(
            "Only " + whole(n.get(0))
                + " people answered; parameters of this model are unsure with fewer than about "
                + whole(n.get(1)) + ".",
            "仅有" + whole(n.get(0)) + "人作答；本模型少于约" + whole(n.get(1)) + "人时参数估计不稳定。");
      case NOT_CONVERGED ->
        new Text(
            "The search stopped after " + whole(n.get(0))
                + " steps without reaching the maximum; do not use the parameters.",
            "经" + whole(n.get(0)) + "步仍未收敛，参数不可使用。");
      case NO_STANDARD_ERRORS ->
        new Text(
            "There are no standard errors: the data do not tell some parameters apart.",
            "无法得到标准误：数据不足以区分某些参数。");
      case LEFT_OUT ->
        new Text(
            "Everybody who answered gave the same answer, or nobody answered; left out: ",
            "所有作答相同或无人作答，未纳入：");
      case UNUSED_VALUE ->
        new Text("Some answer was given by nobody and has no parameter: ", "有选项无人选择，没有参数：");
      case RARE_VALUE ->
        new Text(
            "Fewer than ten people gave some answer, so that its parameter is unsure: ",
            "有选项少于10人选择，其参数不稳定：");
      case NEGATIVE_SLOPE ->
        new Text(
            "The slope is negative: the item is keyed the wrong way, or measures the contrary: ",
            "斜率为负，可能计分方向有误：");
      case STEEP_SLOPE ->
        new Text("The slope is above 4, as of items that repeat each other: ", "斜率大于4，可能与其他条目重复：");
      case FLAT_SLOPE ->
        new Text("The slope is near 0; the item says little about the level: ", "斜率接近0，几乎不反映该水平：");
      case MISFIT ->
        new Text(
            "Answers do not follow the model (S-X², 5% of false alarms among them): ",
            "作答与模型不符（S-X²，错误发现率5%）：");
      case LOCAL_DEPENDENCE ->
        new Text(
            "Pairs of items that have more in common than the level: " + whole(n.get(0))
                + "; the most (Q3 " + two(n.get(1)) + ", mean " + two(n.get(2)) + "): ",
            "有" + whole(n.get(0)) + "对条目存在局部相依；最大者（Q3=" + two(n.get(1)) + "，平均" + two(n.get(2))
                + "）：");
      case STEPS_NOT_IN_ORDER ->
        new Text(
            "Steps are not in order: some answer is nowhere the most likely one: ", "步骤难度次序颠倒：");
      case NO_CONDITIONAL ->
        new Text(
            "Conditional likelihood has no estimates: nobody who was right on these items and"
                + " wrong on others, or the other way round: ",
            "条件似然无解，下列条目与其他条目之间缺乏可比作答：");
      case ANDERSEN ->
        new Text(
            "Difficulties differ between people with low and high sums (Andersen's test, p "
                + p(n.get(0)) + "): the Rasch model does not hold.",
            "低分组与高分组的难度不同（Andersen检验，p" + p(n.get(0)) + "），Rasch模型不成立。");
    };
    return text.in(language) + String.join(language == Language.EN ? ", " : "、", warning.items());
  }
}
