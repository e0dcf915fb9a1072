package org.xinheng.exchange;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FormCode;
import org.xinheng.policy.Input;
import org.xinheng.screening.Concern;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;
import org.xinheng.screening.Membership;
import org.xinheng.screening.RiskFactor;

/** The tables of a campaign that say more of students than their answers do: one row a rating, factor, report or group. */
final class EvidenceTables {

  private static final NamedFields.Column SOURCE =
      NamedFields.Column.optional("source", "来源", "报告人");
  private static final NamedFields.Column UNTIL =
      NamedFields.Column.optional("until", "结束日期", "有效至");
  private static final NamedFields.Column SINCE =
      NamedFields.Column.needed("since", "开始日期", "登记日期");

  private static final NamedFields.Column FACTOR = NamedFields.Column.needed("factor", "风险因素");
  private static final NamedFields.Column FACTOR_KIND = NamedFields.Column.optional("kind", "类别");
  private static final NamedFields.Column KIND = NamedFields.Column.needed("kind", "类别");

  private static final NamedFields.Column TRIGGER =
      NamedFields.Column.needed("trigger", "报告内容", "预警内容");
  private static final NamedFields.Column REPORTED =
      NamedFields.Column.needed("date", "日期", "报告日期");
  private static final NamedFields.Column CLEARED = NamedFields.Column.optional("cleared", "解除日期");

  private static final NamedFields.Column GROUP = NamedFields.Column.needed("group", "登记类型");

  private static final Map<String, Boolean> ACUTE_OR_CHRONIC =
      Map.of("acute", true, "急性", true, "chronic", false, "慢性", false);

  private static final Map<String, Membership.Kind> KINDS = Map.of(
      "family", Membership.Kind.FAMILY,
      "特殊家庭", Membership.Kind.FAMILY,
      "家庭", Membership.Kind.FAMILY,
      "health", Membership.Kind.HEALTH,
      "特殊体质", Membership.Kind.HEALTH,
      "体质", Membership.Kind.HEALTH,
      "mind", Membership.Kind.MIND,
      "特殊心理", Membership.Kind.MIND,
      "心理", Membership.Kind.MIND);

  private final CampaignTables tables;
  private final RatedForms ratedForms;

  EvidenceTables(CampaignTables tables, RatedForms ratedForms) {
    this.tables = tables;
    this.ratedForms = ratedForms;
  }

  /**
   * One column an input; {@code date}, {@code source} and {@code until} of all of them, if the table says so. Or one column an item
   * of a form for those who know the student.
   */
  void readEvidence(String file) throws IOException {
    boolean isRated = ratedForms.read(file);
    try (Table table = tables.open(file)) {
      Map<Integer, EvidenceColumn> columns = new LinkedHashMap<>();
      for (int field = 0; field < table.headings().size(); field++) {
        int column = field;
        EvidenceColumn.ofHeading(table.headings().get(field).text())
            .ifPresent(evidence -> columns.put(column, evidence));
      }
      if (columns.isEmpty() && isRated) {
        return;
      }
      if (columns.isEmpty()) {
        throw new TableException(List.of(
            Diagnostic.error("evidence.no-column", table.headerPlace(), "no column holds evidence")
                .hint(
                    "name a column %s, or give the items of a form for class teachers or guardians",
                    EvidenceColumn.names())));
      }
      NamedFields fields = NamedFields.find(table, List.of(SOURCE, UNTIL), "evidence.no-column");
      tables.forEachRow(
          table,
          (row, person) -> tables
              .ofStudent(row, person)
              .ifPresent(student -> columns.forEach((field, column) -> {
                if (column.isNotJudged(row.cell(field))) {
                  student.addNotJudged(column.input());
                }
                value(row, column, table.headings().get(field).text(), field)
                    .ifPresent(value -> student.add(new Fact(
                        column.input(),
                        value,
                        person.date(),
                        source(row, fields, column, person),
                        date(row, fields, UNTIL))));
              })));
    }
  }

