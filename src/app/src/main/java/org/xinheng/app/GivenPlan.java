package org.xinheng.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.WordingFolder;
import org.xinheng.definition.WordingPack;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;
import org.xinheng.scoring.ScoringPlan;

/** What a command is to administer: a battery or a questionnaire, by id or file. */
final class GivenPlan {

  private final InstrumentLibrary library;

  GivenPlan(InstrumentLibrary library) {
    this.library = library;
  }

  /** The battery with this id or file; empty if it is that of a questionnaire. */
  Optional<Battery> battery(String idOrFile) throws IOException {
    boolean isFile = idOrFile.endsWith(".yaml") || idOrFile.endsWith(".yml");
    boolean isBattery = isFile
        ? library
            .source(Kind.BATTERY, idOrFile)
            .text()
            .lines()
            .anyMatch(line -> line.startsWith(Kind.BATTERY.word() + ":"))
        : library.ids(Kind.BATTERY).contains(idOrFile);
    return isBattery ? Optional.of(library.battery(idOrFile)) : Optional.empty();
  }

  /** The plan of a battery, which may stop in another way, with tiers by a policy. */
  AdministrationPlan of(Battery battery, String policy, Optional<Stopping> stopping)
      throws IOException {
    Battery given = stopping.isPresent() ? battery.withStopping(stopping) : battery;
    return AdministrationPlan.of(given, library.policy(policy), library.questionnairesOf(given));
  }

  /** The plan of a battery or a questionnaire. */
  AdministrationPlan of(String idOrFile, String policy) throws IOException {
    Optional<Battery> battery = battery(idOrFile);
    return battery.isPresent()
        ? of(battery.get(), policy, Optional.empty())
        : AdministrationPlan.of(ScoringPlan.compile(library.questionnaire(idOrFile)));
  }

  /** The same with the wording of a language: what is installed, else what comes with the questionnaires. */
  static AdministrationPlan worded(
      AdministrationPlan plan, WordingFolder folder, InstrumentLibrary library, Language language)
      throws IOException {
    List<WordingPack> packs = new ArrayList<>();
    for (Instrument instrument : plan.instruments()) {
      folder.pack(instrument, language, library).ifPresent(packs::add);
    }
    return plan.withWording(packs);
  }
}
