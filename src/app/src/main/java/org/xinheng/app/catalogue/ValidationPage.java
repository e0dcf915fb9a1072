package org.xinheng.app.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.Read;
import org.xinheng.definition.WorkedCase;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;
import org.xinheng.scoring.power.CasePower;

/** How far the definitions of a library were checked: worked cases that were run, sources of facts, and known limits. */
public final class ValidationPage {

  private ValidationPage() {}

  /** The page, for which every worked case is scored; throws as {@link InstrumentLibrary} does. */
  public static Page of(InstrumentLibrary library) throws IOException {
    List<List<String>> cases = new ArrayList<>();
    List<List<String>> facts = new ArrayList<>();
    List<List<String>> limits = new ArrayList<>();
    int run = 0;
    for (String id : library.ids(Kind.QUESTIONNAIRE)) {
      Instrument each = library.questionnaire(id);
      Read<WorkedCases> read = Definitions.workedCases(library.source(Kind.CASES, id));
      List<WorkedCase> list = read.usable().list();
      List<Diagnostic> found = CasePower.run(each, read, library.normSetsOf(list));
      long failed = found.stream().filter(Diagnostic::isError).count();
      run += list.size();
      cases.add(List.of(
          id,
          each.version(),
          Integer.toString(list.size()),
          Long.toString(failed),
          Long.toString(found.size() - failed)));
      facts.add(factsOf(each));
      limitsOf(each, library).forEach(limit -> limits.add(List.of(id, limit)));
    }
    return new Page(
        "Validation",
        List.of(
            new Page.Paragraph(
                "Made by `xinheng catalogue --out src/docs` from the definitions and a run of their worked"
                    + " cases; do not edit. This run scored " + run + " cases of " + cases.size()
                    + " questionnaires. What it says holds for scoring and cut-offs as published; it does not say that a"
                    + " questionnaire is valid in a school."),
            new Page.Heading("Worked cases"),
            new Page.Paragraph(
                "A case states its origin. A mistake is a change of one key, edge, rule or limit of the definition;"
                    + " the last column counts the kinds of mistakes that no case would notice."),
            new Page.Table(
                List.of("questionnaire", "version", "cases run", "failed", "mistakes unnoticed"),
                cases),
            new Page.Heading("Facts and their sources"),
            new Page.Paragraph(
                "Band sets, classifications, critical items and validity indices by how well each is verified."),
            new Page.Table(
                List.of(
                    "questionnaire",
                    "sources",
                    "two sources",
                    "single source",
                    "project rule",
                    "unverified or none"),
                facts),
            new Page.Heading("Cross-checks"),
            new Page.Table(List.of("what", "against", "where"), CROSS_CHECKS),
            new Page.Heading("Known limits"),
            new Page.Table(List.of("questionnaire", "limit"), limits)));
  }

  /** Written by hand: the tests that compare the engine with something that does not share its code. */
  private static final List<List<String>> CROSS_CHECKS = List.of(
      List.of(
          "scores, bands and classifications of invented questionnaires",
          "a second scorer in decimal arithmetic of 60 digits",
          "`RandomInstrumentTest`, `Oracle`"),
      List.of("standard scores", "a second lookup and normal curve", "`NormOracle`, `NormalTest`"),
      List.of("levels by item response theory", "a second estimator", "`LevelOracle`"),
      List.of("validity indices", "a second computation", "`ValidityOracle`"),
      List.of("a battery scored in one run", "results by hand", "`BatteryJobTest`"),
      List.of("PHQ-9 of a public survey", "the published sums", "`PublicDataTest`"));

  private static List<String> factsOf(Instrument each) {
    Map<Verification, Integer> counts = new TreeMap<>();
    Set<String> sources = new LinkedHashSet<>();
    each.about().sources().forEach(source -> sources.add(source.id()));
    verifications(each).forEach(word -> counts.merge(word, 1, Integer::sum));
    return List.of(
        each.id(),
        Integer.toString(sources.size()),
        count(counts, Verification.TWO_SOURCES),
        count(counts, Verification.SINGLE_SOURCE),
        count(counts, Verification.PROJECT_RULE),
        Integer.toString(counts.getOrDefault(Verification.UNVERIFIED, 0)
            + counts.getOrDefault(Verification.NONE, 0)));
  }

  private static String count(Map<Verification, Integer> counts, Verification word) {
    return Integer.toString(counts.getOrDefault(word, 0));
  }

  private static Stream<Verification> verifications(Instrument each) {
    return Stream.of(
            each.scales().stream()
                .flatMap(scale -> scale.bandSets().stream())
                .map(Bands::verification),
            each.classifications().stream().map(Classification::verification),
            each.critical().stream().map(CriticalItem::verification),
            each.validity().stream().map(ValidityIndex::verification))
        .flatMap(words -> words);
  }

  private static List<String> limitsOf(Instrument each, InstrumentLibrary library)
      throws IOException {
    List<String> limits = new ArrayList<>();
    for (String group : List.of("key", "bands", "licence")) {
      Verification word = each.about().verification().getOrDefault(group, Verification.NONE);
      if (word != Verification.TWO_SOURCES) {
        limits.add(group + ": " + word.word());
      }
    }
    boolean hasBands =
        each.scales().stream().anyMatch(scale -> !scale.bandSets().isEmpty());
    if (!hasBands && each.classifications().isEmpty()) {
      limits.add("no cut-off, so that no tier can be read from it");
    }
    boolean isNormed = false;
    for (String id : library.ids(Kind.NORM_SET)) {
      isNormed |= library.normSet(id).questionnaire().equals(each.id());
    }
    if (!isNormed) {
      limits.add("no norm set");
    }
    return limits.isEmpty() ? List.of() : List.of(String.join("; ", limits));
  }
}
