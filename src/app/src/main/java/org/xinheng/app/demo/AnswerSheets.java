package org.xinheng.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answers of one stage, as somebody typed them in: with blanks, with forms given up, and with
 * one misprint.
 *
 * <p>Blanks cluster, as they do on paper: most students leave next to none, one in ten leaves many.
 * Were they spread evenly, one cell in a hundred would leave hardly a form of a hundred items
 * complete.
 */
final class AnswerSheets {

  private static final String BLANK = "";
  private static final double SKIPPERS = 0.10;
  private static final double BLANKS_OF_SKIPPERS = 0.09;
  private static final double BLANKS_OF_OTHERS = 0.0005;
  private static final double EARLIEST_STOP = 0.35;
  private static final double LATEST_STOP = 0.75;

  private final Stage stage;
  private final School school;

  private AnswerSheets(Stage stage, School school) {
    this.stage = stage;
    this.school = school;
  }

  static Table of(Stage stage, School school, SeededRandom random) {
    AnswerSheets sheets = new AnswerSheets(stage, school);
    List<Student> present = school.students().stream()
        .filter(student -> stage.includes(student) && school.sittingOf(student) != Sitting.ABSENT)
        .toList();
    List<String> header = sheets.header();
    List<List<String>> rows = new ArrayList<>();
    for (Student student : present) {
      rows.add(sheets.row(student, random.split()));
    }
    int misprinted = random.pick(sheets.attentiveRows(present));
    rows.get(misprinted)
        .set(header.indexOf(stage.misprint().column()), stage.misprint().text());
    return new Table(header, rows);
  }

  private List<String> header() {
    return Stream.concat(Stream.of("student", "date"), stage.columns().stream()).toList();
  }

  private List<String> row(Student student, SeededRandom random) {
    LocalDate date = student.schoolClass().screenedOn();
    List<String> row = new ArrayList<>(List.of(student.id(), date.toString()));
    row.addAll(answers(stage, student, school.sittingOf(student), random));
    return row;
  }

  /** What one student answers to the questionnaires of a stage, a cell an item. */
  static List<String> answers(Stage stage, Student student, Sitting sitting, SeededRandom random) {
    List<String> answers = new ArrayList<>();
    for (AnswerModel questionnaire : stage.questionnaires()) {
      questionnaire
          .codes(student.latent(), sitting, random)
          .forEach(code -> answers.add(Integer.toString(code)));
    }
    leaveBlanks(answers, random);
    giveUp(stage, answers, sitting, random);
    return answers;
  }

  private static void leaveBlanks(List<String> answers, SeededRandom random) {
    double blanks = random.chance(SKIPPERS) ? BLANKS_OF_SKIPPERS : BLANKS_OF_OTHERS;
    answers.replaceAll(answer -> random.chance(blanks) ? BLANK : answer);
  }

  private static void giveUp(
      Stage stage, List<String> answers, Sitting sitting, SeededRandom random) {
    List<String> notReached = switch (sitting) {
      case STOPS_HALF_WAY -> rest(answers, random);
      case SKIPS_A_QUESTIONNAIRE ->
        stage.questionnaires().size() == 1
            ? rest(answers, random)
            : questionnaire(stage, answers, random);
      case ATTENTIVE, STRAIGHT_LINE, RANDOM, ZIG_ZAG, ABSENT -> List.of();
    };
    Collections.fill(notReached, BLANK);
  }

  private static List<String> rest(List<String> answers, SeededRandom random) {
    double share = EARLIEST_STOP + (LATEST_STOP - EARLIEST_STOP) * random.uniform();
    return answers.subList((int) (share * answers.size()), answers.size());
  }

  private static List<String> questionnaire(
      Stage stage, List<String> answers, SeededRandom random) {
    int skipped = random.below(stage.questionnaires().size());
    int start = stage.questionnaires().subList(0, skipped).stream()
        .mapToInt(questionnaire -> questionnaire.items().size())
        .sum();
    int length = stage.questionnaires().get(skipped).items().size();
    return answers.subList(start, start + length);
  }

  /** Rows that are otherwise in order, so that the misprint is what there is to report. */
  private List<Integer> attentiveRows(List<Student> present) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < present.size(); row++) {
      if (school.sittingOf(present.get(row)) == Sitting.ATTENTIVE) {
        rows.add(row);
      }
    }
    return rows;
  }
}
