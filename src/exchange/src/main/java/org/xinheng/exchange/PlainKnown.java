package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.Segments;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;
import org.xinheng.screening.OutcomeTables;
import org.xinheng.screening.Summary;

/**
 * What becomes of plain rows, as far as it is known: of what they say beside the answers, of results, and of decisions. What is not
 * known is asked of a {@link PlainSource} once, and kept. Threads share it.
 */
final class PlainKnown {

  /** Gives a number for what there is too much of: such rows are not plain. */
  static final int TOO_MANY = -1;

  private static final int MOST_GROUPS = 1 << 12;
  private static final int MOST_REMAINDERS = 1 << 14;
  private static final int MOST_TOLD = 1 << 16;

  private final PlainSource source;
  private final List<PlainLayout.Known> columns;
  private final Map<List<String>, Optional<Occasion>> occasions = new LinkedHashMap<>();
  private final Map<List<Object>, Group> groupOf = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Map<Integer, Integer>> numberOfRemainder = new ArrayList<>();
  private final List<List<Remainder>> remainders = new ArrayList<>();
  private final Map<Long, Integer> numberOfTold = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private boolean hasLearned;

  /**
   * What a row says beside answers, school and student.
   *
   * @param occasion what of it tells rows of the same student apart
   */
  record Occasion(Group group, String occasion) {}

  /**
   * Students who get the same scores for the same answers.
   *
   * @param number from 0
   * @param words of one of its students, from which it can be made again
   * @param grade of all of them
   * @param adds what their results add to what decides, if there are tiers
   * @param texts by run of columns, what is written for each result; nothing where the run is of no scale
   * @param reasons by scale of all questionnaires and result, why something is missing, by {@link RunCounts#missing}
   */
  @SuppressWarnings("ArrayRecordComponent") // Read for every row, and never compared.
  record Group(
      int number,
      List<String> words,
      Optional<Integer> grade,
      OutcomeTables.@Nullable Adds adds,
      @Nullable Segments[] texts,
      byte[][] reasons) {

    OutcomeTables.Adds requireAdds() {
      return Objects.requireNonNull(adds, "there are no tiers");
    }
  }

  /**
   * What of a questionnaire is of no scale.
   *
   * @param facts what decides of it, if there are tiers
   * @param texts by run of columns; empty where the run is of something else
   * @param alert the ordinal
   * @param reasons by classification why there is none, by {@link RunCounts#unclassified}
   */
  record Remainder(long facts, List<String> texts, int alert, List<Integer> reasons) {}

  /**
   * A decision.
   *
   * @param texts by run of columns; empty where the run is of something else
   */
  record Decision(Summary.Cell cell, List<String> texts) {

    /** Spelled out, since linking the equality of a record takes long at the start. */
    boolean isLike(Decision other) {
      return cell == other.cell && texts.equals(other.texts);
    }
  }

  /** Nothing is known yet. */
  PlainKnown(PlainSource source, PlainLayout layout) {
    this.source = source;
    this.columns = layout.known();
    for (int form = 0; form < layout.sheet().forms(); form++) {
      numberOfRemainder.add(new HashMap<>());
      remainders.add(new ArrayList<>());
    }
  }

  /** Whether anything was asked. */
  synchronized boolean hasLearned() {
    return hasLearned;
  }

  /** @param words of the known columns; nothing if rows that say so are not plain, or there are too many groups */
  synchronized Optional<Occasion> occasion(List<String> words) throws IOException {
    if (!occasions.containsKey(words)) {
      hasLearned = true;
      Optional<Person> person = source.person(words, columns);
      occasions.put(words, person.isPresent() ? occasion(words, person.get()) : Optional.empty());
    }
    return occasions.getOrDefault(words, Optional.empty());
  }

  private Optional<Occasion> occasion(List<String> words, Person person) throws IOException {
    List<Object> key = PlainSource.groupKey(person);
    @Nullable Group group = groupOf.get(key);
    if (group == null) {
      if (groups.size() == MOST_GROUPS) {
        return Optional.empty();
      }
      group = source.group(groups.size(), words, person);
      groupOf.put(key, group);
      groups.add(group);
    }
    return Optional.of(new Occasion(group, ResponseRows.occasion(person)));
  }

  /**
   * The number of what else comes of a questionnaire.
   *
   * @param found its number among those that there can be
   * @param cells of all questionnaires, in which it was found
   */
  synchronized int remainder(int form, int found, byte[] cells) throws IOException {
    List<Remainder> known = remainders.get(form);
    @Nullable Integer number = numberOfRemainder.get(form).get(found);
    if (number != null || known.size() == MOST_REMAINDERS) {
      return number == null ? TOO_MANY : number;
    }
    hasLearned = true;
    known.add(source.remainder(form, cells));
    numberOfRemainder.get(form).put(found, known.size() - 1);
    return known.size() - 1;
  }

  /** Its remainders so far, by number. */
  synchronized List<Remainder> remainders(int form) {
    return List.copyOf(remainders.get(form));
  }

  /**
   * The number of the decision about a row.
   *
   * @param told as {@link OutcomeTables#told} gives it, or {@link OutcomeTables#OPEN}
   * @param cells of all questionnaires
   */
  synchronized int decision(long told, byte[] cells, Group group) throws IOException {
    @Nullable Integer number = numberOfTold.get(told);
    if (number != null) {
      return number;
    }
    Person person = source.person(group.words(), columns).orElse(Person.UNKNOWN);
    Decision decision = source.decision(cells, person);
    number = 0;
    while (number < decisions.size() && !decisions.get(number).isLike(decision)) {
      number++;
    }
    if (number == decisions.size()) {
      decisions.add(decision);
    }
    if (told != OutcomeTables.OPEN && numberOfTold.size() < MOST_TOLD) {
      hasLearned = true;
      numberOfTold.put(told, number);
    }
    return number;
  }

