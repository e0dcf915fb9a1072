package org.xinheng.app.paper;

import java.util.Optional;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Text;

/** How people read what can be given instead of an answer. */
public final class MissingWords {

  private MissingWords() {}

  /** Empty for what nobody gives, because it is what is left. */
  public static Optional<Text> of(Missing kind) {
    return switch (kind) {
      case REFUSED -> Optional.of(new Text("I prefer not to answer", "不想回答"));
      case UNKNOWN -> Optional.of(new Text("cannot judge", "无法判断"));
      case NOT_APPLICABLE -> Optional.of(new Text("does not apply", "不适用"));
      case SKIPPED, NOT_REACHED, UNDECLARED -> Optional.empty();
    };
  }
}
