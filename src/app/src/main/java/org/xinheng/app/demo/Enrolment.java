package org.xinheng.app.demo;

/**
 * A student of a school in a school year.
 *
 * @param school place of the school in the district, from 0
 * @param sitting how the student meets the questionnaires, if the guardian consents
 * @param isNew whether the student came from another school that goes on to this grade, or from outside the district
 * @param wasScreened whether the district screened the student in the year before
 * @param boards whether the student lives at school
 */
record Enrolment(
    Student student,
    int school,
    Sitting sitting,
    Consent consent,
    boolean isNew,
    boolean wasScreened,
    boolean boards) {

  boolean answers() {
    return consent == Consent.CONSENTED && sitting != Sitting.ABSENT;
  }
}
