package org.xinheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinheng.exchange.bulk.Piece;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.instrument.NormSet;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;
import org.xinheng.memory.ProgramMemory;
import org.xinheng.scoring.ScoringPlan;

/**
 * The tables of plain rows that this very program has made before, for the same definitions, options and headings. Of students it
 * holds words that very many have in common: sexes, grades, ages, informants and dates of answers, and nothing else.
 */
final class PlainMemory {

  private static final String KIND = "rows";

  /** A line that is longer is no line of headings. */
  private static final int MOST_HEAD = 1 << 16;

  /** Larger tables are not kept. */
  private static final int MOST_BYTES = 1 << 23;

  private final ProgramMemory memory;
  private final ScoreOptions options;
  private final TextFile file;

  PlainMemory(ProgramMemory memory, ScoreOptions options, TextFile file) {
    this.memory = memory;
    this.options = options;
    this.file = file;
  }

  /** What is known of the file before its first row. */
  Optional<PlainStart> known() throws IOException {
    byte[] begin = begin();
    Optional<ByteBuffer> held = memory.known(KIND, key(begin));
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try {
      MemoryReader from = new MemoryReader(held.get());
      byte[] head = from.readBytes();
      boolean isSame =
          head.length <= begin.length && Arrays.equals(head, 0, head.length, begin, 0, head.length);
      return isSame
          ? Optional.of(start(head, from))
              .filter(start -> areRowsPlain(start.layout(), begin, head.length))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Bytes that are of nothing.
      return Optional.empty();
    }
  }

  /** Whether the rows among which headings are looked for are plain, as far as they were read. */
  private static boolean areRowsPlain(PlainLayout layout, byte[] begin, int first) {
    RowFields reader = layout.reader();
    byte[] bytes = Arrays.copyOf(begin, begin.length + Piece.SLACK);
    int end = begin.length;
    while (end > first && begin[end - 1] != '\n') {
      end--;
    }
    int at = first;
    for (int row = 1; row < SheetHeadings.MOST_ROWS && at < end; row++) {
      at = reader.read(bytes, at);
      if (at == RowFields.NOT_PLAIN) {
        return false;
      }
    }
    return true;
  }

  private PlainStart start(byte[] head, MemoryReader from) {
    TableForm form = new TableForm.Text(
        TextEncoding.values()[from.readInt()], Delimiter.values()[from.readInt()]);
    int headLines = from.readInt();
    long blankRows = from.readLong();
    byte[] outputHead = from.readBytes();
    PlainLayout layout = PlainLayout.of(from);
    PlainSource source = new PlainSource(options, file);
    PlainKnown known = new PlainKnown(source, layout);
    known.read(from);
    return new PlainStart(
        file.path(),
        form,
        head,
        headLines,
        blankRows,
        List.of(),
        outputHead,
        layout,
        known,
        source);
  }

  /** Keeps what is known after a run, if there is more of it than before. */
  void keep(PlainStart start) throws IOException {
    if (!start.known().hasLearned()
        || !start.diagnostics().isEmpty()
        || start.head().length > MOST_HEAD
        || !start.source().hasCommonWordsOnly()
        || !start.source().areHeadingsCertain()
        || !(start.form() instanceof TableForm.Text text)) {
      return;
    }
    MemoryWriter to = new MemoryWriter();
    to.writeBytes(start.head());
    to.writeInt(text.encoding().ordinal());
    to.writeInt(text.delimiter().ordinal());
    to.writeInt(start.headLines());
    to.writeLong(start.blankRows());
    to.writeBytes(start.outputHead());
    start.layout().writeTo(to);
    start.known().writeTo(to);
    if (to.bytes().length <= MOST_BYTES) {
      memory.keep(KIND, key(begin()), to.bytes());
    }
  }

  /** The first bytes of the file. */
  private byte[] begin() throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      return in.readNBytes(MOST_HEAD);
    }
  }

  /** All that tables depend on, save for what may stand between the first line and the first row. */
  private byte[] key(byte[] begin) {
    MemoryWriter to = new MemoryWriter();
    to.writeInt(options.plans().size());
    for (ScoringPlan plan : options.plans()) {
      to.writeText(plan.instrument().id());
      to.writeText(plan.instrument().hash());
      to.writeText(plan.norms().map(NormSet::hash).orElse(""));
      write(plan.options().bandSystems(), to);
    }
    to.writeText(options.tiers().map(tiers -> tiers.battery().hash()).orElse(""));
    to.writeText(options.tiers().map(tiers -> tiers.policy().hash()).orElse(""));
    to.writeText(options.profile().map(profile -> profile.hash()).orElse(""));
    write(options.map().columns(), to);
    to.writeInt(options.map().codes().size());
    for (Map.Entry<String, Map<String, String>> codes :
        new TreeMap<>(options.map().codes()).entrySet()) {
      to.writeText(codes.getKey());
      write(codes.getValue(), to);
    }
    to.writeText(options.encoding().word());
    to.writeText(file.encoding().word());
    int end = 0;
    while (end < begin.length && begin[end] != '\n') {
      end++;
    }
    to.writeBytes(Arrays.copyOf(begin, end));
    return to.bytes();
  }

  private static void write(Map<String, String> texts, MemoryWriter to) {
    to.writeInt(texts.size());
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      to.writeText(text.getKey());
      to.writeText(text.getValue());
    }
  }
}
