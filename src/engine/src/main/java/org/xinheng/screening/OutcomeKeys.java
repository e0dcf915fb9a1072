package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.policy.Battery;
import org.xinheng.policy.MissingScores;
import org.xinheng.policy.ScaleReference;
import org.xinheng.scoring.RowNumbers;
import org.xinheng.scoring.ScoreMeasure;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.Validity;

/**
 * All that the outcome of a student of whom nothing but answers is known depends on, as one number: students with the same
 * number have the same outcome. Each form has fields of bits in it, to which its results add.
 *
 * <p>Of supporting scales the {@link Screener} only counts how many are at or above a level, and a form that is invalid counts
 * as if none of its scales had one.
 */
final class OutcomeKeys {

  private static final int BITS_OF_ALERT = 2;

  /** Whether the form is invalid, its alert, and the worst that unanswered items leave open. */
  private static final int MOST_FACTS = (1 << (1 + 2 * BITS_OF_ALERT)) - 1;

  private final Battery battery;
  private final boolean isBounded;
  private final List<FormKey> forms = new ArrayList<>();
  private int bits;

  /** How many scales have no level of which the answers still decide what it can be. */
  private final long open;

  private OutcomeKeys(Screener screener, List<ScoringPlan> plans) {
    battery = screener.battery();
    isBounded = screener.policy().missing() == MissingScores.BOUNDED;
    open = mask(field(isBounded ? battery.banded().size() : 0));
    plans.forEach(plan -> forms.add(new FormKey(plan.instrument())));
  }

  /** The numbers for forms of these plans; empty if they would have too many bits. */
  static Optional<OutcomeKeys> of(Screener screener, List<ScoringPlan> plans) {
    OutcomeKeys keys = new OutcomeKeys(screener, plans);
    return keys.bits < Long.SIZE ? Optional.of(keys) : Optional.empty();
  }

  /** Makes room for numbers from 0 to this, and gives its lowest bit. */
  private int field(int most) {
    int first = bits;
    bits += Integer.SIZE - Integer.numberOfLeadingZeros(most);
    return first;
  }

  /** All bits of the last field. */
  private long mask(int first) {
    return (1L << bits) - (1L << first);
  }

  /**
   * What each row adds up to.
   *
   * @param scores by form, of the plans
   */
  List<RowNumbers> numbers(List<ScoreTable> scores) {
    List<RowNumbers> numbers = new ArrayList<>();
    for (int form = 0; form < forms.size(); form++) {
      numbers.addAll(forms.get(form).numbers(scores.get(form)));
    }
    return numbers;
  }

  /** Whether the outcome depends on single answers. */
  boolean isOpen(long key) {
    return (key & open) != 0;
  }

  /**
   * The same where no scale of a form has an answer: nothing may have been answered, or items of no scale.
   *
   * @param isBlank whether a form is blank, by its position
   */
  long resolved(long key, IntPredicate isBlank) {
    long resolved = key;
    for (int form = 0; form < forms.size(); form++) {
      FormKey of = forms.get(form);
      if (!of.isCovered && of.isUnseen(key)) {
        resolved += isBlank.test(form) ? 1L << of.blank : -1L << of.unseen;
      }
    }
    return resolved;
  }

  /** The fields of a form. */
  private final class FormKey {

    private final Instrument instrument;
    private final List<ScaleReference> references;
    private final List<ScaleReference> classifications;

    /** Scales of items, by number, with all items that any scale has. */
    private final List<Integer> cover = new ArrayList<>();

    /** Whether these are all items that keep an answer. */
    private final boolean isCovered;

    private final int high;
    private final int severe;
    private final int highAtWorst;
    private final int severeAtWorst;
    private final int withoutScore;
    private final int primary;
    private final int impact;
    private final boolean hasFacts;
    private final int facts;

    /** How many scales of the cover have no answer: if all, the form is blank. */
    private final int unseen;

    private final long unseenBits;

    /** Whether nothing was answered, where scales alone do not tell. */
    private final int blank;

    /** By position of the scale. */
    private final Map<Integer, ScoreMeasure> ofScales;

    private final ScoreMeasure ofRow = new ScoreMeasure(this::ofRow);

