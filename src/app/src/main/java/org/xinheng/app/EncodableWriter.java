package org.xinheng.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Passes on what an encoding can hold, and something readable for what it cannot: a letter without its accent, a plain
 * sign, or the number of the character.
 */
final class EncodableWriter extends FilterWriter {

  private static final Map<Integer, String> PLAIN = Map.of(
      (int) '–', "-",
      (int) '—', "-",
      (int) '−', "-",
      (int) '·', ".",
      (int) '×', "x",
      (int) '≥', ">=",
      (int) '≤', "<=",
      (int) '…', "...",
      (int) '’', "'",
      (int) '█', "#");

  private final CharsetEncoder encoder;

  EncodableWriter(Writer out, CharsetEncoder encoder) {
    super(out);
    this.encoder = encoder;
  }

  @Override
  public void write(int character) throws IOException {
    write(Character.toString((char) character));
  }

  @Override
  public void write(char[] characters, int start, int length) throws IOException {
    write(new String(characters, start, length));
  }

  @Override
  public void write(String text, int start, int length) throws IOException {
    String part = text.substring(start, start + length);
    if (encoder.canEncode(part)) {
      out.write(part);
      return;
    }
    StringBuilder readable = new StringBuilder();
    part.codePoints().forEach(character -> readable.append(readable(character)));
    out.write(readable.toString());
  }

  private String readable(int character) {
    String text = Character.toString(character);
    if (encoder.canEncode(text)) {
      return text;
    }
    String plain = PLAIN.getOrDefault(
        character, Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", ""));
    return encoder.canEncode(plain) ? plain : String.format("U+%04X", character);
  }
}
