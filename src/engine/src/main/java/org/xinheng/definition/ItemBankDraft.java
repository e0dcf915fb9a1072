package org.xinheng.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.instrument.Estimator;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.Verification;
import org.xinheng.instrument.irt.LevelEstimator;
import org.xinheng.instrument.irt.LevelRange;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Item parameters of one's own, written into the text of a questionnaire: as a scale of its own at the end of its scales,
 * which estimates the level (EAP, three decimals), with a source that says where it comes from. What is there stays,
 * comments too.
 *
 * @param scale id of the new scale, which must not be there yet
 * @param kind which parameters the items have
 * @param spread standard deviation of the levels in the population, in the unit of the parameters; its mean is 0
 * @param items with their parameters
 * @param mostMissing how many of the answers a level may lack
 * @param citation where the parameters come from
 */
public record ItemBankDraft(
    String scale,
    ItemResponseModel.Kind kind,
    BigDecimal spread,
    List<ItemParameters> items,
    int mostMissing,
    String citation) {

  private static final String SOURCE = "local-calibration";
  private static final int DECIMALS = 3;

  public ItemBankDraft {
    items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param item its id
   * @param isReversed whether its answers count from the highest
   * @param discrimination a; 1 of the Rasch model
   * @param thresholds b, one between each two answers
   */
  public record ItemParameters(
      String item, boolean isReversed, BigDecimal discrimination, List<BigDecimal> thresholds) {

    public ItemParameters {
      thresholds = List.copyOf(thresholds);
    }
  }

  /**
   * The questionnaire with the scale.
   *
   * @throws IllegalArgumentException if it has a scale of this id, or is written in a way that cannot be edited
   */
  public String written(SourceText questionnaire) {
    MappingNode root = YamlLines.root(questionnaire);
    Node scales = YamlLines.block(YamlLines.value(root, "scales").orElse(root));
    if (YamlLines.value(scales, scale).isPresent()) {
      throw new IllegalArgumentException(
          questionnaire.file() + " has a scale '" + scale + "' already; name another");
    }
    YamlLines lines = new YamlLines(questionnaire);
    lines.insert(
        YamlLines.lastLine(scales) + 1, block(" ".repeat(scales.getStartMark().getColumn())));
    lines.addSource(root, SOURCE, citation);
    lines.addToVersion(root, "-" + CutOffDraft.LOCAL);
    return lines.text();
  }

  private List<String> block(String indent) {
    List<String> block = new ArrayList<>(List.of(
        indent + scale + ":",
        indent + "  name: {en: level by item response theory, zh-CN: 水平（项目反应理论）}",
        indent + "  method: irt",
        indent + "  irt:",
        indent + "    model: " + kind.word(),
        indent + "    estimator: " + Estimator.EAP.word(),
        indent + "    prior: {mean: 0, sd: " + spread.toPlainString() + "}",
        indent + "    source: " + SOURCE,
        indent + "    verification: " + Verification.PROJECT_RULE.word(),
        indent + "    parameters:"));
    items.forEach(item -> block.add(indent + "      " + line(item)));
    String reversed = items.stream()
        .filter(ItemParameters::isReversed)
        .map(ItemParameters::item)
        .collect(Collectors.joining(", "));
    if (!reversed.isEmpty()) {
      block.add(indent + "  reverse: [" + reversed + "]");
    }
    block.add(indent
        + (mostMissing == 0
            ? "  missing: strict"
            : "  missing: {allow: " + mostMissing + ", then: ignore}"));
    block.add(indent + "  round: {to: " + DECIMALS + ", mode: half-up}");
    block.add(indent + "  range: " + range());
    return block;
  }

  private String line(ItemParameters item) {
    String places =
        item.thresholds().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    String b = kind.isOfSeveralAnswers() ? "[" + places + "]" : places;
    String a = kind == ItemResponseModel.Kind.RASCH
        ? ""
        : "a: " + item.discrimination().toPlainString() + ", ";
    return item.item() + ": {" + a + "b: " + b + "}";
  }

  private String range() {
    Keying.OfModel keying = new Keying.OfModel(
        new ItemResponseModel(
            kind,
            Estimator.EAP,
            Optional.of(new ItemResponseModel.Prior(BigDecimal.ZERO, spread)),
            SOURCE,
            Verification.PROJECT_RULE),
        items.stream()
            .map(item -> new ModelledItem(
                new Key(item.item(), item.isReversed(), Map.of(), BigDecimal.ONE),
                item.discrimination(),
                item.thresholds()))
            .toList());
    LevelRange range = LevelEstimator.of(keying).range(mostMissing > 0).orElseThrow();
    return rounded(range.lowest(), range) + ".." + rounded(range.highest(), range);
  }

  private static String rounded(double theta, LevelRange range) {
    long denominator = range.denominator();
    return BigDecimal.valueOf(LevelRange.numerator(theta, denominator))
        .divide(BigDecimal.valueOf(denominator))
        .setScale(DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
