package org.xinheng.app.show;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Transform;

/** A questionnaire as a person reads it. */
public final class QuestionnaireText {

  private static final int INDENT = 2;

  private final Instrument instrument;
  private final List<NormSet> norms;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private QuestionnaireText(Instrument instrument, List<NormSet> norms, int width) {
    this.instrument = instrument;
    this.norms = norms;
    this.width = width;
  }

  /**
   * The lines of a questionnaire.
   *
   * @param norms the norm sets that belong to it
   * @param width how many columns a line has
   */
  public static List<String> lines(Instrument instrument, List<NormSet> norms, int width) {
    QuestionnaireText text = new QuestionnaireText(instrument, norms, width);
    text.head();
    text.responses();
    text.items();
    instrument.scales().forEach(text::scale);
    text.critical();
    text.validity();
    return text.lines;
  }

  private void head() {
    About about = instrument.about();
    Wrapping.lines(instrument.id() + "  " + Shown.both(about.name()), width).forEach(lines::add);
    lines.add("");
    Grid grid = Grid.at(INDENT)
        .row("measures", Shown.both(about.measures()))
        .row("form", instrument.form())
        .row("version", instrument.version())
        .row("informants", informants(about))
        .row("ages", about.ages().toString())
        .row("grades", about.grades().toString())
        .row("recall", Shown.both(about.recall()))
        .row("minutes", Integer.toString(about.minutes()))
        .row("licence", licence(about))
        .row("verification", verification(about));
    for (Source source : about.sources()) {
      grid.row("source", source.id() + ": " + Shown.citation(source));
    }
    Shown.others(
        about,
        Set.of(
            "name",
            "measures",
            "informants",
            "ages",
            "grades",
            "recall",
            "minutes",
            "licence",
            "sources",
            "verification"),
        grid);
    Shown.others(
        instrument,
        Set.of(
            "id",
            "version",
            "form",
            "hash",
            "about",
            "response-sets",
            "items",
            "scales",
            "critical",
            "validity"),
        grid);
    grid.row("hash", instrument.hash());
    lines.addAll(grid.lines(width));
  }

  private static String informants(About about) {
    return about.informants().isEmpty()
        ? "none"
        : EnumSet.copyOf(about.informants()).stream()
            .map(Informant::word)
            .collect(Collectors.joining(", "));
  }

  private static String licence(About about) {
    String terms = "paper: " + about.licence().paper() + "\nelectronic: "
        + about.licence().electronic() + "\nwording: "
        + about.licence().wording().word();
    return about.licence().note().isEmpty()
        ? terms
        : terms + "\nnote: " + about.licence().note();
  }

