package org.xinheng.record;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Node;
import org.xinheng.policy.Step;

/**
 * One thing that has to be done because of a node of the school year.
 *
 * @param occurrence for what it is done: tier 3, or a registration
 * @param node of the school year
 * @param step what is to be done
 * @param from the first day on which doing it counts
 * @param due until when
 * @param state whether it is done
 * @param action what was done, or why it was not
 */
public record NodeTask(
    Occurrence occurrence,
    Node node,
    Step step,
    LocalDate from,
    LocalDateTime due,
    Task.State state,
    Optional<Action> action) {

  /** What is done, and at which node; a contact there is not the first one. */
  public Text text() {
    Text what = step == Step.CONTACT ? new Text("contact", "联系") : step.text();
    return new Text(node.text().en() + ": " + what.en(), node.text().zhCn() + "：" + what.zhCn());
  }
}