  /** All decisions so far, by number. */
  synchronized List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  /** Takes over what {@link #writeTo} wrote. */
  synchronized void read(MemoryReader from) {
    List<Segments> texts = new ArrayList<>();
    int size = from.readInt();
    for (int i = 0; i < size; i++) {
      texts.add(new Segments(from));
    }
    size = from.readInt();
    for (int number = 0; number < size; number++) {
      groups.add(readGroup(number, texts, from));
    }
    size = from.readInt();
    for (int i = 0; i < size; i++) {
      List<String> words = from.readTexts();
      int group = from.readInt();
      occasions.put(words, Optional.of(new Occasion(groups.get(group), from.readText())));
    }
    for (int form = 0; form < remainders.size(); form++) {
      size = from.readInt();
      for (int number = 0; number < size; number++) {
        numberOfRemainder.get(form).put(from.readInt(), number);
        remainders.get(form).add(readRemainder(from));
      }
    }
    size = from.readInt();
    for (int i = 0; i < size; i++) {
      decisions.add(new Decision(Summary.Cell.values()[from.readInt()], from.readTexts()));
    }
    for (long told : from.readLongs()) {
      numberOfTold.put(told, from.readInt());
    }
  }

  private static Group readGroup(int number, List<Segments> texts, MemoryReader from) {
    List<String> words = from.readTexts();
    int grade = from.readInt();
    OutcomeTables.@Nullable Adds adds = from.readInt() == 1 ? new OutcomeTables.Adds(from) : null;
    @Nullable Segments[] ofRuns = new Segments[from.readInt()];
    for (int run = 0; run < ofRuns.length; run++) {
      int text = from.readInt();
      ofRuns[run] = text < 0 ? null : texts.get(text);
    }
    byte[][] reasons = new byte[from.readInt()][];
    for (int scale = 0; scale < reasons.length; scale++) {
      reasons[scale] = from.readBytes();
    }
    return new Group(
        number, words, grade < 0 ? Optional.empty() : Optional.of(grade), adds, ofRuns, reasons);
  }

  private static Remainder readRemainder(MemoryReader from) {
    long facts = from.readLong();
    List<String> texts = from.readTexts();
    int alert = from.readInt();
    List<Integer> reasons = new ArrayList<>();
    for (int reason : from.readInts()) {
      reasons.add(reason);
    }
    return new Remainder(facts, texts, alert, reasons);
  }

  /** Writes all but words that are not plain. */
  synchronized void writeTo(MemoryWriter to) {
    List<Segments> texts = new ArrayList<>();
    for (Group group : groups) {
      for (@Nullable Segments ofRun : group.texts()) {
        if (ofRun != null && !texts.contains(ofRun)) {
          texts.add(ofRun);
        }
      }
    }
    to.writeInt(texts.size());
    texts.forEach(segments -> segments.writeTo(to));
    to.writeInt(groups.size());
    groups.forEach(group -> write(group, texts, to));
    long plain = occasions.values().stream().filter(Optional::isPresent).count();
    to.writeInt((int) plain);
    occasions.forEach((words, occasion) -> {
      if (occasion.isPresent()) {
        to.writeTexts(words);
        to.writeInt(occasion.get().group().number());
        to.writeText(occasion.get().occasion());
      }
    });
    for (int form = 0; form < remainders.size(); form++) {
      Map<Integer, Integer> foundOf = new HashMap<>();
      numberOfRemainder.get(form).forEach((found, number) -> foundOf.put(number, found));
      to.writeInt(remainders.get(form).size());
      for (int number = 0; number < remainders.get(form).size(); number++) {
        to.writeInt(Objects.requireNonNull(foundOf.get(number)));
        write(remainders.get(form).get(number), to);
      }
    }
    to.writeInt(decisions.size());
    for (Decision decision : decisions) {
      to.writeInt(decision.cell().ordinal());
      to.writeTexts(decision.texts());
    }
    long[] told =
        numberOfTold.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    to.writeLongs(told);
    for (long of : told) {
      to.writeInt(Objects.requireNonNull(numberOfTold.get(of)));
    }
  }

  private static void write(Group group, List<Segments> texts, MemoryWriter to) {
    to.writeTexts(group.words());
    to.writeInt(group.grade().orElse(-1));
    OutcomeTables.@Nullable Adds adds = group.adds();
    to.writeInt(adds == null ? 0 : 1);
    if (adds != null) {
      adds.writeTo(to);
    }
    to.writeInt(group.texts().length);
    for (@Nullable Segments ofRun : group.texts()) {
      to.writeInt(ofRun == null ? -1 : texts.indexOf(ofRun));
    }
    to.writeInt(group.reasons().length);
    for (byte[] ofScale : group.reasons()) {
      to.writeBytes(ofScale);
    }
  }

  private static void write(Remainder remainder, MemoryWriter to) {
    to.writeLong(remainder.facts());
    to.writeTexts(remainder.texts());
    to.writeInt(remainder.alert());
    to.writeInts(remainder.reasons().stream().mapToInt(Integer::intValue).toArray());
  }
}
