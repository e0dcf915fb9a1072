package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;

/** Forms on which a sign is just met and just not, if those of scales and chance do not show it anyway. */
final class SignSheets implements Sign.Visitor<Stream<Sheet>> {

  private static final BigDecimal MILLISECOND = new BigDecimal("0.001");

  private final Instrument instrument;
  private final List<Item> items;
  private final Sheet lowest;

  SignSheets(Instrument instrument, Sheet lowest) {
    this.instrument = instrument;
    items = instrument.keptItems();
    this.lowest = lowest;
  }

  /** The walk of the scale shows it. */
  @Override
  public Stream<Sheet> scaleAtOrAbove(Sign.ScaleAtOrAbove sign) {
    return Stream.empty();
  }

  @Override
  public Stream<Sheet> unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
    return blanks(sign.items());
  }

  @Override
  public Stream<Sheet> unansweredShare(Sign.UnansweredShare sign) {
    return blanks(sign.items());
  }

  @Override
  public Stream<Sheet> sameAnswer(Sign.SameAnswer sign) {
    return runs(sign.items());
  }

  @Override
  public Stream<Sheet> longString(Sign.LongString sign) {
    return runs(sign.items());
  }

  @Override
  public Stream<Sheet> variability(Sign.Variability sign) {
    return runs(sign.items());
  }

  /** The two of a pair step by step away from each other, one pair after the other. */
  @Override
  public Stream<Sheet> pairs(Sign.Pairs sign) {
    List<Sheet> sheets = new ArrayList<>();
    Sheet sheet = lowest;
    for (Sign.Pair pair : sign.pairs()) {
      for (String answer : answers(pair.second())) {
        sheet = sheet.with(column(pair.second()), answer);
        sheets.add(sheet);
      }
    }
    return sheets.stream();
  }

  /** Chance shows it: what is told apart is a correlation. */
  @Override
  public Stream<Sheet> evenOdd(Sign.EvenOdd sign) {
    return Stream.empty();
  }

  /** Every other item at the other end, one after the other: the further, the less like anybody. */
  @Override
  public Stream<Sheet> mahalanobis(Sign.Mahalanobis sign) {
    List<Sheet> sheets = new ArrayList<>();
    Sheet sheet = lowest;
    for (int i = 0; i < sign.items().size(); i += 2) {
      for (String answer : answers(sign.items().get(i))) {
        sheet = sheet.with(column(sign.items().get(i)), answer);
        sheets.add(sheet);
      }
    }
    return sheets.stream();
  }

  /** The walk of the scale and chance show it. */
  @Override
  public Stream<Sheet> personFitBelow(Sign.PersonFitBelow sign) {
    return Stream.empty();
  }

  @Override
  public Stream<Sheet> secondsBelow(Sign.SecondsBelow sign) {
    return around(sign.seconds());
  }

  @Override
  public Stream<Sheet> secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
    return around(sign.seconds().multiply(BigDecimal.valueOf(items.size())));
  }

  /** Times at the edge and around it, by what a neighbouring edge would differ. */
  private Stream<Sheet> around(BigDecimal seconds) {
    BigDecimal step = seconds.ulp().max(MILLISECOND);
    return Stream.of(
            seconds.subtract(step), seconds.subtract(MILLISECOND), seconds, seconds.add(step))
        .filter(time -> time.signum() >= 0)
        .map(lowest::in);
  }

  private Stream<Sheet> blanks(List<String> of) {
    List<Sheet> sheets = new ArrayList<>();
    Sheet sheet = lowest;
    for (String item : of) {
      sheet = sheet.with(column(item), Sheet.BLANK);
      sheets.add(sheet);
    }
    return sheets.stream();
  }

  /** All answers to all items, and each of those with one item after the other blank or at an end. */
  private Stream<Sheet> runs(List<String> of) {
    List<Sheet> sheets = new ArrayList<>();
    for (String answer : answers(of.get(0))) {
      Sheet same = all(of, answer);
      sheets.add(same);
      for (String item : of) {
        sheets.add(same.with(column(item), Sheet.BLANK));
        answers(item).forEach(other -> sheets.add(same.with(column(item), other)));
      }
    }
    return sheets.stream();
  }

  private Sheet all(List<String> of, String answer) {
    Sheet sheet = lowest;
    for (String item : of) {
      sheet = sheet.with(column(item), answer);
    }
    return sheet;
  }

  private List<String> answers(String item) {
    ResponseSet.Scorable responses =
        instrument.scorable(instrument.item(item).orElseThrow()).orElseThrow();
    return responses.representatives(List.of()).stream()
        .map(answer -> Sheets.word(answer, responses))
        .toList();
  }

  private int column(String item) {
    return items.indexOf(instrument.item(item).orElseThrow());
  }
}
