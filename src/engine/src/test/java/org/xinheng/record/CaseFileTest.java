package org.xinheng.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Input;
import org.xinheng.policy.Role;
import org.xinheng.policy.Status;
import org.xinheng.policy.Step;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.Workflow;
import org.xinheng.screening.Concern;
import org.xinheng.screening.Dormitory;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;
import org.xinheng.screening.Membership;
import org.xinheng.screening.RiskFactor;

/** The file of an invented student: written, read, merged, handed over, and seen by every role. */
class CaseFileTest {

  private static final Path SCHEMA = Path.of("../../instruments/schema/case-file.schema.json");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
  private static final Dormitory EAST = new Dormitory("East", Optional.of("205"));
  private static final Dormitory WEST = new Dormitory("West", Optional.empty());
  private static final LocalDateTime TIME = DAY.atTime(9, 0);
  private static final Person COUNSELLOR = new Person("psy-1", Role.PSYCHOLOGY_TEACHER);
  private static final Person TEACHER = new Person("class-1", Role.CLASS_TEACHER);
  private static final Person PRINCIPAL = new Person("head-1", Role.PRINCIPAL);

  private static final TierPolicy POLICY = policy();

  private static TierPolicy policy() {
    try {
      return InstrumentLibrary.shipped().policy("default");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaseFile file() {
    return new CaseFile(
        "a7",
        3,
        List.of(
            new CaseFile.Enrolment(
                "No. 1",
                7,
                "2",
                Optional.empty(),
                LocalDate.of(2025, 9, 1),
                Optional.of(LocalDate.of(2026, 3, 8))),
            new CaseFile.Enrolment(
                "No. 2", 7, "5", Optional.of(EAST), LocalDate.of(2026, 3, 9), Optional.empty())),
        List.of(new CaseFile.Screen(
            "autumn",
            DAY,
            "default 1.1.0",
            Status.PROVISIONAL,
            Optional.of(Tier.INTENSIVE),
            Alert.SAME_DAY,
            List.of(new CaseFile.Score(
                "phq-9.total", "1.0.0", new BigDecimal("17"), Optional.of("severe"))),
            List.of(new Text("a reason", "理由")))),
        List.of(
            Fact.of(Input.TEACHER, 2, DAY, EvidenceSource.CLASS_TEACHER),
            Fact.of(Input.HELP, 1, DAY, EvidenceSource.SELF)),
        List.of(new RiskFactor("bereavement", true, DAY, Optional.empty())),
        List.of(new Membership("left-behind", Membership.Kind.FAMILY, DAY, Optional.empty())),
        List.of(new Concern("self-harm", DAY, EvidenceSource.PEER, Optional.empty())),
        List.of(
            new CaseEvent.Screened(TIME, COUNSELLOR, Optional.of(Tier.INTENSIVE), Alert.SAME_DAY),
            new CaseEvent.Talked(
                TIME.plusHours(1), COUNSELLOR, CaseEvent.Finding.CONFIRM, Tier.INTENSIVE),
            new CaseEvent.Cleared(
                TIME.plusHours(2),
                COUNSELLOR,
                Optional.of(new Consent("misunderstood", PRINCIPAL))),
            new CaseEvent.Raised(TIME.plusHours(3), TEACHER, Alert.IMMEDIATE),
            new CaseEvent.Progress(
                TIME.plusHours(4), COUNSELLOR, CaseEvent.Progress.Result.BELOW_CUT_OFF)),
        Optional.of(new CaseFile.Plan(
            DAY,
            COUNSELLOR,
            "sleeps again",
            List.of(
                new CaseFile.PlanStep("asks every morning", TEACHER, DAY.plusDays(7)),
                new CaseFile.PlanStep("talks every week", COUNSELLOR, DAY.plusDays(7))),
            DAY.plusDays(14))),
        List.of(Action.done(Step.CONTACT, TIME.plusHours(1), COUNSELLOR)),
        List.of(new CaseFile.Release(
            TIME, COUNSELLOR, Role.GUARDIAN, new Text("sleep was hard lately", "近来睡眠不好"))),
        List.of(new CaseFile.HandOver(
            LocalDate.of(2026, 3, 9),
            COUNSELLOR,
            "No. 1",
            "No. 2",
            "form 12",
            Optional.of(LocalDate.of(2026, 3, 10)))));
  }

  @Test
  void isWrittenAndReadBackTheSame() {
    String text = DefinitionJson.line(CaseFileJson.of(file()));
    assertThat(CaseFileJson.read(text)).isEqualTo(file());
    assertThat(DefinitionJson.line(CaseFileJson.of(CaseFileJson.read(text)))).isEqualTo(text);
  }

  @Test
  void agreesWithTheSchema() throws IOException {
    assertThat(schema().validate(CaseFileJson.of(file()))).isEmpty();
    assertThat(schema().validate(CaseFileJson.of(CaseFile.of("a7")))).isEmpty();
  }

  private static Schema schema() throws IOException {
    JsonNode schema = new JsonMapper().readTree(SCHEMA.toFile());
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  /** Each says where, and nothing of the student. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                  | case file: the text is no JSON at line 1",
        "{\"student\":\"secret\"}           | case file: the file must begin with 'case-file'",
        "{\"case-file\":2}                  | case file: format 2 is not known; this program knows"
            + " 1",
        "{\"case-file\":1}                  | case file: '/student' must be something",
        "{\"case-file\":1,\"student\":7}    | case file: '/student' must be a text",
        "{\"case-file\":1,\"student\":\"secret\",\"version\":\"x\"} | case file: '/version' must"
            + " be a whole number",
      })
  void whatIsNoCaseFileIsRefusedByItsPlace(String text, String message) {
    assertThatThrownBy(() -> CaseFileJson.read(text))
        .isInstanceOf(CaseFileException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"goal\":\"sleeps again\" | \"aim\":\"x\"            | '/plan/goal' must be something",
        "\"grade\":7,              | \"grade\":7,\"note\":1,  | '/enrolments/0' must be no key"
            + " 'note'",
        "\"tier\":\"T3\"           | \"tier\":\"3\"           | '/screens/0/tier' must be one of"
            + " the words of 'tier'",
        "\"shape\":\"talked\"      | \"shape\":\"spoken\"     | '/events/1/shape' must be a shape"
            + " of 'case-event'",
        "\"acute\":true            | \"acute\":1              | '/risk-factors/0/acute' must be"
            + " true or false",
        "\"value\":17              | \"value\":\"17\"         | '/screens/0/scores/0/value' must"
            + " be a number",
        "\"consent\":\"form 12\"   | \"consent\":\" \"        | '/hand-overs/0' must be values"
            + " that belong together",
      })
  void faultInsideIsNamedByItsPath(String right, String wrong, String message) throws IOException {
    String text = DefinitionJson.line(CaseFileJson.of(file()))
        .replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
    assertThatThrownBy(() -> CaseFileJson.read(text)).hasMessageContaining(message);
    if (!wrong.contains("\" \"")) {
      assertThat(schema().validate(new JsonMapper().readTree(text))).isNotEmpty();
    }
  }

  /** Moved on 9 March: in each class by date (R55). */
  @ParameterizedTest
  @CsvSource({
    "2025-08-31, ''",
    "2025-09-01, No. 1",
    "2026-03-08, No. 1",
    "2026-03-09, No. 2",
    "2027-01-01, No. 2",
  })
  void belongsToAClassByDate(LocalDate day, String school) {
    assertThat(file().enrolmentOn(day).map(CaseFile.Enrolment::school).orElse(""))
        .isEqualTo(school);
  }

  @Test
  void rosterChangesEnrolmentsAndNothingElse() {
    CaseFile moved = file().enrolled(inNo3(Optional.empty(), LocalDate.of(2026, 9, 1)));
    assertThat(moved.enrolmentOn(LocalDate.of(2026, 8, 31)).orElseThrow().school())
        .isEqualTo("No. 2");
    assertThat(moved.enrolmentOn(LocalDate.of(2026, 9, 1)).orElseThrow().school())
        .isEqualTo("No. 3");
    assertThat(moved.version()).isEqualTo(4);
    assertThat(moved.events()).isEqualTo(file().events());
    assertThat(moved.plan()).isEqualTo(file().plan());
    assertThat(moved.releases()).isEqualTo(file().releases());
    // The same roster again.
    assertThat(moved.enrolled(inNo3(Optional.empty(), LocalDate.of(2026, 10, 1))))
        .isSameAs(moved);
    CaseFile left = moved.left(LocalDate.of(2027, 1, 22));
    assertThat(left.enrolmentOn(LocalDate.of(2027, 1, 23))).isEmpty();
    assertThat(left.enrolments()).hasSize(3);
  }

  @Test
  void anotherDormitoryIsAnotherEnrolment() {
    CaseFile moved = file()
        .enrolled(inNo3(Optional.of(EAST), LocalDate.of(2026, 9, 1)))
        .enrolled(inNo3(Optional.of(WEST), LocalDate.of(2026, 11, 2)));
    assertThat(moved.enrolments()).hasSize(4);
    assertThat(moved.enrolmentOn(LocalDate.of(2026, 11, 1)).orElseThrow().dormitory())
        .contains(EAST);
    assertThat(moved.enrolmentOn(LocalDate.of(2026, 11, 2)).orElseThrow().dormitory())
        .contains(WEST);
    assertThat(CaseFileJson.read(CaseFileJson.of(moved).toString())).isEqualTo(moved);
  }

  @Test
  void whoReadsTheClassReadsTheDormitoryAndNobodyElse() {
    LocalDate day = LocalDate.of(2026, 4, 1);
    for (Role role : Role.values()) {
      ObjectNode view = CaseView.of(file(), role, day, policy());
      boolean readsFile = policy().roles().readsWholeFiles(role);
      assertThat(readsFile || view.has("class") == view.has("dormitory"))
          .as(role.word())
          .isTrue();
    }
    assertThat(CaseView.of(file(), Role.CLASS_TEACHER, day, policy())
            .path("dormitory")
            .asText())
        .isEqualTo("East 205");
    assertThat(CaseView.of(file(), Role.RESEARCHER, day, policy()).toString())
        .doesNotContain("East");
  }

  private static CaseFile.Enrolment inNo3(Optional<Dormitory> dormitory, LocalDate from) {
    return new CaseFile.Enrolment("No. 3", 8, "1", dormitory, from, Optional.empty());
  }

  @Test
  void mergeKeepsWhatPeopleDecidedInEitherFile() {
    CaseFile here = file();
    CaseWorkflow workflow = new CaseWorkflow(Workflow.USUAL);
    CaseFile there = here.with(
        new CaseEvent.Talked(TIME.plusDays(1), COUNSELLOR, CaseEvent.Finding.REFER, Tier.INTENSIVE),
        workflow);
    CaseFile afterwards = here.with(
        new CaseFile.HandOver(DAY, COUNSELLOR, "No. 2", "No. 3", "form 13", Optional.empty()));
    CaseFile merged = afterwards.merged(there);
    assertThat(merged.events()).isEqualTo(there.events());
    assertThat(merged.handOvers()).hasSize(2);
    assertThat(merged.version()).isEqualTo(5);
    // In either order, and twice the same.
    assertThat(there.merged(afterwards)).isEqualTo(merged);
    assertThat(merged.merged(merged).events()).isEqualTo(merged.events());
    assertThatThrownBy(() -> here.merged(CaseFile.of("another")))
        .hasMessage("the two files are not of one student");
  }

  @Test
  void handOverNeedsAConsent() {
    assertThatThrownBy(
            () -> new CaseFile.HandOver(DAY, COUNSELLOR, "No. 2", "No. 3", " ", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The matrix of roles (section 6 of the requirements), by the keys that a view has beside its name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "principal          | student school grade class dormitory tier alert goal",
        "class-teacher      | student school grade class dormitory completion alert observations"
            + " tasks",
        "subject-teacher    | student school grade class dormitory observations tasks",
        "guardian           | student school grade class dormitory completion plan released",
        "pupil              | student school grade class dormitory completion released",
        "clinician          | student school grade class dormitory screens tier alert facts"
            + " concerns plan",
        "researcher         | screens tier",
        "grade-lead         | ''",
        "district-office    | ''",
        "psychology-monitor | ''",
        "administrator      | ''",
        "auditor            | ''",
      })
  void eachRoleReadsItsPartAndNoMore(String word, String keys) {
    assertThat(keys(view(role(word)))).isEqualTo(keys);
  }

  /** "Tier 3 by name only if on the case", "by name only on formal escalation", "support: yes, released" (section 6). */
  @Test
  void whoIsOnTheCaseOrWasReleasedToReadsMore() {
    Person lead = new Person("lead-7", Role.GRADE_LEAD);
    CaseFile.Plan plan = file().plan().orElseThrow();
    List<CaseFile.PlanStep> steps = new ArrayList<>(plan.steps());
    steps.add(new CaseFile.PlanStep("keeps the corridor quiet", lead, DAY.plusDays(3)));
    CaseFile onCase =
        file().with(new CaseFile.Plan(plan.on(), plan.by(), plan.goal(), steps, plan.review()));
    assertThat(keys(CaseView.of(onCase, Role.GRADE_LEAD, DAY, POLICY)))
        .isEqualTo("student school grade class dormitory tier alert");
    CaseFile released = file()
        .with(release(Role.DISTRICT_OFFICE))
        .with(release(Role.CLASS_TEACHER))
        .with(release(Role.PUPIL));
    assertThat(keys(CaseView.of(released, Role.DISTRICT_OFFICE, DAY, POLICY)))
        .isEqualTo("student school grade class dormitory tier alert");
    assertThat(CaseView.of(released, Role.CLASS_TEACHER, DAY, POLICY)
            .path("support")
            .asText())
        .isEqualTo("yes");
    assertThat(keys(CaseView.of(released, Role.PUPIL, DAY, POLICY)))
        .isEqualTo("student school grade class dormitory completion plan released");
  }

  private static CaseFile.Release release(Role to) {
    return new CaseFile.Release(TIME, COUNSELLOR, to, new Text("sleep was hard", "睡眠不好"));
  }

  private static String keys(JsonNode view) {
    List<String> found = new ArrayList<>();
    view.fieldNames().forEachRemaining(found::add);
    found.remove("view");
    return String.join(" ", found);
  }

  @Test
  void psychologyTeacherReadsTheWholeFile() {
    assertThat(view(Role.PSYCHOLOGY_TEACHER)).isEqualTo(CaseFileJson.of(file()));
  }

  @ParameterizedTest
  @EnumSource(names = {"PUPIL", "GUARDIAN", "CLASS_TEACHER", "SUBJECT_TEACHER"})
  void nobodyOutsideReadsAScoreOrATier(Role role) {
    assertThat(view(role).toString())
        .doesNotContain("phq-9")
        .doesNotContain("severe")
        .doesNotContain("T3")
        .doesNotContain("bereavement");
  }

  @Test
  void teachersReadTheirOwnStepsAndObservations() {
    JsonNode view = view(Role.CLASS_TEACHER);
    assertThat(view.path("tasks")).hasSize(1);
    assertThat(view.path("tasks").get(0).path("what").asText()).isEqualTo("asks every morning");
    assertThat(view.path("observations")).hasSize(1);
    assertThat(view.path("alert").asText()).isEqualTo("immediate");
    assertThat(view.has("support")).isFalse();
  }

  @Test
  void principalReadsTheTierOfTierThreeOnly() {
    CaseFile mild = new CaseFile(
        "a8",
        1,
        List.of(),
        List.of(new CaseFile.Screen(
            "autumn",
            DAY,
            "default 1.1.0",
            Status.CLASSIFIED,
            Optional.of(Tier.TARGETED),
            Alert.NONE,
            List.of(),
            List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
    assertThat(CaseView.of(mild, Role.PRINCIPAL, DAY, POLICY).has("tier")).isFalse();
    assertThat(CaseView.of(mild, Role.CLINICIAN, DAY, POLICY).path("tier").asText())
        .isEqualTo("T2");
  }

  private static JsonNode view(Role role) {
    return CaseView.of(file(), role, DAY, POLICY);
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