  private Optional<Integer> value(
      CampaignTables.Row row, EvidenceColumn column, String heading, int field) {
    Reading<Integer> reading = column.read(row.cell(field));
    if (!reading.isReadable()) {
      tables.warn(
          row.at(Optional.of(field)),
          "evidence.value",
          "column '" + heading + "' cannot be read (" + column.readable() + ") and is left out");
    }
    return reading.value();
  }

  /** Who is named; else, where there is a date, who gives such ratings. */
  private EvidenceSource source(
      CampaignTables.Row row, NamedFields fields, EvidenceColumn column, Person person) {
    EvidenceSource usual = person.date().isEmpty() ? EvidenceSource.TABLE : usual(column.input());
    return source(row, fields).orElse(usual);
  }

  private static EvidenceSource usual(Input input) {
    return switch (input) {
      case TEACHER -> EvidenceSource.CLASS_TEACHER;
      case GUARDIAN -> EvidenceSource.GUARDIAN;
      case HELP, IMPACT -> EvidenceSource.SELF;
      case LAST_TIER, HOLD, CLEARED, OPEN_CASE, RE_ENTRY, WORSENING, REPEAT_INVALID ->
        EvidenceSource.CASE_FILE;
      case PRIMARY,
          SEVERE_SCALES,
          HIGH_SCALES,
          SCORED_QUESTIONNAIRES,
          RISK_FACTORS,
          ACUTE_RISK_FACTORS,
          ALERT -> EvidenceSource.TABLE;
    };
  }

  private Optional<EvidenceSource> source(CampaignTables.Row row, NamedFields fields) {
    Reading<EvidenceSource> reading = SourceWords.read(fields.cell(row.cells(), SOURCE));
    if (!reading.isReadable()) {
      tables.warn(
          row.at(fields.field(SOURCE)),
          "evidence.source",
          "the source is none that is known, such as class-teacher, guardian, self or peer; it is"
              + " left out");
    }
    return reading.value();
  }

  private Optional<LocalDate> date(
      CampaignTables.Row row, NamedFields fields, NamedFields.Column column) {
    Reading<LocalDate> reading = row.date(fields.cell(row.cells(), column));
    if (!reading.isReadable()) {
      tables.warn(
          row.at(fields.field(column)),
          "evidence.date",
          "column '" + column.name() + "' is not a date such as 2026-09-01 and is left out");
    }
    return reading.value();
  }

  /**
   * Reads registered risk factors.
   *
   * @param vocabulary says of its codes what kind they are and when they expire, where the table does not
   */
  void readRiskFactors(String file, List<FormCode> vocabulary) throws IOException {
    try (Table table = tables.open(file)) {
      NamedFields fields =
          NamedFields.find(table, List.of(FACTOR, FACTOR_KIND, SINCE, UNTIL), "risk.columns");
      tables.forEachRow(
          table,
          (row, person) -> tables
              .ofStudent(row, person)
              .ifPresent(student -> riskFactor(row, fields, vocabulary).ifPresent(student::add)));
    }
  }

  private Optional<RiskFactor> riskFactor(
      CampaignTables.Row row, NamedFields fields, List<FormCode> vocabulary) {
    String factor = Cell.trimmed(fields.cell(row.cells(), FACTOR));
    Optional<FormCode> code = code(factor, vocabulary);
    String kind = Cell.plain(fields.cell(row.cells(), FACTOR_KIND));
    Optional<Boolean> acute = kind.isEmpty()
        ? code.map(FormCode::acute)
        : Optional.ofNullable(ACUTE_OR_CHRONIC.get(kind));
    Reading<LocalDate> since = row.date(fields.cell(row.cells(), SINCE));
    Reading<LocalDate> until = row.date(fields.cell(row.cells(), UNTIL));
    if (factor.isEmpty() || acute.isEmpty() || since.value().isEmpty() || !until.isReadable()) {
      NamedFields.Column ofKind = kind.isEmpty() ? FACTOR : FACTOR_KIND;
      NamedFields.Column column = factor.isEmpty()
          ? FACTOR
          : acute.isEmpty() ? ofKind : since.value().isEmpty() ? SINCE : UNTIL;
      tables.warn(
          row.at(fields.field(column)),
          "risk.row",
          "the row needs a factor, a kind (chronic or acute) unless the factor is a code of the"
              + " form 'risk-factors', and dates such as 2026-09-01; left out");
      return Optional.empty();
    }
    // What the table calls lasting does not expire by itself.
    Optional<LocalDate> expiry = code.filter(any -> acute.get())
        .flatMap(FormCode::expiryMonths)
        .flatMap(months -> since.value().map(day -> day.plusMonths(months)));
    return Optional.of(new RiskFactor(
        code.map(FormCode::id).orElse(factor),
        acute.get(),
        since.value().get(),
        until.value().or(() -> expiry)));
  }

