package org.xinheng.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition on the answers and scores of one questionnaire: what classifications, critical items and skip logic ask.
 * (What tier rules ask of a student is {@code org.xinheng.policy.Condition}.)
 *
 * <p>It is {@linkplain Truth yes, no or unknown}. A comparison of an answer that is missing is unknown, since nobody
 * knows what it would have been; that of an item which skip logic left out is no, since there is nothing to compare. A
 * comparison of a scale without score, or of a band that nobody is in, is unknown. {@code at least n of m} is yes as soon
 * as {@code n} parts are, and no as soon as even all the unknown ones would not be enough; what is built from it follows.
 */
public sealed interface Condition {

  <R> R accept(Visitor<R> visitor);

  /** What it is directly made of; nothing for a comparison and for a name. */
  default List<Condition> parts() {
    return List.of();
  }

  /** The item that it compares itself, if it asks an answer. */
  default Optional<String> askedItem() {
    return Optional.empty();
  }

  /** The scale whose value or band it compares itself, if it does. */
  default Optional<String> askedScale() {
    return Optional.empty();
  }

  /** It and all that it is made of, from the outside to the inside; what names stand for is not among it. */
  default Stream<Condition> walk() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Condition::walk));
  }

  /** What always holds, written {@code {}}. */
  static Condition always() {
    return all(List.of());
  }

  /** All parts hold. */
  static Condition all(List<Condition> parts) {
    return new AtLeast(parts.size(), parts);
  }

  /** At least one part holds. */
  static Condition any(List<Condition> parts) {
    return new AtLeast(1, parts);
  }

  /** The answer to one item; of several choices, how many they are. */
  record OfItem(String item, Comparison comparison) implements Condition {
    @Override
    public Optional<String> askedItem() {
      return Optional.of(item);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofItem(this);
    }
  }

  /** One of the options that were chosen, for an item of which several may be. */
  record OfChoice(String item, int code) implements Condition {
    @Override
    public Optional<String> askedItem() {
      return Optional.of(item);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofChoice(this);
    }
  }

  /** The value of one scale, exact. */
  record OfScale(String scale, Comparison comparison) implements Condition {
    @Override
    public Optional<String> askedScale() {
      return Optional.of(scale);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofScale(this);
    }
  }

  /** The level, 0–3, of the band that a scale is in. */
  record OfBand(String scale, int levelAtOrAbove) implements Condition {
    @Override
    public Optional<String> askedScale() {
      return Optional.of(scale);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofBand(this);
    }
  }

  /** A condition that the questionnaire declares under a name. */
  record Named(String id) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** At least {@code n} of the parts hold; all of them if {@code n} is their number, any of them if it is 1. */
  record AtLeast(int n, List<Condition> parts) implements Condition {
    public AtLeast {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.atLeast(this);
    }
  }

  /** The part does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public List<Condition> parts() {
      return List.of(part);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** What is done with each kind of condition. */
  interface Visitor<R> {
    R ofItem(OfItem condition);

    R ofChoice(OfChoice condition);

    R ofScale(OfScale condition);

    R ofBand(OfBand condition);

    R named(Named condition);

    R atLeast(AtLeast condition);

    R not(Not condition);
  }
}
