package org.xinheng.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreBounds;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.screening.Form;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Screener;

/**
 * What a session has come to, at any moment.
 *
 * @param phase where it stands
 * @param completion how much was asked and answered
 * @param forms one for each questionnaire, in order
 * @param outcome status, tier and alert, if the plan is one of a battery
 * @param lowestTier the mildest tier that is still possible; empty without a battery, or if it may be none
 * @param highestTier the most intensive tier that is still possible; empty without a battery
 * @param alerts raised so far
 * @param helpRequests when the student asked to talk to someone; it counts for the outcome
 * @param outsideRange whether a questionnaire was given to somebody whom it was not made or tried for
 */
public record SessionResult(
    Phase phase,
    Completion completion,
    List<FormResult> forms,
    Optional<Outcome> outcome,
    Optional<Tier> lowestTier,
    Optional<Tier> highestTier,
    List<RaisedAlert> alerts,
    List<Instant> helpRequests,
    boolean outsideRange) {

  public SessionResult {
    helpRequests = List.copyOf(helpRequests);
    forms = List.copyOf(forms);
    alerts = List.copyOf(alerts);
  }

  /**
   * How much was asked and answered, of items that take an answer.
   *
   * @param answered and reached
   * @param skipped left blank
   * @param refused the student preferred not to answer
   * @param notReached still to be asked, or never asked because the session was ended
   * @param leftOut by skip logic, also if they were answered before
   * @param stopped left out by early stopping
   */
  public record Completion(
      int answered, int skipped, int refused, int notReached, int leftOut, int stopped) {

    /** Whether everything that was to be asked was passed. */
    public boolean isComplete() {
      return notReached == 0;
    }
  }

  /**
   * One questionnaire.
   *
   * @param responses one row: the answers as they are now, to be scored by any door
   * @param scores of that row
   * @param bounds by scale, what it can still come to
   * @param stopped scales and classifications that were stopped early
   * @param items how each item was passed, in the order of the form
   */
  public record FormResult(
      ResponseTable responses,
      ScoreTable scores,
      Map<String, ScoreBounds> bounds,
      List<StoppedScale> stopped,
      List<ItemResult> items) {

    public FormResult {
      bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
      stopped = List.copyOf(stopped);
      items = List.copyOf(items);
    }

    /** The questionnaire. */
    public Instrument instrument() {
      return scores.plan().instrument();
    }

    /** The form as screening takes it. */
    public Form form() {
      Map<String, LevelBounds> levels = new HashMap<>();
      stopped.stream()
          .filter(scale -> scale.why().isInsteadOfScore())
          .forEach(scale -> levels.put(scale.id(), scale.levels()));
      return new Form(responses, scores, 0).withStopped(levels);
    }
  }

  /**
   * How an item was passed.
   *
   * @param id of the item
   * @param state what became of it
   * @param leftOut whether skip logic leaves it out now
   * @param seconds how long it took, all times together
   * @param revisions how often its answer was changed
   */
  public record ItemResult(
      String id, ItemState state, boolean leftOut, double seconds, int revisions) {}

  static SessionResult of(Session session) {
    List<FormResult> forms = new ArrayList<>();
    Map<String, Form> byId = new LinkedHashMap<>();
    for (int form = 0; form < session.forms().size(); form++) {
      FormResult result = form(session, form);
      forms.add(result);
      byId.put(result.instrument().id(), result.form());
    }
    Optional<Screener> screener = session.plan().screener(session.admission().at());
    Optional<Outcome> outcome = screener.map(of -> of.screen(byId, session.evidence()));
    Optional<Screener.TierRange> range = screener.map(of -> of.range(byId, session.evidence()));
    return new SessionResult(
        session.phase(),
        completion(session),
        forms,
        outcome,
        range.flatMap(Screener.TierRange::lowest),
        range.flatMap(Screener.TierRange::highest),
        session.alerts(),
        session.helpRequests(),
        session.admission().isOutsideRange());
  }

  private static FormResult form(Session session, int form) {
    FormState state = session.forms().get(form);
    Map<String, ScoreBounds> bounds = new LinkedHashMap<>();
    for (Scale scale : state.plan().instrument().scales()) {
      bounds.put(scale.id(), ScoreBounds.of(state.plan().plan(), state.table(), 0, scale.id()));
    }
    List<ItemResult> items = new ArrayList<>();
    for (int column = 0; column < state.plan().size(); column++) {
      items.add(new ItemResult(
          state.plan().item(column).id(),
          state.state(column),
          state.isLeftOut(column),
          state.milliseconds(column) / 1000.0,
          state.revisions(column)));
    }
    return new FormResult(
        state.table(), state.scores(), bounds, session.stops().scales().get(form), items);
  }

  private static Completion completion(Session session) {
    int[] byState = new int[ItemState.values().length];
    int leftOut = 0;
    int stopped = 0;
    for (int form = 0; form < session.forms().size(); form++) {
      FormState state = session.forms().get(form);
      for (int column = 0; column < state.plan().size(); column++) {
        if (state.plan().item(column).isInformation()) {
          continue;
        }
        if (state.isLeftOut(column)) {
          leftOut++;
        } else if (!session.isAsked(form, column)) {
          stopped++;
        } else {
          byState[state.state(column).ordinal()]++;
        }
      }
    }
    return new Completion(
        byState[ItemState.ANSWERED.ordinal()],
        byState[ItemState.SKIPPED.ordinal()],
        byState[ItemState.REFUSED.ordinal()],
        byState[ItemState.OPEN.ordinal()],
        leftOut,
        stopped);
  }
}
