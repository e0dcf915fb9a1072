package org.xinheng.administration;

import java.util.List;

/**
 * Items that are shown together, whether or not each of them is.
 *
 * @param form the place of the questionnaire in the session
 * @param section the place of the section in the questionnaire; −1 if it has none
 * @param columns of the items, in the order in which they are shown
 */
record PageItems(int form, int section, List<Integer> columns) {

  static final int NO_SECTION = -1;

  PageItems {
    columns = List.copyOf(columns);
  }
}
