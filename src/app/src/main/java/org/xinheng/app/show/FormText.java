package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.form.FormCode;
import org.xinheng.form.FormEntry;
import org.xinheng.form.FormField;
import org.xinheng.form.FormPart;
import org.xinheng.form.FormReader;
import org.xinheng.form.PrintedForm;

/** A form as a person reads it in a terminal: what it asks, what it says, and the codes of its answers. */
public final class FormText {

  private FormText() {}

  public static List<String> lines(PrintedForm form, int width) {
    List<String> lines =
        new ArrayList<>(Wrapping.lines(form.id() + "  " + Shown.both(form.name()), width));
    lines.add("");
    Grid head = Grid.at(2)
        .row("purpose", Shown.stacked(form.purpose()))
        .row("version", form.version())
        .row(
            "read by",
            form.readers().stream()
                .sorted()
                .map(FormReader::word)
                .collect(Collectors.joining(", ")));
    if (form.validated().equals(Optional.of(false))) {
      head.row("validated", "no");
    }
    form.sources()
        .forEach(source -> head.row("source", source.id() + ": " + Shown.citation(source)));
    form.fillIns()
        .forEach(fillIn -> head.row("gap", fillIn.id() + ": " + Shown.both(fillIn.label())));
    Shown.others(
        form,
        Set.of(
            "id",
            "version",
            "name",
            "purpose",
            "readers",
            "validated",
            "sources",
            "fill-ins",
            "parts",
            "hash"),
        head);
    head.row("hash", form.hash());
    lines.addAll(head.lines(width));
    form.parts().forEach(part -> part(part, width, lines));
    return lines;
  }

  private static void part(FormPart part, int width, List<String> lines) {
    lines.add("");
    lines.addAll(Wrapping.lines(
        part.id() + part.title().map(title -> "  " + Shown.both(title)).orElse(""), width));
    Grid grid = Grid.at(2);
    part.text().forEach(text -> grid.row("text", Shown.stacked(text)));
    part.points().forEach(point -> grid.row("-", Shown.stacked(point)));
    part.fields().forEach(field -> grid.row(field.id(), words(field)));
    part.codes().forEach(code -> grid.row(code.id(), words(code)));
    part.table()
        .ifPresent(table -> grid.row(
            "table",
            table.columns().stream().map(Shown::both).collect(Collectors.joining("; ")) + " ("
                + table.rows() + " rows)"));
    lines.addAll(grid.lines(width));
  }

  private static String words(FormField field) {
    String label = Shown.both(field.label());
    if (field.entry() instanceof FormEntry.Lines lines) {
      return label + " (" + lines.count() + (lines.count() == 1 ? " line)" : " lines)");
    }
    if (field.entry() instanceof FormEntry.Choice choice) {
      return label
          + (choice.several() ? ", any of:" : ", one of:")
          + choice.options().stream()
              .map(option -> "\n" + option.code() + ": " + Shown.both(option.label()))
              .collect(Collectors.joining());
    }
    return label;
  }

  private static String words(FormCode code) {
    return Shown.both(code.label()) + "\n" + (code.acute() ? "acute" : "chronic")
        + ", review after "
        + code.reviewMonths() + (code.reviewMonths() == 1 ? " month, " : " months, ")
        + code.expiryMonths()
            .map(months -> "expires after " + months + " months")
            .orElse("does not expire")
        + ", source " + code.source();
  }
}
