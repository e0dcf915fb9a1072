package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.FullWidth;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a file while it is read. What a word means is decided by the reader that asks, never by YAML, so that
 * {@code no}, {@code 010} and {@code 1:30} hold no surprise. Every conversion reports its own fault and answers empty.
 */
final class YamlValue {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
  /** Language, script and region, in the capitals in which they are written. */
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,8}");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,9})?");
  /** What people write for a range: {@code 8-18}, {@code 8～18}, {@code 8至18}. */
  private static final Pattern NEARLY_A_RUN =
      Pattern.compile("([0-9.]*[0-9])\\s*(?:-|–|—|~|～|至|到|to)\\s*([0-9][0-9.]*)");

  private static final Pattern RUN = Pattern.compile("(.+?)\\.\\.(.+)");

  private final Node node;
  private final String name;
  private final String file;
  private final List<Diagnostic> found;
  private final int offset;

  /**
   * @param name how messages call it: its key
   */
  YamlValue(Node node, String name, String file, List<Diagnostic> found) {
    this(node, name, file, found, 0);
  }

  /**
   * @param offset how many characters after the start of its node it stands
   */
  private YamlValue(Node node, String name, String file, List<Diagnostic> found, int offset) {
    this.node = node;
    this.name = name;
    this.file = file;
    this.found = found;
    this.offset = offset;
  }

  /** The same under another name in messages. */
  YamlValue called(String another) {
    return new YamlValue(node, another, file, found, offset);
  }

  /** The two ends of {@code a..b}; a single value is both. */
  record Run(YamlValue first, YamlValue last) {

    boolean isSingle() {
      return first == last;
    }
  }

  Place place() {
    Place start = YamlDocument.place(file, node.getStartMark());
    return new Place(file, start.line(), start.column() + offset);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether it is this one word. */
  boolean isSingle(String word) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
  }

  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** A text that is not blank. */
  Optional<String> text() {
    return scalar().filter(text -> {
      if (text.isBlank()) {
        report(Diagnostic.error("value.empty", place(), "'%s' is empty", name));
      }
      return !text.isBlank();
    });
  }

  /** A text that may be empty. */
  Optional<String> textOrEmpty() {
    return scalar();
  }

  /** A name: letters, digits and single hyphens. */
  Optional<String> id() {
    return text().filter(text -> {
      boolean fits = ID.matcher(text).matches();
      if (!fits) {
        report(Diagnostic.error("value.id", place(), "'%s' is not a name", text)
            .hint("write letters, digits and hyphens, such as 'phq-9'"));
      }
      return fits;
    });
  }

  /** A whole number between two bounds, both included. */
  Optional<Integer> integer(int lowest, int highest) {
    return number(INTEGER, "a whole number").map(Integer::valueOf).filter(value -> {
      boolean fits = lowest <= value && value <= highest;
      if (!fits) {
        report(Diagnostic.error(
            "value.range", place(), "'%s' is %d, outside %d to %d", name, value, lowest, highest));
      }
      return fits;
    });
  }

  /** A decimal number between two bounds, both included. */
  Optional<BigDecimal> decimal(int lowest, int highest) {
    return decimal().filter(value -> {
      boolean fits = value.compareTo(BigDecimal.valueOf(lowest)) >= 0
          && value.compareTo(BigDecimal.valueOf(highest)) <= 0;
      if (!fits) {
        report(Diagnostic.error(
            "value.range",
            place(),
            "'%s' is %s, outside %d to %d",
            name,
            value.toPlainString(),
            lowest,
            highest));
      }
      return fits;
    });
  }

  /** A decimal number with at most nine digits on either side of the point. */
  Optional<BigDecimal> decimal() {
    return number(DECIMAL, "a number").map(BigDecimal::new);
  }

  /** One of the given constants by its word. */
  <E> Optional<E> word(E[] constants, Function<E, String> wordOf) {
    Optional<String> text = text();
    Optional<E> constant = text.flatMap(word -> Arrays.stream(constants)
        .filter(candidate -> wordOf.apply(candidate).equals(word))
        .findFirst());
    if (text.isPresent() && constant.isEmpty()) {
      report(Diagnostic.error("value.word", place(), "'%s' cannot be '%s'", name, text.get())
          .hint(
              "write one of: %s",
              Arrays.stream(constants).map(wordOf).collect(Collectors.joining(", "))));
    }
    return constant;
  }

  /** {@code yes} or {@code no}. */
  Optional<Boolean> yesOrNo() {
    return word(new String[] {"yes", "no"}, word -> word).map("yes"::equals);
  }

  /** How well a fact is verified. */
  Optional<Verification> verification() {
    return word(Verification.values(), Verification::word);
  }

  /** A language: its tag of BCP 47, with script and region if they matter. */
  Optional<String> language() {
    return text().filter(tag -> {
      boolean fits = LANGUAGE.matcher(tag).matches();
      if (!fits) {
        report(Diagnostic.error("value.language", place(), "'%s' is not a tag of a language", tag)
            .hint("write a tag such as en, zh-CN, zh-Hant or vi"));
      }
      return fits;
    });
  }

  /** A text in both languages. */
  Optional<Text> bilingual() {
    if (!isMap()) {
      report(Diagnostic.error("type.map", place(), "'%s' must be a text in both languages", name)
          .hint("write {en: …, zh-CN: …}"));
      return Optional.empty();
    }
    return map().map(map -> {
      Text text = new Text(map.text("en"), map.text("zh-CN"));
      map.close();
      return text;
    });
  }

  /** Whole numbers {@code first..last}, or a single one. */
  Optional<Interval> interval(int lowest, int highest) {
    Optional<Run> run = run().filter(this::isRange);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> first = run.get().first().integer(lowest, highest);
    Optional<Integer> last =
        run.get().isSingle() ? first : run.get().last().integer(lowest, highest);
    if (first.isEmpty()
        || last.isEmpty()
        || !ordered(BigDecimal.valueOf(first.get()), BigDecimal.valueOf(last.get()))) {
      return Optional.empty();
    }
    return Optional.of(new Interval(first.get(), last.get()));
  }

  /** The two ends of a range of numbers {@code lowest..highest}. */
  Optional<List<BigDecimal>> range() {
    Optional<Run> run = run().filter(this::isRange);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> lowest = run.get().first().decimal();
    Optional<BigDecimal> highest =
        run.get().isSingle() ? lowest : run.get().last().decimal();
    if (lowest.isEmpty() || highest.isEmpty() || !ordered(lowest.get(), highest.get())) {
      return Optional.empty();
    }
    return Optional.of(List.of(lowest.get(), highest.get()));
  }

  private boolean isRange(Run run) {
    Matcher nearly = NEARLY_A_RUN.matcher(((ScalarNode) node).getValue());
    boolean wrong = run.isSingle() && nearly.matches();
    if (wrong) {
      report(Diagnostic.error(
              "type.range", place(), "'%s' must be a range, not '%s'", name, nearly.group())
          .hint("write %s..%s", nearly.group(1), nearly.group(2)));
    }
    return !wrong;
  }

  /** The two ends of {@code a..b}; a single value is both. */
  Optional<Run> run() {
    return text().map(text -> {
      Matcher run = RUN.matcher(text);
      if (!run.matches()) {
        YamlValue only = end(text, 0);
        return new Run(only, only);
      }
      return new Run(end(run.group(1), 0), end(run.group(2), run.start(2)));
    });
  }

  Optional<YamlMap> map() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, file, found));
    }
    report(Diagnostic.error("type.map", place(), "'%s' must be a map of keys", name)
        .hint(
            "write {key: value, …}, or one 'key: value' a line, each further in than '%s'", name));
    return Optional.empty();
  }

  List<YamlValue> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(child -> new YamlValue(child, name, file, found))
          .toList();
    }
    report(Diagnostic.error("type.list", place(), "'%s' must be a list", name)
        .hint("write [a, b] or one entry a line, each after '- '"));
    return List.of();
  }

  /** A list, or a single value that stands for a list of one. */
  List<YamlValue> listOrOne() {
    return isList() ? list() : new ArrayList<>(List.of(this));
  }

  /** A list with at least one entry, or a single value that stands for it. */
  List<YamlValue> someOrOne() {
    List<YamlValue> some = listOrOne();
    reportIfEmpty(some.size());
    return some;
  }

  /** A list with at least one entry. */
  List<YamlValue> someList() {
    List<YamlValue> some = list();
    if (isList()) {
      reportIfEmpty(some.size());
    }
    return some;
  }

  /** A map with at least one key. */
  Optional<YamlMap> someMap() {
    Optional<YamlMap> map = map();
    map.ifPresent(some -> reportIfEmpty(some.size()));
    return map;
  }

  private void reportIfEmpty(int size) {
    if (size == 0) {
      report(Diagnostic.error("value.empty", place(), "'%s' is empty", name));
    }
  }

  private YamlValue end(String text, int start) {
    DumperOptions.ScalarStyle style = ((ScalarNode) node).getScalarStyle();
    int quote = style == DumperOptions.ScalarStyle.PLAIN ? 0 : 1;
    return new YamlValue(
        new ScalarNode(node.getTag(), text.strip(), node.getStartMark(), node.getEndMark(), style),
        name,
        file,
        found,
        offset + (start == 0 ? 0 : quote + start));
  }

  private boolean ordered(BigDecimal first, BigDecimal last) {
    boolean ordered = first.compareTo(last) <= 0;
    if (!ordered) {
      report(Diagnostic.error(
              "value.order",
              place(),
              "'%s' runs from %s down to %s",
              name,
              first.toPlainString(),
              last.toPlainString())
          .hint("write %s..%s", last.toPlainString(), first.toPlainString()));
    }
    return ordered;
  }

  private Optional<String> scalar() {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    report(Diagnostic.error("type.text", place(), "'%s' must be a single value", name));
    return Optional.empty();
  }

  private Optional<String> number(Pattern pattern, String expected) {
    return text().filter(text -> {
      boolean fits = pattern.matcher(text).matches();
      if (!fits) {
        report(notANumber(text, expected));
      }
      return fits;
    });
  }

  private Diagnostic notANumber(String text, String expected) {
    String narrow = FullWidth.toNarrow(text);
    if (!narrow.equals(text) && DECIMAL.matcher(narrow).matches()) {
      return Diagnostic.error(
              "number.full-width", place(), "'%s' has full-width digits: '%s'", name, text)
          .hint("write %s", narrow);
    }
    if (text.matches("-?0[0-9]+")) {
      return Diagnostic.error(
              "number.leading-zero", place(), "'%s' starts with a zero: '%s'", name, text)
          .hint("write %s", text.replaceFirst("^(-?)0+(?=[0-9])", "$1"));
    }
    return Diagnostic.error(
        "type.number", place(), "'%s' must be %s, not '%s'", name, expected, text);
  }
}
