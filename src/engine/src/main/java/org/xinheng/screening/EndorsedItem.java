package org.xinheng.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;

/**
 * How many students at tier 2 or 3, all together, answered an item in the upper half of what it can count as. Critical items
 * are left out: they raise alerts, and are for single conversations.
 *
 * @param questionnaire its id
 * @param topic what the item is about, never its wording
 * @param asked students at tier 2 or 3 who answered it
 * @param endorsed those of them in the upper half
 */
public record EndorsedItem(String questionnaire, Text topic, int asked, int endorsed) {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  public double share() {
    return (double) endorsed / asked;
  }

  /**
   * The items, the largest share first. An item that fewer than a small number endorsed, or all but fewer, is left out.
   */
  public static List<EndorsedItem> of(CampaignResult result) {
    Map<String, int[][]> counts = new LinkedHashMap<>();
    Map<String, List<Read>> read = new LinkedHashMap<>();
    result.instruments().forEach((id, instrument) -> {
      read.put(id, read(instrument));
      counts.put(id, new int[instrument.items().size()][2]);
    });
    for (StudentOutcome student : result.roster()) {
      boolean isRaised =
          student.outcome().tier().filter(tier -> tier != Tier.UNIVERSAL).isPresent();
      if (isRaised && Participation.of(student).isComplete()) {
        student
            .forms()
            .forEach((id, form) -> count(
                form,
                Objects.requireNonNull(read.get(id)),
                Objects.requireNonNull(counts.get(id))));
      }
    }
    int small = result.policy().suppressBelow();
    List<EndorsedItem> items = new ArrayList<>();
    read.forEach((id, all) -> all.forEach(one -> {
      int[] count = Objects.requireNonNull(counts.get(id))[one.column];
      if (count[1] >= small && count[0] - count[1] >= small) {
        items.add(new EndorsedItem(id, one.item.topic(), count[0], count[1]));
      }
    }));
    items.sort(Comparator.comparingDouble(EndorsedItem::share).reversed());
    return items;
  }

  private static void count(Form form, List<Read> read, int[][] counts) {
    for (Read one : read) {
      if (form.responses().isAnswered(form.row(), one.column)) {
        BigDecimal adds = one.scale.contribution(
            one.key, one.responses, form.responses().number(form.row(), one.column));
        counts[one.column][0]++;
        counts[one.column][1] += adds.compareTo(one.middle) > 0 ? 1 : 0;
      }
    }
  }

  /** How an item is read: through the first banded scale that it enters. */
  private record Read(
      Item item,
      int column,
      Scale scale,
      Key key,
      ResponseSet.Scorable responses,
      BigDecimal middle) {}

  private static List<Read> read(Instrument instrument) {
    Set<String> critical = instrument.critical().stream()
        .flatMap(one -> instrument.comparisons(one.when()).stream())
        .flatMap(condition -> condition.askedItem().stream())
        .collect(Collectors.toSet());
    List<Read> all = new ArrayList<>();
    for (Item item : instrument.keptItems()) {
      if (!critical.contains(item.id())) {
        instrument.scales().stream()
            .filter(scale -> !scale.bandSets().isEmpty())
            .flatMap(scale -> keys(scale).stream()
                .filter(key -> key.item().equals(item.id()))
                .flatMap(key -> instrument.scorable(item).stream()
                    .map(responses -> read(instrument, item, scale, key, responses))))
            .findFirst()
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private static Read read(
      Instrument instrument, Item item, Scale scale, Key key, ResponseSet.Scorable responses) {
    List<BigDecimal> adds = scale.contributions(key, responses);
    BigDecimal middle = adds.get(0).add(adds.get(adds.size() - 1)).divide(TWO);
    return new Read(item, instrument.column(item.id()), scale, key, responses, middle);
  }

  private static List<Key> keys(Scale scale) {
    return scale.keying() instanceof Keying.OfItems items ? items.keys() : List.of();
  }
}
