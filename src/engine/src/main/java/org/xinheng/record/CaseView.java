package org.xinheng.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Access;
import org.xinheng.policy.Field;
import org.xinheng.policy.Role;
import org.xinheng.policy.RoleMatrix;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.EvidenceSource;

/**
 * What one role may read of a case file, by the matrix of the policy. Whatever is not said there is denied.
 *
 * <p>Who reads everything that a file holds reads the file. Answers are in no file. Pupils, guardians and others read in
 * words what was released to them. Counts and aggregates are of no single file, and a role that reads nothing of a file does
 * not learn whose it is either.
 */
public final class CaseView {

  private final CaseFile file;
  private final Role role;
  private final LocalDate day;
  private final CaseState state;
  private final RoleMatrix matrix;
  private final ObjectNode read = JsonNodeFactory.instance.objectNode();

  private CaseView(CaseFile file, Role role, LocalDate day, TierPolicy policy) {
    this.file = file;
    this.role = role;
    this.day = day;
    this.state = new CaseWorkflow(policy.workflow()).stateAfter(file.events());
    this.matrix = policy.roles();
  }

  /**
   * The view of a role on a day.
   *
   * @param policy says who may read what, and where a case stands
   */
  public static ObjectNode of(CaseFile file, Role role, LocalDate day, TierPolicy policy) {
    return policy.roles().readsWholeFiles(role)
        ? CaseFileJson.of(file)
        : new CaseView(file, role, day, policy).view();
  }

  private ObjectNode view() {
    completion(access(Field.COMPLETION));
    scores(access(Field.SCORES));
    tier(access(Field.TIER));
    alert(access(Field.ALERT));
    observations(access(Field.OBSERVATIONS));
    plan(access(Field.PLAN));
    tasks();
    released();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("view", role.word());
    if (!read.isEmpty() && !matrix.isPseudonymised(role)) {
      student(view);
    }
    view.setAll(read);
    return view;
  }

  private Access access(Field field) {
    return matrix.access(role, field);
  }

  private void student(ObjectNode view) {
    view.put("student", file.student());
    file.enrolmentOn(day).ifPresent(enrolment -> {
      view.put("school", enrolment.school());
      view.put("grade", enrolment.grade());
      view.put("class", enrolment.schoolClass());
      enrolment.dormitory().ifPresent(dormitory -> view.put("dormitory", dormitory.text()));
    });
  }

  private void completion(Access access) {
    if (access == Access.ALL || access == Access.OWN) {
      ArrayNode campaigns = read.putArray("completion");
      file.screens()
          .forEach(screen -> campaigns
              .addObject()
              .put("campaign", screen.campaign())
              .put("on", screen.on().toString()));
    }
  }

  private void scores(Access access) {
    if (Set.of(Access.ALL, Access.PACKAGE, Access.PSEUDONYMISED).contains(access)) {
      ArrayNode screens = read.putArray("screens");
      file.screens().forEach(screen -> {
        ObjectNode one = screens.addObject().put("on", screen.on().toString());
        one.set("scores", DefinitionJson.node(screen.scores()));
      });
    }
  }

  private void tier(Access access) {
    Optional<Tier> tier = state.tier().or(() -> last().flatMap(CaseFile.Screen::tier));
    boolean isIntensive = tier.equals(Optional.of(Tier.INTENSIVE));
    boolean isOfAll = Set.of(Access.ALL, Access.PACKAGE, Access.PSEUDONYMISED).contains(access);
    boolean isOfIntensive = access == Access.INTENSIVE || (access == Access.ON_CASE && isOnCase());
    boolean isEscalated = access == Access.ESCALATED && isReleased();
    if (isOfAll || (isIntensive && isOfIntensive) || isEscalated) {
      tier.ifPresent(of -> read.put("tier", of.code()));
    }
    if (access == Access.SUPPORT && isReleased()) {
      read.put("support", "yes");
    }
  }

  private Optional<CaseFile.Screen> last() {
    List<CaseFile.Screen> screens = file.screens();
    return screens.isEmpty() ? Optional.empty() : Optional.of(screens.get(screens.size() - 1));
  }

  private void alert(Access access) {
    boolean reads = Set.of(Access.ALL, Access.OWN, Access.PACKAGE).contains(access)
        || (access == Access.ON_CASE && isOnCase())
        || (access == Access.ESCALATED && isReleased());
    // Before anybody has done anything, the alert of the last screening stands.
    Alert alert = file.events().isEmpty()
        ? last().map(CaseFile.Screen::alert).orElse(Alert.NONE)
        : state.alert();
    if (reads && alert.isRaised()) {
      read.put("alert", alert.word());
    }
  }

  private void observations(Access access) {
    if (access == Access.OWN) {
      read.set(
          "observations",
          DefinitionJson.node(file.facts().stream()
              .filter(fact -> sourcesOf(role).contains(fact.source()))
              .toList()));
    } else if (access == Access.ALL || access == Access.PACKAGE) {
      read.set("facts", DefinitionJson.node(file.facts()));
      read.set("concerns", DefinitionJson.node(file.concerns()));
    }
  }

  /** As whom a role writes observations. */
  private static Set<EvidenceSource> sourcesOf(Role role) {
    return switch (role) {
      case PUPIL -> Set.of(EvidenceSource.SELF);
      case GUARDIAN -> Set.of(EvidenceSource.GUARDIAN);
      case CLASS_TEACHER -> Set.of(EvidenceSource.CLASS_TEACHER);
      case SUBJECT_TEACHER -> Set.of(EvidenceSource.SUBJECT_TEACHER, EvidenceSource.DORMITORY);
      case PSYCHOLOGY_MONITOR -> Set.of(EvidenceSource.PEER);
      case PSYCHOLOGY_TEACHER -> Set.of(EvidenceSource.PSYCHOLOGY_TEACHER);
      case GRADE_LEAD, PRINCIPAL, DISTRICT_OFFICE, CLINICIAN, RESEARCHER, ADMINISTRATOR, AUDITOR ->
        Set.of();
    };
  }

  private void plan(Access access) {
    boolean reads = access == Access.ALL
        || access == Access.PACKAGE
        || (access == Access.RELEASED && isReleased());
    file.plan().ifPresent(plan -> {
      if (reads) {
        read.set("plan", DefinitionJson.of(plan));
      } else if (access == Access.SUMMARY) {
        read.put("goal", plan.goal());
      }
    });
  }

  /** What the reader has to do, if a field says so. */
  private void tasks() {
    if (access(Field.PLAN) == Access.TASKS || access(Field.ALERT) == Access.TASKS) {
      ArrayNode tasks = read.putArray("tasks");
      steps()
          .forEach(step ->
              tasks.addObject().put("what", step.what()).put("due", step.due().toString()));
    }
  }

  private List<CaseFile.PlanStep> steps() {
    return file.plan().map(CaseFile.Plan::steps).orElse(List.of()).stream()
        .filter(step -> step.helper().role() == role)
        .toList();
  }

  private boolean isOnCase() {
    return !steps().isEmpty();
  }

  private void released() {
    if (access(Field.SCORES) == Access.RELEASED) {
      read.set(
          "released",
          DefinitionJson.node(file.releases().stream()
              .filter(release -> release.to() == role)
              .map(CaseFile.Release::words)
              .toList()));
    }
  }

  private boolean isReleased() {
    return file.releases().stream().anyMatch(release -> release.to() == role);
  }
}
