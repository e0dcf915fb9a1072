package org.xinheng.app.paper;

import java.util.List;
import org.xinheng.exchange.ClassList;
import org.xinheng.instrument.Language;

/**
 * How answer sheets are printed.
 *
 * @param language of what the page itself says
 * @param columns 1 or 2; pages that print wording have one
 * @param people whose sheets they are, named at the head; one sheet each
 * @param codes what stands at the head in place of a person; one sheet each
 */
public record SheetOptions(
    Language language, int columns, List<ClassList.Entry> people, List<String> codes) {

  public SheetOptions {
    if (columns < 1 || columns > 2) {
      throw new IllegalArgumentException("columns must be 1 or 2: " + columns);
    }
    people = List.copyOf(people);
    codes = List.copyOf(codes);
  }

  /** One sheet in one column, for a name to be written on. */
  public static SheetOptions in(Language language) {
    return new SheetOptions(language, 1, List.of(), List.of());
  }

  public SheetOptions withColumns(int number) {
    return new SheetOptions(language, number, people, codes);
  }

  public SheetOptions withPeople(List<ClassList.Entry> list) {
    return new SheetOptions(language, columns, list, codes);
  }

  public SheetOptions withCodes(List<String> list) {
    return new SheetOptions(language, columns, people, list);
  }
}
