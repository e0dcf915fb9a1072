package org.xinheng.app.study;

import static org.xinheng.app.study.Shown.plain;

import org.xinheng.instrument.Language;
import org.xinheng.validation.Direction;
import org.xinheng.validation.study.CutRule;
import org.xinheng.validation.study.ScoreResult;
import org.xinheng.validation.study.StudyResult;

/** Part of a report of scores against a criterion. */
abstract class ScorePart extends PaperPart {

  final StudyResult result;

  ScorePart(StudyResult result, Language language) {
    super(language);
    this.result = result;
  }

  ScorePart(ScorePart other) {
    super(other);
    this.result = other.result;
  }

  String level() {
    return level(result.level());
  }

  static String flag(ScoreResult score, double cutOff) {
    return (score.direction() == Direction.HIGHER_IS_CASE ? "≥ " : "≤ ") + plain(cutOff);
  }

  String byRule(CutRule rule) {
    return rule == CutRule.GIVEN ? "which was fixed beforehand" : "chosen by " + name(rule);
  }

  String name(CutRule rule) {
    return switch (rule) {
      case GIVEN -> t("fixed beforehand", "事先给定");
      case YOUDEN -> t("Youden index", "Youden指数");
      case TOP_LEFT -> t("nearest to the top left", "左上角最近");
      case F1 -> "F1";
      case KAPPA -> t("kappa", "κ");
      case SENSITIVITY ->
        t("sensitivity at least ", "灵敏度≥") + plain(100 * result.leastSensitivity()) + "%";
      case SPECIFICITY ->
        t("specificity at least ", "特异度≥") + plain(100 * result.leastSpecificity()) + "%";
      case COST -> t("least cost", "代价最小");
      case CAPACITY -> t("capacity", "随访容量");
    };
  }

  static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= 8
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 7)) + "…";
  }
}
