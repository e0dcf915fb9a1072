package org.xinheng.app.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.app.paper.MissingWords;
import org.xinheng.exchange.AllowedCells;
import org.xinheng.exchange.SheetColumn;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;

/**
 * A column for each item of a questionnaire, named such as {@code phq-9.1}, below its topic. The wording of items is not
 * known here; who fills in the table has the form.
 */
final class ItemColumns {

  /** What a cell says if nothing in the definition stands for it; any item takes it. */
  private static final String CANNOT_JUDGE = "missing." + Missing.UNKNOWN.word();

  private static final double WIDTH = 14;

  private final Instrument instrument;
  private final Language language;
  private final boolean isJudged;

  private ItemColumns(Instrument instrument, Language language, boolean isJudged) {
    this.instrument = instrument;
    this.language = language;
    this.isJudged = isJudged;
  }

  /** Of a questionnaire that a student or guardian answers. */
  static List<TemplateColumn> answered(Instrument instrument, Language language) {
    return new ItemColumns(instrument, language, false).columns();
  }

  /** Of a questionnaire whose rater may be unable to judge, and can say so for each item. */
  static List<TemplateColumn> judged(Instrument instrument, Language language) {
    return new ItemColumns(instrument, language, true).columns();
  }

  private List<TemplateColumn> columns() {
    return instrument.keptItems().stream().map(this::column).toList();
  }

  private TemplateColumn column(Item item) {
    ResponseSet.Scorable responses = instrument.scorable(item).orElseThrow();
    SortedMap<String, Text> instead = instead(responses);
    SheetColumn column = SheetColumn.whole(instrument.id() + "." + item.id())
        .withWidth(WIDTH)
        .withTopic(item.topic().in(language))
        .withRemark(remark(item, responses, instead));
    return new TemplateColumn(
        allowed(column, responses, instead),
        meaning(item),
        new Text(
            listed(responses, instead, Language.EN), listed(responses, instead, Language.ZH_CN)),
        example(responses));
  }

  /** What can be written in place of an answer, and what it means. */
  private SortedMap<String, Text> instead(ResponseSet.Scorable responses) {
    SortedMap<String, Text> instead = new TreeMap<>();
    responses
        .missing()
        .forEach((code, kind) ->
            MissingWords.of(kind).ifPresent(text -> instead.put(Integer.toString(code), text)));
    boolean canSay = responses.missing().containsValue(Missing.UNKNOWN);
    if (isJudged && !canSay) {
      instead.put(CANNOT_JUDGE, MissingWords.of(Missing.UNKNOWN).orElseThrow());
    }
    return instead;
  }

  private static SheetColumn allowed(
      SheetColumn column, ResponseSet.Scorable responses, Map<String, Text> instead) {
    if (responses instanceof ResponseSet.Choice choice) {
      return column.withAllowed(AllowedCells.oneOf(Stream.concat(
              choice.options().stream().map(option -> Integer.toString(option.code())),
              instead.keySet().stream())
          .toList()));
    }
    if (responses instanceof ResponseSet.Numeric && !instead.containsKey(CANNOT_JUDGE)) {
      return column.withAllowed(AllowedCells.between(
          responses.lowest(),
          responses.highest(),
          new TreeSet<>(responses.missing().keySet())));
    }
    return column;
  }

  private Text meaning(Item item) {
    boolean isConditional = !instrument.visibleWhen(item).isEmpty();
    return new Text(
        instrument.about().name().en() + ": " + item.topic().en()
            + (isConditional ? "; only if the form asks it" : ""),
        instrument.about().name().zhCn() + "：" + item.topic().zhCn()
            + (isConditional ? "；仅在问卷要求时作答" : ""));
  }

  private String remark(
      Item item, ResponseSet.Scorable responses, SortedMap<String, Text> instead) {
    return item.topic().in(language) + "\n"
        + String.join("\n", labels(responses, instead, language));
  }

  private static String listed(
      ResponseSet.Scorable responses, SortedMap<String, Text> instead, Language language) {
    return String.join(language == Language.EN ? "; " : "；", labels(responses, instead, language));
  }

  private static List<String> labels(
      ResponseSet.Scorable responses, SortedMap<String, Text> instead, Language language) {
    List<String> labels = new ArrayList<>();
    if (responses.options().isEmpty()) {
      labels.add(responses.lowest().toPlainString() + " – "
          + responses.highest().toPlainString() + ends(responses, language));
    }
    if (responses instanceof ResponseSet.SeveralChoices) {
      labels.add(
          new Text("several with ; between them, such as 1;3", "可填多个，用;隔开，如 1;3").in(language));
    }
    for (Option option : responses.options()) {
      labels.add(option.code() + " = " + option.label().in(language));
    }
    instead.forEach((code, text) -> labels.add(code + " = " + text.in(language)));
    return labels;
  }

  /** What stands at the ends of a line. */
  private static String ends(ResponseSet.Scorable responses, Language language) {
    String ends = responses.labels().values().stream()
        .map(text -> text.in(language))
        .collect(Collectors.joining(" – "));
    return ends.isEmpty() ? "" : " (" + ends + ")";
  }

  private static Text example(ResponseSet.Scorable responses) {
    String answer = responses.options().isEmpty()
        ? responses.lowest().toPlainString()
        : Integer.toString(
            responses.options().get(responses.options().size() > 1 ? 1 : 0).code());
    return new Text(answer, answer);
  }
}
