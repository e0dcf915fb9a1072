package org.xinheng.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.CampaignRun;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Tier;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.StudentOutcome;

/**
 * The contacts of the first weeks after an invented campaign, written as the table that its staff would keep: who needs support is
 * known from a screening, so the campaign is screened first.
 *
 * <p>Most are contacted in time, one in eight late and a few not at all; one in ten is not reached at first. Most are interviewed
 * after it, and the guardians of most who have an alert or are at tier 3 are told. As to sex, boarding and registration
 * all wait alike.
 */
public final class ContactBook {

  /** The table, beside the campaign file. */
  private static final String FILE = "contacts.csv";

  private static final List<String> HEADER =
      List.of("student", "school", "date", "kind", "who", "result");
  private static final int WEEKS = 3;
  private static final double NEVER = 0.03;
  private static final double LATE = 0.12;
  private static final double MISSED_AT_FIRST = 0.1;
  private static final double INTERVIEWED = 0.7;
  private static final double GUARDIAN_TOLD = 0.8;
  private static final int DAYS_OF_TIER_2 = 10;
  private static final int DAYS_OF_TIER_3 = 2;
  private static final int MOST_DAYS_LATE = 4;
  private static final int MOST_DAYS_TO_INTERVIEW = 5;

  private final CampaignResult result;
  private final SeededRandom random;
  private final LocalDate last;
  private final List<List<String>> rows = new ArrayList<>();

  private ContactBook(CampaignResult result, SeededRandom random) {
    this.result = result;
    this.random = random;
    this.last = now(result).toLocalDate();
  }

  /**
   * Adds the contacts to an invented campaign whose file ends with its tables.
   *
   * @param seed the same seed gives the same contacts
   * @return the time up to which the contacts are known
   */
  public static LocalDateTime add(Path campaign, long seed) throws IOException {
    CampaignResult result =
        CampaignRun.of(campaign, InstrumentLibrary.shipped()).result();
    ContactBook book = new ContactBook(result, SeededRandom.of(~seed));
    result.roster().forEach(book::contact);
    replace(campaign.resolveSibling(FILE), new Table(HEADER, book.rows).csv());
    replace(campaign, Files.readString(campaign) + "  contacts: " + FILE + "\n");
    return now(result);
  }

  private static LocalDateTime now(CampaignResult result) {
    return result.campaign().to().plusWeeks(WEEKS).atTime(LocalTime.of(15, 0));
  }

  private static void replace(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void contact(StudentOutcome student) {
    Outcome outcome = student.outcome();
    SeededRandom ofStudent = random.split();
    if (!outcome.needsSupport() || ofStudent.chance(NEVER)) {
      return;
    }
    boolean isAlert = outcome.alert().compareTo(Alert.UNKNOWN) > 0;
    boolean isIntensive =
        isAlert || outcome.tier().filter(Tier.INTENSIVE::equals).isPresent();
    int allowed = isAlert ? 0 : isIntensive ? DAYS_OF_TIER_3 : DAYS_OF_TIER_2;
    int days = ofStudent.chance(LATE)
        ? allowed + 1 + ofStudent.below(MOST_DAYS_LATE)
        : ofStudent.below(allowed + 1);
    if (days > 0 && ofStudent.chance(MISSED_AT_FIRST)) {
      row(student, days - 1, "contact", "psychology-teacher", "not reached");
    }
    row(student, days, "contact", "psychology-teacher", "reached");
    int interview = days + ofStudent.below(MOST_DAYS_TO_INTERVIEW);
    if (ofStudent.chance(INTERVIEWED)) {
      row(student, interview, "interview", "psychology-teacher", "reached");
    }
    if (isIntensive && ofStudent.chance(GUARDIAN_TOLD)) {
      row(student, days, "guardian", "class-teacher", "reached");
    }
  }

  private void row(StudentOutcome student, int schoolDays, String kind, String who, String how) {
    LocalDate day = after(schoolDays);
    if (!day.isAfter(last)) {
      rows.add(List.of(
          student.student().id(), student.student().school(), day.toString(), kind, who, how));
    }
  }

  private LocalDate after(int schoolDays) {
    SchoolCalendar calendar = result.calendar();
    LocalDate day = result.times().found().toLocalDate();
    for (int i = 0; i < schoolDays; i++) {
      day = calendar.nextSchoolDay(day);
    }
    return day;
  }
}
