package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.xinheng.definition.WorkedCase;
import org.xinheng.diagnostic.Place;

/**
 * A form that somebody could have filled in.
 *
 * @param answers one word an item whose answers are kept, as a worked case writes them
 * @param seconds how long it took, if somebody looked
 * @param student who filled it in
 */
record Sheet(List<String> answers, Optional<BigDecimal> seconds, WorkedCase.Student student) {

  static final String BLANK = "-";
  static final String NOT_APPLICABLE = "n";

  Sheet {
    answers = List.copyOf(answers);
  }

  Sheet by(WorkedCase.Student other) {
    return new Sheet(answers, seconds, other);
  }

  Sheet in(BigDecimal time) {
    return new Sheet(answers, Optional.of(time), student);
  }

  /** The same with one item answered otherwise. */
  Sheet with(int item, String answer) {
    List<String> changed = new ArrayList<>(answers);
    changed.set(item, answer);
    return new Sheet(changed, seconds, student);
  }

  boolean isComplete() {
    return !answers.contains(BLANK) && !answers.contains(NOT_APPLICABLE);
  }

  /** A worked case that expects nothing. */
  WorkedCase asCase() {
    return new WorkedCase(
        "",
        "",
        student,
        Optional.empty(),
        Map.of(),
        answers,
        seconds,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Place.startOf(""));
  }

  /** As a worked case writes it: {@code answers: 0*8 1 -} and, if it matters, {@code student: {sex: female}}. */
  String inWords() {
    StringJoiner runs = new StringJoiner(" ");
    for (int first = 0; first < answers.size(); ) {
      int end = first;
      while (end < answers.size() && answers.get(end).equals(answers.get(first))) {
        end++;
      }
      if (end - first > 2) {
        runs.add(answers.get(first) + "*" + (end - first));
      } else {
        Collections.nCopies(end - first, answers.get(first)).forEach(runs::add);
      }
      first = end;
    }
    return "answers: " + runs
        + seconds.map(time -> ", seconds: " + time.toPlainString()).orElse("")
        + (student.equals(WorkedCase.Student.UNKNOWN) ? "" : ", student: " + words(student));
  }

  private static String words(WorkedCase.Student student) {
    List<String> facts = new ArrayList<>();
    student.sex().ifPresent(sex -> facts.add("sex: " + sex.word()));
    student.age().ifPresent(age -> facts.add("age: " + age));
    student.grade().ifPresent(grade -> facts.add("grade: " + grade));
    student.informant().ifPresent(informant -> facts.add("informant: " + informant.word()));
    student.language().ifPresent(language -> facts.add("language: " + language));
    student.region().ifPresent(region -> facts.add("region: " + region));
    student.year().ifPresent(year -> facts.add("year: " + year));
    return "{" + String.join(", ", facts) + "}";
  }
}
