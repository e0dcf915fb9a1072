package org.xinheng.validation.study;

/**
 * Who was studied.
 *
 * @param rows people in the data
 * @param withoutCriterion of whom it is not known whether they are cases; they are left out
 * @param cases with the criterion
 * @param controls without it
 * @param prevalence share of cases among both
 * @param usedPrevalence share of cases where the score is to be used
 * @param isPrevalenceStated whether the share was stated; if not it is that of the sample
 * @param clusters schools, or other units, that people were drawn by; 0 if nobody said
 */
public record Sample(
    int rows,
    int withoutCriterion,
    int cases,
    int controls,
    Figure prevalence,
    double usedPrevalence,
    boolean isPrevalenceStated,
    int clusters) {}
