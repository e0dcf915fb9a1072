package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.ScaleReference;
import org.xinheng.scoring.Explanation;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.screening.Form;

/** One student's score as a person reads it: how it came about, from answers to band. */
public final class ScoreText {

  private ScoreText() {}

  /**
   * The lines about a score.
   *
   * @throws IllegalArgumentException if the student has no such form, or the questionnaire no such scale
   */
  public static List<String> lines(
      Map<String, Form> forms, ScaleReference reference, ReadingLanguage language) {
    Form form = Optional.ofNullable(forms.get(reference.questionnaire()))
        .orElseThrow(() -> new IllegalArgumentException(
            "--score: the student has no answers to '" + reference.questionnaire() + "'"));
    Instrument instrument = form.scores().plan().instrument();
    List<String> lines = new ArrayList<>();
    lines.add(language.of(Explanation.of(form.scores(), form.row(), reference.scale())));
    form.on().ifPresent(day -> lines.add("  " + language.of("answered on " + day, "作答日期 " + day)));
    instrument.scale(reference.scale()).ifPresent(scale -> ofScale(form, scale, language, lines));
    return lines;
  }

  private static void ofScale(
      Form form, Scale scale, ReadingLanguage language, List<String> lines) {
    Instrument instrument = form.scores().plan().instrument();
    lines.add("  " + language.of("missing answers", "缺失作答") + language.colon()
        + language.of(DefinitionWords.missing(scale), missing(scale)));
    form.scores()
        .bandSet(form.row(), instrument.scales().indexOf(scale))
        .ifPresent(bands -> bands
            .bands()
            .forEach(band -> lines.add("  " + language.of(band.label()) + language.colon()
                + language.of("from", "自") + " "
                + band.from().toPlainString() + ", " + language.of("level", "级别") + " "
                + band.level() + " (" + citation(instrument, bands, bands.sourceOf(band)) + ")")));
    scale.keying().keys().forEach(key -> {
      Item item = instrument.item(key.item()).orElseThrow();
      lines.add("  " + item.id() + " (" + language.of(item.topic()) + ")" + language.colon()
          + answer(form, item, language)
          + (key.reversed() ? "  " + language.of("reversed", "反向计分") : ""));
    });
  }

  /** What a scale may lack, in Chinese. */
  private static String missing(Scale scale) {
    MissingRule rule = scale.missing();
    int n = scale.keying() instanceof Keying.OfScales scales
        ? scales.parts().size()
        : scale.keying().keys().size();
    int limit = rule.limit().of(n);
    String noun = scale.keying() instanceof Keying.OfScales ? "个部分" : "题";
    String within = limit == 0
        ? "不得缺失"
        : "最多可缺 " + limit + " " + noun + "（共 " + n + " " + noun + "），缺失者" + then(rule.then());
    return within
        + switch (rule.notApplicable()) {
          case NO_SCORE -> "";
          case ZERO -> "；不适用的题按 0 分计";
          case IGNORE -> "；不适用的题不计入题数";
        };
  }

  private static String then(MissingRule.Then then) {
    return switch (then) {
      case IGNORE -> "不计入";
      case ZERO -> "按 0 分计";
      case PRORATE -> "按本人均值计";
      case MEDIAN -> "按本人中位数取整计";
      case ROUNDED_MEAN -> "按本人均值取整计";
    };
  }

  private static String citation(Instrument instrument, Bands bands, String source) {
    return instrument.source(source).map(found -> found.citation()).orElse(bands.source());
  }

  private static String answer(Form form, Item item, ReadingLanguage language) {
    ResponseTable responses = form.responses();
    if (!responses.hasItem(item.id())) {
      return language.of("not asked", "未问");
    }
    int column = responses.column(item.id());
    if (!responses.isAnswered(form.row(), column)) {
      return responses.missing(form.row(), column).word();
    }
    return responses.number(form.row(), column).toPlainString();
  }
}
