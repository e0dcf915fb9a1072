package org.xinheng.exchange;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.exchange.bulk.Segments;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.screening.OutcomeLookup;

/** Writes plain rows as bytes, run by run of their columns. For one thread. */
final class PlainRowWriter {

  private static final int NO_SCALE = -1;

  private final PlainColumns columns;
  private final PlainColumns.Run[] runs;
  private final SheetScorer scorer;
  private final Optional<OutcomeLookup> outcomes;

  /** By run, what is written of each remainder or decision, as far as they were met. */
  private final @Nullable Segments[] texts;

  /** By run, where the result of its scale stands among those of a row; nowhere if it is of no scale. */
  private final int[] places;

  private byte[] bytes;
  private int end;
  private int longestOfScales;

  PlainRowWriter(
      PlainColumns columns, SheetScorer scorer, Optional<OutcomeLookup> outcomes, int bytes) {
    this.columns = columns;
    this.runs = columns.runs().toArray(new PlainColumns.Run[0]);
    this.scorer = scorer;
    this.outcomes = outcomes;
    this.bytes = new byte[bytes];
    this.texts = new Segments[runs.length];
    this.places = new int[texts.length];
    for (int run = 0; run < texts.length; run++) {
      PlainColumns.Source source = runs[run].source();
      places[run] = source instanceof PlainColumns.OfScale of
          ? scorer.firstResult(of.form()) + of.scale()
          : NO_SCALE;
      if (source instanceof PlainColumns.OfRow of) {
        texts[run] = new Segments();
        texts[run].add(columns.text(runs[run], of));
      } else if (source instanceof PlainColumns.OfRemainder
          || source instanceof PlainColumns.OfDecision) {
        texts[run] = new Segments();
      }
    }
  }

  /** What was written, up to {@link #end}. */
  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  void clear() {
    end = 0;
  }

  /**
   * Writes the row read and scored last.
   *
   * @param input what it was read from
   * @param decision the number of its decision, if there are tiers
   */
  void write(byte[] input, PlainRowReader row, int decision) throws CharacterCodingException {
    StudentGroups.Group group = row.group();
    longestOfScales = group.longest();
    ensureRoom(0);
    @Nullable Segments[] ofScales = group.texts();
    int[] results = scorer.results();
    int[] placeOf = places;
    for (int run = 0; run < ofScales.length; run++) {
      @Nullable Segments ofScale = ofScales[run];
      if (ofScale != null) {
        end = ofScale.write(results[placeOf[run]], bytes, end);
      } else {
        writeOther(run, input, row, decision);
      }
    }
    bytes[end] = '\n';
    end++;
  }

  private void writeOther(int run, byte[] input, PlainRowReader row, int decision)
      throws CharacterCodingException {
    PlainColumns.Run of = runs[run];
    PlainColumns.Source source = of.source();
    if (source instanceof PlainColumns.Own own) {
      writeOwn(input, row, of, own);
    } else if (source instanceof PlainColumns.Respelled respelled) {
      write(columns.text(of, of.first(), row.text(input, respelled.field())));
    } else if (source instanceof PlainColumns.OfRemainder remainder) {
      write(run, scorer.remainder(remainder.form()), scorer.remainders(remainder.form()));
    } else if (source instanceof PlainColumns.OfRow) {
      write(run, 0, 1);
    } else {
      write(run, decision, decisions());
    }
  }

  private int decisions() {
    return outcomes.isPresent() ? outcomes.get().decisions() : 0;
  }

  private void writeOwn(
      byte[] input, PlainRowReader row, PlainColumns.Run run, PlainColumns.Own own)
      throws CharacterCodingException {
    RowFields fields = row.fields();
    int last = own.field() + run.count() - 1;
    if (fields.areBareSpan(own.field(), last)) {
      writeBare(input, fields.start(own.field()), fields.end(last), run.first() == 0);
      return;
    }
    for (int i = 0; i < run.count(); i++) {
      int field = own.field() + i;
      if (fields.isBare(field)) {
        writeBare(input, fields.start(field), fields.end(field), run.first() + i == 0);
      } else {
        write(columns.text(run, run.first() + i, row.text(input, field)));
      }
    }
  }

  private void writeBare(byte[] input, int from, int to, boolean isFirst) {
    ensureRoom(to - from + 1);
    if (!isFirst) {
      bytes[end] = ',';
      end++;
    }
    end = Segments.copy(input, from, to - from, bytes, end);
  }

  private void write(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ensureRoom(encoded.length);
    System.arraycopy(encoded, 0, bytes, end, encoded.length);
    end += encoded.length;
  }

  /** Writes one of the texts of a run, of which there are {@code met} to be had. */
  private void write(int run, int number, int met) {
    Segments known = texts[run];
    for (int next = known.size(); next < met; next++) {
      known.add(text(run, next));
    }
    ensureRoom(known.longest());
    end = known.write(number, bytes, end);
  }

  private String text(int run, int number) {
    PlainColumns.Run of = runs[run];
    return of.source() instanceof PlainColumns.OfRemainder remainder
        ? columns.text(of, remainder, scorer.remainder(remainder.form(), number))
        : columns.text(
            of, (PlainColumns.OfDecision) of.source(), outcomes.orElseThrow().decision(number));
  }

  /** Makes room for some bytes, the texts of all scales, the line end and what may be written over. */
  private void ensureRoom(int more) {
    int needed = end + more + longestOfScales + 1 + Segments.SLACK;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * needed);
    }
  }
}
