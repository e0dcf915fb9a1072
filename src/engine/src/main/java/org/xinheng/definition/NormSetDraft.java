package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Text;

/**
 * Norms of one's own as the text of a norm set. The verification is {@code project-rule}: they rest on data of one's own,
 * which the source describes.
 *
 * @param id of the norm set
 * @param version of it
 * @param questionnaire whose scores are normed
 * @param name of it
 * @param sample who was asked
 * @param citation where the numbers come from
 * @param audience whom the norms are for, in ages and grades; nobody else is compared with the sample
 * @param ofPercentiles whether tables list percentiles, from which the other standard scores are taken; if not, they list
 *     T scores or hold means
 * @param groups with their norms, tables or means
 */
public record NormSetDraft(
    String id,
    String version,
    String questionnaire,
    Text name,
    Text sample,
    String citation,
    Audience audience,
    boolean ofPercentiles,
    List<NormSet.Group> groups) {

  public NormSetDraft {
    groups = List.copyOf(groups);
  }

  /** The norm set. */
  public String written() {
    List<String> lines = new ArrayList<>(List.of(
        "norm-set: " + id,
        "version: " + YamlLines.quoted(version),
        "questionnaire: " + questionnaire,
        "name: " + text(name),
        "sample: " + text(sample),
        "source:",
        "  citation: " + YamlLines.quoted(citation),
        "  link: \"\"",
        "verification: project-rule"));
    List<String> whom = interval(audience);
    if (!whom.isEmpty()) {
      lines.add("for: {" + String.join(", ", whom) + "}");
    }
    lines.addAll(List.of(
        "gives:",
        "  t: {to: 1, mode: half-up}",
        "  percentile: {to: 1, mode: half-up}",
        "  stanine: whole",
        "  sten: whole",
        ofPercentiles ? "normalised: yes" : "percentile: normal",
        "groups:"));
    groups.forEach(group -> lines.addAll(group(group)));
    return String.join("\n", lines) + "\n";
  }

  private static String text(Text text) {
    return "{en: " + YamlLines.quoted(text.en()) + ", zh-CN: " + YamlLines.quoted(text.zhCn())
        + "}";
  }

  private static List<String> interval(Audience audience) {
    List<String> conditions = new ArrayList<>();
    audience.grades().ifPresent(grades -> conditions.add("grades: " + grades));
    audience.ages().ifPresent(ages -> conditions.add("ages: " + ages));
    return conditions;
  }

  private static List<String> group(NormSet.Group group) {
    List<String> lines = new ArrayList<>();
    lines.add("  - id: " + group.id());
    Audience audience = group.audience();
    audience.sex().ifPresent(sex -> lines.add("    sex: " + sex.word()));
    interval(audience).forEach(condition -> lines.add("    " + condition));
    audience.region().ifPresent(region -> lines.add("    region: " + YamlLines.quoted(region)));
    lines.add("    scales:");
    for (Map.Entry<String, Norm> entry : group.scales().entrySet()) {
      lines.add("      " + entry.getKey() + ":");
      lines.addAll(norm(entry.getValue()));
    }
    return lines;
  }

  private static List<String> norm(Norm norm) {
    if (norm instanceof Norm.MeanAndSd cell) {
      return List.of("        mean: " + plain(cell.mean()), "        sd: " + plain(cell.sd()));
    }
    if (norm instanceof Norm.Table table) {
      return table(table);
    }
    throw new IllegalArgumentException("a draft holds tables and means only");
  }

  private static List<String> table(Norm.Table table) {
    StandardScore of = table.of();
    List<String> lines = new ArrayList<>(List.of("        " + of.word() + ":"));
    lines.addAll(table.rows().stream()
        .map(row -> "          " + plain(row.score()) + ": " + plain(row.standard()))
        .collect(Collectors.toList()));
    if (table.interpolated()) {
      lines.add("        between: interpolate");
    }
    return lines;
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}
