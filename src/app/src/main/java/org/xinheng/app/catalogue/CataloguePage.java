package org.xinheng.app.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinheng.app.show.BatteryText;
import org.xinheng.app.show.Catalogue;
import org.xinheng.app.show.FormText;
import org.xinheng.app.show.NormSetText;
import org.xinheng.app.show.PolicyText;
import org.xinheng.app.show.QuestionnaireText;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.form.FormReader;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.About;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Text;
import org.xinheng.instrument.Verification;
import org.xinheng.policy.Battery;

/** The catalogue: every definition of a library, with every number and its source. */
public final class CataloguePage {

  private static final int WIDTH = 118;

  private final InstrumentLibrary library;
  private final List<Page.Block> blocks = new ArrayList<>();

  private CataloguePage(InstrumentLibrary library) {
    this.library = library;
  }

  /** The page; throws as {@link InstrumentLibrary} does. */
  public static Page of(InstrumentLibrary library) throws IOException {
    CataloguePage page = new CataloguePage(library);
    page.write();
    return new Page("Catalogue", page.blocks);
  }

  private void write() throws IOException {
    List<Instrument> questionnaires = questionnaires();
    List<NormSet> norms = norms();
    blocks.add(new Page.Paragraph(
        "Made by `xinheng catalogue --out src/docs` from the definitions; do not edit. It holds"
            + " " + questionnaires.size() + " questionnaires, " + norms.size() + " norm sets, "
            + library.ids(Kind.BATTERY).size() + " batteries, "
            + library.ids(Kind.POLICY).size() + " policies and "
            + library.ids(Kind.FORM).size()
            + " forms. Verification says in how many independent sources a fact was read; a fact"
            + " that was read in none drives no alert and no tier. Wording is not part of a"
            + " definition: install it with `xinheng wording import`; only what this project has"
            + " written comes with its wording, and nobody has validated it."));
    blocks.add(new Page.Heading("Questionnaires"));
    blocks.add(new Page.Table(
        List.of(
            "id",
            "name and form",
            "items, minutes",
            "informants",
            "grades, ages",
            "languages",
            "key, bands, norms",
            "wording may be passed on",
            "paper, electronic; terms",
            "wording from"),
        questionnaires.stream().map(CataloguePage::row).toList()));
    blocks.add(new Page.Heading("Batteries"));
    blocks.add(new Page.Table(
        List.of("id", "name", "grades", "items, minutes", "questionnaires", "primary", "to obtain"),
        batteries()));
    blocks.add(new Page.Heading("Forms"));
    blocks.add(new Page.Table(
        List.of("id", "name", "what it is for", "read by", "version", "validated"), forms()));
    for (Instrument each : questionnaires) {
      listing(
          each.id(), each.about().name(), QuestionnaireText.lines(each, of(each, norms), WIDTH));
    }
    for (NormSet each : norms) {
      listing(each.id(), each.name(), NormSetText.lines(each, WIDTH));
    }
    for (String id : library.ids(Kind.BATTERY)) {
      Battery each = library.battery(id);
      listing(
          "battery-" + id,
          each.name(),
          BatteryText.lines(each, Catalogue.load(each, library), WIDTH));
    }
    for (String id : library.ids(Kind.POLICY)) {
      listing(
          "policy-" + id, library.policy(id).name(), PolicyText.lines(library.policy(id), WIDTH));
    }
    for (String id : library.ids(Kind.FORM)) {
      listing("form-" + id, library.form(id).name(), FormText.lines(library.form(id), WIDTH));
    }
  }

  private void listing(String id, Text name, List<String> lines) {
    blocks.add(new Page.Heading(id + " – " + name.en()));
    blocks.add(new Page.Listing(lines));
  }

  private List<Instrument> questionnaires() throws IOException {
    List<Instrument> all = new ArrayList<>();
    for (String id : library.ids(Kind.QUESTIONNAIRE)) {
      all.add(library.questionnaire(id));
    }
    return all;
  }

  private List<NormSet> norms() throws IOException {
    List<NormSet> all = new ArrayList<>();
    for (String id : library.ids(Kind.NORM_SET)) {
      all.add(library.normSet(id));
    }
    return all;
  }

  private static List<NormSet> of(Instrument instrument, List<NormSet> norms) {
    return norms.stream()
        .filter(set -> set.questionnaire().equals(instrument.id()))
        .toList();
  }

  private static List<String> row(Instrument each) {
    About about = each.about();
    return List.of(
        each.id(),
        both(about.name()) + "\n" + each.form(),
        each.items().size() + ", " + about.minutes(),
        about.informants().stream().sorted().map(Informant::word).collect(Collectors.joining(", ")),
        about.grades() + ", " + about.ages(),
        String.join(", ", new TreeSet<>(about.languages())),
        List.of("key", "bands", "norms").stream()
            .map(group ->
                about.verification().getOrDefault(group, Verification.NONE).word())
            .collect(Collectors.joining(", ")),
        about.licence().wording().word(),
        about.licence().paper() + ", " + about.licence().electronic() + "; "
            + about.licence().note(),
        about.licence().obtain().map(CataloguePage::both).orElse("not known"));
  }

  private List<List<String>> batteries() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String id : library.ids(Kind.BATTERY)) {
      Battery each = library.battery(id);
      rows.add(List.of(
          id,
          both(each.name()),
          each.grades().toString(),
          Catalogue.load(each, library)
              .map(load -> load.items() + ", " + load.minutes())
              .orElse(""),
          String.join(", ", each.questionnaires()),
          each.primary().toString(),
          Catalogue.load(each, library)
              .map(load -> load.isCore() ? "nothing" : String.join(", ", load.toObtain()))
              .orElse("")));
    }
    return rows;
  }

  private List<List<String>> forms() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String id : library.ids(Kind.FORM)) {
      PrintedForm each = library.form(id);
      rows.add(List.of(
          id,
          both(each.name()),
          both(each.purpose()),
          each.readers().stream().sorted().map(FormReader::word).collect(Collectors.joining(", ")),
          each.version(),
          each.validated().map(yes -> yes ? "yes" : "no").orElse("")));
    }
    return rows;
  }

  private static String both(Text name) {
    return name.en() + "\n" + name.zhCn();
  }
}
