package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.StandardScore;
import org.xinheng.profile.OutputProfile;
import org.xinheng.profile.ProfileColumn;
import org.xinheng.profile.ResultColumn;
import org.xinheng.profile.ResultColumns;
import org.xinheng.scoring.ScoringPlan;

/** Finds the columns of an output profile among those of a table of scores: first those of the input, then results. */
final class ProfiledColumns {

  private static final int MOST_NAMED = 12;

  private ProfiledColumns() {}

  /**
   * Finds the columns.
   *
   * @param header where faults are reported
   * @throws TableException if a column is not there, with everything that is not
   */
  static List<OutputColumn> find(
      OutputProfile profile,
      List<Heading> ownColumns,
      List<ResultColumn> results,
      List<ScoringPlan> plans,
      Place header) {
    List<String> headings = ownColumns.stream().map(Heading::text).toList();
    List<String> names = results.stream().map(ResultColumn::name).toList();
    List<Diagnostic> found = new ArrayList<>();
    List<OutputColumn> columns = new ArrayList<>();
    for (ProfileColumn column : profile.columns()) {
      String name = column.content().name();
      if (column.content() instanceof ProfileColumn.Content.Own) {
        int own = own(name, headings);
        columns.add(new OutputColumn(column.name(), own, Optional.of(column)));
        if (own < 0) {
          found.add(Diagnostic.error(
                  "column.profile-own",
                  header,
                  "profile '%s' takes column '%s', which does not pass through from the input",
                  profile.id(),
                  name)
              .hint("the columns that pass through are %s", quoted(headings)));
        }
      } else {
        int result = names.indexOf(name);
        columns.add(new OutputColumn(column.name(), headings.size() + result, Optional.of(column)));
        if (result < 0) {
          found.add(Diagnostic.error(
                  "column.profile-result",
                  header,
                  "profile '%s' takes result '%s', which this run does not give",
                  profile.id(),
                  name)
              .hint("%s", way(name, names, plans)));
        } else {
          found.addAll(unknownWords(profile, column, results.get(result), header));
        }
      }
    }
    if (!found.isEmpty()) {
      throw new TableException(found);
    }
    return columns;
  }

  /** The column with the heading; else, for a known column, the one that means it under another heading. */
  private static int own(String name, List<String> headings) {
    Optional<KnownColumn> known = KnownColumn.of(name);
    return headings.contains(name) || known.isEmpty()
        ? headings.indexOf(name)
        : IntStream.range(0, headings.size())
            .filter(own -> KnownColumn.ofHeading(headings.get(own)).equals(known))
            .findFirst()
            .orElse(-1);
  }

  private static List<Diagnostic> unknownWords(
      OutputProfile profile, ProfileColumn column, ResultColumn result, Place header) {
    return column.recode().keySet().stream()
        .filter(word -> !result.canHold(word))
        .map(word -> Diagnostic.error(
                "column.profile-word",
                header,
                "profile '%s' recodes '%s', which never stands in column '%s'",
                profile.id(),
                word,
                result.name())
            .hint("its words are %s", quoted(result.words())))
        .toList();
  }

  /** How to come by a column that is not there. */
  private static String way(String name, List<String> names, List<ScoringPlan> plans) {
    if (ResultColumns.ofOutcome().stream().anyMatch(column -> column.name().equals(name))) {
      return "tiers come with a battery; score one";
    }
    String questionnaire = name.split("\\.", 2)[0];
    Optional<Instrument> instrument = plans.stream()
        .map(ScoringPlan::instrument)
        .filter(scored -> scored.id().equals(questionnaire))
        .findFirst();
    if (instrument.isEmpty()) {
      return "the questionnaires that are scored are "
          + quoted(plans.stream().map(plan -> plan.instrument().id()).toList());
    }
    boolean byNorms =
        ResultColumns.of(instrument.get(), scale -> List.of(StandardScore.values())).stream()
            .anyMatch(column -> column.name().equals(name));
    return byNorms
        ? "choose norms of '" + questionnaire + "' that give it"
        : "the columns of '" + questionnaire + "' are "
            + quoted(
                names.stream().filter(of -> of.startsWith(questionnaire + ".")).toList());
  }

  private static String quoted(List<String> names) {
    return names.stream()
            .limit(MOST_NAMED)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "))
        + (names.size() > MOST_NAMED ? ", …" : "");
  }
}
