package org.xinheng.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.diagnostic.DiagnosticJson;
import org.xinheng.policy.Hierarchy;
import org.xinheng.record.FollowUp;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.StudentOutcome;

/**
 * Writes the tables of a screened campaign: each as a CSV for programs, and all of them as sheets of one workbook, which a
 * psychology teacher opens; and for each class teacher a sheet of the own class. Lists of students hold what only those
 * who help them may see.
 */
public final class CampaignFiles {

  public static final String OUTCOMES = "outcomes.csv";
  public static final String TODAY = "today.csv";
  public static final String FOLLOW_UP = "follow-up.csv";
  public static final String GROUPS = "groups.csv";
  public static final String SUMMARY = "summary.csv";
  public static final String COVERAGE = "coverage.csv";

  /** All of them as one workbook. */
  public static final String WORKBOOK = "results.xlsx";

  /** The folder of the sheets for class teachers. */
  public static final String CLASSES = "classes";

  /** A cell of the summary that is not shown. */
  public static final String SUPPRESSED = "*";

  private CampaignFiles() {}

  /** Writes the first results of a campaign, after which no earlier counts are looked for. */
  public static void write(CampaignRun run, Path folder, String programVersion) throws IOException {
    write(run, Publication.first(run.result()), folder, programVersion);
  }

  /**
   * Writes the tables, the workbook, the sheets of the classes and {@code run.json} into a folder, which is made if it is
   * not there. Each is there completely, or as it was before.
   *
   * @param publication what of the counts is published
   * @param programVersion as it is to stand in {@code run.json}
   */
  public static void write(
      CampaignRun run, Publication publication, Path folder, String programVersion)
      throws IOException {
    Files.createDirectories(folder);
    CampaignResult result = publication.result();
    Hierarchy hierarchy = result.policy().hierarchy();
    List<FollowUp> owed = FollowUp.of(result);
    List<ResultTable> tables = List.of(
        new TodayTable(result),
        new FollowUpTable(result, owed),
        new GroupTable(result),
        new OutcomeTable(result),
        summary(publication),
        new CoverageTable(Coverage.of(result), hierarchy));
    try (SheetWriter workbook = SheetWriter.begin(folder.resolve(WORKBOOK))) {
      for (ResultTable table : tables) {
        table.write(folder, workbook);
      }
      workbook.commit();
    }
    writeClasses(result, owed, folder.resolve(CLASSES));
    try (AtomicFile record = AtomicFile.begin(folder.resolve(RunRecord.FILE_NAME))) {
      record.stream().write(record(run, programVersion).getBytes(StandardCharsets.UTF_8));
      record.commit();
    }
    publication.write(folder);
  }

  private static ResultTable summary(Publication publication) {
    SummaryTable table = new SummaryTable(
        publication.counts().summary(),
        publication.counts().contacts(),
        publication.result().policy().hierarchy());
    return publication.isKept() ? new KeptSummary(table, publication.from().orElseThrow()) : table;
  }

  private record ClassKey(String school, int grade, String schoolClass) {}

  private static void writeClasses(CampaignResult result, List<FollowUp> all, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Map<ClassKey, List<FollowUp>> owed = new HashMap<>();
    all.stream()
        .filter(one -> one.schoolClass().isPresent())
        .forEach(one -> owed.computeIfAbsent(
                new ClassKey(
                    one.school(), one.grade().orElseThrow(), one.schoolClass().orElseThrow()),
                key -> new ArrayList<>())
            .add(one));
    Map<ClassKey, List<StudentOutcome>> classes = new LinkedHashMap<>();
    result
        .roster()
        .forEach(student -> classes
            .computeIfAbsent(
                new ClassKey(
                    student.student().school(),
                    student.student().grade(),
                    student.student().schoolClass()),
                key -> new ArrayList<>())
            .add(student));
    FileName names = new FileName();
    for (Map.Entry<ClassKey, List<StudentOutcome>> one : classes.entrySet()) {
      ClassKey key = one.getKey();
      String name = names.take(key.school() + "-" + key.grade() + "-" + key.schoolClass());
      ClassSheet sheet = new ClassSheet(
          name,
          one.getValue(),
          owed.getOrDefault(key, List.of()),
          result.policy().hierarchy());
      try (SheetWriter workbook =
          SheetWriter.begin(folder.resolve(name + SheetWriter.WORKBOOK_ENDING))) {
        sheet.write(folder, workbook);
        workbook.commit();
      }
    }
  }

  /** What was done, so that it can be done again; no id of a student and no answer. */
  private static String record(CampaignRun run, String programVersion) {
    CampaignResult result = run.result();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("program").put("name", "xinheng").put("version", programVersion);
    root.put("campaign", result.campaign().id());
    root.put("students", result.students().size());
    root.put("on-roster", result.onRoster());
    root.put("found", result.times().found().toString());
    root.put("now", result.times().now().toString());
    if (result.campaign().preparation().isPresent()) {
      ArrayNode lacks = root.putArray("launched-without");
      result.launch().lacks().forEach(lack -> lacks.add(lack.text().en()));
    }
    ArrayNode definitions = root.putArray("definitions");
    add(
        definitions,
        "policy",
        result.policy().id(),
        result.policy().version(),
        result.policy().hash());
    result
        .batteries()
        .forEach(battery ->
            add(definitions, "battery", battery.id(), battery.version(), battery.hash()));
    result
        .instruments()
        .values()
        .forEach(instrument -> add(
            definitions,
            "questionnaire",
            instrument.id(),
            instrument.version(),
            instrument.hash()));
    run.norms()
        .forEach(norms -> add(definitions, "norm-set", norms.id(), norms.version(), norms.hash()));
    ArrayNode rows = root.putArray("diagnostics");
    run.diagnostics().forEach(one -> rows.add(DiagnosticJson.node(one)));
    return RunRecord.pretty(root);
  }

  private static void add(ArrayNode to, String kind, String id, String version, String hash) {
    to.addObject().put("kind", kind).put("id", id).put("version", version).put("sha-256", hash);
  }
}
