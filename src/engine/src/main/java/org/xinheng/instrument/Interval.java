package org.xinheng.instrument;

/** Whole numbers from {@code first} to {@code last}, both included: grades, ages in completed years. */
public record Interval(int first, int last) {

  public Interval {
    if (first > last) {
      throw new IllegalArgumentException("first must not exceed last: " + first + ".." + last);
    }
  }

  public boolean contains(int value) {
    return first <= value && value <= last;
  }

  /** Whether all of the other is in this one. */
  public boolean covers(Interval other) {
    return contains(other.first) && contains(other.last);
  }

  /** Whether they have a number in common. */
  public boolean meets(Interval other) {
    return first <= other.last && other.first <= last;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + ".." + last;
  }
}
