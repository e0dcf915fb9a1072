package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Sign;

/** A sign is met a little earlier or later, or looks at other answers. */
final class MistakenSigns implements Sign.Visitor<Stream<MistakenSigns.Mistaken>> {

  private final Rehearsal rehearsal;
  private final Instrument instrument;

  MistakenSigns(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
    instrument = rehearsal.instrument();
  }

  /**
   * A sign with a mistake in it.
   *
   * @param mistake what the index did, such as {@code were met from 4 unanswered, not 5}
   */
  record Mistaken(String mistake, Sign sign) {}

  @Override
  public Stream<Mistaken> scaleAtOrAbove(Sign.ScaleAtOrAbove sign) {
    return Rehearsal.slips(
            sign.atOrAbove(),
            rehearsal.values(instrument.scale(sign.scale()).orElseThrow(), Bands.Stage.VALUE))
        .stream()
        .map(slip -> new Mistaken(
            "were %s by %s in scale '%s'"
                .formatted(
                    slip.below() ? "met" : "not met",
                    slip.value().stripTrailingZeros().toPlainString(),
                    sign.scale()),
            new Sign.ScaleAtOrAbove(sign.scale(), slip.edge())));
  }

  @Override
  public Stream<Mistaken> unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
    return Stream.concat(
        counts(
            sign.atOrAbove(),
            "unanswered",
            edge -> new Sign.UnansweredAtOrAbove(sign.items(), edge)),
        lacking(sign.items(), items -> new Sign.UnansweredAtOrAbove(items, sign.atOrAbove())));
  }

  @Override
  public Stream<Mistaken> unansweredShare(Sign.UnansweredShare sign) {
    return Stream.concat(
        edges(
            sign.shareAtOrAbove(),
            "a share of",
            edge -> new Sign.UnansweredShare(sign.items(), edge)),
        lacking(sign.items(), items -> new Sign.UnansweredShare(items, sign.shareAtOrAbove())));
  }

  @Override
  public Stream<Mistaken> sameAnswer(Sign.SameAnswer sign) {
    return lacking(sign.items(), Sign.SameAnswer::new);
  }

  @Override
  public Stream<Mistaken> longString(Sign.LongString sign) {
    return Stream.concat(
        counts(
            sign.atOrAbove(), "answers in a row", edge -> new Sign.LongString(sign.items(), edge)),
        lacking(sign.items(), items -> new Sign.LongString(items, sign.atOrAbove())));
  }

  @Override
  public Stream<Mistaken> variability(Sign.Variability sign) {
    return Stream.concat(
        edges(
            sign.atOrBelow(),
            "a standard deviation of",
            edge -> new Sign.Variability(sign.items(), edge)),
        lacking(sign.items(), items -> new Sign.Variability(items, sign.atOrBelow())));
  }

  @Override
  public Stream<Mistaken> pairs(Sign.Pairs sign) {
    Stream<Mistaken> turned = sign.pairs().stream()
        .map(pair -> new Mistaken(
            "took items '%s' and '%s' for %s"
                .formatted(pair.first(), pair.second(), pair.opposite() ? "alike" : "opposite"),
            new Sign.Pairs(
                Draft.replaced(
                    sign.pairs(),
                    pair,
                    new Sign.Pair(pair.first(), pair.second(), !pair.opposite())),
                sign.apart(),
                sign.atOrAbove())));
    Stream<Mistaken> lacking = sign.pairs().stream()
        .filter(pair -> sign.pairs().size() > 1)
        .map(pair -> new Mistaken(
            "did not compare items '%s' and '%s'".formatted(pair.first(), pair.second()),
            new Sign.Pairs(Draft.without(sign.pairs(), pair), sign.apart(), sign.atOrAbove())));
    Stream<Mistaken> edges = Stream.concat(
        counts(
            sign.apart(),
            "steps apart",
            apart -> new Sign.Pairs(sign.pairs(), apart, sign.atOrAbove())),
        counts(
            sign.atOrAbove(),
            "such pairs",
            edge -> new Sign.Pairs(sign.pairs(), sign.apart(), edge)));
    return Stream.of(turned, lacking, edges).flatMap(mistakes -> mistakes);
  }

  @Override
  public Stream<Mistaken> evenOdd(Sign.EvenOdd sign) {
    return Stream.concat(
        edges(sign.below(), "below", edge -> new Sign.EvenOdd(sign.scales(), edge)),
        sign.scales().stream()
            .filter(scale -> sign.scales().size() > Sign.EvenOdd.FEWEST_SCALES)
            .map(scale -> new Mistaken(
                "did not look at scale '%s'".formatted(scale),
                new Sign.EvenOdd(Draft.without(sign.scales(), scale), sign.below()))));
  }

  @Override
  public Stream<Mistaken> mahalanobis(Sign.Mahalanobis sign) {
    return edges(
        sign.quantile(),
        "beyond the quantile",
        quantile -> new Sign.Mahalanobis(sign.items(), sign.means(), sign.covariance(), quantile));
  }

  @Override
  public Stream<Mistaken> personFitBelow(Sign.PersonFitBelow sign) {
    return edges(sign.below(), "below", edge -> new Sign.PersonFitBelow(sign.scale(), edge));
  }

  @Override
  public Stream<Mistaken> secondsBelow(Sign.SecondsBelow sign) {
    return edges(sign.seconds(), "below seconds of", Sign.SecondsBelow::new);
  }

  @Override
  public Stream<Mistaken> secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
    return edges(sign.seconds(), "below seconds an item of", Sign.SecondsPerItemBelow::new);
  }

  private static Stream<Mistaken> counts(int edge, String of, Function<Integer, Sign> sign) {
    return IntStream.of(edge - 1, edge + 1)
        .filter(other -> other > 0)
        .mapToObj(other -> new Mistaken(
            "were met from %d %s, not %d".formatted(other, of, edge), sign.apply(other)));
  }

  private static Stream<Mistaken> edges(
      BigDecimal edge, String of, Function<BigDecimal, Sign> sign) {
    return Rehearsal.neighbours(edge).stream()
        .map(other -> new Mistaken(
            "were met %s %s, not %s".formatted(of, other.toPlainString(), edge.toPlainString()),
            sign.apply(other)));
  }

  /** An item is lost where a list is written: at an end of a run of items that follow each other in the form. */
  private Stream<Mistaken> lacking(List<String> items, Function<List<String>, Sign> sign) {
    List<String> form = instrument.items().stream().map(Item::id).toList();
    return items.stream()
        .filter(item -> items.size() > 1 && isEndOfRun(form.indexOf(item), form, items))
        .map(item -> new Mistaken(
            "did not look at item '%s'".formatted(item), sign.apply(Draft.without(items, item))));
  }

  private static boolean isEndOfRun(int position, List<String> form, List<String> items) {
    return position == 0
        || position == form.size() - 1
        || !items.contains(form.get(position - 1))
        || !items.contains(form.get(position + 1));
  }
}
