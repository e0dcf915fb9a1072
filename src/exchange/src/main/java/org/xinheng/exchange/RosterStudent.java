package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.Input;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Form;
import org.xinheng.screening.RiskFactor;
import org.xinheng.screening.Student;

/** A student while the tables of a campaign are read: what the roster says, and what the other tables add. */
final class RosterStudent {

  private final Student student;
  private final Optional<Sex> sex;
  private final Optional<String> region;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final List<RiskFactor> riskFactors = new ArrayList<>();
  private Evidence evidence = Evidence.NONE;

  RosterStudent(Student student, Optional<Sex> sex, Optional<String> region) {
    this.student = student;
    this.sex = sex;
    this.region = region;
  }

  Student student() {
    return student;
  }

  Optional<Sex> sex() {
    return sex;
  }

  Optional<String> region() {
    return region;
  }

  Map<String, Form> forms() {
    return forms;
  }

  Evidence evidence() {
    return evidence.withRiskFactors(riskFactors);
  }

  void add(Input input, int value) {
    evidence = evidence.with(input, value);
  }

  void add(RiskFactor factor) {
    riskFactors.add(factor);
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
