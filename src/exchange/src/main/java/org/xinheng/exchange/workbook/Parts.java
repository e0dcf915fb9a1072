package org.xinheng.exchange.workbook;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.xinheng.diagnostic.Place;

/** The parts of a workbook by name, of which each is inflated under a guard. */
final class Parts implements Closeable {

  /** Real workbooks have a few dozen. */
  static final int MOST_PARTS = 10_000;

  /** A million rows of a hundred columns take about half of it. */
  static final long MOST_BYTES = 4L << 30;

  private final ZipFile zip;
  private final Place place;
  private final Map<String, ZipEntry> entries;

  private Parts(ZipFile zip, Place place, Map<String, ZipEntry> entries) {
    this.zip = zip;
    this.place = place;
    this.entries = entries;
  }

  /**
   * Opens the archive and looks at its table of contents; nothing is inflated.
   *
   * @throws WorkbookException if it is no whole archive, or declares more than a workbook may hold
   */
  static Parts open(Path file) throws IOException {
    Place place = Place.startOf(file.toString());
    ZipFile zip;
    try {
      // Names that say they are UTF-8 are; of all others only ASCII matters.
      zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    } catch (ZipException | EOFException e) {
      throw WorkbookException.damaged(place, "the end of the archive is missing or broken");
    }
    try {
      return new Parts(zip, place, entries(zip, place));
    } catch (IllegalArgumentException e) {
      zip.close();
      throw WorkbookException.damaged(place, "the name of a part is no text");
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, Place place) {
    if (zip.size() > MOST_PARTS) {
      throw WorkbookException.tooLarge(
          place, "the workbook has " + zip.size() + " parts, at most " + MOST_PARTS + " are read");
    }
    Map<String, ZipEntry> entries = new HashMap<>();
    long declared = 0;
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      declared += Math.max(0, entry.getSize());
      if (declared > MOST_BYTES) {
        throw WorkbookException.tooLarge(
            place, "the workbook unpacks to more than " + (MOST_BYTES >> 30) + " GiB");
      }
      if (entries.put(key(entry.getName()), entry) != null) {
        throw WorkbookException.damaged(place, "a part is there twice");
      }
    }
    return entries;
  }

  /** Some programs write other cases and backslashes than they refer to. */
  private static String key(String name) {
    String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("/") ? plain.substring(1) : plain;
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** The bytes of a part; empty if there is none of this name. */
  Optional<InputStream> read(String name) throws IOException {
    Optional<ZipEntry> entry = Optional.ofNullable(entries.get(key(name)));
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GuardedStream(zip.getInputStream(entry.get()), entry.get(), place));
    } catch (ZipException | EOFException e) {
      throw WorkbookException.damaged(place, "a part cannot be unpacked");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
