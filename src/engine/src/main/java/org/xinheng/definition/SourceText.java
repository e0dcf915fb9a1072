package org.xinheng.definition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * The text of a definition file.
 *
 * @param file its name in messages
 * @param text without byte-order mark, with {@code \n} line ends, so that a checkout with other line ends has the same
 *     hash
 * @param faults set if the bytes are not UTF-8 text of a bearable size; {@code text} is then empty
 */
public record SourceText(String file, String text, List<Diagnostic> faults) {

  static final int MOST_BYTES = 1 << 20;

  /** A text that is at hand. */
  public static SourceText of(String file, String text) {
    return new SourceText(file, normal(text), List.of());
  }

  /**
   * The text of a file, named in messages as given.
   *
   * @throws IOException with the file, if it cannot be read
   */
  public static SourceText read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a file");
    }
    if (Files.size(file) > MOST_BYTES) {
      return tooLarge(file.toString(), Files.size(file));
    }
    return decode(file.toString(), Files.readAllBytes(file));
  }

  static SourceText decode(String file, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return tooLarge(file, bytes.length);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return of(file, text);
    } catch (CharacterCodingException e) {
      return new SourceText(
          file,
          "",
          List.of(
              Diagnostic.error("file.encoding", Place.startOf(file), "the file is not UTF-8 text")
                  .hint("save it as UTF-8")));
    }
  }

  /** SHA-256 of the text, in hexadecimal. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static SourceText tooLarge(String file, long bytes) {
    return new SourceText(
        file,
        "",
        List.of(Diagnostic.error(
                "file.size",
                Place.startOf(file),
                "the file has %d bytes, more than %d",
                bytes,
                MOST_BYTES)
            .hint("split it; a definition is a few kilobytes")));
  }

  private static String normal(String text) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return withoutMark.replace("\r\n", "\n").replace('\r', '\n');
  }
}
