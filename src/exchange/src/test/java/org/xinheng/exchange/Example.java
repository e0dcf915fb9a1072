package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ScoringPlan;

/** A small invented questionnaire, and files of answers to it. */
final class Example {

  /** Three items 0–2, 9 refused; one answer may be missing; item 3 is critical. */
  static final Instrument CALM_3 =
      Definitions.questionnaire(SourceText.of("calm-3.yaml", """
          questionnaire: calm-3
          version: 1.0.0
          form: the only form
          name: {en: Calm-3, zh-CN: 平静三项}
          measures: {en: calmness (an invented example), zh-CN: 平静（虚构示例）}
          informants: [self]
          languages: [en]
          ages: 8..18
          grades: 3..12
          recall: {en: the last week, zh-CN: 最近一周}
          minutes: 1
          licence: {paper: free, electronic: free, wording: redistributable, note: written by us}
          sources:
            us: {citation: an invented example, link: ""}
          verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
          responses:
            often:
              options:
                0: {en: never, zh-CN: 从不}
                1: {en: sometimes, zh-CN: 有时}
                2: {en: often, zh-CN: 经常}
              missing: {9: refused}
          items:
            - {ids: 1..3, topic: {en: tense, zh-CN: 紧张}, responses: often}
          scales:
            total:
              name: {en: total, zh-CN: 总分}
              method: sum
              items: 1..3
              missing: {allow: 1, then: prorate}
              range: 0..6
              bands:
                risk: high
                source: us
                verification: project-rule
                edges:
                  - {from: 0, id: calm, level: 0, label: {en: calm, zh-CN: 平静}}
                  - {from: 3, id: tense, level: 2, label: {en: tense, zh-CN: 紧张}}
            mean:
              name: {en: mean, zh-CN: 均分}
              method: mean
              items: 1..3
              missing: strict
              range: 0..2
          critical:
            - item: 3
              at-or-above: 2
              alert: same-day
              topic: {en: an invented example, zh-CN: 虚构示例}
              source: us
              verification: project-rule
          """)).value().orElseThrow();

  /** One item with two answers, and the level by its Rasch model. */
  static final Instrument LEVEL_1 =
      Definitions.questionnaire(SourceText.of("level-1.yaml", """
          questionnaire: level-1
          version: 1.0.0
          form: the only form
          name: {en: Level-1, zh-CN: 水平一项}
          measures: {en: calmness (an invented example), zh-CN: 平静（虚构示例）}
          informants: [self]
          languages: [en]
          ages: 8..18
          grades: 3..12
          recall: {en: the last week, zh-CN: 最近一周}
          minutes: 1
          licence: {paper: free, electronic: free, wording: redistributable}
          sources: {us: {citation: an invented example}}
          verification: {key: none, bands: none, norms: none, licence: none}
          responses: {yes-no: {options: {0: {en: a, zh-CN: 否}, 1: {en: b, zh-CN: 是}}}}
          items: [{id: 1, topic: {en: tense, zh-CN: 紧张}, responses: yes-no}]
          scales:
            level:
              name: {en: level, zh-CN: 水平}
              method: irt
              irt:
                model: rasch
                estimator: eap
                prior: {mean: 0, sd: 1}
                parameters: {1: {b: 0}}
                source: us
                verification: none
              missing: strict
              round: {to: 2, mode: half-up}
              range: -0.41..0.41
          """)).usable();

  /** The map that makes the answers A, B and C of other headings those of {@link #CALM_3}. */
  static final ColumnMap A_B_C =
      new ColumnMap(Map.of("A", "calm-3.1", "B", "calm-3.2", "C", "calm-3.3"), Map.of());

  private Example() {}

  static Instrument shipped(String id) throws IOException {
    return InstrumentLibrary.shipped().questionnaire(id);
  }

  static ScoringPlan plan(String id) throws IOException {
    return ScoringPlan.compile(shipped(id));
  }

  static ColumnMap map(String yaml) {
    return Definitions.columnMap(SourceText.of("map.yaml", yaml)).value().orElseThrow();
  }

  static Path file(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("answers.csv"), text);
  }

  /** The lines of the output for answers to {@link #CALM_3}. */
  static List<String> scored(Path folder, String answers, ColumnMap map) throws IOException {
    Path output = folder.resolve("scores.csv");
    ScoreRun.run(
        ScoreOptions.of(file(folder, answers), List.of(ScoringPlan.compile(CALM_3)), output)
            .withMap(map));
    return Files.readAllLines(output);
  }

  /** The rows of a file without quotes, by heading. */
  static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
