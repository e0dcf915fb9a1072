package org.xinheng.screening;

/** A grade of a school. */
public record GradeOfSchool(String school, int grade) {}
