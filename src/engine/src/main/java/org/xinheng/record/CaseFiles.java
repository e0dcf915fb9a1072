package org.xinheng.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Contact;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Form;
import org.xinheng.screening.StudentOutcome;

/** Case files out of campaigns. */
public final class CaseFiles {

  private CaseFiles() {}

  /** What a campaign adds to the file of a student: where the student is, the outcome with its scores, the evidence. */
  public static CaseFile of(StudentOutcome student, CampaignResult result) {
    Evidence evidence = student.evidence();
    CaseFile enrolled = CaseFile.of(student.student().id())
        .enrolled(new CaseFile.Enrolment(
            student.student().school(),
            student.student().grade(),
            student.student().schoolClass(),
            student.student().dormitory(),
            result.campaign().from(),
            Optional.empty()));
    return new CaseFile(
        enrolled.student(),
        1,
        enrolled.enrolments(),
        List.of(screen(student, result)),
        evidence.facts(),
        evidence.riskFactors(),
        evidence.memberships(),
        evidence.concerns(),
        List.of(),
        Optional.empty(),
        contacts(evidence, result),
        List.of(),
        List.of());
  }

  /** Of those who were reached; an attempt is not yet done. */
  private static List<Action> contacts(Evidence evidence, CampaignResult result) {
    return evidence.contacts().stream()
        .filter(Contact::reached)
        .map(contact ->
            StudentTasks.action(contact, contact.step(), result.times().found()))
        .sorted(Comparator.comparing(Action::at))
        .toList();
  }

  private static CaseFile.Screen screen(StudentOutcome student, CampaignResult result) {
    List<CaseFile.Score> scores = new ArrayList<>();
    student.forms().values().forEach(form -> scores.addAll(scores(form)));
    return new CaseFile.Screen(
        result.campaign().id(),
        student.forms().values().stream()
            .flatMap(form -> form.on().stream())
            .max(Comparator.naturalOrder())
            .orElse(result.campaign().to()),
        result.policy().id() + " " + result.policy().version(),
        student.outcome().status(),
        student.outcome().tier(),
        student.outcome().alert(),
        scores,
        student.outcome().reasons());
  }

  private static List<CaseFile.Score> scores(Form form) {
    Instrument instrument = form.scores().plan().instrument();
    List<CaseFile.Score> scores = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      form.scores()
          .value(form.row(), scale.id())
          .ifPresent(value -> scores.add(new CaseFile.Score(
              instrument.id() + "." + scale.id(),
              instrument.version(),
              BigDecimal.valueOf(value).stripTrailingZeros(),
              form.scores().band(form.row(), scale.id()).map(Band::id))));
    }
    return scores;
  }
}
