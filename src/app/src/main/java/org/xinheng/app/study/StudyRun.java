package org.xinheng.app.study;

import java.util.List;
import org.xinheng.validation.study.StudyResult;

/**
 * A study and where it comes from.
 *
 * @param program version of the program
 * @param command as it was typed, without the program
 * @param file name of the data, without folders
 * @param sha256 their fingerprint
 * @param criterion heading of the column
 * @param positive what it says of cases
 * @param result what was found
 */
public record StudyRun(
    String program,
    String command,
    String file,
    String sha256,
    String criterion,
    List<String> positive,
    StudyResult result) {

  public StudyRun {
    positive = List.copyOf(positive);
  }
}
