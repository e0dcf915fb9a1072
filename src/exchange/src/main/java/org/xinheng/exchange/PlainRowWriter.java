package org.xinheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.exchange.bulk.Segments;
import org.xinheng.scoring.SheetTables;

/** Writes plain rows as bytes, run by run of their columns. For one thread. */
final class PlainRowWriter {

  private final PlainLayout.Run[] runs;
  private final PlainKnown known;
  private final PlainSource source;

  /** Where the numbers of remainders begin, behind the results of all scales; behind them come the decision and a 0. */
  private final int firstRemainder;

  private final int[] numbers;

  /** By run, where the number of its text stands; and behind the last run from it on that has texts. */
  private final int[] places;

  private final int[] ends;

  /** By run, what is written of each remainder or decision, as far as it was asked for. */
  private final Segments[] texts;

  /** By group: by run its texts, and how many bytes these take at most. */
  private Segments[] @Nullable [] textsOfGroups = {};

  private int[] longestOfGroups = {};
  private byte[] bytes;
  private int end;

  /** How many bytes the texts of the row take at most that are not its own, with its line end. */
  private int room;

  /** @param bytes for how many there is room at first */
  PlainRowWriter(PlainLayout layout, PlainKnown known, PlainSource source, int bytes) {
    this.known = known;
    this.source = source;
    this.bytes = new byte[bytes];
    SheetTables sheet = layout.sheet();
    firstRemainder = sheet.results();
    int decision = firstRemainder + sheet.forms();
    numbers = new int[decision + 2];
    runs = layout.runs().toArray(new PlainLayout.Run[0]);
    texts = new Segments[runs.length];
    places = new int[runs.length];
    ends = new int[runs.length];
    for (int run = runs.length - 1; run >= 0; run--) {
      PlainLayout.Run of = runs[run];
      texts[run] = new Segments();
      boolean hasTexts = true;
      switch (of.kind()) {
        case SCALE -> places[run] = of.place();
        case REMAINDER -> places[run] = firstRemainder + of.place();
        case DECISION -> places[run] = decision;
        case ROW -> {
          places[run] = decision + 1;
          texts[run].add(of.text());
        }
        case OWN, CHOSEN, RESPELLED -> hasTexts = false;
      }
      boolean goesOn = hasTexts && run + 1 < runs.length && ends[run + 1] > run + 1;
      ends[run] = goesOn ? ends[run + 1] : hasTexts ? run + 1 : run;
    }
  }

  /** The numbers of a row: of the results of all scales, of the remainders of all questionnaires, and of the decision. */
  int[] numbers() {
    return numbers;
  }

  /** How many bytes were written. */
  int end() {
    return end;
  }

  void clear() {
    end = 0;
  }

  /**
   * Writes a row, whose {@link #numbers} are set.
   *
   * @param input what it was read from
   */
  void write(byte[] input, PlainRowReader row) throws IOException {
    int group = row.group().number();
    Segments @Nullable [] begun = group < textsOfGroups.length ? textsOfGroups[group] : null;
    Segments[] ofRuns = begun == null ? begin(row.group()) : begun;
    room = longestOfGroups[group];
    ensureRoom(0);
    int run = 0;
    while (run < ends.length) {
      int behind = ends[run];
      if (behind > run) {
        end = Segments.write(ofRuns, run, behind, places, numbers, bytes, end);
        run = behind;
      } else {
        writeOwn(run, input, row);
        run++;
      }
    }
    bytes[end] = '\n';
    end++;
  }

  private Segments[] begin(PlainKnown.Group group) {
    int size = Math.max(textsOfGroups.length, group.number() + 1);
    textsOfGroups = Arrays.copyOf(textsOfGroups, size);
    longestOfGroups = Arrays.copyOf(longestOfGroups, size);
    Segments[] ofRuns = new Segments[runs.length];
    for (int run = 0; run < runs.length; run++) {
      @Nullable Segments ofScale = group.texts()[run];
      ofRuns[run] = ofScale == null ? texts[run] : ofScale;
    }
    textsOfGroups[group.number()] = ofRuns;
    longestOfGroups[group.number()] = longest(ofRuns);
    return ofRuns;
  }

  private static int longest(Segments[] ofRuns) {
    int longest = 1;
    for (Segments ofRun : ofRuns) {
      longest += ofRun.longest();
    }
    return longest;
  }

  /** Takes over what is known of remainders and decisions: whoever gives a new number of one has to ask for it. */
  void learn() {
    for (int run = 0; run < runs.length; run++) {
      Segments of = texts[run];
      if (runs[run].kind() == PlainLayout.Kind.REMAINDER) {
        List<PlainKnown.Remainder> all = known.remainders(runs[run].place());
        while (of.size() < all.size()) {
          of.add(all.get(of.size()).texts().get(run));
        }
      } else if (runs[run].kind() == PlainLayout.Kind.DECISION) {
        List<PlainKnown.Decision> all = known.decisions();
        while (of.size() < all.size()) {
          of.add(all.get(of.size()).texts().get(run));
        }
      }
    }
    for (int group = 0; group < textsOfGroups.length; group++) {
      Segments @Nullable [] ofRuns = textsOfGroups[group];
      longestOfGroups[group] = ofRuns == null ? 0 : longest(ofRuns);
    }
  }

  private void writeOwn(int run, byte[] input, PlainRowReader row) throws IOException {
    PlainLayout.Run of = runs[run];
    if (of.kind() == PlainLayout.Kind.RESPELLED) {
      write(source.respelled(run, row.text(input, of.place())));
      return;
    }
    RowFields fields = row.fields();
    int first = of.place();
    int last = first + of.count() - 1;
    if (fields.areBareSpan(first, last)) {
      writeBare(input, fields.start(first), fields.end(last), run == 0);
      return;
    }
    for (int field = first; field <= last; field++) {
      boolean isFirst = run == 0 && field == first;
      if (fields.isBare(field)) {
        writeBare(input, fields.start(field), fields.end(field), isFirst);
      } else {
        String text = row.text(input, field);
        boolean isLeftOut = of.kind() == PlainLayout.Kind.CHOSEN && text.isBlank();
        write(OutputText.field(isLeftOut ? "" : OutputText.harmless(text), isFirst));
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

  /** Makes room for some bytes of the row's own, all its texts, and what may be written over behind them. */
  private void ensureRoom(int own) {
    int needed = end + own + room + Segments.SLACK;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * needed);
    }
  }

  /** Passes on what was written from one place up to another. */
  void writeTo(OutputStream to, int from, int until) throws IOException {
    to.write(bytes, from, until - from);
  }
}
