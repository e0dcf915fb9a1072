package org.xinheng.app.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.ItemBankDraft;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;
import org.xinheng.validation.irt.CalibratedItem;
import org.xinheng.validation.irt.IrtModel;
import org.xinheng.validation.irt.IrtResult;

/** The parameters of a study as an item bank: a copy of the questionnaire with a scale that estimates the level. */
public final class ItemBankFiles {

  private static final int DECIMALS = 4;

  private final StudyRun<IrtResult> run;
  private final Instrument instrument;
  private final Scale scale;

  /**
   * Of a study of the items of a scale.
   *
   * @param scale whose items were studied, in their order
   */
  public ItemBankFiles(StudyRun<IrtResult> run, Instrument instrument, Scale scale) {
    this.run = run;
    this.instrument = instrument;
    this.scale = scale;
  }

  /**
   * Writes a copy of the questionnaire, and of its worked cases, laid out as a library.
   *
   * @param name id of the new scale
   * @return the file of the questionnaire
   */
  public Path write(Path folder, String name, InstrumentLibrary library) throws IOException {
    Ids.require("--write-bank", name);
    ItemBankDraft draft = draft(name);
    String id = instrument.id();
    Path file = folder.resolve(Kind.QUESTIONNAIRE.pathOf(id));
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, draft.written(library.source(Kind.QUESTIONNAIRE, id)));
    Path cases = folder.resolve(Kind.CASES.pathOf(id));
    try {
      SourceText worked = library.source(Kind.CASES, id);
      Files.writeString(cases, worked.text());
    } catch (UnknownDefinitionException e) {
      Files.deleteIfExists(cases);
    }
    return file;
  }

  private ItemBankDraft draft(String name) {
    IrtResult result = run.study();
    refuseWhatHasNoParameters(result);
    boolean isRasch = result.model().isRasch();
    double unit = isRasch ? result.items().get(0).parameters().slope() : 1;
    List<ItemBankDraft.ItemParameters> items = new ArrayList<>();
    List<Key> keys = scale.keying().keys();
    for (int j = 0; j < keys.size(); j++) {
      items.add(item(keys.get(j), result.items().get(j).parameters(), unit));
    }
    int mostMissing = scale.missing().limit().of(keys.size());
    return new ItemBankDraft(
        name, kind(result.model()), decimal(unit), items, mostMissing, citation());
  }

  /** The definition wants a parameter for every answer of every item. */
  private void refuseWhatHasNoParameters(IrtResult result) {
    List<Key> keys = scale.keying().keys();
    List<String> lacking = new ArrayList<>();
    for (int j = 0; j < keys.size(); j++) {
      String item = instrument.id() + "." + keys.get(j).item();
      int place = j;
      boolean isWhole = result.items().stream()
          .filter(found -> found.name().equals(item))
          .anyMatch(found -> found.values().size()
              == instrument
                  .item(keys.get(place).item())
                  .flatMap(instrument::responsesOf)
                  .map(responses -> responses.options().size())
                  .orElse(0));
      if (!isWhole) {
        lacking.add("'" + keys.get(j).item() + "'");
      }
      if (keys.get(j).isRecoded()) {
        throw new IllegalArgumentException("--write-bank: item '" + keys.get(j).item() + "' of '"
            + scale.id() + "' is recoded, and a model takes answers in the order of their codes");
      }
    }
    if (!lacking.isEmpty()) {
      throw new IllegalArgumentException(
          "--write-bank: some answer to " + lacking.stream().collect(Collectors.joining(", "))
              + " was given by nobody and has no parameter; add data");
    }
    if (!result.converged()) {
      throw new IllegalArgumentException(
          "--write-bank: the estimates did not converge, and are not written");
    }
  }

  private static ItemResponseModel.Kind kind(IrtModel model) {
    return switch (model) {
      case RASCH, RASCH_OF_UNIT_SPREAD -> ItemResponseModel.Kind.RASCH;
      case TWO_PARAMETER -> ItemResponseModel.Kind.TWO_PARAMETER;
      case GRADED -> ItemResponseModel.Kind.GRADED;
      case PARTIAL_CREDIT -> ItemResponseModel.Kind.PARTIAL_CREDIT;
    };
  }

  /** An item with a negative slope is turned round. */
  private static ItemBankDraft.ItemParameters item(Key key, CalibratedItem found, double unit) {
    boolean isTurned = found.slope() < 0;
    List<BigDecimal> places = new ArrayList<>();
    found.difficulties().forEach(place -> places.add(decimal(place * unit)));
    if (isTurned) {
      Collections.reverse(places);
    }
    return new ItemBankDraft.ItemParameters(
        key.item(), key.reversed() != isTurned, decimal(Math.abs(found.slope()) / unit), places);
  }

  private static BigDecimal decimal(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().scale() < 0
        ? rounded.setScale(0)
        : rounded.stripTrailingZeros();
  }

  private String citation() {
    IrtResult result = run.study();
    return String.format(
        Locale.ROOT,
        "xinheng irt %s: %s model by marginal maximum likelihood, n = %d, log-likelihood %.3f, M2"
            + " %s (df %d), marginal reliability %.3f; data %s, SHA-256 %s; command: %s",
        run.program(),
        kind(result.model()).word(),
        result.people(),
        result.logLikelihood(),
        Shown.two(result.overall().m2()),
        result.overall().df(),
        result.marginalReliability(),
        run.file(),
        run.sha256(),
        run.command());
  }
}
