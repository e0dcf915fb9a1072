package org.xinheng.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.StudentOutcome;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The one student of a campaign whom a command is about. */
final class StudentOptions {

  @Option(
      names = "--student",
      paramLabel = "ID",
      description =
          "The student, by the id of the roster; with --pseudonyms also by the pseudonym.")
  private Optional<String> student = Optional.empty();

  @Option(
      names = "--school",
      paramLabel = "NAME",
      description = "The school, where students of several schools have the same id.")
  private Optional<String> school = Optional.empty();

  @Mixin
  private IdOptions idOptions = new IdOptions();

  StudentIds ids() throws IOException {
    return idOptions.ids();
  }

  /** @throws IllegalArgumentException if no student is named */
  String requireNamed() {
    return student
        .map(String::strip)
        .orElseThrow(() -> new IllegalArgumentException("name the student with --student ID"));
  }

  /** @throws IllegalArgumentException if no student of the campaign is meant, or more than one could be */
  StudentOutcome find(CampaignResult result, StudentIds ids) {
    String id = ids.of(requireNamed());
    List<StudentOutcome> found = result.students().stream()
        .filter(each -> each.student().id().equals(id))
        .filter(each -> school.isEmpty() || each.student().school().equals(school.get()))
        .toList();
    if (found.isEmpty()) {
      boolean lacksKey = !ids.lacksKeyOf(id)
          && result.roster().stream()
              .anyMatch(each -> ids.lacksKeyOf(each.student().id()));
      throw new IllegalArgumentException("--student: no student of the campaign has this id"
          + school.map(any -> " at this school").orElse("")
          + (lacksKey
              ? "; the roster holds pseudonyms: name their key with --pseudonyms"
              : "; the ids are those of the roster"));
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException("--student: " + found.size()
          + " students of the campaign have this id; name the school with --school");
    }
    return found.get(0);
  }
}
