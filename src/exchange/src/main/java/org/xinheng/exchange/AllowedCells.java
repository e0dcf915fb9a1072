package org.xinheng.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.XmlEscapeHelper;

/** What people may fill into a column of a workbook; a blank cell is always allowed. */
public abstract sealed class AllowedCells {

  /** The most that Excel takes in a list, and in a message. */
  private static final int LONGEST_LIST = 255;

  private static final int LONGEST_MESSAGE = 225;

  private static final String TITLE = "Xinheng 心衡";

  private AllowedCells() {}

  /**
   * One of a list, which is offered at the cell.
   *
   * @throws IllegalArgumentException if there is none, one holds a comma or a quote, or all of them are too long
   */
  public static AllowedCells oneOf(List<String> values) {
    return new OneOf(values);
  }

  /**
   * A number between two ends.
   *
   * @param also further whole numbers, such as codes for no answer
   */
  public static AllowedCells between(
      BigDecimal lowest, BigDecimal highest, SortedSet<Integer> also) {
    return new Between(lowest, highest, also);
  }

  /** Has a workbook refuse anything else in a range of cells. */
  abstract void validate(Range range);

  private static String message(String allowed) {
    String message = "只能填 Allowed: " + allowed;
    return XmlEscapeHelper.escape(
        message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE));
  }

  private static final class OneOf extends AllowedCells {

    private final String list;

    OneOf(List<String> values) {
      list = String.join(",", values);
      boolean isPlain = values.stream().noneMatch(v -> v.contains(",") || v.contains("\""));
      if (values.isEmpty() || !isPlain || list.length() > LONGEST_LIST) {
        throw new IllegalArgumentException(
            "a list holds 1 to " + LONGEST_LIST + " characters and no comma or quote in a value");
      }
    }

    @Override
    void validate(Range range) {
      range
          .validateWithListByFormula('"' + XmlEscapeHelper.escape(list) + '"')
          .errorStyle(DataValidationErrorStyle.STOP)
          .showErrorMessage(true)
          .errorTitle(TITLE)
          .error(message(list.replace(",", ", ")));
    }
  }

  private static final class Between extends AllowedCells {

    private final BigDecimal lowest;
    private final BigDecimal highest;
    private final SortedSet<Integer> also;

    Between(BigDecimal lowest, BigDecimal highest, SortedSet<Integer> also) {
      this.lowest = lowest;
      this.highest = highest;
      this.also = new TreeSet<>(also);
    }

    @Override
    void validate(Range range) {
      String cell = range.toString().split(":", 2)[0];
      String ends = String.format(
          "AND(ISNUMBER(%1$s),%1$s>=%2$s,%1$s<=%3$s)",
          cell, lowest.toPlainString(), highest.toPlainString());
      String codes =
          also.stream().map(code -> "," + cell + "=" + code).collect(Collectors.joining());
      range
          .validateWithFormula(XmlEscapeHelper.escape("OR(" + ends + codes + ")"))
          .errorStyle(DataValidationErrorStyle.STOP)
          .showErrorMessage(true)
          .errorTitle(TITLE)
          .error(message(lowest.toPlainString() + " – " + highest.toPlainString()
              + also.stream().map(code -> ", " + code).collect(Collectors.joining())));
    }
  }
}
