package org.xinheng.policy;

import static org.xinheng.policy.Role.CLASS_TEACHER;
import static org.xinheng.policy.Role.PRINCIPAL;
import static org.xinheng.policy.Role.PSYCHOLOGY_TEACHER;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.instrument.Text;

/**
 * Who passes which gate, why a tier or an alert may be lowered, and when a case may be closed.
 *
 * @param gates gates 0 to 4, in this order
 * @param preparation what gate 0 asks for before a campaign is launched
 * @param lowering the reasons that may be given for lowering tier 3 or clearing an alert
 * @param checksToClose how many progress checks below the cut-off a case needs, besides an interview, to be closed
 */
public record Workflow(
    List<Gate> gates,
    Set<PreparationStep> preparation,
    List<LoweringReason> lowering,
    int checksToClose) {

  /** One good score is not enough to close a case. */
  public static final int FEWEST_CHECKS = 2;

  /** The gates and reasons of a policy that says nothing of them. */
  public static final Workflow USUAL = new Workflow(
      List.of(
          gate(Gate.PREPARE, "prepare", "准备", PSYCHOLOGY_TEACHER, PRINCIPAL),
          gate(1, "all pupils", "全员筛查", CLASS_TEACHER, PSYCHOLOGY_TEACHER),
          gate(2, "check", "复核", PSYCHOLOGY_TEACHER),
          gate(Gate.TALK, "talk", "访谈", PSYCHOLOGY_TEACHER),
          gate(Gate.CONFER, "confer", "研判", PRINCIPAL, PSYCHOLOGY_TEACHER)),
      EnumSet.allOf(PreparationStep.class),
      List.of(
          reason("interview-no-concern", "the interview found no concern", "访谈未见异常"),
          reason("misunderstood", "an item was misunderstood", "题意误解"),
          reason("not-serious", "the answers were not meant seriously", "作答不认真"),
          reason("already-in-care", "already in care outside school", "已在校外接受帮助"),
          reason("improved", "better at two checks and in an interview", "两次复核及访谈均好转")),
      FEWEST_CHECKS);

  public Workflow {
    gates = List.copyOf(gates);
    preparation = Set.copyOf(preparation);
    lowering = List.copyOf(lowering);
  }

  /** A reason for lowering, by a code that stands in records. */
  public record LoweringReason(String id, Text name) {}

  /** The gate with a number; empty if the policy leaves it out. */
  public Optional<Gate> gate(int number) {
    return gates.stream().filter(gate -> gate.number() == number).findFirst();
  }

  /** Whether a code names a reason for lowering. */
  public boolean hasReason(String id) {
    return lowering.stream().anyMatch(reason -> reason.id().equals(id));
  }

  private static Gate gate(int number, String en, String zhCn, Role... owners) {
    return new Gate(number, new Text(en, zhCn), List.of(owners));
  }

  private static LoweringReason reason(String id, String en, String zhCn) {
    return new LoweringReason(id, new Text(en, zhCn));
  }
}
