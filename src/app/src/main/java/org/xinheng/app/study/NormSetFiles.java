package org.xinheng.app.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.NormSetDraft;
import org.xinheng.exchange.AudienceColumn;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Text;
import org.xinheng.validation.norming.ContinuousNorms;
import org.xinheng.validation.norming.NormTable;
import org.xinheng.validation.norming.NormingResult;
import org.xinheng.validation.norming.PercentileRank;

/** Norms of a study as a norm set that {@code score --norms} takes. It never has the id of one that is there. */
public final class NormSetFiles {

  private static final int DECIMALS = 4;
  private static final int T_DECIMALS = 2;

  private final StudyRun<NormingResult> run;
  private final Options options;

  /** What a table of the norm set lists. */
  public enum Form {
    /** Percentile ranks (mid), from which T is taken by the normal quantile. */
    PERCENTILE,
    /** T by the normal quantile of the middle rank. */
    NORMALISED_T,
    /** No table: mean and standard deviation, from which T is a line. */
    MEAN
  }

  /**
   * What is to be written.
   *
   * @param id of the norm set
   * @param questionnaire whose scores they are
   * @param scale whose scores they are
   * @param form of the tables; norms over age list T in any case
   * @param date when the data were collected, in words; empty if not said
   */
  public record Options(String id, Instrument questionnaire, Scale scale, Form form, String date) {}

  /** Of a study of one score. */
  public NormSetFiles(StudyRun<NormingResult> run, Options options) {
    this.run = run;
    this.options = options;
  }

