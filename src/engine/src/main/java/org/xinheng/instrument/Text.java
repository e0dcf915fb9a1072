package org.xinheng.instrument;

/** A text for people, in both languages. */
public record Text(String en, String zhCn) {

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH_CN -> zhCn;
    };
  }
}
