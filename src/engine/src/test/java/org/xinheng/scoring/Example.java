package org.xinheng.scoring;

import org.xinheng.definition.Definitions;
import org.xinheng.definition.Read;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;

/** Small questionnaires for tests: six items coded 0–3 and what a test adds. */
final class Example {

  private static final String HEAD = """
      questionnaire: example
      version: 1.0.0
      form: the only one
      name: {en: Example, zh-CN: 示例}
      measures: {en: nothing, zh-CN: 无}
      informants: [self]
      languages: [en]
      ages: 8..18
      grades: 3..12
      recall: {en: now, zh-CN: 现在}
      minutes: 1
      licence: {paper: free, electronic: free, wording: redistributable}
      sources:
        us: {citation: an invented example}
      verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
      responses:
        r:
          options:
            0: {en: a, zh-CN: a}
            1: {en: b, zh-CN: b}
            2: {en: c, zh-CN: c}
            3: {en: d, zh-CN: d}
          missing: {8: refused, 9: unknown}
      """;

  private static final String ITEMS =
      "items:\n  - {ids: 1..6, topic: {en: t, zh-CN: t}, responses: r}\n";

  private Example() {}

  /** A questionnaire with these scales, and perhaps critical items and validity indices. */
  static Instrument with(String rest) {
    return read(rest).usable();
  }

  /** A questionnaire with items of its own, whose responses are {@code r}. */
  static Instrument ofItems(String rest) {
    return Definitions.questionnaire(SourceText.of("example.yaml", HEAD + rest)).usable();
  }

  /** The same as {@link #with}, also with faults. */
  static Read<Instrument> read(String rest) {
    return Definitions.questionnaire(SourceText.of("example.yaml", HEAD + ITEMS + rest));
  }

  /** The same, for what need not say which range it has. */
  static Instrument unchecked(String rest) {
    return Definitions.questionnaire(SourceText.of("example.yaml", HEAD + ITEMS + rest))
        .value()
        .orElseThrow();
  }

  /** A questionnaire with one scale {@code s}, given by its keys in flow style. */
  static Instrument scale(String keys) {
    return readScale(keys).usable();
  }

  /** The same with what the checker says. */
  static Read<Instrument> readScale(String keys) {
    return read("scales:\n  s: {name: {en: s, zh-CN: s}, " + keys + "}\n");
  }

  static NormSet norms(String groups) {
    return norms("gives: {t: {to: 0, mode: half-up}}", groups);
  }

  /** Norms of the example with the key {@code gives} and what goes with it. */
  static NormSet norms(String gives, String groups) {
    return Definitions.normSet(
            SourceText.of("norms.yaml", """
        norm-set: example-norms
        version: 1.0.0
        questionnaire: example
        name: {en: n, zh-CN: n}
        sample: {en: nobody, zh-CN: 无}
        source: {citation: an invented example}
        verification: project-rule
        %s
        groups:
        %s""".formatted(gives.indent(0).strip(), groups)))
        .usable();
  }

  /** The scores of one row; {@code -1} is a blank. */
  static ScoreTable score(Instrument instrument, int... codes) {
    return ScoringPlan.compile(instrument).run(row(instrument, codes));
  }

  static ResponseTable row(Instrument instrument, int... codes) {
    ResponseTable table = new ResponseTable(instrument, 1);
    for (int column = 0; column < codes.length; column++) {
      if (codes[column] >= 0) {
        table.set(0, column, codes[column]);
      }
    }
    return table;
  }
}