  /**
   * Writes the norm set, laid out as in a library.
   *
   * @throws IllegalArgumentException if the library has a norm set of this id, a column is none that norm groups ask for, or
   *     no group has norms
   */
  public Path write(Path folder, InstrumentLibrary library) throws IOException {
    Ids.require("--write", options.id());
    if (library.ids(Kind.NORM_SET).contains(options.id())) {
      throw new IllegalArgumentException("--write: there is a norm set '" + options.id()
          + "' already, which local norms do not replace; choose another id");
    }
    List<NormSet.Group> groups = groups();
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("--write: no group has at least "
          + run.study().leastPeople() + " people and norms; nothing is written");
    }
    int n = run.study().groups().stream()
        .filter(NormingResult.Group::isEnough)
        .mapToInt(NormingResult.Group::n)
        .sum();
    boolean isDated = !options.date().isEmpty();
    NormSetDraft draft = new NormSetDraft(
        options.id(),
        "1.0.0",
        options.questionnaire().id(),
        new Text(
            options.questionnaire().id().toUpperCase(Locale.ROOT) + ", local norms",
            options.questionnaire().id().toUpperCase(Locale.ROOT) + " 本地常模"),
        new Text(
            n + " people of a local sample" + (isDated ? ", " + options.date() : ""),
            "本地样本" + n + "人" + (isDated ? "，" + options.date() : "")),
        citation(),
        audience(groups),
        run.study().over().isEmpty() && options.form() == Form.PERCENTILE,
        groups);
    Path file = folder.resolve(Kind.NORM_SET.pathOf(options.id()));
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    Files.writeString(file, draft.written());
    return file;
  }

  private List<NormSet.Group> groups() {
    NormingResult result = run.study();
    List<AudienceColumn> columns =
        result.by().stream().map(NormSetFiles::column).toList();
    List<NormSet.Group> groups = new ArrayList<>();
    for (NormingResult.Group group : result.groups()) {
      Audience audience = audience(columns, group.values());
      for (NormTable table : group.table()) {
        norm(table).ifPresent(norm -> add(groups, audience, columns, norm));
      }
      for (NormingResult.Continuous of : group.continuous()) {
        AudienceColumn over = column(result.over());
        Set<String> written = new HashSet<>();
        for (NormingResult.AtAge at : of.tables()) {
          String value = String.valueOf((int) Math.floor(at.age()));
          List<AudienceColumn> all = new ArrayList<>(columns);
          all.add(over);
          List<String> values = new ArrayList<>(group.values());
          values.add(value);
          Norm.Table table = table(at);
          if (!table.rows().isEmpty() && written.add(value)) {
            add(groups, audience(all, values), all, table);
          }
        }
      }
    }
    return groups;
  }

  private static AudienceColumn column(String heading) {
    return AudienceColumn.ofHeading(heading)
        .orElseThrow(() -> new IllegalArgumentException(
            "--write: norm groups ask for sex, grade, age or region, and '" + heading
                + "' is none of them; rename the column, or leave out --write"));
  }

  private static Audience audience(List<AudienceColumn> columns, List<String> values) {
    Audience audience = Audience.EVERYBODY;
    for (int c = 0; c < columns.size(); c++) {
      AudienceColumn column = columns.get(c);
      Optional<Audience> narrowed = column.narrowed(audience, values.get(c));
      audience = narrowed.orElseThrow(() -> new IllegalArgumentException(
          "--write: the column of " + column.word() + " has a value that means no " + column.word()
              + "; write such as female, male, or a number"));
    }
    return audience;
  }

  /** From the lowest to the highest grade and age that groups ask for, where all of them do. */
  private static Audience audience(List<NormSet.Group> groups) {
    List<Audience> all = groups.stream().map(NormSet.Group::audience).toList();
    Audience audience = Audience.EVERYBODY;
    Optional<Interval> grades = span(all.stream().map(Audience::grades).toList());
    Optional<Interval> ages = span(all.stream().map(Audience::ages).toList());
    audience = grades.map(audience::withGrades).orElse(audience);
    return ages.map(audience::withAges).orElse(audience);
  }

  private static Optional<Interval> span(List<Optional<Interval>> conditions) {
    if (conditions.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Interval> all = conditions.stream().map(Optional::orElseThrow).toList();
    return Optional.of(new Interval(
        all.stream().mapToInt(Interval::first).min().orElseThrow(),
        all.stream().mapToInt(Interval::last).max().orElseThrow()));
  }

  private void add(
      List<NormSet.Group> groups, Audience audience, List<AudienceColumn> columns, Norm norm) {
    String id = columns.isEmpty() ? "all" : id(audience, groups.size() + 1);
    groups.add(new NormSet.Group(id, audience, Map.of(options.scale().id(), norm)));
  }

  private static String id(Audience audience, int number) {
    List<String> parts = new ArrayList<>();
    audience.sex().ifPresent(sex -> parts.add(sex.word()));
    audience.grades().map(Interval::first).ifPresent(grade -> parts.add("grade-" + grade));
    audience.ages().map(Interval::first).ifPresent(age -> parts.add("age-" + age));
    audience.region().ifPresent(region -> parts.add("region-" + number));
    return String.join("-", parts);
  }

  /** Empty where everybody has the same score, and no line is to be drawn, or no score is one of the scale. */
  private Optional<Norm> norm(NormTable table) {
    if (options.form() == Form.MEAN) {
      return table.sd() > 0
          ? Optional.of(
              new Norm.MeanAndSd(decimal(table.mean(), DECIMALS), decimal(table.sd(), DECIMALS)))
          : Optional.empty();
    }
    boolean isT = options.form() == Form.NORMALISED_T;
    List<Norm.Row> rows = new ArrayList<>();
    for (NormTable.Row row : table.rows()) {
      double standard = isT ? row.normalisedT() : row.rank(PercentileRank.MID);
      if (row.mid() > 0 && row.mid() < 100 && isOfScale(row.raw())) {
        rows.add(new Norm.Row(
            decimal(row.raw(), DECIMALS), decimal(standard, isT ? T_DECIMALS : DECIMALS)));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Norm.Table(isT ? StandardScore.T : StandardScore.PERCENTILE, rows, false));
  }

  private Norm.Table table(NormingResult.AtAge at) {
    List<Norm.Row> rows = at.rows().stream()
        .filter(row -> !Double.isNaN(row.location()) && isOfScale(row.raw()))
        .map(row -> new Norm.Row(decimal(row.raw(), DECIMALS), decimal(row.t(), T_DECIMALS)))
        .toList();
    return new Norm.Table(StandardScore.T, rows, false);
  }

  private boolean isOfScale(double raw) {
    return raw >= options.scale().lowest().doubleValue()
        && raw <= options.scale().highest().doubleValue();
  }

  private static BigDecimal decimal(double value, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private String citation() {
    NormingResult result = run.study();
    String cells = result.groups().stream()
        .filter(NormingResult.Group::isEnough)
        .map(group ->
            (group.values().isEmpty() ? "all" : String.join(" ", group.values())) + " " + group.n())
        .collect(Collectors.joining(", "));
    String fit = result.groups().stream()
        .flatMap(group -> group.continuous().stream())
        .map(NormingResult.Continuous::chosen)
        .map(NormSetFiles::fit)
        .collect(Collectors.joining(", "));
    return "xinheng norms " + run.program() + ": " + result.score() + ", n = "
        + result.withScore() + " (" + cells + "), at least " + result.leastPeople() + " a group"
        + (fit.isEmpty() ? "" : "; continuous over " + result.over() + ", " + fit)
        + "; date of data: " + (options.date().isEmpty() ? "not stated" : options.date())
        + "; data " + run.file() + ", SHA-256 " + run.sha256() + "; command: " + run.command();
  }

  private static String fit(ContinuousNorms.Candidate chosen) {
    return String.format(Locale.ROOT, "%d terms, R squared %.4f", chosen.terms(), chosen.r2());
  }
}
