package org.xinheng.app.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;

/** What can be typed for an item, and when it is complete. */
final class AnswerKeys {

  private final ResponseSet.Scorable responses;

  AnswerKeys(ResponseSet.Scorable responses) {
    this.responses = responses;
  }

  /** Whether the text is an answer, a code for none, or several options apart by {@code ;} or {@code ,}. */
  boolean accepts(String text) {
    if (text.isEmpty()) {
      return false;
    }
    if (codes().contains(text)) {
      return true;
    }
    if (responses instanceof ResponseSet.SeveralChoices several) {
      List<String> chosen = Arrays.asList(text.split("[;,]", -1));
      boolean known = chosen.stream().allMatch(AnswerKeys::isNumber)
          && chosen.stream().allMatch(code -> several.declares(Integer.parseInt(code)));
      boolean excluded = several.none().isPresent()
          && chosen.size() > 1
          && chosen.contains(several.none().get().toString());
      return known && !excluded && chosen.stream().distinct().count() == chosen.size();
    }
    return responses instanceof ResponseSet.Numeric numeric
        && text.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")
        && numeric.declares(new BigDecimal(text));
  }

  /** Whether the text is an answer that nothing more can be typed behind, so that no Enter is needed. */
  boolean isComplete(String text) {
    return responses instanceof ResponseSet.Choice
        && codes().contains(text)
        && codes().stream()
            .noneMatch(code -> code.length() > text.length() && code.startsWith(text));
  }

  /** Whether an answer can begin with the text. */
  boolean canBegin(String text) {
    return responses instanceof ResponseSet.Choice
        ? codes().stream().anyMatch(code -> code.startsWith(text))
        : text.matches("-?[0-9;,.]*");
  }

  /** How the answer is written into the table: several options apart by {@code ;}. */
  static String written(String text) {
    return text.replace(',', ';');
  }

  /** Such as {@code 0 1 2 3, 9 refused}. */
  String shown() {
    String missing = new TreeMap<>(responses.missing())
        .entrySet().stream()
            .map(entry -> ", " + entry.getKey() + " " + entry.getValue().word())
            .collect(Collectors.joining());
    return (responses instanceof ResponseSet.Choice
            ? responses.codes().replace(",", "")
            : responses.codes() + " and Enter")
        + missing;
  }

  /** The codes of single answers and of none. */
  private List<String> codes() {
    Stream<Integer> options = responses instanceof ResponseSet.Choice
        ? responses.options().stream().map(Option::code)
        : Stream.empty();
    return Stream.concat(options, responses.missing().entrySet().stream().map(Map.Entry::getKey))
        .map(String::valueOf)
        .toList();
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9]{1,4}");
  }
}
