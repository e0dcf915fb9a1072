package org.xinheng.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Text;

/** One result in words: a score, how it came about, its band and where the cut-off comes from; or a classification. */
public final class Explanation {

  private Explanation() {}

  /**
   * A sentence about one scale or classification of one row, such as {@code PHQ-9 total 12 (9 of 9 answered): moderate,
   * from 10 (Kroenke 2001 …)}.
   *
   * @param id of a scale or a classification
   */
  public static Text of(ScoreTable scores, int row, String id) {
    return scores
        .plan()
        .instrument()
        .classification(id)
        .map(classification -> ofClassification(scores, row, classification))
        .orElseGet(() -> ofScale(scores, row, id));
  }

  private static Text ofClassification(ScoreTable scores, int row, Classification classification) {
    Instrument instrument = scores.plan().instrument();
    Text subject = subject(instrument, classification.name());
    ClassificationResult result = scores.classification(row, classification.id());
    if (result instanceof ClassificationResult.NotClassified none) {
      return new Text(
          subject.en() + ": not classified, " + none.reason().text().en(),
          subject.zhCn() + "：未分类，" + none.reason().text().zhCn());
    }
    Text label = result.possible().get(0).label();
    String source = citation(instrument, classification.source());
    return new Text(
        subject.en() + ": " + label.en() + " (" + source + ")",
        subject.zhCn() + "：" + label.zhCn() + "（" + source + "）");
  }

  private static Text subject(Instrument instrument, Text name) {
    return new Text(
        instrument.about().name().en() + " " + name.en(),
        instrument.about().name().zhCn() + name.zhCn());
  }

  private static String citation(Instrument instrument, String source) {
    return instrument.source(source).map(Source::citation).orElse(source);
  }

  private static Text ofScale(ScoreTable scores, int row, String scaleId) {
    Instrument instrument = scores.plan().instrument();
    Scale scale = instrument
        .scale(scaleId)
        .orElseThrow(() -> new IllegalArgumentException("no scale '" + scaleId + "'"));
    Text subject = subject(instrument, scale.name());
    ScaleScore score = scores.score(row, scaleId);
    if (score instanceof ScaleScore.NotScored none) {
      return new Text(
          subject.en() + ": no score, " + none.reason().text().en() + " (" + none.answered()
              + " answered)",
          subject.zhCn() + "：无得分，" + none.reason().text().zhCn() + "（已答 " + none.answered() + "）");
    }
    ScaleScore.Scored scored = (ScaleScore.Scored) score;
    int index = instrument.scaleNumber(scaleId);
    Text value = value(subject, scored, scores.standardError(row, index));
    Text standard = standard(scores, row, index);
    Text band = scores
        .band(row, scaleId)
        .map(found -> band(instrument, scores.bandSet(row, index).orElseThrow(), found))
        .orElse(new Text("", ""));
    return new Text(
        value.en() + standard.en() + band.en(), value.zhCn() + standard.zhCn() + band.zhCn());
  }

  private static Text value(Text subject, ScaleScore.Scored scored, OptionalDouble error) {
    String number = Numbers.plain(scored.value())
        + (error.isPresent() ? " ± " + Numbers.plain(error.getAsDouble()) : "");
    return new Text(
        subject.en() + " " + number + " (" + scored.answered() + " answered"
            + (scored.prorated() ? ", prorated)" : ")"),
        subject.zhCn() + " " + number + "（已答 " + scored.answered()
            + (scored.prorated() ? "，按均值补足）" : "）"));
  }

  /** {@code , T 64, percentile 92 (set version, group)}, or why there is none. */
  private static Text standard(ScoreTable scores, int row, int scale) {
    Optional<NormSet> norms = scores.plan().norms();
    List<StandardScore> given = norms.isEmpty()
        ? List.of()
        : scores.plan().standardScores(scores.plan().instrument().scales().get(scale));
    if (given.isEmpty()) {
      return new Text("", "");
    }
    String norm = norms.get().id() + " " + norms.get().version()
        + scores.normGroup(row, scale).map(group -> ", " + group.id()).orElse("");
    Optional<NotNormedReason> none = scores.notNormed(row, scale);
    if (none.isPresent()) {
      Text why = none.get().text();
      return new Text(
          ", not normed: " + why.en() + " (" + norm + ")",
          "，无标准分：" + why.zhCn() + "（" + norm + "）");
    }
    StringBuilder en = new StringBuilder();
    StringBuilder zhCn = new StringBuilder();
    for (StandardScore score : given) {
      OptionalDouble value = scores.standard(row, scale, score);
      if (value.isPresent()) {
        String number = Numbers.plain(value.getAsDouble());
        en.append(", ").append(score.text().en()).append(' ').append(number);
        zhCn.append("，").append(score.text().zhCn()).append(' ').append(number);
      }
    }
    return new Text(en + " (" + norm + ")", zhCn + "（" + norm + "）");
  }

  private static Text band(Instrument instrument, Bands bands, Band band) {
    String source = citation(instrument, bands.sourceOf(band));
    if (band.equals(bands.bands().get(0))) {
      return new Text(
          ": " + band.label().en() + " (" + source + ")",
          "：" + band.label().zhCn() + "（" + source + "）");
    }
    String edge = band.from().toPlainString();
    Text of = bands
        .stage()
        .standard()
        .map(score -> new Text(score.text().en() + " ", score.text().zhCn() + " "))
        .orElse(new Text("", ""));
    return new Text(
        ": " + band.label().en() + ", from " + of.en() + edge + " (" + source + ")",
        "：" + band.label().zhCn() + "，自 " + of.zhCn() + edge + " 起（" + source + "）");
  }
}
