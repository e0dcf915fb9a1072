package org.xinheng.definition;

import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Sex;

/** Reads whom something is for, from keys that may stand among others. */
final class AudienceReader {

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2999;
  static final int OLDEST = 150;
  static final int LAST_GRADE = 12;

  private AudienceReader() {}

  /** {@code sex: female, ages: 12..15 …}; everybody if no key is there. */
  static Audience read(YamlMap map) {
    return new Audience(
        map.optional("sex").flatMap(v -> v.word(Sex.values(), Sex::word)),
        map.optional("grades").flatMap(v -> v.interval(1, LAST_GRADE)),
        map.optional("ages").flatMap(v -> v.interval(0, OLDEST)),
        map.optional("informant").flatMap(v -> v.word(Informant.values(), Informant::word)),
        map.optional("language").flatMap(YamlValue::language),
        map.optional("region").flatMap(YamlValue::text),
        map.optional("years").flatMap(v -> v.interval(FIRST_YEAR, LAST_YEAR)));
  }
}
