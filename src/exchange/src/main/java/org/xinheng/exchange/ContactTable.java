package org.xinheng.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.policy.Role;
import org.xinheng.policy.Step;
import org.xinheng.screening.Contact;
import org.xinheng.screening.Times;

/** The list of contacts of a campaign: one row each time somebody got in touch with a student or guardian, or tried to. */
final class ContactTable {

  private static final NamedFields.Column DATE =
      NamedFields.Column.needed("date", "日期", "联系日期", "日期时间");
  private static final NamedFields.Column TIME = NamedFields.Column.optional("time", "时间", "联系时间");
  private static final NamedFields.Column KIND =
      NamedFields.Column.needed("kind", "类别", "类型", "联系类别", "联系类型", "事项");
  private static final NamedFields.Column RESULT =
      NamedFields.Column.needed("result", "outcome", "reached", "结果", "联系结果", "是否联系上");
  private static final NamedFields.Column WHO =
      NamedFields.Column.optional("who", "by", "role", "由谁", "联系人", "角色", "谁联系");
  private static final NamedFields.Column STAFF =
      NamedFields.Column.optional("staff", "工号", "教工号", "职工号");

  /** A home visit is a talk with the guardian. */
  private static final Map<String, Step> KINDS = Map.ofEntries(
      Map.entry("contact", Step.CONTACT),
      Map.entry("firstcontact", Step.CONTACT),
      Map.entry("首次联系", Step.CONTACT),
      Map.entry("联系", Step.CONTACT),
      Map.entry("联系学生", Step.CONTACT),
      Map.entry("谈话", Step.CONTACT),
      Map.entry("谈心", Step.CONTACT),
      Map.entry("plan", Step.PLAN),
      Map.entry("interview", Step.PLAN),
      Map.entry("interviewandplan", Step.PLAN),
      Map.entry("访谈", Step.PLAN),
      Map.entry("面谈", Step.PLAN),
      Map.entry("访谈与方案", Step.PLAN),
      Map.entry("guardian", Step.GUARDIAN),
      Map.entry("guardiantold", Step.GUARDIAN),
      Map.entry("guardiancontacted", Step.GUARDIAN),
      Map.entry("homevisit", Step.GUARDIAN),
      Map.entry("home-visit", Step.GUARDIAN),
      Map.entry("联系监护人", Step.GUARDIAN),
      Map.entry("告知监护人", Step.GUARDIAN),
      Map.entry("告知家长", Step.GUARDIAN),
      Map.entry("联系家长", Step.GUARDIAN),
      Map.entry("家访", Step.GUARDIAN),
      Map.entry("review", Step.REVIEW),
      Map.entry("复核", Step.REVIEW),
      Map.entry("回访", Step.REVIEW),
      Map.entry("随访", Step.REVIEW),
      Map.entry("re-screen", Step.RE_SCREEN),
      Map.entry("rescreen", Step.RE_SCREEN),
      Map.entry("复测", Step.RE_SCREEN));

  private static final Map<String, Boolean> REACHED = Map.ofEntries(
      Map.entry("reached", true),
      Map.entry("yes", true),
      Map.entry("y", true),
      Map.entry("done", true),
      Map.entry("是", true),
      Map.entry("已联系", true),
      Map.entry("已联系上", true),
      Map.entry("联系上", true),
      Map.entry("完成", true),
      Map.entry("已完成", true),
      Map.entry("notreached", false),
      Map.entry("not-reached", false),
      Map.entry("no", false),
      Map.entry("n", false),
      Map.entry("否", false),
      Map.entry("未联系", false),
      Map.entry("未联系上", false),
      Map.entry("没联系上", false),
      Map.entry("未完成", false));

  private static final Map<String, Role> ROLES = Map.ofEntries(
      Map.entry("psychology-teacher", Role.PSYCHOLOGY_TEACHER),
      Map.entry("psychologyteacher", Role.PSYCHOLOGY_TEACHER),
      Map.entry("counsellor", Role.PSYCHOLOGY_TEACHER),
      Map.entry("心理教师", Role.PSYCHOLOGY_TEACHER),
      Map.entry("心理老师", Role.PSYCHOLOGY_TEACHER),
      Map.entry("class-teacher", Role.CLASS_TEACHER),
      Map.entry("classteacher", Role.CLASS_TEACHER),
      Map.entry("班主任", Role.CLASS_TEACHER),
      Map.entry("subject-teacher", Role.SUBJECT_TEACHER),
      Map.entry("subjectteacher", Role.SUBJECT_TEACHER),
      Map.entry("任课教师", Role.SUBJECT_TEACHER),
      Map.entry("生管", Role.SUBJECT_TEACHER),
      Map.entry("宿管", Role.SUBJECT_TEACHER),
      Map.entry("grade-lead", Role.GRADE_LEAD),
      Map.entry("gradelead", Role.GRADE_LEAD),
      Map.entry("年段长", Role.GRADE_LEAD),
      Map.entry("年级组长", Role.GRADE_LEAD),
      Map.entry("principal", Role.PRINCIPAL),
      Map.entry("校长", Role.PRINCIPAL),
      Map.entry("学校负责人", Role.PRINCIPAL),
      Map.entry("clinician", Role.CLINICIAN),
      Map.entry("校外专业人员", Role.CLINICIAN));

