package org.xinheng.validation.study;

import java.util.List;
import java.util.Locale;
import org.xinheng.validation.accuracy.PredictiveValues;
import org.xinheng.validation.cutoff.Criterion;
import org.xinheng.validation.cutoff.CutOff;
import org.xinheng.validation.cutoff.CutOffTable;

/** How a cut-off is chosen. Of cut-offs that are equally good, the one that flags most is taken and all are reported. */
public enum CutRule {
  /** Fixed before these data were seen. */
  GIVEN {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      double cutOff = options.givenCutOff().orElseThrow();
      return List.of(new CutOff(cutOff, cutOff, table.at(cutOff)));
    }
  },
  /** The largest sum of sensitivity and specificity. */
  YOUDEN {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.YOUDEN).cutOffs();
    }
  },
  /** Nearest to a sensitivity and a specificity of 1. */
  TOP_LEFT {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.TOP_LEFT).cutOffs();
    }
  },
  F1 {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.F1).cutOffs();
    }
  },
  KAPPA {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      return table.bestObserved(Criterion.KAPPA).cutOffs();
    }
  },
  /** The most specific of those that are sensitive enough. */
  SENSITIVITY {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      return table.mostSpecific(options.leastSensitivity()).cutOffs();
    }
  },
  /** The most sensitive of those that are specific enough. */
  SPECIFICITY {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      return table.mostSensitive(options.leastSpecificity()).cutOffs();
    }
  },
  /** The least cost of mistakes where cases are as common as stated. */
  COST {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      Criterion cost =
          Criterion.costAtPrevalence(options.missedCaseCost().orElseThrow(), prevalence);
      return table.bestObserved(cost).cutOffs();
    }
  },
  /** The one that flags most people among those that flag no more than can be followed up. */
  CAPACITY {
    @Override
    List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence) {
      double room = options.capacity().orElseThrow() * (1 + 1e-12);
      List<CutOff> able = table.observed().stream()
          .filter(point ->
              PredictiveValues.of(point.counts(), prevalence).workload(1000).flagged() <= room)
          .toList();
      return able.isEmpty() ? able : able.subList(able.size() - 1, able.size());
    }
  };

  abstract List<CutOff> best(CutOffTable table, StudyOptions options, double prevalence);

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
  final List<CutOff> finite(CutOffTable table, StudyOptions options, double prevalence) {
    return best(table, options, prevalence).stream()
        .filter(point -> Double.isFinite(point.score()))
        .toList();
  }
}
