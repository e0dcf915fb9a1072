package org.xinheng.app.demo;

import java.util.List;

/** A school stage: three grades of a kind of school that sit the same battery. */
enum Stage {
  UPPER_PRIMARY("upper-primary", 4, new Misprint("mht.37", "O"), Questionnaires.MHT),
  JUNIOR_HIGH(
      "junior-high",
      7,
      new Misprint("phq-9.4", "8"),
      Questionnaires.PHQ_9,
      Questionnaires.GAD_7,
      Questionnaires.PSC_17),
  SENIOR_HIGH(
      "senior-high",
      10,
      new Misprint("ces-d.11", "2w"),
      Questionnaires.PHQ_9,
      Questionnaires.GAD_7,
      Questionnaires.CES_D),
  VOCATIONAL(
      "vocational",
      10,
      new Misprint("dass-21.8", "2w"),
      Questionnaires.PHQ_9,
      Questionnaires.GAD_7,
      Questionnaires.DASS_21);

  /**
   * A slip of whoever typed the answers in, made once in the stage's file: the engine has to report
   * it.
   */
  record Misprint(String column, String text) {}

  private static final int GRADES = 3;

  private final String battery;
  private final int firstGrade;
  private final Misprint misprint;
  private final List<AnswerModel> questionnaires;

  Stage(String battery, int firstGrade, Misprint misprint, AnswerModel... questionnaires) {
    this.battery = battery;
    this.firstGrade = firstGrade;
    this.misprint = misprint;
    this.questionnaires = List.of(questionnaires);
  }

  /** The stages of general schools, of which a student is in one. */
  static List<Stage> general() {
    return List.of(UPPER_PRIMARY, JUNIOR_HIGH, SENIOR_HIGH);
  }

  String battery() {
    return battery;
  }

  Misprint misprint() {
    return misprint;
  }

  List<AnswerModel> questionnaires() {
    return questionnaires;
  }

  /** The columns of all answers. */
  List<String> columns() {
    return questionnaires.stream()
        .flatMap(questionnaire -> questionnaire.columns().stream())
        .toList();
  }

  boolean includes(Student student) {
    return student.grade() >= firstGrade && student.grade() < firstGrade + GRADES;
  }
}
