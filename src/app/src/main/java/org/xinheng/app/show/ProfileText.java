package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.xinheng.profile.CountColumn;
import org.xinheng.profile.OutputProfile;
import org.xinheng.profile.ProfileColumn;

/** An output profile as a person reads it. */
public final class ProfileText {

  private ProfileText() {}

  public static List<String> lines(OutputProfile profile, int width) {
    List<String> lines =
        new ArrayList<>(Wrapping.lines(profile.id() + "  " + Shown.both(profile.name()), width));
    lines.add("");
    Grid head = Grid.at(2).row("version", profile.version());
    Shown.others(profile, Set.of("id", "version", "name", "columns", "counts", "hash"), head);
    head.row("hash", profile.hash());
    lines.addAll(head.lines(width));
    lines.add("");
    lines.add("Columns of the scores");
    Grid columns = Grid.at(2);
    profile.columns().forEach(column -> columns.row(column.name(), words(column)));
    lines.addAll(columns.lines(width));
    lines.add("");
    lines.add("Columns of the counts");
    Grid counts = Grid.at(2);
    for (CountColumn column : profile.counts()) {
      counts.row(column.name(), column.count().word());
    }
    lines.addAll(counts.lines(width));
    return lines;
  }

  /** {@code tier; T1 as 1, T2 as 2, T3 as 3, nothing as 0}. */
  private static String words(ProfileColumn column) {
    StringJoiner recodes = new StringJoiner(", ");
    column.recode().forEach((from, to) -> recodes.add(from + " as " + orNothing(to)));
    if (!column.empty().isEmpty()) {
      recodes.add("nothing as " + column.empty());
    }
    String source = column.content() instanceof ProfileColumn.Content.Own own
        ? "column '" + own.name() + "' of the input"
        : column.content().name();
    return recodes.length() == 0 ? source : source + "; " + recodes;
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
