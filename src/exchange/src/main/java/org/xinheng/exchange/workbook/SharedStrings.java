package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Place;

/**
 * The texts that cells refer to by number. They are the one thing of a sheet that has to be kept in memory, so how many there
 * may be is limited; how many the part says there are is not believed.
 */
final class SharedStrings {

  /** One for each of the students of a country's largest districts, and two more. */
  private static final int MOST = 4_000_000;

  private static final long MOST_CHARS = 200_000_000;

  private final List<String> texts;

  private SharedStrings(List<String> texts) {
    this.texts = texts;
  }

  static SharedStrings read(Optional<InputStream> part, Place place) throws IOException {
    List<String> texts = new ArrayList<>();
    if (part.isPresent()) {
      long chars = 0;
      try (PartXml xml = new PartXml(part.get(), place)) {
        while (xml.next()) {
          if (xml.isStart("si")) {
            String text = CellText.read(xml, "si", place);
            chars += text.length();
            texts.add(text);
            if (texts.size() > MOST || chars > MOST_CHARS) {
              throw WorkbookException.tooLarge(
                  place,
                  "the workbook holds more than " + MOST + " different texts, or very long ones");
            }
          }
        }
      }
    }
    return new SharedStrings(texts);
  }

  Optional<String> text(int number) {
    return number >= 0 && number < texts.size() ? Optional.of(texts.get(number)) : Optional.empty();
  }
}
