package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A folder of definitions drawn from a seed: two questionnaires of three to eight items, {@value #FIRST} and {@value #SECOND},
 * and the battery {@value #BATTERY} of both. Each has reversed items, a missing rule, bands and a critical item; some items of
 * some are shown only after an answer to an earlier one.
 */
final class RandomDefinitions {

  static final String BATTERY = "drawn";

  static final String FIRST = "drawn-first";
  private static final String SECOND = "drawn-second";

  private final Random random;

  private RandomDefinitions(long seed) {
    random = new Random(seed);
  }

  /** Writes them into a folder that is laid out like the shipped one. */
  static void write(long seed, Path folder) throws IOException {
    RandomDefinitions drawn = new RandomDefinitions(seed);
    for (String id : List.of(FIRST, SECOND)) {
      Path of = Files.createDirectories(folder.resolve("questionnaires").resolve(id));
      Files.writeString(of.resolve(id + ".yaml"), drawn.questionnaire(id));
    }
    Path batteries = Files.createDirectories(folder.resolve("batteries"));
    Files.writeString(batteries.resolve(BATTERY + ".yaml"), """
        battery: %s
        version: 1.0.0
        name: {en: drawn, zh-CN: 随机}
        grades: 3..12
        questionnaires: [%s, %s]
        primary: %2$s.total
        supporting: [%3$s.total]
        """.formatted(BATTERY, FIRST, SECOND));
  }

  private String questionnaire(String id) {
    int items = 3 + random.nextInt(6);
    int highest = 1 + random.nextInt(5);
    boolean hasSkips = random.nextBoolean();
    List<Integer> reversed = new ArrayList<>();
    StringBuilder form = new StringBuilder();
    for (int item = 1; item <= items; item++) {
      if (random.nextInt(3) == 0) {
        reversed.add(item);
      }
      form.append("  - {id: %d, topic: {en: item, zh-CN: 题}, responses: drawn%s}%n"
          .formatted(
              item, hasSkips && item > 1 && random.nextInt(3) == 0 ? shown(item, highest) : ""));
    }
    String options = IntStream.rangeClosed(0, highest)
        .mapToObj("%1$d: {en: code %1$d, zh-CN: 选项 %1$d}"::formatted)
        .collect(Collectors.joining(", "));
    int most = highest * items;
    int edge = 1 + random.nextInt(most - 1);
    return """
        questionnaire: %s
        version: 1.0.0
        form: the only form
        name: {en: drawn, zh-CN: 随机}
        measures: {en: nothing (an invented example), zh-CN: 虚构示例}
        informants: [self]
        languages: [en, zh-CN]
        ages: 8..18
        grades: 3..12
        recall: {en: the last week, zh-CN: 最近一周}
        minutes: 1
        licence: {paper: free, electronic: free, wording: redistributable}
        sources: {us: {citation: an invented example}}
        verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
        responses:
          drawn: {options: {%s}%s}
        items:
        %sscales:
          total:
            name: {en: total, zh-CN: 总分}
            method: sum
            items: 1..%d
            reverse: %s
            missing: %s
            round: {to: %d, mode: half-up}
            range: 0..%d
            bands:
              risk: high
              source: us
              verification: project-rule
              edges:
                - {from: 0, id: low, level: 0, label: {en: low, zh-CN: 低}}
                - {from: %d, id: raised, level: 1, label: {en: raised, zh-CN: 升高}}
                - {from: %d, id: high, level: 2, label: {en: high, zh-CN: 高}}
        critical:
          - item: %d
            at-or-above: %d
            alert: same-day
            topic: {en: an invented danger, zh-CN: 虚构的危险}
            source: us
            verification: project-rule
        """.formatted(
            id,
            options,
            random.nextBoolean() ? ", missing: {9: refused}" : "",
            form,
            items,
            reversed,
            missing(items),
            random.nextInt(3),
            most,
            edge,
            edge + 1 + random.nextInt(most - edge),
            1 + random.nextInt(items),
            highest);
  }

  /** A condition on an earlier item. */
  private String shown(int item, int highest) {
    return ", visible-when: {item: %d, at-or-above: %d}"
        .formatted(1 + random.nextInt(item - 1), 1 + random.nextInt(highest));
  }

  private String missing(int items) {
    String notApplicable = random.nextBoolean() ? "zero" : "ignore";
    return random.nextInt(4) == 0
        ? "{allow: 0, then: ignore, not-applicable: %s}".formatted(notApplicable)
        : "{allow: %d, then: %s, not-applicable: %s}"
            .formatted(
                1 + random.nextInt(items - 1),
                List.of("prorate", "ignore", "zero").get(random.nextInt(3)),
                notApplicable);
  }
}
