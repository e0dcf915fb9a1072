package org.xinheng.app.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.app.report.Html;
import org.xinheng.definition.WordingPack;
import org.xinheng.exchange.ClassList;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;

/**
 * A questionnaire that a class teacher answers for a whole class: a page with a row for each student and a column for each
 * item, and behind it what the columns and numbers mean.
 */
public final class ClassGrid {

  /** What is left of a page for the rows, below the heading and the instruction. */
  private static final double ROOM_MM = 205;

  private static final double TALLEST_ROW_MM = 8;
  private static final double LOWEST_ROW_MM = 3.6;

  private final Instrument instrument;
  private final WordingPack wording;
  private final Language language;
  private final Html html = new Html();

  private ClassGrid(Instrument instrument, WordingPack wording) {
    this.instrument = instrument;
    this.wording = wording;
    this.language = wording.language();
  }

  /** The pages: a grid for each class of the list, in its order, and once the meaning. */
  public static String of(
      Instrument instrument, WordingPack wording, List<ClassList.Entry> people) {
    ClassGrid grid = new ClassGrid(instrument, wording);
    Map<String, List<ClassList.Entry>> classes = people.stream()
        .collect(Collectors.groupingBy(
            ClassList.Entry::ofClass, LinkedHashMap::new, Collectors.toList()));
    String title = instrument.about().name().in(wording.language());
    Sheets.page(grid.html, title, wording.language(), () -> {
      classes.forEach((name, members) -> grid.sheet(title, name, members));
      grid.meaning();
    });
    return grid.html.page();
  }

  private void sheet(String title, String ofClass, List<ClassList.Entry> members) {
    html.open("article", "class", "sheet").element("h1", title);
    html.open("div", "class", "person");
    html.open("span")
        .text(PaperWords.CLASS.in(language) + " ")
        .open("strong")
        .name(ofClass)
        .close()
        .close();
    for (String label : List.of(PaperWords.TEACHER.in(language), PaperWords.DATE.in(language))) {
      html.open("span").text(label + " ").open("span", "class", "short").close().close();
    }
    html.closeLine();
    html.element("p", wording.instruction(), "class", "small");
    html.element("p", legend(), "class", "small");
    html.open("table", "class", "grid");
    headings();
    html.open("tbody");
    double height =
        Math.max(LOWEST_ROW_MM, Math.min(TALLEST_ROW_MM, ROOM_MM / Math.max(1, members.size())));
    for (int i = 0; i < members.size(); i++) {
      row(i + 1, members.get(i), Math.round(height * 10) / 10.0);
    }
    html.close().closeLine();
    foot();
    html.closeLine();
  }

  private void headings() {
    html.open("thead").open("tr");
    html.element("th", PaperWords.NUMBER.in(language), "class", "no");
    html.element("th", PaperWords.NAME.in(language), "class", "who");
    for (Item item : instrument.keptItems()) {
      html.open("th")
          .element("strong", item.id())
          .empty("br")
          .text(item.topic().in(language))
          .close();
    }
    html.close().closeLine();
  }

  private void row(int number, ClassList.Entry member, double height) {
    html.open("tr", "style", "height: " + height + "mm");
    html.element("td", Integer.toString(number), "class", "no");
    html.open("th", "class", "who").name(member.name().orElse(member.student())).close();
    for (Item item : instrument.keptItems()) {
      html.element("td", codes(item));
    }
    html.closeLine();
  }

  /** What can be circled: {@code 0 1 2 3 9}. */
  private String codes(Item item) {
    return instrument.scorable(item).stream()
        .flatMap(set -> Stream.concat(
            set.options().stream().map(Option::code),
            set.missing().entrySet().stream()
                .filter(entry -> MissingWords.of(entry.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .sorted()))
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  /** {@code 0 = not seen, …, 9 = cannot judge}, of the first item's answers, which all share. */
  private String legend() {
    StringBuilder legend = new StringBuilder();
    ResponseSet.Scorable set =
        instrument.scorable(instrument.keptItems().get(0)).orElseThrow();
    Map<String, String> labels =
        Objects.requireNonNullElse(wording.responses().get(set.id()), Map.of());
    labels.forEach(
        (code, label) -> legend.append(code).append(" = ").append(label).append("   "));
    for (Map.Entry<Integer, Missing> missing : set.missing().entrySet()) {
      MissingWords.of(missing.getValue())
          .ifPresent(text -> legend
              .append(missing.getKey())
              .append(" = ")
              .append(text.in(language))
              .append("   "));
    }
    return legend.toString().strip();
  }

  private void meaning() {
    html.open("article", "class", "sheet");
    html.element("h1", PaperWords.WHAT_THE_NUMBERS_MEAN.in(language));
    html.open("table", "class", "codes").open("tbody");
    for (Item item : instrument.keptItems()) {
      html.open("tr").element("td", item.id());
      html.open("td").element("strong", item.topic().in(language)).close();
      html.element("td", Objects.requireNonNullElse(wording.items().get(item.id()), ""));
      html.closeLine();
    }
    html.close().closeLine();
    html.element("p", legend());
    html.element("p", wording.instruction());
    foot();
    html.closeLine();
  }

  private void foot() {
    Sheets.foot(
        html,
        instrument.id() + " " + instrument.version(),
        instrument.about().isNotValidated(),
        language);
  }
}
