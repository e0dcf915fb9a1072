package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.profile.CountColumn;
import org.xinheng.profile.OutputProfile;
import org.xinheng.profile.ProfileColumn;

/** The columns of one table have different names. */
final class ProfileNameTwice implements Rule<OutputProfile> {

  @Override
  public List<Diagnostic> check(OutputProfile profile, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    check(profile.columns(), ProfileColumn::name, places, found);
    check(profile.counts(), CountColumn::name, places, found);
    return found;
  }

  private static <C> void check(
      List<C> columns, Function<C, String> nameOf, Places places, List<Diagnostic> found) {
    Set<String> seen = new HashSet<>();
    for (C column : columns) {
      String name = nameOf.apply(column);
      if (places.isSound(column) && !seen.add(name)) {
        found.add(error(
                "profile.name-twice",
                places.of(column, "name"),
                "two columns are called '%s'",
                name)
            .hint("give one of them another 'name'"));
      }
    }
  }
}
