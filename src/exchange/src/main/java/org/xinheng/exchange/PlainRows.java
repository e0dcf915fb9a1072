package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.xinheng.exchange.bulk.CellTable;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;

/**
 * How the rows of a file are read that are plain: what each number in the column of an item means, by the {@link
 * ItemColumn} itself. The cells of the questionnaires stand one behind the other; a field that is no item has its
 * position in the row as its number.
 */
final class PlainRows {

  private final int[] firstCells;
  private final List<RowFields.Field> fields;

  PlainRows(Columns columns, int width, List<Instrument> instruments) {
    firstCells = new int[instruments.size()];
    for (int i = 1; i < firstCells.length; i++) {
      firstCells[i] = firstCells[i - 1] + instruments.get(i - 1).items().size();
    }
    fields = new ArrayList<>();
    for (int field = 0; field < width; field++) {
      fields.add(new RowFields.Field.Other(field));
    }
    List<ResponseTable> scratch =
        instruments.stream().map(instrument -> new ResponseTable(instrument, 1)).toList();
    List<ItemColumn> kinds = new ArrayList<>();
    List<CellTable> tables = new ArrayList<>();
    for (ItemColumn column : columns.items()) {
      int kind = kindOf(column, kinds);
      if (kind == kinds.size()) {
        kinds.add(column);
        tables.add(cellTable(column, scratch.get(column.instrument())));
      }
      int cell = firstCells[column.instrument()] + column.item();
      fields.set(column.field(), new RowFields.Field.Answer(cell, tables.get(kind)));
    }
  }

  /** The last of some columns that reads like another, since most read like the one before; how many there are if none does. */
  private static int kindOf(ItemColumn column, List<ItemColumn> kinds) {
    for (int kind = kinds.size() - 1; kind >= 0; kind--) {
      if (kinds.get(kind).readsLike(column)) {
        return kind;
      }
    }
    return kinds.size();
  }

  /** Where the cells of a questionnaire begin. */
  int firstCell(int instrument) {
    return firstCells[instrument];
  }

  /** The fields of a row, in the order of the file. */
  List<RowFields.Field> fields() {
    return fields;
  }

  private static CellTable cellTable(ItemColumn column, ResponseTable scratch) {
    short[] numbers = new short[CellTable.LARGEST + 1];
    for (int number = 0; number < numbers.length; number++) {
      numbers[number] = meaning(Integer.toString(number), column, scratch);
    }
    return new CellTable(meaning("", column, scratch), numbers);
  }

  private static short meaning(String cell, ItemColumn column, ResponseTable scratch) {
    OptionalInt means = column.read(cell, scratch, 0) == ItemColumn.Outcome.READ
        ? RowLookup.cell(scratch, 0, column.item())
        : OptionalInt.empty();
    return (short) means.orElse(CellTable.NOT_PLAIN);
  }
}
