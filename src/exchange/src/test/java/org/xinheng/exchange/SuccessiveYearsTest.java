package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.record.YearChange;
import org.xinheng.record.YearTrend;

/**
 * Twenty students in grade 7 last year and in grade 8 this year, and some who left or came. The mean of grade 7 stands in last year's
 * report and that of grade 8 in this one; that of the twenty, less either, is what those who left or came have scored.
 */
class SuccessiveYearsTest {

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "1, 0, false",
    "4, 0, false",
    "5, 0, true",
    "0, 1, false",
    "0, 4, false",
    "0, 5, true",
    "5, 4, false"
  })
  void cohortIsShownUnlessFewHaveLeftOrCome(int left, int came, boolean isShown)
      throws IOException {
    campaign("last", "", 7, 20 + left, 0);
    campaign("now", """
        compared-with:
          campaign: ../last/campaign.yaml
          precision:
            phq-9.total: {sd: 5, reliability: 0.8, source: invented}
        """, 8, 20, came);
    CampaignRun run =
        CampaignRun.of(folder.resolve("now/campaign.yaml"), InstrumentLibrary.shipped());
    assertThat(run.diagnostics()).isEmpty();
    List<YearTrend> trends = YearChange.of(run.result()).get(0).trends();
    assertThat(trends.stream().anyMatch(trend -> trend.kind() == YearTrend.Kind.COHORT))
        .isEqualTo(isShown);
  }

  private void campaign(String name, String comparison, int grade, int staying, int coming)
      throws IOException {
    Path of = Files.createDirectories(folder.resolve(name));
    int year = name.equals("last") ? 2025 : 2026;
    Files.writeString(
        of.resolve("campaign.yaml"), """
            campaign: %s
            name: {en: Test, zh-CN: 测试}
            school-year: %s-%s
            window: {from: %s-10-12, to: %s-10-30}
            policy: default
            batteries: [junior-high]
            %sfiles:
              roster: roster.csv
              responses: [answers.csv]
            """.formatted(name, year, year + 1, year, year, comparison));
    List<String> ids = Stream.concat(
            IntStream.range(0, staying).mapToObj(i -> "S" + i),
            IntStream.range(0, coming).mapToObj(i -> "N" + i))
        .toList();
    Files.writeString(
        of.resolve("roster.csv"),
        ids.stream()
            .map(id -> id + ",一中," + grade + ",1\n")
            .collect(Collectors.joining("", "student,school,grade,class\n", "")));
    Files.writeString(
        of.resolve("answers.csv"),
        ids.stream()
            .map(id -> id + ",0".repeat(33) + "\n")
            .collect(Collectors.joining("", "student," + ExampleCampaign.ITEMS + "\n", "")));
  }
}
