package org.xinheng.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.policy.Input;
import org.xinheng.screening.Concern;
import org.xinheng.screening.Contact;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Fact;
import org.xinheng.screening.Form;
import org.xinheng.screening.Membership;
import org.xinheng.screening.RiskFactor;
import org.xinheng.screening.Student;

/** A student while the tables of a campaign are read: what the roster says, and what the other tables add. */
final class RosterStudent {

  private final Student student;
  private final Optional<String> region;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private Evidence evidence = Evidence.NONE;

  RosterStudent(Student student, Optional<String> region) {
    this.student = student;
    this.region = region;
  }

  Student student() {
    return student;
  }

  Optional<String> region() {
    return region;
  }

  Map<String, Form> forms() {
    return forms;
  }

  Evidence evidence() {
    return evidence;
  }

  void add(Fact fact) {
    evidence = evidence.with(fact);
  }

  void addNotJudged(Input input) {
    evidence = evidence.withNotJudged(input);
  }

  void add(RiskFactor factor) {
    evidence = evidence.with(factor);
  }

  void add(Membership membership) {
    evidence = evidence.with(membership);
  }

  void add(Contact contact) {
    evidence = evidence.with(contact);
  }

  void add(Concern concern) {
    evidence = evidence.with(concern);
  }

  /**
   * Adds a form.
   *
   * @return whether it is the first of its questionnaire; if not, the one with the more urgent alert is kept, else the
   *     first
   */
  boolean add(String questionnaire, Form form) {
    @Nullable Form first = forms.get(questionnaire);
    if (first == null) {
      forms.put(questionnaire, form);
      return true;
    }
    boolean moreUrgent =
        form.scores().alert(form.row()).compareTo(first.scores().alert(first.row())) > 0;
    if (moreUrgent) {
      forms.put(questionnaire, form);
    }
    return false;
  }
}