  private static String verification(About about) {
    return new TreeMap<>(about.verification())
        .entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue().word())
            .collect(Collectors.joining(", "));
  }

  private void responses() {
    heading("Responses");
    Grid grid = Grid.at(INDENT);
    for (ResponseSet set : instrument.responseSets()) {
      String options = set.options().stream()
          .map(option -> option.code() + " " + Shown.both(option.label()))
          .collect(Collectors.joining("\n"));
      String missing = new TreeMap<>(set.missing())
          .entrySet().stream()
              .map(entry ->
                  "\n" + entry.getKey() + " missing (" + entry.getValue().word() + ")")
              .collect(Collectors.joining());
      grid.row(set.id(), options + missing);
      Shown.others(set, Set.of("id", "options", "missing"), grid);
    }
    lines.addAll(grid.lines(width));
  }

  /** Items that follow each other with the same topic and responses share a row. */
  private void items() {
    heading("Items (" + instrument.items().size() + ")");
    boolean oneSet = instrument.responseSets().size() == 1;
    Grid grid = Grid.at(INDENT);
    List<Item> run = new ArrayList<>();
    for (Item item : instrument.items()) {
      if (!run.isEmpty() && !isLike(item, run.get(0))) {
        item(run, oneSet, grid);
        run.clear();
      }
      run.add(item);
    }
    if (!run.isEmpty()) {
      item(run, oneSet, grid);
    }
    lines.addAll(grid.lines(width));
  }

  private static boolean isLike(Item item, Item other) {
    return item.topic().equals(other.topic()) && item.responses().equals(other.responses());
  }

  private void item(List<Item> run, boolean oneSet, Grid grid) {
    Item first = run.get(0);
    String ids = DefinitionWords.items(run.stream().map(Item::id).toList(), instrument);
    grid.row(
        oneSet
            ? List.of(ids, first.topic().en(), first.topic().zhCn())
            : List.of(ids, first.topic().en(), first.topic().zhCn(), first.responses()));
  }

  private void scale(Scale scale) {
    boolean isCalledLikeItsId =
        scale.id().replace('-', ' ').equalsIgnoreCase(scale.name().en());
    heading("Scale " + scale.id() + "  "
        + (isCalledLikeItsId ? scale.name().zhCn() : Shown.both(scale.name())));
    Grid grid = Grid.at(INDENT);
    madeOf(scale, grid);
    grid.row("missing", DefinitionWords.missing(scale));
    transform(scale.transform(), grid);
    grid.row("range", DefinitionWords.range(scale));
    norms.stream()
        .filter(
            set -> set.groups().stream().anyMatch(group -> group.scales().containsKey(scale.id())))
        .forEach(set -> grid.row("norms", set.id() + "  " + Shown.both(set.name())));
    Shown.others(
        scale,
        Set.of(
            "id",
            "name",
            "keying",
            "method",
            "missing",
            "transform",
            "lowest",
            "highest",
            "counting",
            "band-sets"),
        grid);
    List<Bands> sets = scale.bandSets();
    if (sets.size() == 1) {
      grid.row("bands", described(sets.get(0)));
    }
    lines.addAll(grid.lines(width));
    for (Bands bands : sets) {
      if (sets.size() > 1) {
        lines.addAll(
            Grid.at(INDENT).row("bands '" + bands.id() + "'", described(bands)).lines(width));
      }
      bands(bands);
    }
  }

  /** In the order in which it is done; what is not declared is left out. */
  private static void transform(Transform transform, Grid grid) {
    if (transform.multiplier().compareTo(BigDecimal.ONE) != 0) {
      grid.row("multiplied by", transform.multiplier().toPlainString());
    }
    if (transform.divisor().compareTo(BigDecimal.ONE) != 0) {
      grid.row("divided by", transform.divisor().toPlainString());
    }
    if (transform.addend().signum() != 0) {
      grid.row("plus", transform.addend().toPlainString());
    }
    grid.row("rounding", DefinitionWords.rounding(transform.rounding()));
    if (transform.clamp().isPresent()) {
      grid.row("clamped to", DefinitionWords.clamp(transform));
    }
    if (transform.conversion().isPresent()) {
      grid.row("converted", DefinitionWords.conversion(transform));
    }
    Shown.others(
        transform,
        Set.of("multiplier", "divisor", "addend", "rounding", "clamp", "conversion"),
        grid);
  }

  private static String described(Bands bands) {
    return "on the " + stage(bands) + "; " + bands.risk().word() + " scores are the risk"
        + (bands.audience().isEverybody()
            ? ""
            : "; for " + DefinitionWords.audience(bands.audience()));
  }

  private static String stage(Bands bands) {
    return Map.of("raw", "raw score", "t", "T score")
        .getOrDefault(bands.stage().word(), bands.stage().word());
  }

  private void madeOf(Scale scale, Grid grid) {
    String method = scale.method().word();
    if (scale.keying() instanceof Keying.OfItems items) {
      List<String> ids = items.keys().stream().map(Key::item).toList();
      grid.row(method, "of " + ids.size() + " items: " + DefinitionWords.items(ids, instrument));
      List<String> reversed =
          items.keys().stream().filter(Key::reversed).map(Key::item).toList();
      if (!reversed.isEmpty()) {
        grid.row("reversed", DefinitionWords.items(reversed, instrument));
      }
      scale
          .counting()
          .ifPresent(counting -> grid.row("counted", DefinitionWords.counting(counting)));
      String recoded = DefinitionWords.recoded(items.keys(), instrument);
      if (!recoded.isEmpty()) {
        grid.row("recoded", recoded);
      }
      String weights = items.keys().stream()
          .filter(key -> key.weight().compareTo(BigDecimal.ONE) != 0)
          .map(key -> "item " + key.item() + ": " + key.weight().toPlainString())
          .collect(Collectors.joining(", "));
      if (!weights.isEmpty()) {
        grid.row("weights", weights);
      }
    } else if (scale.keying() instanceof Keying.OfScales scales) {
      grid.row(
          method,
          "of " + scales.parts().size() + " scales: "
              + scales.parts().stream().map(Keying.Part::scale).collect(Collectors.joining(", ")));
      String weights = scales.parts().stream()
          .filter(part -> part.weight().compareTo(BigDecimal.ONE) != 0)
          .map(part -> "scale " + part.scale() + ": " + part.weight().toPlainString())
          .collect(Collectors.joining(", "));
      if (!weights.isEmpty()) {
        grid.row("weights", weights);
      }
    } else {
      Shown.others((Record) scale.keying(), Set.of(), grid);
    }
  }

  private void bands(Bands bands) {
    Grid grid =
        Grid.at(2 * INDENT).row("from", "band", "level", "label", "", "source", "verification");
    bands
        .bands()
        .forEach(band -> grid.row(
            band.from().toPlainString(),
            band.id(),
            Integer.toString(band.level()),
            band.label().en(),
            band.label().zhCn(),
            bands.source(),
            bands.verification().word()));
    lines.addAll(grid.lines(width));
  }

  private void critical() {
    heading("Critical items");
    if (instrument.critical().isEmpty()) {
      lines.add("  none");
      return;
    }
    Grid grid = Grid.at(INDENT).row("item", "answer", "alert", "topic", "source", "verification");
    instrument
        .critical()
        .forEach(item -> grid.row(
            item.item(),
            item.atOrAbove() + " or above",
            item.alert().word(),
            Shown.stacked(item.topic()),
            item.source(),
            item.verification().word()));
    lines.addAll(grid.lines(width));
  }

  private void validity() {
    heading("Validity");
    if (instrument.validity().isEmpty()) {
      lines.add("  no index");
      return;
    }
    Grid grid = Grid.at(INDENT).row("index", "name", "met by", "then", "source", "verification");
    instrument
        .validity()
        .forEach(index -> grid.row(
            index.id(),
            Shown.stacked(index.name()),
            DefinitionWords.condition(index.condition(), instrument),
            index.verdict().word(),
            index.source(),
            index.verification().word()));
    lines.addAll(grid.lines(width));
  }

  private void heading(String text) {
    lines.add("");
    Wrapping.lines(text, width).forEach(lines::add);
  }
}
