package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.policy.Battery;
import org.xinheng.policy.BatteryLoad;

/** A battery as a person reads it. */
public final class BatteryText {

  private BatteryText() {}

  /**
   * The lines.
   *
   * @param load of its questionnaires; empty if one of them cannot be read
   */
  public static List<String> lines(Battery battery, Optional<BatteryLoad> load, int width) {
    List<String> lines =
        new ArrayList<>(Wrapping.lines(battery.id() + "  " + Shown.both(battery.name()), width));
    lines.add("");
    Grid grid = Grid.at(2)
        .row("version", battery.version())
        .row("grades", battery.grades().toString())
        .row("questionnaires", String.join(", ", battery.questionnaires()))
        .row("primary", battery.primary().toString());
    battery.schoolKind().ifPresent(kind -> grid.row("schools", kind.word()));
    if (!battery.supporting().isEmpty()) {
      grid.row(
          "supporting",
          String.join(", ", battery.supporting().stream().map(Object::toString).toList()));
    }
    battery.impact().ifPresent(impact -> grid.row("impact", impact.toString()));
    battery
        .bandSystems()
        .forEach((scale, system) -> grid.row("bands", scale + " by the system '" + system + "'"));
    load.ifPresent(of -> load(of, grid));
    Shown.others(
        battery,
        Set.of(
            "id",
            "version",
            "name",
            "grades",
            "school-kind",
            "questionnaires",
            "primary",
            "supporting",
            "impact",
            "band-systems",
            "hash"),
        grid);
    grid.row("hash", battery.hash());
    lines.addAll(grid.lines(width));
    return lines;
  }

  private static void load(BatteryLoad load, Grid grid) {
    grid.row("minutes", Integer.toString(load.minutes()));
    grid.row("items to read", Integer.toString(load.items()));
    load.readingAge().ifPresent(age -> grid.row("reading age", age + " years"));
    grid.row(
        "to obtain",
        load.isCore()
            ? "nothing: the wording of every questionnaire may be passed on"
            : "the school's own copy of " + String.join(", ", load.toObtain()));
  }
}
