package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A norm set as a person reads it. */
public final class NormSetText {

  private NormSetText() {}

  public static List<String> lines(NormSet norms, int width) {
    List<String> lines =
        new ArrayList<>(Wrapping.lines(norms.id() + "  " + Shown.both(norms.name()), width));
    lines.add("");
    Grid grid = Grid.at(2)
        .row("version", norms.version())
        .row("questionnaire", norms.questionnaire())
        .row("sample", Shown.stacked(norms.sample()))
        .row("source", Shown.citation(norms.source()))
        .row("verification", norms.verification().word())
        .row("for", DefinitionWords.audience(norms.audience()))
        .row("gives", DefinitionWords.gives(norms));
    Shown.others(
        norms,
        Set.of(
            "id",
            "version",
            "questionnaire",
            "name",
            "sample",
            "audience",
            "gives",
            "percentile-by-normal",
            "normalised",
            "groups",
            "source",
            "verification",
            "hash"),
        grid);
    grid.row("hash", norms.hash());
    lines.addAll(grid.lines(width));
    lines.add("");
    lines.add("Groups, of which the first that fits a student is used");
    lines.addAll(groups(norms).lines(width));
    return lines;
  }

  private static Grid groups(NormSet norms) {
    Grid grid = Grid.at(2).row("group", "who", "scale", "norm");
    for (NormSet.Group group : norms.groups()) {
      String fits = DefinitionWords.audience(group.audience());
      String id = group.id();
      for (Map.Entry<String, Norm> scale : group.scales().entrySet()) {
        grid.row(id, fits, scale.getKey(), DefinitionWords.norm(scale.getValue()));
        id = "";
        fits = "";
      }
    }
    return grid;
  }
}
