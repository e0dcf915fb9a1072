package org.xinheng.administration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.policy.Input;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;

/**
 * A student answering the questionnaires of a plan: the fold of the events so far. It is a value; {@link #advance} gives
 * another. A host stores it between two requests as JSON ({@link SessionJson}), or its events alone: the same events give the
 * same session, the same next page and the same bytes.
 *
 * <p>An item is shown unless its condition is certain not to hold. When an earlier answer changes, everything after it is
 * judged anew: answers that are not reached any more stay in the log and are not scored, and count again if they are reached
 * again. Going back shows the page before; once each item of it was answered, skipped or refused again, the session goes on
 * where it was.
 *
 * <p>The time between two events counts for the item that the later one answers, skips or refuses, or that was shown first
 * when the student went back, left or ended; after a {@link Event.Resumed} and before a {@link Event.Shown} it counts for
 * nothing.
 */
public final class Session {

  private final AdministrationPlan plan;
  private final Admission admission;
  private final Stopper stopper;
  private final List<List<PageItems>> pages;
  private final List<FormState> forms;
  private final List<Event> events;
  private final Trail trail;
  private final List<RaisedAlert> alerts;
  private final List<Instant> helpRequests;
  private final Phase phase;
  private final Instant last;
  private @Nullable Stops stops;
  private @Nullable Found open;

  private Session(Draft draft) {
    plan = draft.plan;
    admission = draft.admission;
    stopper = draft.stopper;
    pages = draft.pages;
    forms = List.copyOf(draft.forms);
    events = List.copyOf(draft.events);
    trail = draft.trail;
    alerts = List.copyOf(draft.alerts);
    helpRequests = List.copyOf(draft.helpRequests);
    phase = draft.phase;
    last = draft.last;
  }

  /** The page with something open, once it was looked for; empty if there is none. */
  private record Found(Optional<PageItems> page) {}

  /** A session while it changes. */
  private static final class Draft {

    private final AdministrationPlan plan;
    private final Admission admission;
    private Stopper stopper;
    private final List<List<PageItems>> pages;
    private final List<FormState> forms;
    private final List<Event> events;
    private Trail trail;
    private final List<RaisedAlert> alerts;
    private final List<Instant> helpRequests;
    private Phase phase;
    private Instant last;

    private Draft(AdministrationPlan plan, Admission admission) {
      this.plan = plan;
      this.admission = admission;
      StudentContext student = admission.student();
      stopper = plan.stopper(student, admission.at());
      int year = admission.at().atZone(ZoneOffset.UTC).getYear();
      pages = new ArrayList<>();
      forms = new ArrayList<>();
      for (int form = 0; form < plan.forms().size(); form++) {
        FormPlan of = plan.forms().get(form);
        pages.add(of.pages(plan.paging(), student, stopper.oneByOne(form)));
        forms.add(FormState.blank(of, student, year));
      }
      events = new ArrayList<>();
      trail = Trail.EMPTY;
      alerts = new ArrayList<>();
      helpRequests = new ArrayList<>();
      phase = Phase.IN_PROGRESS;
      last = admission.at();
    }

    private Draft(Session session) {
      plan = session.plan;
      admission = session.admission;
      stopper = session.stopper;
      pages = session.pages;
      forms = new ArrayList<>(session.forms);
      events = new ArrayList<>(session.events);
      trail = session.trail;
      alerts = new ArrayList<>(session.alerts);
      helpRequests = new ArrayList<>(session.helpRequests);
      phase = session.phase;
      last = session.last;
    }
  }

  /**
   * Starts a session.
   *
   * @throws IllegalArgumentException if something stands in the way that was not allowed
   */
  public static Session start(AdministrationPlan plan, Admission admission) {
    List<Obstacle> refusals = admission.refusals();
    if (!refusals.isEmpty()) {
      throw new IllegalArgumentException("the student may not be asked: "
          + refusals.stream()
              .map(obstacle -> obstacle.text().en() + " (" + obstacle.kind().word() + ")")
              .collect(Collectors.joining("; ")));
    }
    return new Session(new Draft(
        plan,
        new Admission(
            admission.student(),
            admission.circumstances(),
            admission.at().truncatedTo(ChronoUnit.MILLIS),
            admission.obstacles(),
            admission.allowed())));
  }

