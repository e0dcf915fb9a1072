package org.xinheng.app.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.xinheng.definition.CutOffDraft;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.validation.Direction;
import org.xinheng.validation.study.ScoreResult;

/** The chosen cut-off of a study in a copy of a definition that says where it comes from. */
public final class CutOffFiles {

  private final StudyRun<CriterionStudy> run;
  private final ScoreResult score;

  /** Of the first score of a study. */
  public CutOffFiles(StudyRun<CriterionStudy> run) {
    this.run = run;
    this.score = run.study().result().scores().get(0);
  }

  /**
   * Writes a copy of a questionnaire, and of its worked cases, laid out as a library.
   *
   * @param idOrScale such as {@code phq-9.total}, or {@code phq-9} if the scale is called total or is the only one
   * @return the file of the questionnaire
   */
  public Path write(Path folder, String idOrScale, InstrumentLibrary library) throws IOException {
    int dot = idOrScale.lastIndexOf('.');
    String id = dot < 0 ? idOrScale : idOrScale.substring(0, dot);
    Instrument instrument = library.questionnaire(id);
    Scale scale = scale(instrument, dot < 0 ? "" : idOrScale.substring(dot + 1));
    CutOffDraft draft = draft(scale);
    Path file = folder.resolve(Kind.QUESTIONNAIRE.pathOf(id));
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, draft.written(library.source(Kind.QUESTIONNAIRE, id)));
    writeCases(folder.resolve(Kind.CASES.pathOf(id)), id, draft, library);
    return file;
  }

  private static void writeCases(Path file, String id, CutOffDraft draft, InstrumentLibrary library)
      throws IOException {
    try {
      Files.writeString(
          file,
          draft.writtenCases(
              library.source(Kind.CASES, id), library.source(Kind.QUESTIONNAIRE, id)));
    } catch (UnknownDefinitionException e) {
      Files.deleteIfExists(file);
    }
  }

  private static Scale scale(Instrument instrument, String named) {
    if (named.isEmpty() && instrument.scales().size() == 1) {
      return instrument.scales().get(0);
    }
    String wanted = named.isEmpty() ? "total" : named;
    return instrument
        .scale(wanted)
        .orElseThrow(() -> new IllegalArgumentException("--write-cutoff: '" + instrument.id()
            + "' has no scale '" + wanted + "'; write one of "
            + String.join(
                ", ",
                instrument.scales().stream()
                    .map(scale -> instrument.id() + "." + scale.id())
                    .toList())));
  }

  private CutOffDraft draft(Scale scale) {
    boolean isHigh = score.direction() == Direction.HIGHER_IS_CASE;
    double cutOff = score.chosen().cutOff();
    BigDecimal edge = BigDecimal.valueOf(isHigh ? cutOff : nextAbove(cutOff)).stripTrailingZeros();
    if (edge.compareTo(scale.lowest()) <= 0 || edge.compareTo(scale.highest()) > 0) {
      throw new IllegalArgumentException("--write-cutoff: '" + scale.id() + "' reaches from "
          + scale.lowest().toPlainString() + " to " + scale.highest().toPlainString()
          + ", and a cut-off at " + Shown.plain(cutOff) + " does not part it in two");
    }
    return new CutOffDraft(
        scale.id(), scale.lowest(), edge, isHigh ? Bands.Risk.HIGH : Bands.Risk.LOW, citation());
  }

  /** The weakest score that is not flagged, where low scores are. */
  private double nextAbove(double cutOff) {
    double next = score.cutOffs().stream()
        .mapToDouble(ScoreResult.CutOffRow::cutOff)
        .filter(value -> value > cutOff)
        .min()
        .orElse(cutOff + 1);
    return score.isWhole() ? cutOff + 1 : (cutOff + next) / 2;
  }

  private String citation() {
    ScoreResult.Candidate c = score.chosen();
    return String.format(
        Locale.ROOT,
        "xinheng validate %s: %s %s %s by rule '%s', interval of the choice %s to %s; sensitivity"
            + " %.3f (%.3f to %.3f), specificity %.3f (%.3f to %.3f); n = %d, %d cases (prevalence"
            + " %.4f) by %s = %s; data %s, SHA-256 %s; command: %s",
        run.program(),
        score.name(),
        score.direction() == Direction.HIGHER_IS_CASE ? ">=" : "<=",
        Shown.plain(c.cutOff()),
        c.rule().word(),
        Shown.plain(c.cutOffInterval().lower()),
        Shown.plain(c.cutOffInterval().upper()),
        c.sensitivity().value(),
        c.sensitivity().interval().lower(),
        c.sensitivity().interval().upper(),
        c.specificity().value(),
        c.specificity().interval().lower(),
        c.specificity().interval().upper(),
        score.cases() + score.controls(),
        score.cases(),
        (double) score.cases() / (score.cases() + score.controls()),
        run.study().criterion(),
        String.join(" or ", run.study().positive()),
        run.file(),
        run.sha256(),
        run.command());
  }
}
