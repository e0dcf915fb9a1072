package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.check.Rule;
import org.xinheng.definition.check.Rules;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.OutputProfile;

/** Reads definitions and checks each as far as it can be checked alone. */
public final class Definitions {

  private Definitions() {}

  public static Read<Instrument> questionnaire(SourceText source) {
    return checked(QuestionnaireReader.read(source), Rules.QUESTIONNAIRE);
  }

  public static Read<NormSet> normSet(SourceText source) {
    return checked(NormSetReader.read(source), Rules.NORM_SET);
  }

  public static Read<Battery> battery(SourceText source) {
    return checked(BatteryReader.read(source), Rules.BATTERY);
  }

  public static Read<TierPolicy> policy(SourceText source) {
    return checked(PolicyReader.read(source), Rules.POLICY);
  }

  public static Read<OutputProfile> profile(SourceText source) {
    return checked(ProfileReader.read(source), Rules.PROFILE);
  }

  public static Read<PrintedForm> form(SourceText source) {
    return checked(PrintedFormReader.read(source), Rules.FORM);
  }

  public static Read<SchoolCalendar> calendar(SourceText source) {
    return checked(CalendarReader.read(source), Rules.CALENDAR);
  }

  public static Read<Campaign> campaign(SourceText source) {
    return CampaignReader.read(source);
  }

  public static Read<ColumnMap> columnMap(SourceText source) {
    return ColumnMapReader.read(source);
  }

  public static Read<List<WorkedCase>> cases(SourceText source) {
    Read<WorkedCases> read = workedCases(source);
    return new Read<>(read.value().map(WorkedCases::list), read.places(), read.diagnostics());
  }

  public static Read<WorkedCases> workedCases(SourceText source) {
    return checked(WorkedCaseReader.read(source), Rules.CASES);
  }

  private static <T> Read<T> checked(Read<T> read, List<Rule<T>> rules) {
    List<Diagnostic> found = new ArrayList<>(read.diagnostics());
    read.value()
        .ifPresent(value -> rules.forEach(rule -> found.addAll(rule.check(value, read.places()))));
    return new Read<>(read.value(), read.places(), found);
  }
}
