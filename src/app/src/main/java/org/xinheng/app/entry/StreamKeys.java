package org.xinheng.app.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.Charset;

/** The keys of a terminal, or of a text that stands for somebody who types. */
public final class StreamKeys implements Keys {

  private static final int BACKSPACE = 8;
  private static final int LAST_OF_SEQUENCE = 0x40;

  private final PushbackReader in;
  private final boolean echoed;

  /**
   * @param echoed whether the terminal shows what is typed
   */
  public StreamKeys(InputStream in, Charset charset, boolean echoed) {
    this.in = new PushbackReader(new InputStreamReader(in, charset));
    this.echoed = echoed;
  }

  @Override
  public int next() throws IOException {
    int key = in.read();
    return switch (key) {
      case '\r' -> ENTER;
      case BACKSPACE -> BACK;
      case LEAVE -> in.ready() ? afterEscape() : LEAVE;
      default -> key;
    };
  }

  /** Arrow to the left is back; other keys that send a sequence are passed over. */
  private int afterEscape() throws IOException {
    int second = in.read();
    if (second != '[' && second != 'O') {
      in.unread(second);
      return LEAVE;
    }
    int last = in.read();
    while (last >= 0 && last < LAST_OF_SEQUENCE) {
      last = in.read();
    }
    return last == 'D' ? BACK : last < 0 ? END : next();
  }

  @Override
  public boolean isEchoed() {
    return echoed;
  }
}