  private static final Pattern CLOCK =
      Pattern.compile("(?:^|.*[ T])([0-9]{1,2})[:：]([0-9]{2})(?::.*)?");

  private final CampaignTables tables;
  private final Times times;
  private Optional<Place> firstEarlier = Optional.empty();
  private int earlier;

  /**
   * The list of a campaign.
   *
   * @param times no contact can be later than now; what was before the results were found out about answers to nothing
   */
  ContactTable(CampaignTables tables, Times times) {
    this.tables = tables;
    this.times = times;
  }

  void read(String file) throws IOException {
    try (Table table = tables.open(file)) {
      NamedFields fields =
          NamedFields.find(table, List.of(DATE, TIME, KIND, RESULT, WHO, STAFF), "contact.columns");
      tables.forEachRow(
          table,
          (row, person) -> tables
              .ofStudent(row, person)
              .ifPresent(student -> contact(row, fields).ifPresent(student::add)));
    }
    firstEarlier.ifPresent(place -> tables.warn(Diagnostic.warning(
            "contact.earlier",
            place,
            "contacts before the results were found out about (%s): %s; they fulfil nothing",
            times.found(),
            earlier)
        .hint("--found says when the results were found out about")));
  }

  private Optional<Contact> contact(CampaignTables.Row row, NamedFields fields) {
    String date = fields.cell(row.cells(), DATE);
    Optional<LocalDate> on = row.date(date).value();
    Optional<Step> step = Optional.ofNullable(KINDS.get(plain(row, fields, KIND)));
    Optional<Boolean> reached = Optional.ofNullable(REACHED.get(plain(row, fields, RESULT)));
    List<String> missing = new ArrayList<>();
    List<NamedFields.Column> atFault = new ArrayList<>();
    if (on.isEmpty()) {
      atFault.add(DATE);
      missing.add("column 'date' a date such as 2026-11-02");
    }
    if (step.isEmpty()) {
      atFault.add(KIND);
      missing.add("column 'kind' one of contact, interview, guardian, home visit, review, re-screen"
          + " (首次联系, 访谈, 联系监护人, 家访, 复核, 复测)");
    }
    if (reached.isEmpty()) {
      atFault.add(RESULT);
      missing.add("column 'result' reached or not reached (已联系上, 未联系上)");
    }
    if (!missing.isEmpty()) {
      tables.warn(
          row.at(fields.field(atFault.get(0))),
          "contact.row",
          "the row is left out: needed is in " + String.join("; in ", missing));
      return Optional.empty();
    }
    Optional<LocalTime> time = clock(fields.cell(row.cells(), TIME)).or(() -> clock(date));
    Optional<String> staff =
        Optional.of(Cell.trimmed(fields.cell(row.cells(), STAFF))).filter(id -> !id.isEmpty());
    return dated(
        row.at(fields.field(DATE)),
        new Contact(step.get(), on.get(), time, role(row, fields), staff, reached.get()));
  }

  private Optional<Contact> dated(CampaignTables.Row row, Contact contact) {
    if (contact.at(times.found()).isAfter(times.now())) {
      tables.warn(
          row,
          "contact.future",
          "the contact is in the future: later than " + times.now()
              + "; it is left out (--now says what time it is)");
      return Optional.empty();
    }
    if (!contact.isAfter(times.found())) {
      earlier++;
      firstEarlier = firstEarlier.or(() -> Optional.of(row.place()));
    }
    return Optional.of(contact);
  }

  private Role role(CampaignTables.Row row, NamedFields fields) {
    String plain = plain(row, fields, WHO);
    if (!plain.isEmpty() && !ROLES.containsKey(plain)) {
      tables.warn(
          row.at(fields.field(WHO)),
          "contact.who",
          "column 'who' names no role that is known, such as psychology-teacher (心理教师),"
              + " class-teacher (班主任) or principal (校长); the contact counts as the psychology"
              + " teacher's");
    }
    return ROLES.getOrDefault(plain, Role.PSYCHOLOGY_TEACHER);
  }

  private static String plain(
      CampaignTables.Row row, NamedFields fields, NamedFields.Column column) {
    return Cell.plain(fields.cell(row.cells(), column)).replace('_', '-');
  }

  private static Optional<LocalTime> clock(String cell) {
    Matcher clock = CLOCK.matcher(Cell.trimmed(cell));
    if (!clock.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
