package org.xinheng.scoring;

import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.irt.IrtScale;

/** The answers to the items of a model as categories from 0, the lowest. */
public final class Categories {

  private final int[] columns;
  private final int[][] byCode;

  /** @throws IllegalArgumentException if an item of the model is not one of a single choice */
  public Categories(Keying.OfModel keying, Instrument instrument) {
    columns = new int[keying.items().size()];
    byCode = new int[columns.length][ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1];
    for (int i = 0; i < columns.length; i++) {
      ModelledItem modelled = keying.items().get(i);
      Item item = Contribution.item(modelled.key(), instrument);
      columns[i] = instrument.column(item.id());
      if (!(Contribution.responses(modelled.key(), instrument)
          instanceof ResponseSet.Choice responses)) {
        throw new IllegalArgumentException(
            "item '" + item.id() + "' has no options to estimate a level from");
      }
      for (Option option : responses.options()) {
        byCode[i][option.code() - ResponseSet.LOWEST_CODE] =
            modelled.category(option.code(), responses);
      }
    }
  }

  /** How many items the model has. */
  public int size() {
    return columns.length;
  }

  /** The column of an item of the model. */
  public int column(int item) {
    return columns[item];
  }

  /** The answers of a row into an array with a place for each item; {@link IrtScale#MISSING} where there is none. */
  public void read(ResponseTable table, int row, int[] answers) {
    for (int i = 0; i < columns.length; i++) {
      byte cell = table.cells(columns[i])[row];
      answers[i] =
          Cells.isAnswer(cell) ? byCode[i][cell - ResponseSet.LOWEST_CODE] : IrtScale.MISSING;
    }
  }
}
