package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.exchange.bulk.CellTable;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;
import org.xinheng.scoring.SheetTables;
import org.xinheng.screening.OutcomeTables;

/**
 * How plain rows of a file are read, scored, classified and written, by tables alone. It is immutable, and can be kept as bytes.
 *
 * @param delimiter between the fields of a row
 * @param fields of a row: answers, whose cells stand one questionnaire behind the other; and others, by their position
 * @param known the columns that say of a student what scores depend on
 * @param school the field of the school, if there is one
 * @param student the field of the student, if there is one
 * @param sheet how the cells are scored
 * @param outcomes how scores are classified, if there are tiers
 * @param runs what is written, from left to right
 */
record PlainLayout(
    Delimiter delimiter,
    List<RowFields.Field> fields,
    List<Known> known,
    int school,
    int student,
    SheetTables sheet,
    Optional<OutcomeTables> outcomes,
    List<Run> runs) {

  /** In place of a field that is not there. */
  static final int NO_FIELD = -1;

  /**
   * A column of words that few rows differ in.
   *
   * @param bits of the number of a word, so that those of all columns fit one number
   */
  record Known(int field, int bits) {}

  /** What columns come of. */
  enum Kind {
    /** Fields of a row, which stand side by side there as well, and are written as they are. */
    OWN,
    /** The same where a profile chose them: blank ones are written as empty. */
    CHOSEN,
    /** A field of a row that a profile wants otherwise. */
    RESPELLED,
    /** The result of a scale. */
    SCALE,
    /** What of a questionnaire is of no scale. */
    REMAINDER,
    /** The decision, without its reason. */
    DECISION,
    /** The same in all plain rows. */
    ROW
  }

  /**
   * Columns side by side that come of the same, so that what is written of it can be kept and written at once. Its text begins with
   * the comma before it, unless it is the first.
   *
   * @param place the first field of the row; among the results of all scales the one of the scale; the questionnaire
   * @param count how many columns there are
   * @param text that is always written; empty if it is not always the same
   */
  record Run(Kind kind, int place, int count, String text) {}

  PlainLayout {
    fields = List.copyOf(fields);
    known = List.copyOf(known);
    runs = List.copyOf(runs);
  }

  /** A reader of rows, for one thread. */
  RowFields reader() {
    return new RowFields(delimiter.character(), fields);
  }

  /** The layout that {@link #writeTo} wrote. */
  static PlainLayout of(MemoryReader from) {
    Delimiter delimiter = Delimiter.values()[from.readInt()];
    List<CellTable> tables = new ArrayList<>();
    List<RowFields.Field> fields = new ArrayList<>();
    int size = from.readInt();
    for (int i = 0; i < size; i++) {
      int number = from.readInt();
      int table = from.readInt();
      if (table == tables.size()) {
        tables.add(new CellTable(from));
      }
      fields.add(
          table == NO_FIELD
              ? new RowFields.Field.Other(number)
              : new RowFields.Field.Answer(number, tables.get(table)));
    }
    List<Known> known = new ArrayList<>();
    size = from.readInt();
    for (int i = 0; i < size; i++) {
      known.add(new Known(from.readInt(), from.readInt()));
    }
    int school = from.readInt();
    int student = from.readInt();
    SheetTables sheet = new SheetTables(from);
    Optional<OutcomeTables> outcomes =
        from.readInt() == 1 ? Optional.of(new OutcomeTables(from)) : Optional.empty();
    List<Run> runs = new ArrayList<>();
    size = from.readInt();
    for (int i = 0; i < size; i++) {
      runs.add(
          new Run(Kind.values()[from.readInt()], from.readInt(), from.readInt(), from.readText()));
    }
    return new PlainLayout(delimiter, fields, known, school, student, sheet, outcomes, runs);
  }

  void writeTo(MemoryWriter to) {
    to.writeInt(delimiter.ordinal());
    List<CellTable> tables = new ArrayList<>();
    to.writeInt(fields.size());
    for (RowFields.Field field : fields) {
      if (field instanceof RowFields.Field.Answer answer) {
        to.writeInt(answer.cell());
        int table = tables.indexOf(answer.table());
        to.writeInt(table < 0 ? tables.size() : table);
        if (table < 0) {
          tables.add(answer.table());
          answer.table().writeTo(to);
        }
      } else {
        to.writeInt(((RowFields.Field.Other) field).number());
        to.writeInt(NO_FIELD);
      }
    }
    to.writeInt(known.size());
    for (Known column : known) {
      to.writeInt(column.field());
      to.writeInt(column.bits());
    }
    to.writeInt(school);
    to.writeInt(student);
    sheet.writeTo(to);
    to.writeInt(outcomes.isPresent() ? 1 : 0);
    outcomes.ifPresent(of -> of.writeTo(to));
    to.writeInt(runs.size());
    for (Run run : runs) {
      to.writeInt(run.kind().ordinal());
      to.writeInt(run.place());
      to.writeInt(run.count());
      to.writeText(run.text());
    }
  }
}
