package org.xinheng.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinheng.diagnostic.DiagnosticJson;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Text;
import org.xinheng.profile.ResultColumns;
import org.xinheng.scoring.Numbers;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Form;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Student;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Summary;

/**
 * Writes the tables of a screened campaign. They start with a byte-order mark, so that Excel shows Chinese; the two
 * tables of students hold what only those who help them may see.
 */
public final class CampaignFiles {

  public static final String OUTCOMES = "outcomes.csv";
  public static final String TODAY = "today.csv";
  public static final String SUMMARY = "summary.csv";

  /** A cell of the summary that is not shown. */
  public static final String SUPPRESSED = "*";

  private static final String SEPARATOR_EN = "; ";
  private static final String SEPARATOR_ZH = "；";

  private final CampaignResult result;
  private final OutcomeCells outcomeCells;

  private CampaignFiles(CampaignResult result) {
    this.result = result;
    this.outcomeCells = new OutcomeCells(result.policy());
  }

  /**
   * Writes {@value #OUTCOMES}, {@value #TODAY}, {@value #SUMMARY} and {@code run.json} into a folder, which is made if
   * it is not there. Each is there completely, or as it was before.
   *
   * @param programVersion as it is to stand in {@code run.json}
   */
  public static void write(CampaignRun run, Path folder, String programVersion) throws IOException {
    Files.createDirectories(folder);
    CampaignFiles files = new CampaignFiles(run.result());
    write(folder.resolve(OUTCOMES), files.outcomes());
    write(folder.resolve(TODAY), files.today());
    write(folder.resolve(SUMMARY), files.summary());
    try (AtomicFile record = AtomicFile.begin(folder.resolve(RunRecord.FILE_NAME))) {
      record.stream().write(record(run, programVersion).getBytes(StandardCharsets.UTF_8));
      record.commit();
    }
  }

  /** What was done, so that it can be done again; no id of a student and no answer. */
  private static String record(CampaignRun run, String programVersion) {
    CampaignResult result = run.result();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("program").put("name", "xinheng").put("version", programVersion);
    root.put("campaign", result.campaign().id());
    root.put("students", result.students().size());
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
    run.diagnostics().forEach(found -> rows.add(DiagnosticJson.node(found)));
    return RunRecord.pretty(root);
  }

  private static void add(ArrayNode to, String kind, String id, String version, String hash) {
    to.addObject().put("kind", kind).put("id", id).put("version", version).put("sha-256", hash);
  }

  private static void write(Path file, List<List<String>> rows) throws IOException {
    try (AtomicFile atomic = AtomicFile.begin(file)) {
      try (CsvWriter csv = CsvWriter.builder()
          .lineDelimiter(LineDelimiter.LF)
          .build(TextEncoding.UTF_8_WITH_MARK.markedWriter(atomic.stream()))) {
        for (List<String> row : rows) {
          csv.writeRecord(row.stream().map(OutputText::harmless).toList());
        }
      }
      atomic.commit();
    }
  }

  private List<List<String>> outcomes() {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("student", "school", "grade", "class"));
    ResultColumns.ofOutcome().forEach(column -> header.add(column.name()));
    for (Instrument instrument : result.instruments().values()) {
      instrument.scales().forEach(scale -> {
        String name = instrument.id() + "." + scale.id();
        header.addAll(List.of(name, name + ".band"));
      });
      instrument
          .classifications()
          .forEach(classification -> header.add(instrument.id() + "." + classification.id()));
    }
    rows.add(header);
    for (StudentOutcome student : result.students()) {
      Outcome outcome = student.outcome();
      List<String> row = new ArrayList<>(about(student.student()));
      row.addAll(outcomeCells.of(outcome));
      for (Instrument instrument : result.instruments().values()) {
        addResults(instrument, Optional.ofNullable(student.forms().get(instrument.id())), row);
      }
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> today() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(
        "alert",
        "alert.name",
        "tier",
        "tier.name",
        "status",
        "student",
        "school",
        "grade",
        "class",
        "reasons.zh-CN",
        "reasons.en"));
    for (StudentOutcome student : result.today()) {
      Outcome outcome = student.outcome();
      List<String> row = new ArrayList<>(List.of(
          outcome.alert().word(),
          outcomeCells.alert(outcome),
          OutcomeCells.code(outcome.atLeast()),
          outcomeCells.name(outcome.atLeast()),
          outcome.status().word()));
      row.addAll(about(student.student()));
      row.add(join(outcome, Text::zhCn, SEPARATOR_ZH));
      row.add(join(outcome, Text::en, SEPARATOR_EN));
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> summary() {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(
        List.of("level", "school", "grade", "class", "eligible", "responded", "complete"));
    for (Summary.Cell cell : Summary.Cell.values()) {
      header.addAll(List.of(cell.word(), cell.word() + ".percent"));
    }
    rows.add(header);
    Summary summary = result.summary();
    for (Summary.Row of : summary.rows()) {
      List<String> row = new ArrayList<>(List.of(
          of.level().word(),
          of.school(),
          of.grade().map(String::valueOf).orElse(""),
          of.schoolClass().orElse(""),
          Integer.toString(of.eligible()),
          shown(summary.shownResponded(of)),
          shown(summary.shownComplete(of))));
      for (Summary.Cell cell : Summary.Cell.values()) {
        row.add(shown(of.count(cell)));
        row.add(of.count(cell).map(count -> percent(count, of.eligible())).orElse(SUPPRESSED));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String shown(Optional<Integer> count) {
    return count.map(String::valueOf).orElse(SUPPRESSED);
  }

  private static void addResults(Instrument instrument, Optional<Form> form, List<String> row) {
    for (Scale scale : instrument.scales()) {
      row.add(form.map(f -> value(f, scale)).orElse(""));
      row.add(
          form.flatMap(f -> f.scores().band(f.row(), scale.id())).map(Band::id).orElse(""));
    }
    for (Classification classification : instrument.classifications()) {
      row.add(form.flatMap(f -> f.scores().outcome(f.row(), classification.id()))
          .map(Classification.Outcome::id)
          .orElse(""));
    }
  }

  private static List<String> about(Student student) {
    return List.of(
        student.id(), student.school(), Integer.toString(student.grade()), student.schoolClass());
  }

  private static String value(Form form, Scale scale) {
    var value = form.scores().value(form.row(), scale.id());
    return value.isPresent() ? Numbers.plain(value.getAsDouble()) : "";
  }

  private static String join(Outcome outcome, Function<Text, String> language, String separator) {
    return outcome.reasons().stream().map(language).collect(Collectors.joining(separator));
  }

  /** With one decimal. */
  private static String percent(int count, int of) {
    return BigDecimal.valueOf(100L * count)
        .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
