package org.xinheng.app.administer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xinheng.administration.Answer;
import org.xinheng.administration.Question;
import org.xinheng.instrument.FullWidth;
import org.xinheng.instrument.ResponseSet;

/** A line that was typed: a key, or an answer. */
sealed interface Typed {

  /** Nothing but Enter. */
  record Enter() implements Typed {}

  record Back() implements Typed {}

  record Skip() implements Typed {}

  record Refuse() implements Typed {}

  record Leave() implements Typed {}

  /** Would like to talk to someone. */
  record Help() implements Typed {}

  record Given(Answer answer) implements Typed {}

  record NotUnderstood() implements Typed {}

  /** What a line means at a question; narrow and full-width characters, and both cases, mean the same. */
  static Typed of(String line, Question question) {
    String text = key(line);
    return switch (text) {
      case "" -> new Enter();
      case "b" -> new Back();
      case "s" -> new Skip();
      case "r" -> new Refuse();
      case "p", "q" -> new Leave();
      case "h" -> new Help();
      default -> answer(text, question).<Typed>map(Given::new).orElseGet(NotUnderstood::new);
    };
  }

  /** What a line says, however it was typed. */
  static String key(String line) {
    return FullWidth.toNarrow(line).strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Answer> answer(String text, Question question) {
    try {
      if (question.responses().filter(ResponseSet.Numeric.class::isInstance).isPresent()) {
        return Optional.of(Answer.number(new BigDecimal(text)));
      }
      if (question.choices().isEmpty()) {
        return Optional.empty();
      }
      List<Integer> codes = new ArrayList<>();
      for (String part : text.split("[\\s,;、]+", -1)) {
        codes.add(Integer.parseInt(part));
      }
      return Optional.of(new Answer.Chosen(codes));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
