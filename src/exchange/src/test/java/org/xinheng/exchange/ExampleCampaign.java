package org.xinheng.exchange;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A campaign of the junior-high battery in October 2026: its file, and the headings of its answers. */
final class ExampleCampaign {

  /** The items of the battery. */
  static final String ITEMS =
      items("phq-9", 9) + "," + items("gad-7", 7) + "," + items("psc-17", 17);

  private ExampleCampaign() {}

  /**
   * The file of the campaign.
   *
   * @param otherFiles than the roster and the answers, a line each
   */
  static String with(String... otherFiles) {
    return """
        campaign: test
        name: {en: Test, zh-CN: 测试}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-30}
        policy: default
        batteries: [junior-high]
        files:
          roster: roster.csv
          responses: [answers.csv]
        """
        + Stream.of(otherFiles).map(file -> "  " + file + "\n").collect(Collectors.joining());
  }

  static String items(String questionnaire, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(item -> questionnaire + "." + item)
        .collect(Collectors.joining(","));
  }
}
