package org.xinheng.validation.accuracy;

import java.util.function.ToLongFunction;
import org.xinheng.validation.Interval;

/** A share of the people in a {@link Confusion}. */
public enum Rate {
  SENSITIVITY(Confusion::tp, Confusion::cases),
  SPECIFICITY(Confusion::tn, Confusion::controls),
  FALSE_POSITIVE_RATE(Confusion::fp, Confusion::controls),
  FALSE_NEGATIVE_RATE(Confusion::fn, Confusion::cases),
  PPV(Confusion::tp, Confusion::flagged),
  NPV(Confusion::tn, c -> c.tn() + c.fn()),
  FALSE_DISCOVERY_RATE(Confusion::fp, Confusion::flagged),
  FALSE_OMISSION_RATE(Confusion::fn, c -> c.tn() + c.fn()),
  ACCURACY(c -> c.tp() + c.tn(), Confusion::n),
  FLAGGED(Confusion::flagged, Confusion::n),
  NOT_FLAGGED(c -> c.tn() + c.fn(), Confusion::n),
  PREVALENCE(Confusion::cases, Confusion::n);

  private final ToLongFunction<Confusion> count;
  private final ToLongFunction<Confusion> of;

  Rate(ToLongFunction<Confusion> count, ToLongFunction<Confusion> of) {
    this.count = count;
    this.of = of;
  }

  /** The people counted. */
  public long count(Confusion confusion) {
    return count.applyAsLong(confusion);
  }

  /** The people they are a share of. */
  public long of(Confusion confusion) {
    return of.applyAsLong(confusion);
  }

  public double value(Confusion confusion) {
    return (double) count(confusion) / of(confusion);
  }

  public Interval interval(Confusion confusion, ProportionInterval method, double level) {
    return method.of((double) count(confusion), (double) of(confusion), level);
  }
}
