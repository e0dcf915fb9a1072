package org.xinheng.app.study;

import org.xinheng.validation.study.ChangeResult;

/**
 * Change between two waves.
 *
 * @param before what the first scores are
 * @param after what the second are
 * @param result what became of people
 */
public record WavesStudy(String before, String after, ChangeResult result) {}
