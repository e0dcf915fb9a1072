package org.xinheng.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.FullWidth;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;

/**
 * Finds the columns that say how long a form took: {@code phq-9.seconds}, or plain {@code seconds} in a file of one
 * questionnaire. They are read only for questionnaires that ask for the time; a column that nobody needs passes through,
 * whatever it holds.
 */
final class SecondsColumns {

  private static final int NO_FIELD = -1;

  private final List<Heading> headings;
  private final List<Instrument> instruments;
  private final List<Diagnostic> found;

  /** The field of the time of each questionnaire. */
  private final int[] fields;

  SecondsColumns(List<Heading> headings, List<Instrument> instruments, List<Diagnostic> found) {
    this.headings = headings;
    this.instruments = instruments;
    this.found = found;
    fields = IntStream.generate(() -> NO_FIELD).limit(instruments.size()).toArray();
  }

  /** Whether some questionnaire asks for the time. */
  boolean isNeeded() {
    return instruments.stream().anyMatch(SecondsColumns::asksForTime);
  }

  private static boolean asksForTime(Instrument instrument) {
    return instrument.validity().stream()
        .anyMatch(index -> index.sign().family() == Sign.Family.SPEED);
  }

  /**
   * Takes a column whose heading or target names the time of a questionnaire: {@code phq-9.seconds}, {@code phq-9_用时}.
   *
   * @return whether it does
   */
  boolean take(int field, String name) {
    OptionalInt instrument = instrument(FullWidth.toNarrow(name));
    instrument.ifPresent(i -> assign(field, i));
    return instrument.isPresent();
  }

  private OptionalInt instrument(String name) {
    return IntStream.range(0, instruments.size())
        .filter(i -> isTimeOf(instruments.get(i).id(), name))
        .findFirst();
  }

  private static boolean isTimeOf(String id, String name) {
    int end = id.length();
    return name.length() > end
        && name.substring(0, end).equalsIgnoreCase(id)
        && (name.charAt(end) == '.' || name.charAt(end) == '_')
        && KnownColumn.ofHeading(name.substring(end + 1)).equals(Optional.of(KnownColumn.SECONDS));
  }

  private void assign(int field, int instrument) {
    int first = fields[instrument];
    if (first == NO_FIELD || !asksForTime(instruments.get(instrument))) {
      fields[instrument] = field;
      return;
    }
    found.add(Diagnostic.error(
            "column.seconds-twice",
            headings.get(field).place(),
            "columns '%s' and '%s' are both the time of '%s'",
            headings.get(first).text(),
            headings.get(field).text(),
            instruments.get(instrument).id())
        .hint("rename one of them, or take it out of the map"));
  }

  /**
   * The columns to be read.
   *
   * @param plain the field of a column that is called {@code seconds} without a questionnaire
   */
  List<SecondsColumn> columns(Optional<Integer> plain) {
    plain.ifPresent(this::takePlain);
    return IntStream.range(0, fields.length)
        .filter(i -> fields[i] != NO_FIELD && asksForTime(instruments.get(i)))
        .mapToObj(i -> new SecondsColumn(fields[i], i, headings.get(fields[i]).text()))
        .toList();
  }

  private void takePlain(int field) {
    if (fields.length == 1 && fields[0] == NO_FIELD) {
      fields[0] = field;
      return;
    }
    IntStream.range(0, fields.length)
        .filter(i -> fields[i] == NO_FIELD && asksForTime(instruments.get(i)))
        .mapToObj(i -> instruments.get(i).id())
        .findFirst()
        .ifPresent(id -> found.add(Diagnostic.warning(
                "column.seconds-of-which",
                headings.get(field).place(),
                "column '%s' does not say of which questionnaire it is the time",
                headings.get(field).text())
            .hint("name it '%s.seconds'", id)));
  }
}
