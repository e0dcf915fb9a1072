package org.xinheng.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Role;
import org.xinheng.policy.Tier;
import org.xinheng.policy.Workflow;
import org.xinheng.screening.EvidenceSource;

/**
 * What one role may read of a case file. Whatever is not said here is denied.
 *
 * <p>The psychology teacher reads all of it. The principal reads the tier of students at tier 3, the alert and the goal of the
 * plan; a class teacher the alert, own observations, own steps of the plan, and <em>support: yes</em> once it is released; other
 * teachers their own observations and steps; a guardian the alert and the plan; an outside clinician what a referral needs,
 * without answers; a researcher scores, tier and alert without the student. Pupils and guardians read in words what was
 * released to them, and neither a score nor a tier. Grade leads, the district, monitors, administrators and auditors read
 * nothing of a single file.
 */
public final class CaseView {

  private final CaseFile file;
  private final Role role;
  private final LocalDate day;
  private final CaseState state;
  private final ObjectNode view;

  private CaseView(CaseFile file, Role role, LocalDate day, Workflow workflow) {
    this.file = file;
    this.role = role;
    this.day = day;
    this.state = new CaseWorkflow(workflow).stateAfter(file.events());
    this.view = JsonNodeFactory.instance.objectNode();
  }

  /**
   * The view of a role on a day.
   *
   * @param workflow of the policy, which says where a case stands
   */
  public static ObjectNode of(CaseFile file, Role role, LocalDate day, Workflow workflow) {
    return role == Role.PSYCHOLOGY_TEACHER
        ? CaseFileJson.of(file)
        : new CaseView(file, role, day, workflow).view();
  }

  private ObjectNode view() {
    view.put("view", role.word());
    switch (role) {
      case PRINCIPAL -> {
        student();
        tier(Tier.INTENSIVE);
        alert();
        file.plan().ifPresent(plan -> view.put("goal", plan.goal()));
      }
      case CLASS_TEACHER -> {
        student();
        alert();
        observations(EvidenceSource.CLASS_TEACHER);
        steps();
        support();
      }
      case SUBJECT_TEACHER -> {
        student();
        observations(EvidenceSource.SUBJECT_TEACHER);
        steps();
      }
      case GUARDIAN -> {
        student();
        alert();
        file.plan().ifPresent(plan -> view.set("plan", DefinitionJson.of(plan)));
        released();
      }
      case PUPIL -> {
        student();
        released();
      }
      case CLINICIAN -> {
        student();
        scores();
        tier(Tier.UNIVERSAL);
        alert();
        view.set("facts", DefinitionJson.node(file.facts()));
        view.set("concerns", DefinitionJson.node(file.concerns()));
        file.plan().ifPresent(plan -> view.set("plan", DefinitionJson.of(plan)));
      }
      case RESEARCHER -> {
        scores();
        tier(Tier.UNIVERSAL);
        alert();
      }
      case PSYCHOLOGY_TEACHER,
          GRADE_LEAD,
          DISTRICT_OFFICE,
          PSYCHOLOGY_MONITOR,
          ADMINISTRATOR,
          AUDITOR -> {}
    }
    return view;
  }

  private void student() {
    view.put("student", file.student());
    file.enrolmentOn(day).ifPresent(enrolment -> {
      view.put("school", enrolment.school());
      view.put("grade", enrolment.grade());
      view.put("class", enrolment.schoolClass());
    });
  }

  /** The tier that holds, of those from a tier on. */
  private void tier(Tier from) {
    holding()
        .filter(tier -> tier.compareTo(from) >= 0)
        .ifPresent(tier -> view.put("tier", tier.code()));
  }

  private Optional<Tier> holding() {
    return state.tier().or(() -> last().flatMap(CaseFile.Screen::tier));
  }

  private Optional<CaseFile.Screen> last() {
    List<CaseFile.Screen> screens = file.screens();
    return screens.isEmpty() ? Optional.empty() : Optional.of(screens.get(screens.size() - 1));
  }

  private void alert() {
    // Before anybody has done anything, the alert of the last screening stands.
    Alert alert = file.events().isEmpty()
        ? last().map(CaseFile.Screen::alert).orElse(Alert.NONE)
        : state.alert();
    if (alert.isRaised()) {
      view.put("alert", alert.word());
    }
  }

  private void observations(EvidenceSource own) {
    view.set(
        "observations",
        DefinitionJson.node(
            file.facts().stream().filter(fact -> fact.source() == own).toList()));
  }

  private void steps() {
    ArrayNode steps = view.putArray("tasks");
    file.plan()
        .ifPresent(plan -> plan.steps().stream()
            .filter(step -> step.helper().role() == role)
            .forEach(step ->
                steps.addObject().put("what", step.what()).put("due", step.due().toString())));
  }

  private void support() {
    boolean isReleased = file.releases().stream().anyMatch(release -> release.to() == role);
    if (isReleased) {
      view.put("support", "yes");
    }
  }

  private void released() {
    view.set(
        "released",
        DefinitionJson.node(file.releases().stream()
            .filter(release -> release.to() == role)
            .map(CaseFile.Release::words)
            .toList()));
  }

  private void scores() {
    ArrayNode screens = view.putArray("screens");
    file.screens().forEach(screen -> {
      ObjectNode one = screens.addObject().put("on", screen.on().toString());
      one.set("scores", DefinitionJson.node(screen.scores()));
    });
  }
}
