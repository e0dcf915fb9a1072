package org.xinheng.exchange;

import java.util.Optional;

/**
 * What a cell about a person says.
 *
 * @param value empty if the cell is blank, stands for no value, or cannot be read
 * @param isReadable false if something stands there that means nothing
 */
record Reading<T>(Optional<T> value, boolean isReadable) {

  static <T> Reading<T> of(T value) {
    return new Reading<>(Optional.of(value), true);
  }

  static <T> Reading<T> blank() {
    return new Reading<>(Optional.empty(), true);
  }

  static <T> Reading<T> unreadable() {
    return new Reading<>(Optional.empty(), false);
  }
}
