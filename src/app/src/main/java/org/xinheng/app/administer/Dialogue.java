package org.xinheng.app.administer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.administration.Advance;
import org.xinheng.administration.Answer;
import org.xinheng.administration.Event;
import org.xinheng.administration.ItemState;
import org.xinheng.administration.Message;
import org.xinheng.administration.Page;
import org.xinheng.administration.Phase;
import org.xinheng.administration.Question;
import org.xinheng.administration.Session;
import org.xinheng.app.show.Wrapping;
import org.xinheng.diagnostic.TerminalText;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.ResponseSet;

/**
 * A student and a keyboard. A question is shown, a line is read, and what it means becomes an event; the next question is
 * shown only once the event is kept. Nothing on the screen depends on what the answers mean.
 */
public final class Dialogue {

  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final Screen screen;
  private final PrintWriter out;
  private final Keeper keeper;
  private final Language language;
  private final EndPage end;
  private final InstantSource clock;

  /** What stands above the next question. */
  private Optional<Phrase> greeting = Optional.empty();

  /**
   * What the student sees and types on.
   *
   * @param columns how many a line has
   * @param clears whether it is cleared before each question
   */
  public record Screen(BufferedReader in, PrintWriter out, IntSupplier columns, boolean clears) {}

  /** Where events go. */
  public interface Keeper {

    /** The session as it is. */
    Session session();

    /** Takes an event; once this returns, it is kept. */
    Advance advance(Event event) throws IOException;

    /** Whether the session can be gone on with later. */
    boolean canGoOnLater();

    /** Somebody is to be told at once: an alert was raised, or the student would like to talk to someone. */
    void tell() throws IOException;

    /** Whether what is told reaches somebody. */
    boolean reachesSomebody();
  }

