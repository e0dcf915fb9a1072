package org.xinheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a workbook without the time at which it was made, so that two runs over the same tables can be compared by
 * checksum.
 */
final class StableZip {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final String WITHOUT_TIME = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <cp:coreProperties \
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Xinheng</dc:creator></cp:coreProperties>
      """;

  /** The first that a zip file can name. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StableZip() {}

  static void copy(Path from, OutputStream to) throws IOException {
    try (ZipFile source = new ZipFile(from.toFile())) {
      ZipOutputStream copy = new ZipOutputStream(to);
      for (ZipEntry entry : Collections.list(source.entries())) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(NO_TIME);
        copy.putNextEntry(same);
        if (entry.getName().equals(PROPERTIES)) {
          copy.write(WITHOUT_TIME.getBytes(StandardCharsets.UTF_8));
        } else {
          try (InputStream content = source.getInputStream(entry)) {
            content.transferTo(copy);
          }
        }
        copy.closeEntry();
      }
      copy.finish();
    }
  }
}
