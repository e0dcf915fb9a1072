package org.xinheng.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.xinheng.instrument.Text;

/** What a cell of a table for people holds. */
public sealed interface SheetCell {

  SheetCell EMPTY = new Empty();

  /** A text; an empty one is an empty cell. */
  static SheetCell text(String text) {
    return text.isEmpty() ? EMPTY : new Words(text);
  }

  static SheetCell whole(long value) {
    return new Whole(value);
  }

  /**
   * A number that may have decimals.
   *
   * @throws IllegalArgumentException if the value is infinite or no number
   */
  static SheetCell decimal(double value) {
    return new Decimal(value);
  }

  static SheetCell date(LocalDate date) {
    return new Day(date);
  }

  static SheetCell time(LocalDateTime time) {
    return new Moment(time);
  }

  /**
   * A word of the program.
   *
   * @param name what people call it
   */
  static SheetCell word(String word, Text name) {
    return new Named(word, name);
  }

  <R> R accept(Visitor<R> visitor);

  /** Each way of writing says what becomes of each kind. */
  interface Visitor<R> {
    R empty();

    R text(String text);

    R whole(long value);

    R decimal(double value);

    R date(LocalDate date);

    R time(LocalDateTime time);

    /** A word for programs, with its name for people. */
    R named(String word, Text name);
  }

  /** Nothing. */
  record Empty() implements SheetCell {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.empty();
    }
  }

  /** A text, also an id that consists of digits: its zeros in front stay. */
  record Words(String text) implements SheetCell {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(text);
    }
  }

  /** A whole number. */
  record Whole(long value) implements SheetCell {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whole(value);
    }
  }

  /** A number that may have decimals. */
  record Decimal(double value) implements SheetCell {
    public Decimal {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a cell must hold a finite number: " + value);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.decimal(value);
    }
  }

  /** A minute of a day. */
  record Moment(LocalDateTime time) implements SheetCell {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.time(time);
    }
  }

  /** A word for programs, with its name for people. */
  record Named(String word, Text name) implements SheetCell {

    /** In both languages. */
    String both() {
      return name.zhCn() + " " + name.en();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(word, name);
    }
  }

  /** A day. */
  record Day(LocalDate date) implements SheetCell {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.date(date);
    }
  }
}
