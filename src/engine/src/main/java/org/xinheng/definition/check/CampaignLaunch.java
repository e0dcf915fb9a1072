package org.xinheng.definition.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.diagnostic.Severity;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Launch;
import org.xinheng.policy.Preparation;
import org.xinheng.policy.TierPolicy;

/** What a campaign that says how it was prepared still lacks for its launch. */
final class CampaignLaunch {

  private final Campaign campaign;
  private final Preparation preparation;
  private final Places places;

  private CampaignLaunch(Campaign campaign, Preparation preparation, Places places) {
    this.campaign = campaign;
    this.preparation = preparation;
    this.places = places;
  }

  /** Nothing for a campaign that does not say how it was prepared, or says it with faults. */
  static List<Diagnostic> of(
      Campaign campaign,
      Places places,
      TierPolicy policy,
      Collection<Battery> batteries,
      Lookup lookup)
      throws IOException {
    Optional<Preparation> preparation = campaign.preparation().filter(places::isSound);
    if (preparation.isEmpty() || !places.isSound(campaign)) {
      return List.of();
    }
    List<Instrument> questionnaires = new ArrayList<>();
    for (Battery battery : batteries) {
      for (String id : battery.questionnaires()) {
        lookup.questionnaire(id, places.of(campaign, "batteries")).ifPresent(questionnaires::add);
      }
    }
    CampaignLaunch launch = new CampaignLaunch(campaign, preparation.get(), places);
    return Launch.of(campaign, policy.workflow(), questionnaires).lacks().stream()
        .map(launch::diagnostic)
        .toList();
  }

  private Diagnostic diagnostic(Launch.Lack lack) {
    Place place = places.of(preparation, lack.step().map(step -> step.word()).orElse("signed"));
    Severity severity =
        lack.cause() == Launch.Cause.NO_RESPONDER ? Severity.ERROR : Severity.WARNING;
    return new Diagnostic(
        severity, code(lack.cause()), place, "the launch lacks " + lack.text().en(), hint(lack));
  }

  private static String code(Launch.Cause cause) {
    return switch (cause) {
      case NOT_DONE -> "launch.step";
      case TOO_LATE -> "launch.late";
      case NO_RESPONDER -> "launch.responder";
      case NOT_SIGNED -> "launch.signature";
      case NOT_BY_AN_OWNER -> "launch.owner";
      case SIGNED_BEFORE -> "launch.order";
    };
  }

  private String hint(Launch.Lack lack) {
    String step = lack.step().map(each -> each.word()).orElse("signed");
    return switch (lack.cause()) {
      case NOT_DONE, NOT_SIGNED ->
        "once it is done, write " + step + ": {by: psychology-teacher, date: " + campaign.from()
            + more(step) + "}";
      case TOO_LATE -> "the window begins on " + campaign.from() + "; let it begin later";
      case NO_RESPONDER ->
        "name for each day who acts on an alert, below 'on-duty' of 'responders', or give a battery"
            + " without critical items";
      case NOT_BY_AN_OWNER -> "the owners are those of gate 0 in the policy";
      case SIGNED_BEFORE -> "have it signed when all is done";
    };
  }

  private static String more(String step) {
    return switch (step) {
      case "consent" -> ", mode: opt-in, version: \"1\"";
      case "responders" -> ", on-duty: [{name: …}]";
      default -> "";
    };
  }
}
