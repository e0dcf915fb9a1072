package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/** What a file is by its first bytes; its name says nothing. */
public enum FileKind {
  /** A zip archive, as workbooks are. */
  ZIP,
  /** Anything that may be text. */
  TEXT;

  private static final int HEAD_BYTES = 4096;

  /** Where the directory of an old Office file may stand, with the names of what is in it. */
  private static final int OLE_BYTES = 1 << 20;

  private static final List<String> MARKUP =
      List.of("<!doctype", "<html", "<head", "<body", "<table", "<meta", "<?xml", "<workbook");

  /**
   * The kind of a file.
   *
   * @throws WorkbookException if it is of a kind that holds tables and cannot be read, with the way out
   */
  public static FileKind of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    Optional<Diagnostic> refused = refused(file, head);
    if (refused.isPresent()) {
      throw new WorkbookException(refused.get());
    }
    return TEXT;
  }

  private static Optional<Diagnostic> refused(Path file, byte[] head) throws IOException {
    Place place = Place.startOf(file.toString());
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Optional.of(ofOldOffice(file, place));
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      return Optional.of(Diagnostic.error("file.pdf", place, "the file is a PDF, not a table")
          .hint("get the spreadsheet from which it was printed"));
    }
    if (startsWith(head, 0x1F, 0x8B)
        || startsWith(head, 'R', 'a', 'r', '!')
        || startsWith(head, '7', 'z', 0xBC, 0xAF)) {
      return Optional.of(Diagnostic.error("file.archive", place, "the file is a packed archive")
          .hint("unpack it, and name the table that is in it"));
    }
    if (isMarkup(head)) {
      return Optional.of(Diagnostic.error(
              "file.markup",
              place,
              "the file is a web page or XML, whatever its name says, not a workbook or text")
          .hint("open it in a spreadsheet program and save it as .xlsx"));
    }
    return Optional.empty();
  }

  private static Diagnostic ofOldOffice(Path file, Place place) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(OLE_BYTES), StandardCharsets.ISO_8859_1);
    }
    if (text.contains(wide("EncryptedPackage")) || text.contains(wide("EncryptionInfo"))) {
      return Diagnostic.error(
              "workbook.encrypted", place, "the workbook is encrypted: it opens with a password")
          .hint("open it in a spreadsheet program, take the password off, and save it");
    }
    return Diagnostic.error(
            "workbook.old", place, "the file is a workbook of the old kind (.xls), or no workbook")
        .hint("open it in a spreadsheet program and save it as .xlsx");
  }

  /** As the directory of an old Office file spells names. */
  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  private static boolean isMarkup(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1)
        .replace("\u0000", "")
        .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
        .strip()
        .toLowerCase(Locale.ROOT);
    return MARKUP.stream().anyMatch(text::startsWith);
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
