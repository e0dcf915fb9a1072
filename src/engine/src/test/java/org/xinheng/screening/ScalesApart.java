package org.xinheng.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;

/**
 * A questionnaire whose scales share no item, so that any of them may be without a score alone, and all that the outcome depends on where
 * one is: the worst levels of supporting scales differ, one has a score but no level, for want of norms, and the alerts of two critical
 * items differ.
 */
final class ScalesApart {

  static final Instrument INSTRUMENT = Definitions.questionnaire(SourceText.of(
          "apart.yaml",
          """
          questionnaire: apart
          version: 1.0.0
          form: the only one
          name: {en: Apart, zh-CN: 分列}
          measures: {en: nothing, zh-CN: 无}
          informants: [self]
          languages: [en]
          ages: 8..18
          grades: 3..12
          recall: {en: now, zh-CN: 现在}
          minutes: 1
          licence: {paper: free, electronic: free, wording: redistributable}
          sources: {us: {citation: an invented example}}
          verification: {key: none, bands: project-rule, norms: none, licence: none}
          responses:
            r:
              options:
                0: {en: a, zh-CN: a}
                1: {en: b, zh-CN: b}
                2: {en: c, zh-CN: c}
                3: {en: d, zh-CN: d}
          items: [{ids: 1..14, topic: {en: t, zh-CN: t}, responses: r}]
          scales:
          """ + scale("primary", "1..2", "", Map.of(0, 0, 1, 1, 2, 2, 3, 3))
              + scale("raised", "3..4", "", Map.of(0, 0, 2, 1))
              + scale("high", "5..6", "", Map.of(0, 0, 2, 2))
              + scale("severe", "7..8", "", Map.of(0, 0, 2, 3))
              + scale("impact", "9..10", "", Map.of(0, 0, 2, 2))
              + scale("normed", "11..12", "on: t, ", Map.of(0, 0, 65, 1))
              + """
          critical:
          """ + critical(13, "same-day")
              + critical(14, "immediate")))
      .usable();

  /** Reads all scales. */
  static final Battery BATTERY = new Battery(
      "battery",
      "1.0.0",
      new Text("t", "t"),
      new Interval(1, 12),
      Optional.empty(),
      List.of("apart"),
      new ScaleReference("apart", "primary"),
      Stream.of("raised", "high", "severe", "normed")
          .map(scale -> new ScaleReference("apart", scale))
          .toList(),
      Optional.of(new ScaleReference("apart", "impact")),
      Map.of(),
      Optional.empty(),
      "");

  private ScalesApart() {}

  /** Answers of which few scales are high, or lack one answer or both. */
  static void answer(ResponseTable table, int row, Random random) {
    for (int column = 0; column < INSTRUMENT.items().size(); column += 2) {
      int kind = random.nextInt(10);
      if (kind > 1) {
        table.set(row, column, Math.max(0, kind - 6));
      }
      if (kind > 0 && kind != 2) {
        table.set(row, column + 1, 0);
      }
    }
  }

  /** Policies that bound what is missing and that ignore it; to one only the most urgent alert counts, and a primary scale is enough. */
  static List<TierPolicy> policies() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped().with(Path.of("../../benchmarks/job"));
    String job = library.source(Kind.POLICY, "job-tiers").text();
    String urgent = job.replace("{alert: same-day+}", "{alert: immediate}")
        .replace("{scored-questionnaires: 0}", "{primary: missing}");
    return List.of(
        library.policy("default"),
        ignoring(library),
        library.policy("job-tiers"),
        Definitions.policy(SourceText.of("urgent.yaml", urgent)).usable());
  }

  /** The shipped policy, save that what is missing is ignored. */
  static TierPolicy ignoring(InstrumentLibrary library) throws IOException {
    String text = library.source(Kind.POLICY, "default").text();
    return Definitions.policy(SourceText.of(
            "default.yaml",
            text.replaceFirst("(?m)^acute-months:", "missing: ignored\nacute-months:")))
        .usable();
  }

  /** @param levels by the lowest value of each */
  private static String scale(String id, String items, String on, Map<Integer, Integer> levels) {
    String edges = levels.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(edge -> "{from: %d, id: b%d, level: %d, label: {en: b, zh-CN: b}}"
            .formatted(edge.getKey(), edge.getKey(), edge.getValue()))
        .collect(Collectors.joining(", "));
    return """
          %s:
            name: {en: s, zh-CN: s}
            method: sum
            items: %s
            missing: strict
            range: 0..6
            bands: {%srisk: high, source: us, verification: project-rule, edges: [%s]}
        """.formatted(id, items, on, edges);
  }

  private static String critical(int item, String alert) {
    return """
          - item: %d
            at-or-above: 3
            alert: %s
            topic: {en: t, zh-CN: t}
            source: us
            verification: project-rule
        """.formatted(item, alert);
  }
}
