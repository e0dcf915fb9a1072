package org.xinheng.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.xinheng.app.report.Html;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;

/**
 * Neighbouring items that take the same answers, as a table: number, wording if there is any, and a circle for each
 * answer. Numbers, several choices and text have room to write instead.
 */
final class AnswerBlock {

  private final Instrument instrument;
  private final Optional<WordingPack> wording;
  private final Language language;
  private final List<Item> items;
  private final Optional<ResponseSet> responses;

  private AnswerBlock(SheetPart part, Language language, List<Item> items) {
    this.instrument = part.instrument();
    this.wording = part.wording();
    this.language = language;
    this.items = List.copyOf(items);
    this.responses = instrument.responsesOf(items.get(0));
  }

  /**
   * The blocks of a questionnaire in the order of the form.
   *
   * @param most how many items a block has at most, so that it is not cut by the end of a column
   */
  static List<AnswerBlock> of(SheetPart part, Language language, int most) {
    List<AnswerBlock> blocks = new ArrayList<>();
    List<Item> run = new ArrayList<>();
    for (Item item : part.instrument().items()) {
      boolean differs =
          !run.isEmpty() && !run.get(run.size() - 1).responses().equals(item.responses());
      if (differs || run.size() == most) {
        blocks.add(new AnswerBlock(part, language, run));
        run.clear();
      }
      run.add(item);
    }
    if (!run.isEmpty()) {
      blocks.add(new AnswerBlock(part, language, run));
    }
    return blocks;
  }

  /** Writes the block; nothing for information without wording. */
  void write(Html html) {
    if (responses.isEmpty() && wording.isEmpty()) {
      return;
    }
    html.open("div", "class", "block").open("table", "class", "answers");
    if (responses.isPresent() && responses.get() instanceof ResponseSet.Choice choice) {
      headings(html, choice);
    }
    html.open("tbody");
    items.forEach(item -> row(html, item));
    html.close().close().closeLine();
  }

  private void headings(Html html, ResponseSet.Choice choice) {
    html.open("thead").open("tr");
    html.open("th", "class", "n").close();
    wording.ifPresent(pack -> html.open("th").close());
    choice
        .options()
        .forEach(option ->
            html.element("th", label(choice, option.code(), option.label()), "class", "o narrow"));
    instead(choice)
        .values()
        .forEach(text -> html.element("th", text.in(language), "class", "o narrow"));
    html.close().closeLine();
  }

  private String label(ResponseSet set, int code, Text ours) {
    return wording
        .flatMap(pack -> Optional.ofNullable(pack.responses().get(set.id())))
        .flatMap(labels -> Optional.ofNullable(labels.get(Integer.toString(code))))
        .orElse(ours.in(language));
  }

  /** The codes that can be circled in place of an answer, with what they stand for. */
  private static Map<Integer, Text> instead(ResponseSet.Scorable set) {
    Map<Integer, Text> instead = new TreeMap<>();
    for (Map.Entry<Integer, Missing> missing : set.missing().entrySet()) {
      MissingWords.of(missing.getValue()).ifPresent(text -> instead.put(missing.getKey(), text));
    }
    return instead;
  }

  private void row(Html html, Item item) {
    html.open("tr").element("td", responses.isEmpty() ? "" : item.id(), "class", "n");
    wording.ifPresent(pack -> words(html, item, pack));
    if (responses.isPresent()) {
      answer(html, item, responses.get());
    }
    html.closeLine();
  }

  private void words(Html html, Item item, WordingPack pack) {
    html.open("td").text(Objects.requireNonNullElse(pack.items().get(item.id()), ""));
    condition(html, item);
    html.close();
  }

  private void condition(Html html, Item item) {
    if (!instrument.visibleWhen(item).isEmpty()) {
      html.text(" ").element("small", "(" + PaperWords.IF_IT_APPLIES.in(language) + ")");
    }
  }

  private void answer(Html html, Item item, ResponseSet set) {
    if (set instanceof ResponseSet.Choice choice) {
      choice.options().forEach(option -> circle(html, option.code()));
      instead(choice).keySet().forEach(code -> circle(html, code));
      return;
    }
    html.open("td");
    if (wording.isEmpty()) {
      condition(html, item);
    }
    if (set instanceof ResponseSet.SeveralChoices several) {
      html.element("small", PaperWords.TICK_ALL.in(language) + " ");
      several.options().forEach(option -> {
        html.element("span", Integer.toString(option.code()), "class", "circle");
        html.text(" " + label(several, option.code(), option.label()) + "  ");
      });
    } else if (set instanceof ResponseSet.Numeric numeric) {
      number(html, numeric);
    } else {
      html.open("div", "class", "ruled").close();
    }
    html.close();
  }

  private void number(Html html, ResponseSet.Numeric set) {
    html.open("span", "class", "short").close();
    String unit = set instanceof ResponseSet.NumberEntry entry
        ? entry.unit().map(text -> " " + text.in(language)).orElse("")
        : "";
    html.element(
        "small",
        unit + " " + PaperWords.WRITE_A_NUMBER.in(language) + " " + set.lowest().toPlainString()
            + "–" + set.highest().toPlainString());
    set.labels()
        .forEach((end, text) -> html.element(
            "small",
            "  " + (end.equals("low") ? set.lowest() : set.highest()).toPlainString() + " = "
                + end(set, end, text)));
    instead(set)
        .forEach((code, text) -> html.element("small", "  " + code + " = " + text.in(language)));
  }

  private String end(ResponseSet set, String end, Text ours) {
    return wording
        .flatMap(pack -> Optional.ofNullable(pack.responses().get(set.id())))
        .flatMap(labels -> Optional.ofNullable(labels.get(end)))
        .orElse(ours.in(language));
  }

  private static void circle(Html html, int code) {
    html.open("td", "class", "o narrow")
        .element("span", Integer.toString(code), "class", "circle")
        .close();
  }
}
