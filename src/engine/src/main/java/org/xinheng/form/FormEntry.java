package org.xinheng.form;

import java.util.List;
import org.xinheng.instrument.Text;

/** How a field is filled in. */
public sealed interface FormEntry {

  /** In a few words, on the line of its label. */
  record Blank() implements FormEntry {}

  /**
   * In sentences.
   *
   * @param count how many lines there are, at least 1
   */
  record Lines(int count) implements FormEntry {}

  /**
   * By ticking.
   *
   * @param options in the order in which they are shown
   * @param several whether more than one may be ticked
   */
  record Choice(List<Option> options, boolean several) implements FormEntry {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * Something that can be ticked.
   *
   * @param code how records and tables name it
   */
  record Option(String code, Text label) {}
}
