package org.xinheng.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.form.FillIn;
import org.xinheng.form.FormCode;
import org.xinheng.form.FormEntry;
import org.xinheng.form.FormField;
import org.xinheng.form.FormPart;
import org.xinheng.form.FormReader;
import org.xinheng.form.FormTable;
import org.xinheng.form.PrintedForm;
import org.xinheng.instrument.Source;
import org.xinheng.instrument.Text;

/** Reads a form. */
final class PrintedFormReader {

  private static final int MOST_LINES = 40;
  private static final int MOST_MONTHS = 120;
  private static final Text NO_TEXT = new Text("", "");

  private final Places places;

  private PrintedFormReader(Places places) {
    this.places = places;
  }

  static Read<PrintedForm> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<PrintedForm> form = YamlDocument.root(source, found)
        .map(root -> new PrintedFormReader(places).form(root, source.hash()));
    return new Read<>(form, places, found);
  }

  private PrintedForm form(YamlMap root, String hash) {
    PrintedForm form = new PrintedForm(
        root.id("form"),
        root.text("version"),
        root.bilingual("name"),
        root.bilingual("purpose"),
        readers(root),
        root.optional("validated").flatMap(YamlValue::yesOrNo),
        sources(root),
        fillIns(root),
        parts(root),
        hash);
    root.close();
    places.put(form, root, root.isSound());
    return form;
  }

  private static Set<FormReader> readers(YamlMap root) {
    Set<FormReader> readers = new LinkedHashSet<>();
    root.required("readers")
        .map(YamlValue::someOrOne)
        .orElse(List.of())
        .forEach(
            value -> value.word(FormReader.values(), FormReader::word).ifPresent(readers::add));
    return readers;
  }

  private List<Source> sources(YamlMap root) {
    return root.optional("sources")
        .flatMap(YamlValue::someMap)
        .map(map -> SourceReader.sources(map, places))
        .orElse(List.of());
  }

  private List<FillIn> fillIns(YamlMap root) {
    List<FillIn> fillIns = new ArrayList<>();
    root.optional("fill-ins").flatMap(YamlValue::someMap).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        String id = map.name(entry.getKey());
        Optional<Text> label = entry.getValue().bilingual();
        FillIn fillIn = new FillIn(id, label.orElse(NO_TEXT));
        places.put(fillIn, map.keyPlace(id), label.isPresent());
        fillIns.add(fillIn);
      }
    });
    return fillIns;
  }

  private List<FormPart> parts(YamlMap root) {
    List<FormPart> parts = new ArrayList<>();
    root.required("parts")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(value -> value.map().ifPresent(map -> parts.add(part(map))));
    return parts;
  }

  private FormPart part(YamlMap map) {
    FormPart part = new FormPart(
        map.id("id"),
        map.optional("cut").flatMap(YamlValue::yesOrNo).orElse(false),
        map.optional("title").flatMap(YamlValue::bilingual),
        texts(map.optional("text")),
        texts(map.optional("points")),
        fields(map),
        codes(map),
        map.optional("table").flatMap(YamlValue::map).map(PrintedFormReader::table));
    map.close();
    places.put(part, map, map.isSound());
    return part;
  }

  /** One text or a list of them. */
  private List<Text> texts(Optional<YamlValue> value) {
    List<Text> texts = new ArrayList<>();
    value
        .map(YamlValue::someOrOne)
        .orElse(List.of())
        .forEach(each -> each.bilingual().ifPresent(text -> {
          texts.add(text);
          places.put(text, each.place());
        }));
    return texts;
  }

  private List<FormField> fields(YamlMap part) {
    List<FormField> fields = new ArrayList<>();
    part.optional("fields")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(value -> value.map().ifPresent(map -> {
          FormField field = new FormField(map.id("id"), map.bilingual("label"), entry(map));
          map.close();
          places.put(field, map, map.isSound());
          fields.add(field);
        }));
    return fields;
  }

  /** {@code lines: 3}, {@code choose: {yes: {…}, no: {…}}} with {@code several: yes}, or neither. */
  private static FormEntry entry(YamlMap map) {
    Optional<YamlValue> choose = map.optional("choose");
    Optional<YamlValue> lines = map.optional("lines");
    if (choose.isEmpty()) {
      return lines
          .flatMap(value -> value.integer(1, MOST_LINES))
          .<FormEntry>map(FormEntry.Lines::new)
          .orElse(new FormEntry.Blank());
    }
    lines.ifPresent(value -> value.report(Diagnostic.error(
            "form.two-entries", value.place(), "a field is filled in by 'lines' or by 'choose'")
        .hint("keep one of them")));
    boolean several = map.optional("several").flatMap(YamlValue::yesOrNo).orElse(false);
    List<FormEntry.Option> options = new ArrayList<>();
    choose.flatMap(YamlValue::someMap).ifPresent(codes -> {
      for (Map.Entry<String, YamlValue> entry : codes.entries()) {
        options.add(new FormEntry.Option(
            codes.name(entry.getKey()), entry.getValue().bilingual().orElse(NO_TEXT)));
      }
    });
    return new FormEntry.Choice(options, several);
  }

  private List<FormCode> codes(YamlMap part) {
    List<FormCode> codes = new ArrayList<>();
    part.optional("codes")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(value -> value.map().ifPresent(map -> {
          FormCode code = new FormCode(
              map.id("id"),
              map.bilingual("label"),
              map.required("kind")
                  .flatMap(kind -> kind.word(new String[] {"chronic", "acute"}, word -> word))
                  .map("acute"::equals)
                  .orElse(false),
              map.required("review-months")
                  .flatMap(months -> months.integer(1, MOST_MONTHS))
                  .orElse(1),
              map.optional("expiry-months").flatMap(months -> months.integer(1, MOST_MONTHS)),
              map.id("source"));
          map.close();
          places.put(code, map, map.isSound());
          codes.add(code);
        }));
    return codes;
  }

  private static FormTable table(YamlMap map) {
    List<Text> columns = new ArrayList<>();
    map.required("columns")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(column -> column.bilingual().ifPresent(columns::add));
    FormTable table = new FormTable(
        columns,
        map.required("rows").flatMap(rows -> rows.integer(1, MOST_LINES)).orElse(1));
    map.close();
    return table;
  }
}
