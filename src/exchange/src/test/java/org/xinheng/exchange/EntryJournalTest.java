package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Instrument;

class EntryJournalTest {

  private static final List<String> ITEMS = List.of("phq-2.1", "phq-2.2");

  @TempDir
  private Path folder;

  private static List<Instrument> phq2() throws IOException {
    return List.of(InstrumentLibrary.shipped().questionnaire("phq-2"));
  }

  @Test
  void passesThatDifferAreListedUntilTheAnswerIsTypedOnceMore() {
    DoubleEntry entry = new DoubleEntry(ITEMS);
    sheet(entry, EntryPass.FIRST, "S1", "0", "3");
    sheet(entry, EntryPass.FIRST, "S2", "1", "");
    sheet(entry, EntryPass.SECOND, "S2", "1", "2");
    sheet(entry, EntryPass.SECOND, "S1", "0", "3");
    assertThat(entry.disagreements())
        .containsExactly(new DoubleEntry.Disagreement(2, "S2", "phq-2.2", "", "2"));
    entry.add(new EntryEvent.Resolved("S2", "phq-2.2", "2"));
    assertThat(entry.disagreements()).isEmpty();
    assertThat(entry.settled("S2", "phq-2.2")).isEqualTo("2");
    assertThat(entry.settled("S1", "phq-2.2")).isEqualTo("3");
  }

  @Test
  void anAnswerThatIsChangedLaterOpensTheDisagreementAgain() {
    DoubleEntry entry = new DoubleEntry(ITEMS);
    sheet(entry, EntryPass.FIRST, "S1", "0", "3");
    sheet(entry, EntryPass.SECOND, "S1", "0", "2");
    entry.add(new EntryEvent.Resolved("S1", "phq-2.2", "2"));
    entry.add(new EntryEvent.Answered(EntryPass.SECOND, "S1", "phq-2.2", "1"));
    assertThat(entry.disagreements())
        .containsExactly(new DoubleEntry.Disagreement(1, "S1", "phq-2.2", "3", "1"));
  }

  @Test
  void aSheetOfOnePassIsNotInBoth() {
    DoubleEntry entry = new DoubleEntry(ITEMS);
    sheet(entry, EntryPass.FIRST, "S1", "0", "3");
    entry.add(new EntryEvent.Begun(EntryPass.SECOND, "S1"));
    entry.add(new EntryEvent.Answered(EntryPass.SECOND, "S1", "phq-2.1", "1"));
    assertThat(entry.onceOnly(EntryPass.FIRST)).containsExactly("S1");
    assertThat(entry.nextItem(EntryPass.SECOND, "S1")).isEqualTo(1);
    assertThat(entry.disagreements()).isEmpty();
    entry.add(new EntryEvent.Dropped("S1"));
    assertThat(entry.students()).isEmpty();
  }

  /** Whatever byte the writing stopped at: the events that were acknowledged before are there, and it goes on. */
  @Test
  void aJournalThatWasCutAnywhereHoldsEveryWholeLine() throws IOException {
    Path whole = folder.resolve("whole");
    List<EntryEvent> events = events();
    try (EntryJournal journal = EntryJournal.open(whole, phq2())) {
      for (EntryEvent event : events) {
        journal.add(event);
      }
    }
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(17);
    for (int i = 0; i < 200; i++) {
      int length = random.nextInt(bytes.length + 1);
      Path cut = folder.resolve("cut");
      Files.write(cut, Arrays.copyOf(bytes, length));
      int lines = lineEnds(bytes, length);
      DoubleEntry expected = new DoubleEntry(ITEMS);
      events.stream().limit(Math.max(0, lines - 1)).forEach(expected::add);
      try (EntryJournal journal = EntryJournal.open(cut, phq2())) {
        assertThat(shown(journal.entry())).as("cut at byte " + length).isEqualTo(shown(expected));
        journal.add(new EntryEvent.Begun(EntryPass.FIRST, "S9"));
      }
      try (EntryJournal again = EntryJournal.open(cut, phq2())) {
        assertThat(again.entry().students(EntryPass.FIRST)).contains("S9");
      }
    }
  }

  @Test
  void aJournalOfOtherQuestionnairesIsRefused() throws IOException {
    Path file = folder.resolve("journal");
    EntryJournal.open(file, phq2()).close();
    List<Instrument> others = List.of(InstrumentLibrary.shipped().questionnaire("gad-7"));
    assertThatThrownBy(() -> EntryJournal.open(file, others))
        .isInstanceOf(TableException.class)
        .extracting(e -> ((TableException) e).diagnostics().get(0).code())
        .isEqualTo("entry.other-questionnaires");
  }

  @Test
  void anotherFileIsNoJournalAndStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("journal"), "student,score\nS1,3\n");
    assertThatThrownBy(() -> EntryJournal.open(file, phq2()))
        .isInstanceOf(TableException.class)
        .extracting(e -> ((TableException) e).diagnostics().get(0).code())
        .isEqualTo("entry.journal");
    assertThat(file).hasContent("student,score\nS1,3\n");
  }

  @Test
  void twoCannotTypeIntoOneJournal() throws IOException {
    Path file = folder.resolve("journal");
    try (EntryJournal first = EntryJournal.open(file, phq2())) {
      assertThatThrownBy(() -> EntryJournal.open(file, phq2()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is in use");
      assertThat(first.entry().students()).isEmpty();
    }
  }

  private static int lineEnds(byte[] bytes, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private static void sheet(DoubleEntry entry, EntryPass pass, String student, String... answers) {
    entry.add(new EntryEvent.Begun(pass, student));
    for (int i = 0; i < answers.length; i++) {
      entry.add(new EntryEvent.Answered(pass, student, ITEMS.get(i), answers[i]));
    }
    entry.add(new EntryEvent.Finished(pass, student));
  }

  private static List<EntryEvent> events() {
    List<EntryEvent> events = new ArrayList<>();
    for (EntryPass pass : EntryPass.values()) {
      for (String student : List.of("S1", "学生二")) {
        events.add(new EntryEvent.Begun(pass, student));
        events.add(new EntryEvent.Answered(pass, student, "phq-2.1", "1"));
        events.add(
            new EntryEvent.Answered(pass, student, "phq-2.2", pass == EntryPass.FIRST ? "2" : ""));
        events.add(new EntryEvent.Finished(pass, student));
      }
    }
    events.add(new EntryEvent.Resolved("S1", "phq-2.2", "2"));
    events.add(new EntryEvent.Dropped("学生二"));
    return events;
  }

  private static String shown(DoubleEntry entry) {
    StringBuilder shown = new StringBuilder(entry.disagreements().toString());
    for (EntryPass pass : EntryPass.values()) {
      for (String student : entry.students(pass)) {
        shown.append(pass).append(student).append(entry.isFinished(pass, student));
        ITEMS.forEach(item -> shown.append(entry.answer(pass, student, item)));
      }
    }
    return shown.toString();
  }
}
