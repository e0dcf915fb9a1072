package org.xinheng.app.study;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A study and where it comes from.
 *
 * @param program version of the program
 * @param command as it was typed, without the program
 * @param file name of the data, without folders
 * @param sha256 their fingerprint
 * @param study what was found; its fields stand beside the others in JSON
 */
public record StudyRun<S>(
    String program,
    String command,
    String file,
    String sha256,
    @JsonUnwrapped S study) {}
