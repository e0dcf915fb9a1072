package org.xinheng.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;

/** The columns of results, in the order in which they are written. */
public final class ResultColumns {

  private static final String[] LEVELS = {"0", "1", "2", "3"};

  private ResultColumns() {}

  /**
   * The columns of one questionnaire.
   *
   * @param standardScores those that norms give of a scale
   */
  public static List<ResultColumn> of(
      Instrument instrument, Function<Scale, List<StandardScore>> standardScores) {
    List<ResultColumn> columns = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      columns.addAll(of(instrument.id() + "." + scale.id(), scale, standardScores.apply(scale)));
    }
    for (Classification classification : instrument.classifications()) {
      String name = instrument.id() + "." + classification.id();
      columns.add(new ResultColumn(
          name,
          classification.outcomes().stream().map(Classification.Outcome::id).toList()));
      columns.add(ResultColumn.of(name + ".level", LEVELS));
      columns.add(ResultColumn.of(name + ".reason"));
    }
    columns.add(ResultColumn.of(instrument.id() + ".critical"));
    columns.add(new ResultColumn(
        instrument.id() + ".alert", Stream.of(Alert.values()).map(Alert::word).toList()));
    columns.add(ResultColumn.of(instrument.id() + ".validity"));
    return columns;
  }

  private static List<ResultColumn> of(String name, Scale scale, List<StandardScore> standard) {
    List<ResultColumn> columns = new ArrayList<>();
    columns.add(ResultColumn.of(name));
    columns.add(new ResultColumn(
        name + ".band",
        scale.bandSets().stream()
            .flatMap(set -> set.bands().stream())
            .map(Band::id)
            .distinct()
            .toList()));
    columns.add(ResultColumn.of(name + ".answered"));
    columns.add(ResultColumn.of(name + ".status", "scored", "prorated", "not-scored"));
    columns.add(ResultColumn.of(name + ".reason"));
    if (scale.keying() instanceof Keying.OfModel) {
      columns.add(ResultColumn.of(name + ".se"));
    }
    standard.forEach(score -> columns.add(ResultColumn.of(name + "." + score.word())));
    if (!standard.isEmpty()) {
      columns.add(ResultColumn.of(name + ".norm"));
      columns.add(ResultColumn.of(name + ".norm.reason"));
    }
    return columns;
  }

  /** The columns of an outcome: status, tier and alert, and why. */
  public static List<ResultColumn> ofOutcome() {
    String[] tiers = Stream.of(Tier.values()).map(Tier::code).toArray(String[]::new);
    return List.of(
        new ResultColumn("status", Stream.of(Status.values()).map(Status::word).toList()),
        ResultColumn.of("tier", tiers),
        ResultColumn.of("tier.name"),
        ResultColumn.of("at-least", tiers),
        new ResultColumn("alert", Stream.of(Alert.values()).map(Alert::word).toList()),
        ResultColumn.of("rule"),
        ResultColumn.of("reason.zh-CN"),
        ResultColumn.of("reason.en"));
  }

  /** The columns of a row: whether it could be read. */
  public static List<ResultColumn> ofRow() {
    return List.of(ResultColumn.of("row.status", "ok", "error"), ResultColumn.of("row.reason"));
  }
}