  /** Starts a session in no particular circumstances. */
  public static Session start(AdministrationPlan plan, StudentContext student, Instant at) {
    return start(plan, plan.admit(student, Circumstances.FREE, at));
  }

  public AdministrationPlan plan() {
    return plan;
  }

  /** Who answers, since when, and what was allowed. */
  public Admission admission() {
    return admission;
  }

  /** Everything that happened, in its order. */
  public List<Event> events() {
    return events;
  }

  public Phase phase() {
    return phase;
  }

  /** The alerts raised so far, also of answers that were changed afterwards. */
  public List<RaisedAlert> alerts() {
    return alerts;
  }

  /** When the student asked to talk to someone; each time, and never taken back. */
  public List<Instant> helpRequests() {
    return helpRequests;
  }

  /** What is known of the student beside the answers. */
  Evidence evidence() {
    return evidence(plan, helpRequests);
  }

  private static Evidence evidence(AdministrationPlan plan, List<Instant> helpRequests) {
    return helpRequests.isEmpty()
        ? plan.evidence()
        : plan.evidence()
            .with(Fact.of(
                Input.HELP,
                1,
                helpRequests.get(helpRequests.size() - 1).atZone(ZoneOffset.UTC).toLocalDate(),
                EvidenceSource.SELF));
  }

  List<FormState> forms() {
    return forms;
  }

  Stops stops() {
    @Nullable Stops known = stops;
    if (known == null) {
      List<ResponseTable> tables = forms.stream().map(FormState::table).toList();
      known = stopper.stops(tables, 0);
      stops = known;
    }
    return known;
  }

  /**
   * The page to show now; empty when nothing is left to ask, the session is over, or the student has a break.
   */
  public Optional<Page> next() {
    return phase == Phase.IN_PROGRESS
        ? current().map(page -> new PageView(this, page).page())
        : Optional.empty();
  }

  /** Whether there is a page before the one that is shown. */
  public boolean canGoBack() {
    return previous().isPresent();
  }

  private Optional<PageItems> current() {
    Optional<PageItems> revisited = trail.revisitedPage();
    return revisited.isPresent() ? revisited : firstOpen();
  }

  private Optional<PageItems> firstOpen() {
    @Nullable Found known = open;
    if (known == null) {
      known = new Found(findOpen());
      open = known;
    }
    return known.page();
  }

  private Optional<PageItems> findOpen() {
    for (int form = 0; form < forms.size(); form++) {
      for (PageItems page : pages.get(form)) {
        if (hasOpen(page)) {
          return Optional.of(page);
        }
      }
      OptionalInt column = stopper.next(form, forms.get(form).table(), 0);
      if (column.isPresent()) {
        return Optional.of(new PageItems(form, PageItems.NO_SECTION, List.of(column.getAsInt())));
      }
    }
    return Optional.empty();
  }

