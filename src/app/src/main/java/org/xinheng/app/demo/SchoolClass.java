package org.xinheng.app.demo;

import java.time.LocalDate;

/**
 * One class of the school.
 *
 * @param number 1 to 4 within its grade
 * @param climate what being in this class adds to every student's distress
 * @param screenedOn the school day on which the class sits together
 */
record SchoolClass(int grade, int number, double climate, LocalDate screenedOn) {}
