package org.xinheng.app.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.exchange.ClassList;
import org.xinheng.exchange.SheetCell;
import org.xinheng.exchange.SheetColumn;
import org.xinheng.exchange.SheetShape;
import org.xinheng.exchange.SheetWriter;
import org.xinheng.exchange.WorkbookWriter;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;

/**
 * A workbook that is filled in and read again as it is: the table, and a sheet that says how in both languages.
 *
 * <p>The example is a column of the second sheet, from top to bottom. It has no row of headings above it, so that nothing that reads tables can
 * take it for a student, whichever sheet it looks at. Names of columns stand in brackets there for the same reason.
 */
public final class Template {

  /** Rows below those that are there already, or of a class that nobody listed. */
  private static final int SPARE_ROWS = 100;

  private static final int ROWS_WITHOUT_ROSTER = 5_000;

  /** Number and name of the student. */
  private static final int COLUMNS_IN_SIGHT = 2;

  private static final String INSTRUCTIONS = "说明 Instructions";

  private final Text sheet;
  private final Language language;
  private final List<Text> guidance;
  private final List<PersonColumn> people;
  private final Interval grades;
  private final List<TemplateColumn> items;

  private Template(
      Text sheet,
      Language language,
      List<Text> guidance,
      List<PersonColumn> people,
      Interval grades,
      List<TemplateColumn> items) {
    this.sheet = sheet;
    this.language = language;
    this.guidance = guidance;
    this.people = people;
    this.grades = grades;
    this.items = items;
  }

  /** A list of students. */
  public static Template roster(Interval grades, Language language) {
    return new Template(
        new Text("Roster", "名单"),
        language,
        Guidance.ofRoster(),
        List.of(
            PersonColumn.STUDENT,
            PersonColumn.NAME,
            PersonColumn.SCHOOL,
            PersonColumn.GRADE,
            PersonColumn.CLASS,
            PersonColumn.SEX,
            PersonColumn.BIRTHDATE,
            PersonColumn.BOARDING,
            PersonColumn.DORMITORY,
            PersonColumn.ROOM,
            PersonColumn.CONSENT,
            PersonColumn.SCHOOL_KIND),
        grades,
        List.of());
  }

  /**
   * Answers of students or guardians.
   *
   * @param questionnaires at least one
   */
  public static Template answers(
      List<Instrument> questionnaires, Interval grades, Language language) {
    return new Template(
        new Text("Answers", "作答"),
        language,
        Guidance.ofAnswers(questionnaires),
        occasion(),
        grades,
        questionnaires.stream()
            .flatMap(instrument -> ItemColumns.answered(instrument, language).stream())
            .toList());
  }

  /** Ratings by class teachers, who may say of each item that they cannot judge. */
  public static Template ratings(Instrument form, Interval grades, Language language) {
    return new Template(
        new Text("Ratings", "班主任评定"),
        language,
        Guidance.ofRatings(form),
        occasion(),
        grades,
        ItemColumns.judged(form, language));
  }

  /** Contacts with students and guardians: several rows a student. */
  public static Template contacts(Interval grades, Language language) {
    return new Template(
        new Text("Contacts", "联系记录"),
        language,
        Guidance.ofContacts(),
        List.of(
            PersonColumn.STUDENT,
            PersonColumn.NAME,
            PersonColumn.SCHOOL,
            PersonColumn.GRADE,
            PersonColumn.CLASS),
        grades,
        ContactColumns.in(language));
  }

  private static List<PersonColumn> occasion() {
    return List.of(
        PersonColumn.STUDENT,
        PersonColumn.NAME,
        PersonColumn.SCHOOL,
        PersonColumn.GRADE,
        PersonColumn.CLASS,
        PersonColumn.DATE);
  }

  /**
   * Writes the workbook, whole or not at all.
   *
   * @param students who stand in it already; may be none
   */
  public void write(Path file, List<ClassList.Entry> students) throws IOException {
    try (SheetWriter writer = WorkbookWriter.begin(file)) {
      writer.sheet(table(students));
      for (ClassList.Entry student : students) {
        writer.row(Stream.concat(
                people.stream().map(column -> column.of(student, language)),
                items.stream().map(item -> SheetCell.EMPTY))
            .toList());
      }
      instructions(writer);
      writer.commit();
    }
  }

  private SheetShape table(List<ClassList.Entry> students) {
    int rows = students.isEmpty() ? ROWS_WITHOUT_ROSTER : students.size() + SPARE_ROWS;
    return SheetShape.of(
            sheet.in(language), columns().stream().map(TemplateColumn::column).toList())
        .withNotes(List.of(Guidance.SEE_INSTRUCTIONS.in(language)))
        .withColumnsInSight(COLUMNS_IN_SIGHT)
        .withRowsToFill(rows);
  }

  private List<TemplateColumn> columns() {
    return Stream.concat(people.stream().map(column -> column.in(language, grades)), items.stream())
        .toList();
  }

  private void instructions(SheetWriter writer) throws IOException {
    List<String> notes = new ArrayList<>();
    guidance.forEach(line -> notes.add(line.zhCn()));
    notes.add("");
    guidance.forEach(line -> notes.add(line.en()));
    notes.add("");
    writer.sheet(SheetShape.of(
            INSTRUCTIONS,
            List.of(
                SheetColumn.text("列 Column").withWidth(26),
                SheetColumn.text("示例 Example").withWidth(18),
                SheetColumn.longText("填什么").withWidth(36),
                SheetColumn.longText("可填").withWidth(36),
                SheetColumn.longText("What goes in").withWidth(36),
                SheetColumn.longText("Allowed").withWidth(36)))
        .withNotes(notes));
    for (TemplateColumn column : columns()) {
      writer.row(Stream.of(
              "【" + column.column().heading() + "】",
              column.example().in(language),
              column.meaning().zhCn(),
              column.allowed().zhCn(),
              column.meaning().en(),
              column.allowed().en())
          .map(SheetCell::text)
          .toList());
    }
  }
}
