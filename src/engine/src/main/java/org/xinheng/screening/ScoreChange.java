package org.xinheng.screening;

import java.util.Optional;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Precision;
import org.xinheng.scoring.Numbers;

/**
 * Whether a student's score has changed by more than measuring twice explains.
 *
 * <p>The reliable change index is the difference divided by the standard error of a difference; beyond 1.96 either way the
 * change is reliable. Scores of other versions, forms or norms are not compared at all.
 *
 * @see "Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19"
 */
public sealed interface ScoreChange {

  /** The normal quantile beyond which a change is customarily reliable: 95 in a hundred by chance lie within. */
  double CUSTOMARY = 1.96;

  /** Whether it is a reliable worsening. */
  boolean isWorse();

  /** In both languages. */
  Text text();

  /**
   * Two scores that may be compared.
   *
   * @param before the earlier score
   * @param after the later one
   * @param index the reliable change index, positive where the score went up
   * @param lowest the lower end of the 95 % interval of the true difference
   * @param highest the upper end
   * @param verdict what it means
   */
  record Compared(
      Measurement before,
      Measurement after,
      double index,
      double lowest,
      double highest,
      Verdict verdict)
      implements ScoreChange {

    @Override
    public boolean isWorse() {
      return verdict == Verdict.WORSE;
    }

    @Override
    public Text text() {
      String from = number(before.value().orElseThrow());
      String to = number(after.value().orElseThrow());
      String interval = number(lowest) + " – " + number(highest);
      return new Text(
          before.scale() + " " + from + " on " + before.on() + ", " + to + " on " + after.on()
              + ": "
              + verdict.text.en() + " (reliable change index " + number(index) + ", 95 % "
              + interval
              + ")",
          before.scale() + " " + before.on() + " 为 " + from + "，" + after.on() + " 为 " + to + "："
              + verdict.text.zhCn() + "（可靠变化指数 " + number(index) + "，95% 区间 " + interval + "）");
    }

    private static String number(double value) {
      return Numbers.plain(Math.round(value * 100) / 100.0);
    }
  }

  /** Two scores that may not be compared. */
  record NotComparable(Reason reason) implements ScoreChange {

    @Override
    public boolean isWorse() {
      return false;
    }

    @Override
    public Text text() {
      return new Text(
          "not comparable with the last screen: " + reason.text.en(),
          "与上次筛查不可比：" + reason.text.zhCn());
    }
  }

  /** What became of a score. */
  enum Verdict {
    IMPROVED("improved", "reliably better", "可靠好转"),
    UNCHANGED("unchanged", "no reliable change", "无可靠变化"),
    WORSE("worse", "reliably worse", "可靠恶化");

    private final String word;
    private final Text text;

    Verdict(String word, String en, String zhCn) {
      this.word = word;
      this.text = new Text(en, zhCn);
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }
  }

  /** Why two scores may not be compared. */
  enum Reason {
    SCALE("scale", "another scale", "量表不同"),
    VERSION("version", "another version of the questionnaire", "问卷版本不同"),
    FORM("form", "another form of the questionnaire", "问卷版式不同"),
    NORMS("norms", "other norms", "常模不同"),
    NO_SCORE("no-score", "a score is missing", "缺少得分"),
    NO_PRECISION("no-precision", "nothing is known of how exactly the scale measures", "缺少量表的信度");

    private final String word;
    private final Text text;

    Reason(String word, String en, String zhCn) {
      this.word = word;
      this.text = new Text(en, zhCn);
    }

    /** In both languages. */
    public Text text() {
      return text;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }
  }

  /**
   * Compares two scores of one student.
   *
   * @param precision of the scale, if it is known
   */
  static ScoreChange between(Measurement before, Measurement after, Optional<Precision> precision) {
    Optional<Reason> reason = incomparable(before, after, precision);
    if (reason.isPresent()) {
      return new NotComparable(reason.get());
    }
    double difference = after.value().orElseThrow() - before.value().orElseThrow();
    double error = precision.orElseThrow().standardErrorOfDifference();
    double index = difference / error;
    return new Compared(
        before,
        after,
        index,
        difference - CUSTOMARY * error,
        difference + CUSTOMARY * error,
        verdict(index, after.risk()));
  }

  private static Optional<Reason> incomparable(
      Measurement before, Measurement after, Optional<Precision> precision) {
    if (!before.scale().equals(after.scale())) {
      return Optional.of(Reason.SCALE);
    }
    if (!before.form().equals(after.form())) {
      return Optional.of(Reason.FORM);
    }
    if (!before.version().equals(after.version())) {
      return Optional.of(Reason.VERSION);
    }
    if (!before.norms().equals(after.norms())) {
      return Optional.of(Reason.NORMS);
    }
    if (before.value().isEmpty() || after.value().isEmpty()) {
      return Optional.of(Reason.NO_SCORE);
    }
    return precision.isEmpty() ? Optional.of(Reason.NO_PRECISION) : Optional.empty();
  }

  private static Verdict verdict(double index, Bands.Risk risk) {
    if (!(Math.abs(index) > CUSTOMARY)) {
      return Verdict.UNCHANGED;
    }
    boolean isUp = index > 0;
    return isUp == (risk == Bands.Risk.HIGH) ? Verdict.WORSE : Verdict.IMPROVED;
  }
}
