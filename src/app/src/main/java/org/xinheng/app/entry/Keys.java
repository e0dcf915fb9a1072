package org.xinheng.app.entry;

import java.io.IOException;

/** The keys that somebody presses, one by one. */
public interface Keys {

  int END = -1;
  int ENTER = '\n';
  int BACK = 0x7F;
  int LEAVE = 0x1B;

  /** The next key: a character, or one of the constants; {@link #END} when there is nobody left. */
  int next() throws IOException;

  /** Whether what is typed is shown by somebody else, as a terminal does that sends whole lines. */
  boolean isEchoed();
}
