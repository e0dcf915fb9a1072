package org.xinheng.validation.study;

import java.util.List;
import java.util.Locale;
import org.xinheng.validation.accuracy.PredictiveValues;
import org.xinheng.validation.cutoff.Criterion;
import org.xinheng.validation.cutoff.CutPoint;
import org.xinheng.validation.cutoff.CutPointTable;

/** How a cut-off is chosen. Of cut-offs that are equally good, the one that flags most is taken and all are reported. */
public enum CutRule {
  /** Fixed before these data were seen. */
  GIVEN {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      double threshold = options.givenCutOff().orElseThrow();
      return List.of(new CutPoint(threshold, threshold, table.at(threshold)));
    }
  },
  /** The largest sum of sensitivity and specificity. */
  YOUDEN {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.YOUDEN).cutPoints();
    }
  },
  /** Nearest to a sensitivity and a specificity of 1. */
  TOP_LEFT {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.TOP_LEFT).cutPoints();
    }
  },
  F1 {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.F1).cutPoints();
    }
  },
  KAPPA {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.KAPPA).cutPoints();
    }
  },
  /** The most specific of those that are sensitive enough. */
  SENSITIVITY {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      return table.mostSpecific(options.leastSensitivity()).cutPoints();
    }
  },
  /** The most sensitive of those that are specific enough. */
  SPECIFICITY {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      return table.mostSensitive(options.leastSpecificity()).cutPoints();
    }
  },
  /** The least cost of mistakes where cases are as common as stated. */
  COST {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      Criterion cost =
          Criterion.costAtPrevalence(options.missedCaseCost().orElseThrow(), prevalence);
      return table.bestObserved(cost).cutPoints();
    }
  },
  /** The one that flags most people among those that flag no more than can be followed up. */
  CAPACITY {
    @Override
    List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence) {
      double room = options.capacity().orElseThrow() * (1 + 1e-12);
      List<CutPoint> able = table.observed().stream()
          .filter(point ->
              PredictiveValues.of(point.counts(), prevalence).workload(1000).flagged() <= room)
          .toList();
      return able.isEmpty() ? able : able.subList(able.size() - 1, able.size());
    }
  };

  abstract List<CutPoint> best(CutPointTable table, StudyOptions options, double prevalence);

  /** Whether the options say what the rule needs. */
  boolean isAsked(StudyOptions options) {
    return switch (this) {
      case GIVEN -> options.givenCutOff().isPresent();
      case COST -> options.missedCaseCost().isPresent();
      case CAPACITY -> options.capacity().isPresent();
      case YOUDEN, TOP_LEFT, F1, KAPPA, SENSITIVITY, SPECIFICITY -> true;
    };
  }

  /** Whether these data chose the cut-off, so that it looks better in them than elsewhere. */
  public boolean isChosenByData() {
    return this != GIVEN;
  }

  /** As it is written in commands and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cut-offs that the rule finds equally good and that flag somebody, those that flag fewest first. */
  final List<CutPoint> finite(CutPointTable table, StudyOptions options, double prevalence) {
    return best(table, options, prevalence).stream()
        .filter(point -> Double.isFinite(point.threshold()))
        .toList();
  }
}