    FormKey(Instrument instrument) {
      this.instrument = instrument;
      references = battery.banded().stream()
          .filter(scale -> scale.questionnaire().equals(instrument.id()))
          .distinct()
          .toList();
      classifications = references.stream()
          .filter(scale -> instrument.classification(scale.scale()).isPresent())
          .toList();
      isCovered = cover();
      int supporting =
          (int) battery.supporting().stream().filter(references::contains).count();
      high = field(supporting);
      severe = field(supporting);
      highAtWorst = field(isBounded ? 0 : supporting);
      severeAtWorst = field(isBounded ? 0 : supporting);
      withoutScore = field(references.size());
      primary = field(references.contains(battery.primary()) ? 1 + worst(battery.primary()) : 0);
      impact = field(battery
          .impact()
          .filter(references::contains)
          .map(scale -> 1 + worst(scale))
          .orElse(0));
      hasFacts = !instrument.critical().isEmpty() || !instrument.validity().isEmpty();
      facts = field(hasFacts ? MOST_FACTS : 0);
      unseen = field(Math.max(1, cover.size()));
      unseenBits = mask(unseen);
      blank = field(isCovered ? 0 : 1);
      ofScales = measuresOfScales();
    }

    /** The worst level of a scale. */
    private int worst(ScaleReference scale) {
      return instrument
          .levels(scale.scale())
          .max(Comparator.naturalOrder())
          .orElse(Screener.SEVERE);
    }

    private boolean cover() {
      Set<String> covered = new LinkedHashSet<>();
      for (int scale = 0; scale < instrument.scales().size(); scale++) {
        if (instrument.scales().get(scale).keying() instanceof Keying.OfItems items
            && covered.addAll(items.keys().stream().map(Key::item).toList())) {
          cover.add(scale);
        }
      }
      return covered.size() == instrument.keptItems().size();
    }

    boolean isUnseen(long key) {
      return (key & unseenBits) >>> unseen == Math.max(1, cover.size());
    }

    private Map<Integer, ScoreMeasure> measuresOfScales() {
      Map<Integer, ScoreMeasure> measures = new LinkedHashMap<>();
      for (int scale = 0; scale < instrument.scales().size(); scale++) {
        if (cover.contains(scale) || reference(scale).isPresent()) {
          int of = scale;
          measures.put(
              scale, new ScoreMeasure((scores, row) -> number(of, reference(of), scores, row)));
        }
      }
      return measures;
    }

    /** All that is not of single scales. */
    private long ofRow(ScoreTable scores, int row) {
      long sum = hasFacts ? facts(scores, row) : 0;
      for (ScaleReference reference : classifications) {
        String id = reference.scale();
        sum += number(reference, scores.level(row, id), scores.isScored(row, id));
      }
      return cover.isEmpty() ? sum + (1L << unseen) : sum;
    }

    List<RowNumbers> numbers(ScoreTable scores) {
      List<RowNumbers> numbers = new ArrayList<>();
      numbers.add(scores.numbers(ofScales));
      if (hasFacts || !classifications.isEmpty() || cover.isEmpty()) {
        numbers.add(scores.numbers(ofRow));
      }
      return numbers;
    }

    private Optional<ScaleReference> reference(int scale) {
      return references.stream()
          .filter(of -> of.scale().equals(instrument.scales().get(scale).id()))
          .findFirst();
    }

    private long number(int scale, Optional<ScaleReference> reference, ScoreTable scores, int row) {
      boolean isUnseen = cover.contains(scale) && scores.score(row, scale).answered() == 0;
      return (isUnseen ? 1L << unseen : 0)
          + reference
              .map(of ->
                  number(of, scores.band(row, scale).map(Band::level), scores.isScored(row, scale)))
              .orElse(0L);
    }

    /** What a level adds. */
    private long number(ScaleReference scale, Optional<Integer> level, boolean isScored) {
      long times = battery.supporting().stream().filter(scale::equals).count();
      boolean isPrimary = battery.primary().equals(scale);
      boolean isImpact = battery.impact().filter(scale::equals).isPresent();
      int known = level.orElse(0);
      int atWorst = isBounded ? 0 : level.orElse(worst(scale));
      boolean isOpen = isBounded && level.isEmpty() && (isPrimary || times > 0);
      return (known >= Screener.HIGH ? times << high : 0)
          + (known >= Screener.SEVERE ? times << severe : 0)
          + (atWorst >= Screener.HIGH ? times << highAtWorst : 0)
          + (atWorst >= Screener.SEVERE ? times << severeAtWorst : 0)
          + (isScored ? 0 : 1L << withoutScore)
          + (isPrimary ? (1L + level.orElse(-1)) << primary : 0)
          + (isImpact ? (1L + level.orElse(-1)) << impact : 0)
          + (isOpen ? 1 : 0);
    }

    private long facts(ScoreTable scores, int row) {
      Alert alert = scores.alert(row);
      Alert worst = alert;
      for (CriticalItem item : scores.notKnown(row)) {
        worst = worst.orWorse(item.alert());
      }
      long invalid = scores.validity(row) == Validity.INVALID ? 1 : 0;
      return (invalid | alert.ordinal() << 1 | worst.ordinal() << (1 + BITS_OF_ALERT)) << facts;
    }
  }
}