  /** The code that a table writes by its id, or as people call it in either language. */
  private static Optional<FormCode> code(String factor, List<FormCode> vocabulary) {
    String plain = Cell.plain(factor);
    return vocabulary.stream()
        .filter(code -> Stream.of(code.id(), code.label().en(), code.label().zhCn())
            .map(Cell::plain)
            .anyMatch(plain::equals))
        .findFirst();
  }

  /** Reports that raise an alert without a score. What can be read of a row is used, because it may be urgent. */
  void readConcerns(String file, LocalDate otherwise) throws IOException {
    try (Table table = tables.open(file)) {
      NamedFields fields =
          NamedFields.find(table, List.of(TRIGGER, REPORTED, SOURCE, CLEARED), "concern.columns");
      tables.forEachRow(
          table,
          (row, person) -> tables.ofAlert(row, person).ifPresent(student -> {
            Reading<LocalDate> on = row.date(fields.cell(row.cells(), REPORTED));
            Reading<LocalDate> cleared = row.date(fields.cell(row.cells(), CLEARED));
            if (on.value().isEmpty() || !cleared.isReadable()) {
              tables.warn(
                  row.at(fields.field(on.value().isEmpty() ? REPORTED : CLEARED)),
                  "concern.date",
                  "a date cannot be read (such as 2026-09-01); the report counts and is not"
                      + " cleared");
            }
            student.add(new Concern(
                Cell.plain(fields.cell(row.cells(), TRIGGER)).replace('_', '-'),
                on.value().orElse(otherwise),
                source(row, fields).orElse(EvidenceSource.TABLE),
                cleared.value()));
          }));
    }
  }

  void readRegistry(String file) throws IOException {
    try (Table table = tables.open(file)) {
      NamedFields fields =
          NamedFields.find(table, List.of(GROUP, KIND, SINCE, UNTIL), "registry.columns");
      tables.forEachRow(
          table,
          (row, person) -> tables
              .ofStudent(row, person)
              .ifPresent(student -> membership(row, fields).ifPresent(student::add)));
    }
  }

  private Optional<Membership> membership(CampaignTables.Row row, NamedFields fields) {
    String group = Cell.trimmed(fields.cell(row.cells(), GROUP));
    Optional<Membership.Kind> kind =
        Optional.ofNullable(KINDS.get(Cell.plain(fields.cell(row.cells(), KIND))));
    Reading<LocalDate> since = row.date(fields.cell(row.cells(), SINCE));
    Reading<LocalDate> until = row.date(fields.cell(row.cells(), UNTIL));
    if (group.isEmpty() || kind.isEmpty() || since.value().isEmpty() || !until.isReadable()) {
      NamedFields.Column column =
          group.isEmpty() ? GROUP : kind.isEmpty() ? KIND : since.value().isEmpty() ? SINCE : UNTIL;
      tables.warn(
          row.at(fields.field(column)),
          "registry.row",
          "the row needs a group, a kind (family, health or mind) and dates such as 2026-09-01;"
              + " left out");
      return Optional.empty();
    }
    return Optional.of(new Membership(group, kind.get(), since.value().get(), until.value()));
  }
}
