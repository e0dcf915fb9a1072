package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.irt.IrtScale;

/** Validity indices, after all scales. */
final class ValidityStep {

  /** Whether an index is met in a row. */
  private enum Met {
    YES,
    NO,
    NOT_KNOWN
  }

  private interface Index {
    Met in(int row, int blockRow, Block block, ResponseTable table);
  }

  private final List<Index> indices = new ArrayList<>();
  private final List<ValidityIndex.Verdict> verdicts;

  ValidityStep(Instrument instrument) {
    verdicts = instrument.validity().stream().map(ValidityIndex::verdict).toList();
    for (ValidityIndex index : instrument.validity()) {
      indices.add(compile(index.condition(), instrument));
    }
  }

  void run(Block block, ResponseTable table, ScoreTable scores) {
    for (int r = 0; r < block.rows; r++) {
      int row = block.firstRow + r;
      int suspicions = 0;
      boolean invalid = false;
      boolean unknown = false;
      for (int i = 0; i < indices.size(); i++) {
        Met met = indices.get(i).in(row, r, block, table);
        if (met == Met.YES) {
          scores.setValidityMet(row, i);
          invalid |= verdicts.get(i) == ValidityIndex.Verdict.INVALID;
          suspicions++;
        }
        unknown |= met == Met.NOT_KNOWN;
      }
      scores.setValidity(row, verdict(invalid || suspicions >= 2, suspicions == 1, unknown));
    }
  }

  private static Validity verdict(boolean invalid, boolean suspect, boolean unknown) {
    if (invalid) {
      return Validity.INVALID;
    }
    if (unknown) {
      return Validity.UNKNOWN;
    }
    return suspect ? Validity.SUSPECT : Validity.VALID;
  }

  private static Index compile(ValidityIndex.Condition condition, Instrument instrument) {
    if (condition instanceof ValidityIndex.Condition.ScaleAtOrAbove scale) {
      int index = instrument.scales().indexOf(instrument.scale(scale.scale()).orElseThrow());
      long edgeNum = Fraction.numerator(scale.atOrAbove());
      long edgeDen = Fraction.denominator(scale.atOrAbove());
      return (row, r, block, table) -> {
        long den = block.denominators(index)[r];
        if (den == 0) {
          return Met.NOT_KNOWN;
        }
        return block.numerators(index)[r] * edgeDen >= edgeNum * den ? Met.YES : Met.NO;
      };
    }
    if (condition instanceof ValidityIndex.Condition.UnansweredAtOrAbove unanswered) {
      int[] columns = columns(unanswered.items(), instrument);
      return (row, r, block, table) -> {
        int missing = 0;
        for (int column : columns) {
          byte cell = table.cells(column)[row];
          missing += Cells.isAnswer(cell) || cell == Cells.of(Missing.NOT_APPLICABLE) ? 0 : 1;
        }
        return missing >= unanswered.atOrAbove() ? Met.YES : Met.NO;
      };
    }
    if (condition instanceof ValidityIndex.Condition.PersonFitBelow fit) {
      return personFit(fit, instrument);
    }
    int[] columns = columns(((ValidityIndex.Condition.SameAnswer) condition).items(), instrument);
    return (row, r, block, table) -> {
      for (int column : columns) {
        if (!table.isSameAnswer(row, column, columns[0])) {
          return Met.NO;
        }
      }
      return Met.YES;
    };
  }

  private static Index personFit(
      ValidityIndex.Condition.PersonFitBelow fit, Instrument instrument) {
    Scale scale = instrument.scale(fit.scale()).orElseThrow();
    int index = instrument.scales().indexOf(scale);
    Keying.OfModel keying = (Keying.OfModel) scale.keying();
    IrtScale model = IrtScale.of(keying);
    Categories categories = new Categories(keying, instrument);
    double below = fit.below().doubleValue();
    return (row, r, block, table) -> {
      if (block.denominators(index)[r] == 0) {
        return Met.NOT_KNOWN;
      }
      int[] answers = new int[categories.size()];
      categories.read(table, row, answers);
      OptionalDouble lz = model.lz(block.thetas(index)[r], answers);
      if (lz.isEmpty()) {
        return Met.NOT_KNOWN;
      }
      return lz.getAsDouble() < below ? Met.YES : Met.NO;
    };
  }

  private static int[] columns(List<String> items, Instrument instrument) {
    return items.stream()
        .mapToInt(id -> instrument.items().indexOf(instrument.item(id).orElseThrow()))
        .toArray();
  }
}
