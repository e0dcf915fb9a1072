package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A regression over age or grade says for which ages or grades it was found; beyond them it means nothing. */
final class NormRegressionOpen implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      group.scales().forEach((scale, norm) -> {
        if (places.isSound(group) && norm instanceof Norm.Regression regression) {
          Audience audience = group.audience();
          Audience all = norms.audience();
          if (regression.asksAge() && audience.ages().or(all::ages).isEmpty()) {
            found.add(open(scale, group, "ages", places.of(norm)));
          }
          if (regression.asksGrade() && audience.grades().or(all::grades).isEmpty()) {
            found.add(open(scale, group, "grades", places.of(norm)));
          }
        }
      });
    }
    return found;
  }

  private static Diagnostic open(String scale, NormSet.Group group, String what, Place place) {
    return error(
            "norm.regression-open",
            place,
            "the regression of scale '%s' asks for %s, and norm group '%s' is for all %s",
            scale,
            what,
            group.id(),
            what)
        .hint(
            "write the %s of the sample, such as '%s: 8..12', into the group or under 'for'",
            what, what);
  }
}
