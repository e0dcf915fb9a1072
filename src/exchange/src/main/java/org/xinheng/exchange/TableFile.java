package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.FileKind;
import org.xinheng.exchange.workbook.WorkbookException;

/**
 * A file as it is named on the command line and in campaign files, where {@code #} names a sheet of a workbook.
 *
 * @param path the file
 * @param sheet the name of the sheet, if one is named
 */
record TableFile(Path path, Optional<String> sheet) {

  static final char SHEET_MARK = '#';

  /** A file that is there under the whole name is that file. */
  static TableFile of(Path named) {
    String name = String.valueOf(named.getFileName());
    int mark = Files.exists(named) ? -1 : name.indexOf(SHEET_MARK);
    while (mark > 0) {
      Path path = named.resolveSibling(name.substring(0, mark));
      if (Files.exists(path)) {
        return new TableFile(path, Optional.of(name.substring(mark + 1)));
      }
      mark = name.indexOf(SHEET_MARK, mark + 1);
    }
    return new TableFile(named, Optional.empty());
  }

  /** @throws TableException if it is of a kind that is known and not read */
  boolean isWorkbook() throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(path + " is not a regular file, and it has to be read twice");
    }
    try {
      return FileKind.of(path) == FileKind.ZIP;
    } catch (WorkbookException e) {
      throw new TableException(List.of(e.diagnostic()));
    }
  }

  /** The path of a file that has no sheets. */
  Path requireNoSheet() {
    if (sheet.isPresent()) {
      throw new TableException(List.of(Diagnostic.error(
              "sheet.none", Place.startOf(path.toString()), "the file is text and has no sheets")
          .hint("leave out '%s' and what follows", SHEET_MARK)));
    }
    return path;
  }
}
