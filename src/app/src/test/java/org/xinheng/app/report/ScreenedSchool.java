package org.xinheng.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xinheng.app.demo.SyntheticSchool;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Input;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Form;
import org.xinheng.screening.RiskFactor;
import org.xinheng.screening.Screener;
import org.xinheng.screening.Student;
import org.xinheng.screening.StudentOutcome;

/** The synthetic school, screened. The files are read as simply as they are written. */
final class ScreenedSchool {

  private final Path folder;
  private final Campaign campaign;
  private final TierPolicy policy;
  private final List<Battery> batteries = new ArrayList<>();
  private final Map<String, Instrument> instruments = new LinkedHashMap<>();
  private final Map<String, Map<String, Form>> formsByStudent = new HashMap<>();
  private final Map<String, Evidence> evidenceByStudent = new HashMap<>();

  private ScreenedSchool(Path folder) throws IOException {
    this.folder = folder;
    campaign = Definitions.campaign(SourceText.read(folder.resolve("campaign.yaml")))
        .value()
        .orElseThrow();
    InstrumentLibrary library = InstrumentLibrary.shipped();
    policy = library.policy(campaign.policy());
    for (String id : campaign.batteries()) {
      Battery battery = library.battery(id);
      batteries.add(battery);
      for (String questionnaire : battery.questionnaires()) {
        instruments.putIfAbsent(questionnaire, library.questionnaire(questionnaire));
      }
    }
  }

  /** The school of a seed. */
  static CampaignResult screened(long seed) {
    try {
      Path folder = Files.createTempDirectory("school");
      try {
        SyntheticSchool.write(folder, seed);
        return new ScreenedSchool(folder).screen();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CampaignResult screen() throws IOException {
    for (Battery battery : batteries) {
      readForms(battery);
    }
    readEvidence();
    readRiskFactors();
    List<StudentOutcome> outcomes = new ArrayList<>();
    for (Map<String, String> row : rows(campaign.files().roster())) {
      Student student = new Student(
          cell(row, "student"),
          cell(row, "school"),
          Integer.parseInt(cell(row, "grade")),
          cell(row, "class"));
      outcomes.add(screen(student));
    }
    return new CampaignResult(campaign, policy, batteries, instruments, outcomes);
  }

  private StudentOutcome screen(Student student) {
    Battery battery = batteries.stream()
        .filter(one -> one.grades().contains(student.grade()))
        .findFirst()
        .orElseThrow();
    Map<String, Form> forms = formsByStudent.getOrDefault(student.id(), Map.of());
    Evidence evidence = evidenceByStudent.getOrDefault(student.id(), Evidence.NONE);
    boolean complete = Optional.ofNullable(forms.get(battery.primary().questionnaire()))
        .flatMap(form -> form.scores().band(form.row(), battery.primary().scale()))
        .isPresent();
    return new StudentOutcome(
        student,
        forms,
        complete,
        new Screener(battery, policy, campaign.to()).screen(forms, evidence));
  }

  private void readForms(Battery battery) throws IOException {
    List<Map<String, String>> rows = rows("answers-" + battery.id() + ".csv");
    for (String id : battery.questionnaires()) {
      Instrument instrument = Objects.requireNonNull(instruments.get(id));
      ResponseTable responses = new ResponseTable(instrument, rows.size());
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < instrument.items().size(); column++) {
          String cell =
              cell(rows.get(row), id + "." + instrument.items().get(column).id());
          if (cell.matches("\\d+")) {
            responses.set(row, column, Integer.parseInt(cell));
          }
        }
      }
      ScoreTable scores = ScoringPlan.compile(instrument).run(responses);
      for (int row = 0; row < rows.size(); row++) {
        formsByStudent
            .computeIfAbsent(cell(rows.get(row), "student"), key -> new LinkedHashMap<>())
            .put(id, new Form(responses, scores, row));
      }
    }
  }

  private void readEvidence() throws IOException {
    for (String file : campaign.files().evidence()) {
      for (Map<String, String> row : rows(file)) {
        row.forEach((column, cell) -> Input.of(column).ifPresent(input -> {
          if (cell.matches("\\d|yes")) {
            int value = cell.equals("yes") ? 1 : Integer.parseInt(cell);
            evidenceByStudent.merge(
                cell(row, "student"),
                Evidence.NONE.with(input, value),
                (known, added) -> known.with(input, value));
          }
        }));
      }
    }
  }

  private void readRiskFactors() throws IOException {
    Map<String, List<RiskFactor>> factors = new HashMap<>();
    for (Map<String, String> row : rows(campaign.files().riskFactors().orElseThrow())) {
      String until = cell(row, "until");
      factors
          .computeIfAbsent(cell(row, "student"), key -> new ArrayList<>())
          .add(new RiskFactor(
              cell(row, "factor"),
              cell(row, "kind").equals("acute"),
              LocalDate.parse(cell(row, "since")),
              until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until))));
    }
    factors.forEach((student, all) -> evidenceByStudent.put(
        student, evidenceByStudent.getOrDefault(student, Evidence.NONE).withRiskFactors(all)));
  }

  private List<Map<String, String>> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < header.length; column++) {
        row.put(header[column], cells[column]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