  private boolean hasOpen(PageItems page) {
    for (int column : page.columns()) {
      if (forms.get(page.form()).state(column) == ItemState.OPEN && isAsked(page.form(), column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an item is shown: it was passed, or is neither left out by skip logic nor stopped. */
  boolean isAsked(int form, int column) {
    FormState state = forms.get(form);
    return !state.isLeftOut(column)
        && (state.state(column).isPassed() || !stops().leftOut().get(form).contains(column));
  }

  /** The items of a page that are shown. */
  List<Integer> shown(PageItems page) {
    return page.columns().stream()
        .filter(column -> isAsked(page.form(), column))
        .toList();
  }

  /** Items that are still to be shown, of one questionnaire. */
  int left(int form) {
    int left = 0;
    for (int column = 0; column < forms.get(form).plan().size(); column++) {
      left += forms.get(form).state(column) == ItemState.OPEN && isAsked(form, column) ? 1 : 0;
    }
    return left;
  }

  private Optional<Integer> previous() {
    for (int place = trail.before(firstOpen()) - 1; place >= 0; place--) {
      if (!shown(trail.pages().get(place)).isEmpty()) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /**
   * What comes of an event. One that cannot be taken changes nothing, and is not in the log.
   *
   * @throws IllegalArgumentException if it names an item that the plan does not have
   */
  public Advance advance(Event event) {
    Optional<Message> fault =
        event instanceof Event.HelpRequested ? Optional.empty() : fault(event);
    if (fault.isPresent()) {
      return new Advance(this, false, List.of(), List.of(fault.get()));
    }
    Draft draft = new Draft(this);
    apply(event, draft);
    draft.events.add(event);
    draft.last = event.at();
    Session next = new Session(draft);
    return new Advance(
        next, true, next.alerts.subList(alerts.size(), next.alerts.size()), List.of());
  }

  private Optional<Message> fault(Event event) {
    if (phase.isOver()) {
      return Optional.of(Messages.ENDED);
    }
    if (event instanceof Event.Resumed resumed) {
      boolean mayGoOn = !admission.circumstances().isOver(resumed.at())
          || admission.allowed().containsKey(Obstacle.Kind.WINDOW);
      return mayGoOn ? Optional.empty() : Optional.of(Messages.WINDOW_OVER);
    }
    if (event instanceof Event.Abandoned) {
      return Optional.empty();
    }
    if (phase == Phase.PAUSED) {
      return Optional.of(Messages.PAUSED);
    }
    if (event instanceof Event.Back) {
      return previous().isPresent() ? Optional.empty() : Optional.of(Messages.FIRST_PAGE);
    }
    if (event instanceof Event.Submitted) {
      return firstOpen().isEmpty() ? Optional.empty() : Optional.of(Messages.STILL_OPEN);
    }
    if (event instanceof Event.Changed changed) {
      return faultOfChange(changed);
    }
    return item(event).flatMap(item -> faultOnPage(event, item));
  }

  private Optional<Message> faultOfChange(Event.Changed changed) {
    Place place = place(changed.item());
    FormState form = forms.get(place.form());
    boolean wasPassed = form.state(place.column()).isPassed() && !form.isLeftOut(place.column());
    return wasPassed
        ? AnswerCheck.fault(form.plan().responses(place.column()), changed.answer())
        : Optional.of(Messages.NOT_YET);
  }

  private Optional<Message> faultOnPage(Event event, ItemReference item) {
    Place place = place(item);
    FormState form = forms.get(place.form());
    boolean isOnPage = current()
        .filter(page -> page.form() == place.form() && page.columns().contains(place.column()))
        .isPresent();
    if (!isOnPage || form.isLeftOut(place.column())) {
      return Optional.of(Messages.NOT_SHOWN);
    }
    Optional<ResponseSet> responses = form.plan().responses(place.column());
    if (event instanceof Event.Answered answered) {
      return AnswerCheck.fault(responses, answered.answer());
    }
    if (responses.isEmpty()) {
      return Optional.of(Messages.NO_ANSWER_HERE);
    }
    boolean required =
        event instanceof Event.Skipped && form.plan().item(place.column()).required();
    return required ? Optional.of(Messages.REQUIRED) : Optional.empty();
  }

  /** The item that an event on a page is about. */
  private static Optional<ItemReference> item(Event event) {
    if (event instanceof Event.Answered answered) {
      return Optional.of(answered.item());
    }
    if (event instanceof Event.Skipped skipped) {
      return Optional.of(skipped.item());
    }
    return event instanceof Event.Refused refused ? Optional.of(refused.item()) : Optional.empty();
  }

  /** Where an item is. */
  private record Place(int form, int column) {}

  private Place place(ItemReference item) {
    for (int form = 0; form < forms.size(); form++) {
      FormPlan of = forms.get(form).plan();
      if (of.instrument().id().equals(item.questionnaire())) {
        Optional<Integer> column = of.column(item.item());
        if (column.isPresent()) {
          return new Place(form, column.get());
        }
      }
    }
    throw new IllegalArgumentException("the session has no item '" + item + "'");
  }

  private void apply(Event event, Draft draft) {
    long took = Math.max(0, Duration.between(last, event.at()).toMillis());
    if (event instanceof Event.Answered answered) {
      answer(answered, took, draft);
    } else if (event instanceof Event.Changed changed) {
      change(changed, took, draft);
    } else if (event instanceof Event.Skipped skipped) {
      leave(skipped.item(), ItemState.SKIPPED, took, draft);
    } else if (event instanceof Event.Refused refused) {
      leave(refused.item(), ItemState.REFUSED, took, draft);
    } else if (event instanceof Event.Shown shown) {
      shown.items().forEach(item -> show(item, draft));
    } else if (event instanceof Event.HelpRequested) {
      requestHelp(event.at(), took, draft);
    } else if (event instanceof Event.Back) {
      spend(took, draft);
      draft.trail = draft.trail.at(previous().orElseThrow());
    } else if (event instanceof Event.Paused) {
      spend(took, draft);
      draft.phase = Phase.PAUSED;
    } else if (event instanceof Event.Resumed) {
      draft.phase = Phase.IN_PROGRESS;
    } else if (event instanceof Event.Submitted) {
      draft.phase = Phase.SUBMITTED;
    } else if (event instanceof Event.Abandoned) {
      if (phase == Phase.IN_PROGRESS) {
        spend(took, draft);
      }
      draft.phase = Phase.ABANDONED;
    }
  }

  private void answer(Event.Answered answered, long took, Draft draft) {
    Place place = place(answered.item());
    FormState before = forms.get(place.form());
    FormState after = before.answered(place.column(), answered.answer(), took);
    draft.forms.set(place.form(), after);
    raise(before, after, draft, answered.at());
    pass(place, draft);
  }

  /** A change counts where it is made, and nothing else moves. */
  private void change(Event.Changed changed, long took, Draft draft) {
    Place place = place(changed.item());
    FormState before = forms.get(place.form());
    FormState after = before.answered(place.column(), changed.answer(), took);
    draft.forms.set(place.form(), after);
    raise(before, after, draft, changed.at());
  }

  private void leave(ItemReference item, ItemState state, long took, Draft draft) {
    Place place = place(item);
    draft.forms.set(place.form(), forms.get(place.form()).unanswered(place.column(), state, took));
    pass(place, draft);
  }

  private void show(ItemReference item, Draft draft) {
    Place place = place(item);
    FormPlan form = forms.get(place.form()).plan();
    boolean isOnPage = current()
        .filter(page -> page.form() == place.form() && page.columns().contains(place.column()))
        .isPresent();
    if (form.item(place.column()).isInformation() && isOnPage) {
      draft.forms.set(place.form(), draft.forms.get(place.form()).read(place.column()));
      pass(place, draft);
    }
  }

  /** What was left out because nothing could change any more is asked if the request changes that. */
  private void requestHelp(Instant at, long took, Draft draft) {
    if (phase == Phase.IN_PROGRESS) {
      spend(took, draft);
    }
    draft.helpRequests.add(at);
    draft.stopper = plan.withEvidence(evidence(plan, draft.helpRequests))
        .stopper(admission.student(), admission.at());
  }

  private void spend(long took, Draft draft) {
    current()
        .ifPresent(page -> shown(page).stream()
            .findFirst()
            .ifPresent(column ->
                draft.forms.set(page.form(), draft.forms.get(page.form()).spent(column, took))));
  }

  private void pass(Place place, Draft draft) {
    draft.trail = draft.trail.passed(current().orElseThrow(), place.column());
    Optional<PageItems> revisited = draft.trail.revisitedPage();
    if (revisited.isPresent()) {
      Session now = new Session(draft);
      boolean isDone = draft.trail.confirmed().containsAll(now.shown(revisited.get()));
      draft.trail = isDone ? draft.trail.onwards() : draft.trail;
    }
  }

  private static void raise(FormState before, FormState after, Draft draft, Instant at) {
    Set<CriticalItem> fired = new HashSet<>(before.scores().fired(0));
    for (CriticalItem critical : after.scores().fired(0)) {
      if (!fired.contains(critical)) {
        draft.alerts.add(new RaisedAlert(
            after.plan().instrument().id(), critical.id(), critical.alert(), critical.topic(), at));
      }
    }
  }

  /** What is known at this moment: scores, bounds, tier and what was stopped. */
  public SessionResult result() {
    return SessionResult.of(this);
  }
}