  /**
   * A dialogue.
   *
   * @param end the same last page for everybody
   */
  public Dialogue(Screen screen, Keeper keeper, EndPage end, InstantSource clock) {
    this.screen = screen;
    this.out = screen.out();
    this.keeper = keeper;
    this.language = keeper.session().admission().student().language();
    this.end = end;
    this.clock = clock;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Asks until the student is done or leaves, or the input ends. */
  public void run() throws IOException {
    boolean begun = !keeper.session().events().isEmpty();
    if (begun && !keeper.session().phase().isOver()) {
      Advance resumed = keeper.advance(new Event.Resumed(now()));
      if (!resumed.accepted()) {
        say(resumed.messages());
        return;
      }
    }
    greeting = Optional.of(begun ? Phrase.WELCOME_BACK : Phrase.WELCOME);
    boolean goesOn = true;
    while (goesOn && !keeper.session().phase().isOver()) {
      Optional<Page> page = keeper.session().next();
      goesOn = page.isPresent() ? ask(page.get()) : finish();
    }
    part();
  }

  /** The last page is the same for everybody, so that it marks no one. */
  private void part() throws IOException {
    clear();
    boolean isDone = keeper.session().phase() == Phase.SUBMITTED;
    Phrase farewell =
        isDone ? Phrase.THANKS : keeper.canGoOnLater() ? Phrase.SEE_YOU : Phrase.NOT_KEPT;
    print(farewell.in(language));
    end.lines(language).forEach(this::print);
    out.println();
    print(Phrase.HELP.in(language) + "   " + Phrase.CLOSE.in(language));
    while (key().equals("h")) {
      requestHelp();
    }
    out.flush();
  }

  private void requestHelp() throws IOException {
    keeper.advance(new Event.HelpRequested(now()));
    keeper.tell();
    print((keeper.reachesSomebody() ? Phrase.HELP_NOTED : Phrase.HELP_NOT_PASSED_ON).in(language));
  }

  /** The next line as a key; empty also when there is nobody left. */
  private String key() throws IOException {
    return line().map(Typed::key).orElse("");
  }

  private Optional<String> line() throws IOException {
    out.print("> ");
    out.flush();
    return Optional.ofNullable(screen.in().readLine());
  }

  /** One item a page; false if the student leaves. */
  private boolean ask(Page page) throws IOException {
    Question question = page.questions().get(0);
    clear();
    show(page, question);
    keeper.advance(
        new Event.Shown(now(), question.isInformation() ? List.of() : List.of(question.item())));
    boolean answered = false;
    while (!answered) {
      Optional<Typed> typed = line().map(line -> Typed.of(line, question));
      if (typed.isEmpty() || typed.get() instanceof Typed.Leave) {
        return leave();
      }
      if (typed.get() instanceof Typed.Help) {
        requestHelp();
        continue;
      }
      Optional<Event> event = event(typed.get(), question);
      if (event.isEmpty()) {
        out.println(Phrase.NOT_UNDERSTOOD.in(language));
        continue;
      }
      Advance advance = keeper.advance(event.get());
      say(advance.messages());
      if (!advance.alerts().isEmpty()) {
        keeper.tell();
      }
      answered = advance.accepted();
    }
    return true;
  }

  private Optional<Event> event(Typed typed, Question question) {
    if (typed instanceof Typed.Back) {
      return Optional.of(new Event.Back(now()));
    }
    if (question.isInformation()) {
      return Optional.of(new Event.Shown(now(), List.of(question.item())));
    }
    if (isFreeText(question)) {
      return typed instanceof Typed.Refuse
          ? Optional.of(new Event.Refused(now(), question.item()))
          : Optional.of(new Event.Answered(now(), question.item(), new Answer.Written(0)));
    }
    if (typed instanceof Typed.Given given) {
      return Optional.of(new Event.Answered(now(), question.item(), given.answer()));
    }
    if (typed instanceof Typed.Skip) {
      return Optional.of(new Event.Skipped(now(), question.item()));
    }
    if (typed instanceof Typed.Refuse) {
      return Optional.of(new Event.Refused(now(), question.item()));
    }
    return typed instanceof Typed.Enter ? again(question) : Optional.empty();
  }

  /** Enter alone leaves what was there before. */
  private Optional<Event> again(Question question) {
    return switch (question.state()) {
      case OPEN, READ -> Optional.empty();
      case SKIPPED -> Optional.of(new Event.Skipped(now(), question.item()));
      case REFUSED -> Optional.of(new Event.Refused(now(), question.item()));
      case ANSWERED ->
        question.answer().map(answer -> new Event.Answered(now(), question.item(), answer));
    };
  }

  private static boolean isFreeText(Question question) {
    return question.responses().filter(ResponseSet.FreeText.class::isInstance).isPresent();
  }

  private boolean leave() throws IOException {
    keeper.advance(keeper.canGoOnLater() ? new Event.Paused(now()) : new Event.Abandoned(now()));
    return false;
  }

  private boolean finish() throws IOException {
    clear();
    print(Phrase.LAST.in(language));
    print(keys(Phrase.BACK, leaving()));
    print(Phrase.HELP.in(language));
    while (true) {
      Optional<String> line = line();
      switch (line.map(Typed::key).orElse("p")) {
        case "" -> {
          keeper.advance(new Event.Submitted(now()));
          return true;
        }
        case "b" -> {
          keeper.advance(new Event.Back(now()));
          return true;
        }
        case "p", "q" -> {
          return leave();
        }
        case "h" -> requestHelp();
        default -> print(Phrase.LAST.in(language));
      }
    }
  }

  private Phrase leaving() {
    return keeper.canGoOnLater() ? Phrase.GO_ON_LATER : Phrase.LEAVE;
  }

  private String keys(Phrase... keys) {
    return Arrays.stream(keys).map(key -> key.in(language)).collect(Collectors.joining(" · "));
  }

  private void show(Page page, Question question) {
    greeting.ifPresent(phrase -> print(phrase.in(language)));
    greeting = Optional.empty();
    out.println();
    page.instruction().ifPresent(text -> print(text + "\n"));
    page.title().ifPresent(text -> out.println(TerminalText.safe(text) + "\n"));
    out.println(number(page, question) + "   ("
        + Phrase.LEFT.in(language, page.progress().left(), page.progress().minutesLeft()) + ")");
    question.wording().ifPresent(text -> print("\n" + text));
    out.println();
    for (Question.Choice choice : question.choices()) {
      out.printf("  %3d  %s%n", choice.code(), TerminalText.safe(choice.label()));
    }
    question.responses().ifPresent(set -> hint(set, question));
    now(question);
    keys(question);
  }

  private void keys(Question question) {
    out.println();
    Stream<Phrase> keys = Stream.of(Phrase.REFUSE);
    if (question.isInformation()) {
      print(Phrase.READ.in(language));
      keys = Stream.of();
    } else {
      print(Phrase.ENTER.in(language));
      keys = question.required() ? keys : Stream.concat(Stream.of(Phrase.SKIP), keys);
    }
    Stream<Phrase> back = keeper.session().canGoBack() ? Stream.of(Phrase.BACK) : Stream.of();
    print(keys(
        Stream.of(back, keys, Stream.of(leaving())).flatMap(each -> each).toArray(Phrase[]::new)));
    print(Phrase.HELP.in(language));
  }

  private String number(Page page, Question question) {
    return question.wording().isPresent()
        ? Phrase.QUESTION.in(language, question.number())
        : TerminalText.safe(page.name()) + " · "
            + Phrase.SHEET.in(language, question.item().item());
  }

  private void hint(ResponseSet set, Question question) {
    if (set instanceof ResponseSet.Numeric numeric) {
      if (question.ends().size() == 2) {
        out.printf(
            "  %s %s … %s %s%n",
            numeric.lowest().toPlainString(),
            TerminalText.safe(question.ends().get(0)),
            numeric.highest().toPlainString(),
            TerminalText.safe(question.ends().get(1)));
      }
      out.println("  "
          + Phrase.NUMBER.in(
              language, numeric.lowest().toPlainString(), numeric.highest().toPlainString()));
    } else if (set instanceof ResponseSet.SeveralChoices) {
      out.println("  " + Phrase.SEVERAL.in(language));
    } else if (set instanceof ResponseSet.FreeText) {
      out.println("  " + Phrase.OWN_WORDS.in(language));
    }
  }

  private void now(Question question) {
    if (question.state() == ItemState.SKIPPED) {
      out.println(Phrase.NOW.in(language, Phrase.NOW_SKIPPED.in(language)));
    } else if (question.state() == ItemState.REFUSED) {
      out.println(Phrase.NOW.in(language, Phrase.NOW_REFUSED.in(language)));
    }
    question.answer().ifPresent(answer -> {
      String text = "";
      if (answer instanceof Answer.Chosen chosen) {
        text =
            chosen.codes().stream().map(code -> code.toString()).collect(Collectors.joining(","));
      } else if (answer instanceof Answer.Entered entered) {
        text = entered.value().toPlainString();
      }
      if (!text.isEmpty()) {
        out.println(Phrase.NOW.in(language, text));
      }
    });
  }

  private void say(List<Message> messages) {
    messages.forEach(message -> print(message.text().in(language)));
  }

  /** On lines of the width of the terminal. */
  private void print(String text) {
    Wrapping.lines(text, screen.columns().getAsInt()).forEach(out::println);
  }

  private void clear() {
    if (screen.clears()) {
      out.print(CLEAR);
    }
  }
}
