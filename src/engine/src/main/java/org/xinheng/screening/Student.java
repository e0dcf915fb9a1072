package org.xinheng.screening;

/**
 * A student of the roster.
 *
 * @param id the school's own; it stays in tables of students and is in no message
 * @param school the name of the school
 * @param grade 1–12
 * @param className the class within the grade
 */
public record Student(String id, String school, int grade, String className) {}
