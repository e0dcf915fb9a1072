package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A norm table lists every score that complete answers can give; who has another one is not normed. */
final class NormNotListed implements NormRule {

  private static final int MOST_NAMED = 12;

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    CompleteScores complete = new CompleteScores(instrument);
    NormsByScale.forEach(norms, instrument, places, entry -> {
      if (entry.norm() instanceof Norm.Table table) {
        SortedSet<BigDecimal> missing = missing(
            table,
            complete
                .of(entry.scale())
                .orElseGet(() -> new TreeSet<>(List.of(entry.lowest(), entry.highest()))));
        if (!missing.isEmpty()) {
          found.add(warning(
                  "norm.not-listed",
                  places.of(table, table.of().word()),
                  "the table of %s does not hold %s, which answers can give",
                  entry.what(),
                  named(missing))
              .hint("%s", wayOut(table)));
        }
      }
    });
    return found;
  }

  private static SortedSet<BigDecimal> missing(Norm.Table table, SortedSet<BigDecimal> scores) {
    SortedSet<BigDecimal> missing = new TreeSet<>(scores);
    SortedSet<BigDecimal> listed = new TreeSet<>();
    table.rows().forEach(row -> listed.add(row.score()));
    missing.removeAll(listed);
    if (table.interpolated() && !listed.isEmpty()) {
      missing.removeIf(
          score -> score.compareTo(listed.first()) > 0 && score.compareTo(listed.last()) < 0);
    }
    return missing;
  }

  private static String named(SortedSet<BigDecimal> scores) {
    String named = scores.stream()
        .limit(MOST_NAMED)
        .map(score -> score.stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", "));
    String noun = scores.size() == 1 ? "the score " : "the scores ";
    return noun + named + (scores.size() > MOST_NAMED ? ", …" : "");
  }

  private static String wayOut(Norm.Table table) {
    return table.interpolated() || table.of().isClass()
        ? "add them if the source has them; students with them are not normed"
        : "add them if the source has them, or write 'between: interpolate'; students with them are"
            + " not normed";
  }
}
