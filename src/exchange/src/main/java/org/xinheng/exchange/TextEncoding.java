package org.xinheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the characters of a text file are written as bytes. */
public enum TextEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  /** As Excel needs it to show Chinese. */
  UTF_8_WITH_MARK("UTF-8 with byte-order mark", StandardCharsets.UTF_8),
  UTF_16_LITTLE_ENDIAN("UTF-16LE", StandardCharsets.UTF_16LE),
  UTF_16_BIG_ENDIAN("UTF-16BE", StandardCharsets.UTF_16BE),
  /** As Excel saves CSV on a Chinese Windows; holds GBK and GB2312. */
  GB18030("GB18030", Charset.forName("GB18030"));

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String word;
  private final Charset charset;

  TextEncoding(String word, Charset charset) {
    this.word = word;
    this.charset = charset;
  }

  /** The name used in {@code run.json}. */
  public String word() {
    return word;
  }

  /** A reader that fails at bytes that are not of this encoding, and leaves a byte-order mark in the text. */
  Reader reader(InputStream in) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** A writer of text without byte-order mark. */
  Writer writer(OutputStream out) {
    return new OutputStreamWriter(out, charset);
  }

  /** A writer of text, which begins with a byte-order mark where the encoding has one. */
  Writer markedWriter(OutputStream out) throws IOException {
    Writer writer = writer(out);
    if (this == UTF_8_WITH_MARK) {
      writer.write(BYTE_ORDER_MARK);
    }
    return writer;
  }
}
