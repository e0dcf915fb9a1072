package org.xinheng.administration;

import java.util.List;
import java.util.Optional;

/**
 * What to show next.
 *
 * @param questionnaire its id
 * @param name its name, for staff; whether students see it is for the host to say
 * @param instruction what stands above the first page of a questionnaire, and above each item that stands alone, if a wording
 *     pack is installed
 * @param title what stands above the section, if anything
 * @param questions at least one
 * @param progress how far the session is
 * @param canGoBack whether there is a page before
 */
public record Page(
    String questionnaire,
    String name,
    Optional<String> instruction,
    Optional<String> title,
    List<Question> questions,
    Progress progress,
    boolean canGoBack) {

  public Page {
    questions = List.copyOf(questions);
  }

  /** Whether the questionnaire has no wording pack, so that numbers and options stand beside a printed form. */
  public boolean isAnswerSheet() {
    return questions.stream().anyMatch(question -> question.wording().isEmpty());
  }
}
