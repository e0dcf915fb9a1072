package org.xinheng.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.instrument.FullWidth;

/**
 * What a cell says of the grade and the class of a student, as schools write them: {@code 初三(2)班}, {@code 八(3)班}, {@code 八年级3班},
 * {@code 3班}, {@code Grade 8 Class 3}.
 *
 * @param grade 1–12, if the cell names one
 * @param schoolClass the number of the class within its grade where it has one, else the text as it stands; empty if the cell names
 *     a grade alone
 */
record GradeAndClass(Optional<Integer> grade, String schoolClass) {

  private static final String NUMBER = "([0-9]{1,2}|[一二三四五六七八九十]{1,3})";

  private static final Pattern CLASS = Pattern.compile(
      "(?:第?" + NUMBER + "班|\\(" + NUMBER + "\\)班?|class" + NUMBER + "|" + NUMBER + ")");

  /** A grade that says that it is one, and a class behind it. */
  private static final Pattern NAMED_GRADE =
      Pattern.compile("((?:初中?|高中?|职高|中职)[一二三1-3](?:年级)?|小学?[一二三四五六1-6](?:年级)?|" + NUMBER
          + "年级|grade[0-9]{1,2}|g[0-9]{1,2})[-,.·]?(.*)");

  /** A bare number before a class that says that it is one: {@code 八(3)班}, {@code 八3班}, {@code 8(3)}. */
  private static final Pattern BARE_GRADE = Pattern.compile(
      "(?:([一二三四五六七八九]|十[一二]?)((?:\\([0-9一二三四五六七八九十]{1,3}\\)班?)|[0-9]{1,2}班)|([0-9]{1,2})(\\([0-9]{1,2}\\)班?))");

  private static final Words<Integer> GRADES = Words.grades();
  private static final GradeAndClass UNKNOWN = new GradeAndClass(Optional.empty(), "");
  private static final Pattern OPENING = Pattern.compile("[〔【\\[{]");
  private static final Pattern CLOSING = Pattern.compile("[〕】\\]}]");
  private static final String NUMERALS = "零一二三四五六七八九";

  static GradeAndClass of(String cell) {
    String text = Cell.trimmed(cell);
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    String plain = plain(text);
    Optional<Integer> alone = GRADES.read(plain).value();
    if (isClass(plain)) {
      return new GradeAndClass(Optional.empty(), classOf(plain, text));
    }
    if (alone.isPresent()) {
      return new GradeAndClass(alone, "");
    }
    Matcher bare = BARE_GRADE.matcher(plain);
    if (bare.matches()) {
      String grade = bare.group(1) == null ? bare.group(3) : bare.group(1);
      String rest = bare.group(1) == null ? bare.group(4) : bare.group(2);
      return with(grade, rest, text);
    }
    Matcher named = NAMED_GRADE.matcher(plain);
    return named.matches() && isClass(named.group(named.groupCount()))
        ? with(named.group(1), named.group(named.groupCount()), text)
        : new GradeAndClass(Optional.empty(), text);
  }

  private static GradeAndClass with(String grade, String schoolClass, String text) {
    Optional<Integer> number = GRADES.read(grade).value();
    return number.isPresent()
        ? new GradeAndClass(number, classOf(schoolClass, text))
        : new GradeAndClass(Optional.empty(), text);
  }

  private static boolean isClass(String plain) {
    return CLASS.matcher(plain).matches();
  }

  /** The number of the class; {@code text} if it is none. */
  private static String classOf(String plain, String text) {
    Matcher found = CLASS.matcher(plain);
    if (!found.matches()) {
      return text;
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return number(found.group(group)).map(String::valueOf).orElse(text);
      }
    }
    return text;
  }

  /** {@code 3}, {@code 03}, {@code 三}, {@code 十二}, {@code 二十一}. */
  private static Optional<Integer> number(String digits) {
    if (digits.charAt(0) <= '9') {
      return Optional.of(Integer.parseInt(digits));
    }
    int ten = digits.indexOf('十');
    if (ten < 0) {
      return digits.length() == 1 ? Optional.of(NUMERALS.indexOf(digits)) : Optional.empty();
    }
    String tens = digits.substring(0, ten);
    String ones = digits.substring(ten + 1);
    if (tens.length() > 1 || ones.length() > 1 || ones.equals("十") || tens.equals("十")) {
      return Optional.empty();
    }
    return Optional.of((tens.isEmpty() ? 1 : NUMERALS.indexOf(tens)) * 10
        + (ones.isEmpty() ? 0 : NUMERALS.indexOf(ones)));
  }

  private static String plain(String text) {
    String plain = Cell.plain(FullWidth.toNarrow(text).toLowerCase(Locale.ROOT));
    return CLOSING.matcher(OPENING.matcher(plain).replaceAll("(")).replaceAll(")");
  }
}
