package org.xinheng.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * A text file of which every byte was looked at once, so that what is read from it later is known to be text.
 *
 * <p>The encoding is the first that all bytes fit: that of the byte-order mark if there is one, else UTF-8, else
 * GB18030. UTF-8 goes first because text in GB18030 with as much as one Chinese word is hardly ever valid UTF-8, while
 * much UTF-8 is valid GB18030.
 *
 * @param path the file
 * @param encoding the encoding that fits
 */
record TextFile(Path path, TextEncoding encoding) {

  private static final int HEAD_BYTES = 4096;
  private static final int BUFFER_CHARS = 1 << 16;

  /** Of the two bytes of a Chinese character in GB18030. */
  private static final int FIRST_OF_TWO = 0x81;

  /** Of the second byte of the characters that nearly all Chinese text is made of. */
  private static final int FIRST_SECOND_OF_GB2312 = 0xA1;

  /**
   * Reads the file through once for each encoding that is tried, in constant memory.
   *
   * @throws TableException if it is no text in an encoding that is known
   */
  static TextFile scan(Path path) throws IOException {
    requireFile(path);
    List<TextEncoding> candidates = candidates(path);
    for (TextEncoding candidate : candidates) {
      try (InputStream in = Files.newInputStream(path)) {
        if (fits(candidate, in)) {
          requireNoWesternText(path, candidate);
          return new TextFile(path, candidate);
        }
      }
    }
    throw noText(path, candidates);
  }

  /**
   * The file as what it looks like at its beginning. None of it is known to be text before it was read.
   *
   * @return nothing if it does not look like UTF-8
   */
  static Optional<TextFile> presumed(Path path) throws IOException {
    requireFile(path);
    return Optional.of(candidates(path).get(0))
        .filter(first -> first == TextEncoding.UTF_8 || first == TextEncoding.UTF_8_WITH_MARK)
        .map(encoding -> new TextFile(path, encoding));
  }

  private static void requireFile(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString(), null, "there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(path + " is not a regular file, and it has to be read twice");
    }
  }

  /** The text, without byte-order mark. */
  Reader open() throws IOException {
    BufferedReader reader =
        new BufferedReader(encoding.reader(Files.newInputStream(path)), BUFFER_CHARS);
    reader.mark(1);
    if (reader.read() != TextEncoding.BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static List<TextEncoding> candidates(Path path) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw new TableException(List.of(Diagnostic.error(
              "file.workbook", Place.startOf(path.toString()), "the file is a workbook, not text")
          .hint("save the sheet as 'CSV UTF-8'")));
    }
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return List.of(TextEncoding.UTF_8_WITH_MARK);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return List.of(TextEncoding.UTF_16_LITTLE_ENDIAN);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return List.of(TextEncoding.UTF_16_BIG_ENDIAN);
    }
    for (byte one : head) {
      if (one == 0) {
        throw new TableException(List.of(Diagnostic.error(
                "file.encoding",
                Place.startOf(path.toString()),
                "the file holds zero bytes: it is UTF-16 without byte-order mark, or no text")
            .hint("save it as UTF-8")));
      }
    }
    return List.of(TextEncoding.UTF_8, TextEncoding.GB18030);
  }

  private static boolean fits(TextEncoding encoding, InputStream in) throws IOException {
    char[] buffer = new char[BUFFER_CHARS];
    Reader reader = encoding.reader(in);
    try {
      int read = reader.read(buffer);
      while (read >= 0) {
        read = reader.read(buffer);
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Western text such as {@code Müller} in Latin-1 is valid GB18030 more often than not: an accented letter and the letter behind
   * it look like one Chinese character, of a kind that hardly ever stands alone in Chinese text.
   */
  private static void requireNoWesternText(Path path, TextEncoding encoding) throws IOException {
    if (encoding != TextEncoding.GB18030) {
      return;
    }
    boolean isWestern = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      int first = in.read();
      while (first >= 0) {
        if (first >= FIRST_OF_TWO) {
          int second = in.read();
          if (second >= FIRST_SECOND_OF_GB2312 || (second >= '0' && second <= '9')) {
            return;
          }
          isWestern = true;
        }
        first = in.read();
      }
    }
    if (isWestern) {
      throw new TableException(List.of(Diagnostic.error(
              "file.encoding",
              Place.startOf(path.toString()),
              "the file is in a Western encoding, such as Latin-1 or Windows-1252")
          .hint("save it as UTF-8")));
    }
  }

  private static TableException noText(Path path, List<TextEncoding> candidates) {
    String tried =
        String.join(" and not ", candidates.stream().map(TextEncoding::word).toList());
    return new TableException(List.of(Diagnostic.error(
            "file.encoding", Place.startOf(path.toString()), "the file is not %s text", tried)
        .hint("save it as UTF-8")));
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
