package org.xinheng.app.administer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.administration.Advance;
import org.xinheng.administration.Answer;
import org.xinheng.administration.Event;
import org.xinheng.administration.ItemState;
import org.xinheng.administration.Message;
import org.xinheng.administration.Page;
import org.xinheng.administration.Phase;
import org.xinheng.administration.Question;
import org.xinheng.administration.RaisedAlert;
import org.xinheng.administration.Session;
import org.xinheng.app.show.Wrapping;
import org.xinheng.diagnostic.TerminalText;
import org.xinheng.instrument.FullWidth;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.ResponseSet;

/**
 * A student and a keyboard. A question is shown, a line is read, and what it means becomes an event; the next question is
 * shown only once the event is kept. Nothing on the screen depends on what the answers mean.
 */
public final class Dialogue {

  private static final String CLEAR = "\u001b[H\u001b[2J";

  private final BufferedReader in;
  private final PrintWriter out;
  private final IntSupplier columns;
  private final boolean clears;
  private final boolean isKept;
  private final InstantSource clock;
  private final Consumer<List<RaisedAlert>> alerts;

  /** What stands above the first question. */
  private Optional<String> greeting = Optional.empty();

  /** Where events go. */
  public interface Keeper {

    /** The session as it is. */
    Session session();

    /** Takes an event; once this returns, it is kept. */
    Advance advance(Event event) throws IOException;
  }

  /**
   * A dialogue.
   *
   * @param columns how many a line has
   * @param clears whether the screen is cleared before each question
   * @param isKept whether the session can be gone on with later
   * @param alerts told all alerts raised so far when there is a new one
   */
  public Dialogue(
      BufferedReader in,
      PrintWriter out,
      IntSupplier columns,
      boolean clears,
      boolean isKept,
      InstantSource clock,
      Consumer<List<RaisedAlert>> alerts) {
    this.in = in;
    this.out = out;
    this.columns = columns;
    this.clears = clears;
    this.isKept = isKept;
    this.clock = clock;
    this.alerts = alerts;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Asks until the student is done or leaves, or the input ends. */
  public void run(Keeper keeper) throws IOException {
    boolean begun = !keeper.session().events().isEmpty();
    if (begun && !keeper.session().phase().isOver()) {
      Advance resumed = keeper.advance(new Event.Resumed(now()));
      if (!resumed.accepted()) {
        say(resumed.messages(), language(keeper));
        return;
      }
    }
    greeting = Optional.of((begun ? Phrase.WELCOME_BACK : Phrase.WELCOME).in(language(keeper)));
    boolean goesOn = true;
    while (goesOn && !keeper.session().phase().isOver()) {
      Optional<Page> page = keeper.session().next();
      goesOn = page.isPresent() ? ask(page.get(), keeper) : finish(keeper);
    }
    if (keeper.session().phase() == Phase.SUBMITTED) {
      clear();
      print(Phrase.THANKS.in(language(keeper)));
    } else {
      print((isKept ? Phrase.SEE_YOU : Phrase.NOT_KEPT).in(language(keeper)));
    }
    // The same for everybody, so that it marks no one.
    out.println();
    print(Phrase.HELP_TALK.in(language(keeper)));
    print(Phrase.HELP_LINES.in(language(keeper)));
    out.flush();
  }

  private static Language language(Keeper keeper) {
    return keeper.session().admission().student().language();
  }

  /** One item a page; false if the student leaves. */
  private boolean ask(Page page, Keeper keeper) throws IOException {
    Question question = page.questions().get(0);
    Language language = language(keeper);
    clear();
    show(page, question, language);
    keeper.advance(
        new Event.Shown(now(), question.isInformation() ? List.of() : List.of(question.item())));
    boolean answered = false;
    while (!answered) {
      out.print("> ");
      out.flush();
      @Nullable String line = in.readLine();
      if (line == null) {
        return leave(keeper);
      }
      Typed typed = Typed.of(line, question);
      if (typed instanceof Typed.Leave) {
        return leave(keeper);
      }
      Optional<Event> event = event(typed, question);
      if (event.isEmpty()) {
        out.println(Phrase.NOT_UNDERSTOOD.in(language));
        continue;
      }
      Advance advance = keeper.advance(event.get());
      say(advance.messages(), language);
      if (!advance.alerts().isEmpty()) {
        alerts.accept(keeper.session().alerts());
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

  private boolean leave(Keeper keeper) throws IOException {
    keeper.advance(isKept ? new Event.Paused(now()) : new Event.Abandoned(now()));
    return false;
  }

  private boolean finish(Keeper keeper) throws IOException {
    clear();
    while (true) {
      print(Phrase.LAST.in(language(keeper)));
      out.print("> ");
      out.flush();
      @Nullable String line = in.readLine();
      String key = line == null ? "p" : FullWidth.toNarrow(line).strip().toLowerCase(Locale.ROOT);
      switch (key) {
        case "" -> {
          keeper.advance(new Event.Submitted(now()));
          return true;
        }
        case "b" -> {
          keeper.advance(new Event.Back(now()));
          return true;
        }
        case "p", "q" -> {
          return leave(keeper);
        }
        default -> out.println();
      }
    }
  }

  private void show(Page page, Question question, Language language) {
    greeting.ifPresent(this::print);
    greeting = Optional.empty();
    out.println();
    page.instruction().ifPresent(text -> print(text + "\n"));
    page.title().ifPresent(text -> out.println(TerminalText.safe(text) + "\n"));
    out.println(number(page, question, language) + "   ("
        + Phrase.LEFT.in(language, page.progress().left(), page.progress().minutesLeft()) + ")");
    question.wording().ifPresent(text -> print("\n" + text));
    out.println();
    for (Question.Choice choice : question.choices()) {
      out.printf("  %3d  %s%n", choice.code(), TerminalText.safe(choice.label()));
    }
    question.responses().ifPresent(set -> hint(set, question, language));
    now(question, language);
    if (question.isInformation()) {
      out.println(Phrase.READ.in(language));
    } else {
      print((question.required() ? Phrase.KEYS_REQUIRED : Phrase.KEYS).in(language));
    }
  }

  private static String number(Page page, Question question, Language language) {
    return question.wording().isPresent()
        ? Phrase.QUESTION.in(language, question.number())
        : TerminalText.safe(page.name()) + " · "
            + Phrase.SHEET.in(language, question.item().item());
  }

  private void hint(ResponseSet set, Question question, Language language) {
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

  private void now(Question question, Language language) {
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

  private void say(List<Message> messages, Language language) {
    messages.forEach(message -> print(message.text().in(language)));
  }

  /** On lines of the width of the terminal. */
  private void print(String text) {
    Wrapping.lines(text, columns.getAsInt()).forEach(out::println);
  }

  private void clear() {
    if (clears) {
      out.print(CLEAR);
    }
  }
}
