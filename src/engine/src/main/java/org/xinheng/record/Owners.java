package org.xinheng.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Gate;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Role;
import org.xinheng.policy.Workflow;

/**
 * Who does what, by the gates of a policy: an alert is for those who confer, what is found in a talk for those who talk, and
 * a sitting or a rating for those who screen everybody.
 */
final class Owners {

  private static final int SCREEN = 1;

  private final Workflow workflow;

  Owners(Workflow workflow) {
    this.workflow = workflow;
  }

  /** Who is to act on an occasion. */
  List<Role> of(Occasion occasion) {
    return owners(occasion.isAlert() ? Gate.CONFER : Gate.TALK);
  }

  /** Who sees to sittings and ratings. */
  List<Role> ofScreening() {
    return owners(SCREEN);
  }

  private List<Role> owners(int gate) {
    Optional<Gate> named = workflow.gate(gate);
    return named.map(Gate::owners).orElse(List.of(Role.PSYCHOLOGY_TEACHER));
  }

  /** Roles in both languages. */
  static Text names(List<Role> roles) {
    return new Text(
        roles.stream().map(role -> role.text().en()).collect(Collectors.joining(", ")),
        roles.stream().map(role -> role.text().zhCn()).collect(Collectors.joining("、")));
  }
}
