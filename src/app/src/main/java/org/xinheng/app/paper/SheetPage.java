package org.xinheng.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.app.report.Html;
import org.xinheng.definition.WordingPack;
import org.xinheng.exchange.ClassList;
import org.xinheng.form.LabelWords;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;

/**
 * Answer sheets to print: one for each student of a list, or with a code each, or a single one.
 *
 * <p>A student reads no name of a disorder: a questionnaire whose name is one goes by its number on the sheet, and by its
 * id in small print for those who enter the answers.
 */
public final class SheetPage {

  private static final int LONGEST_BLOCK = 25;

  private final List<SheetPart> parts;
  private final SheetOptions options;
  private final Language language;
  private final Html html = new Html();

  private SheetPage(List<SheetPart> parts, SheetOptions options) {
    this.parts = parts;
    this.options = options;
    this.language = options.language();
  }

  /** The pages; a new one for each student. */
  public static String of(List<SheetPart> parts, SheetOptions options) {
    SheetPage page = new SheetPage(parts, options);
    Sheets.page(
        page.html,
        PaperWords.ANSWER_SHEET.in(options.language()),
        options.language(),
        page::sheets);
    return page.html.page();
  }

  private void sheets() {
    List<Runnable> heads = new ArrayList<>();
    options.people().forEach(person -> heads.add(() -> person(person)));
    options.codes().forEach(code -> heads.add(() -> code(code)));
    if (heads.isEmpty()) {
      heads.add(this::toWriteOn);
    }
    heads.forEach(this::sheet);
  }

  private void sheet(Runnable head) {
    html.open("article", "class", "sheet");
    html.element("h1", title());
    html.open("div", "class", "person");
    head.run();
    html.closeLine();
    for (int i = 0; i < parts.size(); i++) {
      part(parts.get(i), i + 1);
    }
    boolean isOfStudents = parts.stream()
        .anyMatch(part -> part.instrument().about().informants().contains(Informant.SELF));
    if (isOfStudents) {
      html.open("p", "class", "talk").open("span", "class", "box").close();
      html.text(PaperWords.TALK.in(language)).closeLine();
    }
    html.element("p", PaperWords.HELP.in(language), "class", "small");
    Sheets.foot(
        html,
        String.join(
            ", ",
            parts.stream()
                .map(part -> part.instrument().id() + " " + part.instrument().version())
                .toList()),
        parts.stream().anyMatch(part -> part.instrument().about().isNotValidated()),
        language);
    html.closeLine();
  }

  /** The name of the only questionnaire, if a student may read it. */
  private String title() {
    return parts.size() == 1
        ? harmlessName(parts.get(0).instrument()).orElse(PaperWords.ANSWER_SHEET.in(language))
        : PaperWords.ANSWER_SHEET.in(language);
  }

  /** The name of one of our own questionnaires, which no published form hides; empty if it labels. */
  private Optional<String> harmlessName(Instrument instrument) {
    String name = instrument.about().name().in(language);
    boolean isOurs = instrument.about().isNotValidated();
    return isOurs && LabelWords.firstIn(name, language).isEmpty()
        ? Optional.of(name)
        : Optional.empty();
  }

  private void person(ClassList.Entry entry) {
    labelled(PaperWords.CLASS.in(language), entry.ofClass());
    entry.name().ifPresent(name -> labelled(PaperWords.NAME.in(language), name));
    labelled(PaperWords.STUDENT.in(language), entry.student());
    toWrite(PaperWords.DATE.in(language));
  }

  private void code(String code) {
    labelled(PaperWords.CODE.in(language), code);
    toWrite(PaperWords.DATE.in(language));
  }

  private void toWriteOn() {
    toWrite(PaperWords.CLASS.in(language));
    toWrite(PaperWords.STUDENT.in(language));
    toWrite(PaperWords.DATE.in(language));
  }

  private void labelled(String label, String text) {
    html.open("span").text(label + " ").open("strong").name(text).close().close();
  }

  private void toWrite(String label) {
    html.open("span").text(label + " ").open("span", "class", "short").close().close();
  }

  private void part(SheetPart part, int number) {
    if (parts.size() > 1) {
      html.open("h2")
          .text(PaperWords.PART.in(language) + (language == Language.EN ? " " : "") + number
              + PaperWords.PART_END.in(language) + " · ")
          .element("small", part.instrument().id())
          .closeLine();
    }
    html.element(
        "p",
        part.wording()
            .map(WordingPack::instruction)
            .orElse(PaperWords.BESIDE_THE_FORM.in(language)),
        "class",
        "instruction");
    boolean inColumns = options.columns() == 2 && part.wording().isEmpty();
    html.open("div", "class", inColumns ? "columns" : "whole");
    AnswerBlock.of(part, language, LONGEST_BLOCK).forEach(block -> block.write(html));
    html.closeLine();
  }
}
