package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Place;

/**
 * Says where the fields of a text stand. The file is gone over a second time for it, as far as the row that is asked for, and
 * only where something is wrong; rows that are asked for in file order cost one pass together.
 */
final class FieldPlaces implements Closeable {

  private final TextFile source;
  private final Delimiter delimiter;
  private Optional<TextRecords> records = Optional.empty();
  private Optional<TextRecord> at = Optional.empty();

  FieldPlaces(TextFile source, Delimiter delimiter) {
    this.source = source;
    this.delimiter = delimiter;
  }

  /**
   * Where a field begins; where its row begins if the row has no such field, or the file cannot be read again.
   *
   * @param line in which the row begins, from 1
   * @param field from 0
   */
  Place of(long line, int field) {
    String file = source.path().toString();
    try {
      Optional<TextRecord> record = record(line);
      if (record.isPresent()) {
        List<Place> places = record.get().places(delimiter, file);
        if (field < places.size()) {
          return places.get(field);
        }
      }
    } catch (IOException e) {
      // The row has to do.
    }
    return new Place(file, (int) line, 1);
  }

  private Optional<TextRecord> record(long line) throws IOException {
    if (records.isEmpty() || at.filter(record -> record.line() <= line).isEmpty()) {
      close();
      records = Optional.of(new TextRecords(source.open(), c -> c == delimiter.character()));
      at = records.get().next();
    }
    while (at.filter(record -> record.line() < line && record.isWhole()).isPresent()) {
      at = records.get().next();
    }
    return at.filter(record -> record.line() == line);
  }

  @Override
  public void close() throws IOException {
    if (records.isPresent()) {
      records.get().close();
      records = Optional.empty();
    }
  }
}
