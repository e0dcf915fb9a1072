package org.xinheng.app.show;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Section;
import org.xinheng.instrument.Setting;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Transform;
import org.xinheng.instrument.ValidityIndex;

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
    text.sections();
    instrument.scales().forEach(text::scale);
    instrument.classifications().forEach(text::classification);
    text.conditions();
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
        .row("languages", String.join(", ", new TreeSet<>(about.languages())));
    if (!about.settings().isEmpty()) {
      grid.row("settings", settings(about));
    }
    grid.row("ages", about.ages().toString())
        .row("grades", about.grades().toString())
        .row("recall", Shown.both(about.recall()));
    about.readingAge().ifPresent(age -> grid.row("reading age", age.toString()));
    if (about.isNotValidated()) {
      grid.row("validated", "no: no tier and no alert rests on it alone");
    }
    grid.row("minutes", Integer.toString(about.minutes())).row("licence", licence(about));
    about.licence().obtain().ifPresent(from -> grid.row("wording from", Shown.stacked(from)));
    grid.row("verification", verification(about));
    for (Source source : about.sources()) {
      grid.row("source", source.id() + ": " + Shown.citation(source));
    }
    Shown.others(
        about,
        Set.of(
            "name",
            "measures",
            "informants",
            "languages",
            "settings",
            "ages",
            "grades",
            "recall",
            "reading-age",
            "validated",
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
            "sections",
            "scales",
            "conditions",
            "classifications",
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

  private static String settings(About about) {
    return about.settings().stream().sorted().map(Setting::word).collect(Collectors.joining(", "));
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
    instrument.responseSets().forEach(set -> grid.row(set.id(), String.join("\n", answers(set))));
    lines.addAll(grid.lines(width));
  }

  private static List<String> answers(ResponseSet set) {
    List<String> answers = new ArrayList<>();
    if (!(set instanceof ResponseSet.Choice)) {
      answers.add(DefinitionWords.kind(set));
    }
    set.labels().forEach((label, text) -> answers.add(label + " " + Shown.both(text)));
    if (set instanceof ResponseSet.NumberEntry number) {
      number.unit().ifPresent(unit -> answers.add("unit " + Shown.both(unit)));
    }
    if (set instanceof ResponseSet.SeveralChoices several) {
      several.none().ifPresent(code -> answers.add(code + " excludes the others"));
    }
    if (set instanceof ResponseSet.FreeText text) {
      answers.add("at most " + text.longest() + " characters, never scored and never kept");
    }
    if (set instanceof ResponseSet.Scorable scorable) {
      new TreeMap<>(scorable.missing())
          .forEach((code, kind) -> answers.add(code + " missing (" + kind.word() + ")"));
    }
    return answers;
  }

  /** Items that follow each other and differ in nothing share a row. */
  private void items() {
    heading("Items (" + instrument.items().size() + ")");
    Grid grid = Grid.at(INDENT);
    List<Item> run = new ArrayList<>();
    for (Item item : instrument.items()) {
      if (!run.isEmpty() && !isLike(item, run.get(0))) {
        item(run, grid);
        run.clear();
      }
      run.add(item);
    }
    if (!run.isEmpty()) {
      item(run, grid);
    }
    lines.addAll(grid.lines(width));
  }

  private static boolean isLike(Item item, Item other) {
    return item.topic().equals(other.topic())
        && item.responses().equals(other.responses())
        && item.required() == other.required()
        && item.visibleWhen().equals(other.visibleWhen());
  }

  private void item(List<Item> run, Grid grid) {
    Item first = run.get(0);
    String ids = DefinitionWords.items(run.stream().map(Item::id).toList(), instrument);
    List<String> cells =
        new ArrayList<>(List.of(ids, first.topic().en(), first.topic().zhCn()));
    if (differ(Item::responses)) {
      cells.add(first.responses().orElse("information"));
    }
    if (differ(Item::required)) {
      cells.add(first.required() ? "required" : "");
    }
    if (differ(Item::visibleWhen)) {
      cells.add(shownWhen(first.visibleWhen()));
    }
    grid.row(cells);
  }

  private String shownWhen(Optional<Condition> condition) {
    return condition
        .map(when -> "shown when " + DefinitionWords.condition(when, instrument))
        .orElse("");
  }

  private void sections() {
    if (instrument.sections().isEmpty()) {
      return;
    }
    heading("Sections");
    Grid grid = Grid.at(INDENT);
    for (Section section : instrument.sections()) {
      List<String> how = new ArrayList<>();
      section.perPage().ifPresent(items -> how.add(items + " to a page"));
      if (section.order() == Section.Order.RANDOM) {
        how.add("in random order");
      }
      section.visibleWhen().ifPresent(when -> how.add(shownWhen(Optional.of(when))));
      grid.row(
          section.id(),
          DefinitionWords.items(section.items(), instrument),
          section.title().map(Shown::both).orElse(""),
          String.join("\n", how));
    }
    lines.addAll(grid.lines(width));
  }

  private boolean differ(Function<Item, Object> part) {
    return instrument.items().stream().map(part).distinct().count() > 1;
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
        .forEach(set -> grid.row("norms", norms(set)));
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
        lines.addAll(Grid.at(INDENT)
            .row("bands '" + bands.id() + "'", system(bands, scale) + described(bands))
            .lines(width));
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

  private static String norms(NormSet set) {
    return set.id() + "  " + Shown.both(set.name()) + "\ngives " + DefinitionWords.gives(set)
        + "\nverification: " + set.verification().word();
  }

  private static String described(Bands bands) {
    return "on the " + stage(bands) + "; " + bands.risk().word() + " scores are the risk"
        + (bands.audience().isEverybody()
            ? ""
            : "; for " + DefinitionWords.audience(bands.audience()));
  }

  /** The system of a set, where there are several; empty if there is one. */
  private static String system(Bands bands, Scale scale) {
    List<String> systems = scale.bandSystems();
    if (systems.size() == 1) {
      return "";
    }
    return bands.system().equals(systems.get(0))
        ? "system '" + bands.system() + "', in use if none is chosen; "
        : "system '" + bands.system() + "'; ";
  }

  private static String stage(Bands bands) {
    if (bands.stage() == Bands.Stage.RAW) {
      return "raw score";
    }
    return bands
        .stage()
        .standard()
        .map(score -> score.text().en() + " score")
        .orElse(bands.stage().word());
  }

  private void madeOf(Scale scale, Grid grid) {
    String method = scale.method().word();
    if (scale.keying() instanceof Keying.OfItems items) {
      List<String> ids = items.keys().stream().map(Key::item).toList();
      grid.row(method, "of " + ids.size() + " items: " + DefinitionWords.items(ids, instrument));
      reversed(items, grid);
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
    } else if (scale.keying() instanceof Keying.OfModel keying) {
      model(keying, grid);
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

  private void reversed(Keying keying, Grid grid) {
    List<String> reversed =
        keying.keys().stream().filter(Key::reversed).map(Key::item).toList();
    if (!reversed.isEmpty()) {
      grid.row("reversed", DefinitionWords.items(reversed, instrument));
    }
  }

  /** The items with a model of item response theory, and where their parameters come from. */
  private void model(Keying.OfModel keying, Grid grid) {
    ItemResponseModel model = keying.model();
    List<String> ids = keying.keys().stream().map(Key::item).toList();
    grid.row(
        "estimate", "from " + ids.size() + " items: " + DefinitionWords.items(ids, instrument));
    reversed(keying, grid);
    grid.row("model", model.kind().word());
    grid.row("estimator", DefinitionWords.estimator(model));
    grid.row(
        "parameters",
        keying.items().stream()
            .map(item -> "item " + item.key().item() + ": " + DefinitionWords.parameters(item))
            .collect(Collectors.joining("\n")));
    grid.row("", model.source() + ", " + model.verification().word());
    Shown.others(model, Set.of("kind", "estimator", "prior", "source", "verification"), grid);
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
            bands.sourceOf(band),
            bands.verificationOf(band).word()));
    lines.addAll(grid.lines(width));
  }

  private void classification(Classification classification) {
    heading("Classification " + classification.id() + "  " + Shown.both(classification.name()));
    Grid head = Grid.at(INDENT)
        .row("source", classification.source())
        .row("verification", classification.verification().word());
    Shown.others(classification, Set.of("id", "name", "outcomes", "source", "verification"), head);
    lines.addAll(head.lines(width));
    Grid grid = Grid.at(2 * INDENT).row("outcome", "level", "label", "", "when");
    classification
        .outcomes()
        .forEach(outcome -> grid.row(
            outcome.id(),
            Integer.toString(outcome.level()),
            outcome.label().en(),
            outcome.label().zhCn(),
            DefinitionWords.condition(outcome.when(), instrument)));
    lines.addAll(grid.lines(width));
  }

  private void conditions() {
    if (!instrument.conditions().isEmpty()) {
      heading("Conditions");
      Grid grid = Grid.at(INDENT);
      instrument
          .conditions()
          .forEach(named ->
              grid.row(named.id(), DefinitionWords.condition(named.condition(), instrument)));
      lines.addAll(grid.lines(width));
    }
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
            item.id(),
            DefinitionWords.answer(item)
                .orElseGet(() -> DefinitionWords.condition(item.when(), instrument)),
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
            DefinitionWords.sign(index.sign(), instrument),
            verdict(index),
            index.source(),
            index.verification().word()));
    lines.addAll(grid.lines(width));
  }

  /** Of an indicator also what it looks at, because two that look at the same count once. */
  private static String verdict(ValidityIndex index) {
    return switch (index.verdict()) {
      case INVALID -> index.verdict().word();
      case SUSPECT -> index.verdict().word() + "\n" + index.sign().family().word();
    };
  }

  private void heading(String text) {
    lines.add("");
    Wrapping.lines(text, width).forEach(lines::add);
  }
}
