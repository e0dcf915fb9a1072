package org.xinheng.app.entry;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.exchange.ClassList;
import org.xinheng.exchange.DoubleEntry;
import org.xinheng.exchange.EntryEvent;
import org.xinheng.exchange.EntryJournal;
import org.xinheng.exchange.EntryPass;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;

/**
 * Typing sheets in: whose sheet it is, then a key for each answer. What is typed is in the journal before the next item is
 * asked for, so that leaving, or being cut off, at any moment loses nothing.
 */
public final class EntryDialog {

  private static final String HELP =
      "a code answers · space leaves blank · backspace, < or ← goes back · Esc or q leaves; all is"
          + " kept";

  private static final Text TICKED =
      new Text("box “I would like to talk to someone”", "“我想找人谈谈”一栏");

  private static final ResponseSet.Choice TICK = new ResponseSet.Choice(
      DoubleEntry.HELP,
      List.of(
          new Option(0, new Text("not ticked", "未勾选")), new Option(1, new Text("ticked", "已勾选"))),
      Map.of());

  private final EntryJournal journal;
  private final DoubleEntry entry;
  private final List<ClassList.Entry> roster;
  private final List<SheetItem> items = new ArrayList<>();
  private final Prompt prompt;
  private final PrintWriter out;

  /** An item of a sheet and what can be typed for it. */
  private record SheetItem(String name, String topic, AnswerKeys keys) {}

  /** What became of an item or a sheet. */
  private enum Step {
    ON,
    BACK,
    LEAVE
  }

  /**
   * @param roster whose sheets are expected, in this order; may be empty
   * @param language of the topics that are shown beside the numbers
   */
  public EntryDialog(
      EntryJournal journal,
      List<Instrument> questionnaires,
      List<ClassList.Entry> roster,
      Language language,
      Keys keys,
      PrintWriter out) {
    this.journal = journal;
    this.entry = journal.entry();
    this.roster = List.copyOf(roster);
    this.prompt = new Prompt(keys, out);
    this.out = out;
    for (Instrument instrument : questionnaires) {
      for (Item item : instrument.keptItems()) {
        items.add(new SheetItem(
            instrument.id() + "." + item.id(),
            item.topic().in(language),
            new AnswerKeys(instrument.scorable(item).orElseThrow())));
      }
    }
    if (entry.items().contains(DoubleEntry.HELP)) {
      items.add(new SheetItem(DoubleEntry.HELP, TICKED.in(language), new AnswerKeys(TICK)));
    }
  }

  /** Types sheets in for a pass, until somebody leaves. */
  public void type(EntryPass pass) throws IOException {
    out.println(pass.word() + " pass · " + HELP);
    Optional<String> open = entry.students(pass).stream()
        .filter(student -> !entry.isFinished(pass, student))
        .findFirst();
    if (open.isPresent()) {
      out.println("the sheet that was left open:");
    }
    Optional<String> student = open.isPresent() ? open : askStudent(pass);
    while (student.isPresent()) {
      Step step = sheet(pass, student.get(), entry.nextItem(pass, student.get()));
      if (step == Step.LEAVE) {
        return;
      }
      student = askStudent(pass);
    }
  }

  /** Whose sheet is next; empty if somebody leaves. */
  private Optional<String> askStudent(EntryPass pass) throws IOException {
    while (true) {
      Optional<ClassList.Entry> next = roster.stream()
          .filter(person -> !entry.isFinished(pass, person.student()))
          .findFirst();
      int row = entry.students(pass).size() + 1;
      String suggestion = next.map(person -> " [Enter: " + person.student()
              + person.name().map(name -> " " + name).orElse("") + "]")
          .orElse("");
      Prompt.Line line = prompt.line("sheet " + row
          + (roster.isEmpty() ? "" : " of " + roster.size()) + ", student" + suggestion + ": ");
      if (line.isLeft() || line.text().equals("q")) {
        return Optional.empty();
      }
      if (line.isBack()) {
        Optional<String> last = last(pass);
        if (last.isPresent() && sheet(pass, last.get(), items.size() - 1) == Step.LEAVE) {
          return Optional.empty();
        }
        continue;
      }
      String student =
          line.text().isEmpty() ? next.map(ClassList.Entry::student).orElse("") : line.text();
      if (!student.isEmpty() && isWanted(pass, student)) {
        return Optional.of(student);
      }
    }
  }

  private Optional<String> last(EntryPass pass) {
    List<String> students = entry.students(pass);
    return students.isEmpty() ? Optional.empty() : Optional.of(students.get(students.size() - 1));
  }

  private boolean isWanted(EntryPass pass, String student) throws IOException {
    if (entry.isFinished(pass, student)) {
      return prompt.yes("this sheet was typed in already; go over it again (y/n)? ");
    }
    boolean expected =
        roster.isEmpty() || roster.stream().anyMatch(person -> person.student().equals(student));
    if (!expected) {
      return prompt.yes("nobody on the roster has this id; take it as it is (y/n)? ");
    }
    boolean inOther = entry.students(pass.other()).contains(student);
    if (pass == EntryPass.SECOND && !inOther) {
      return prompt.yes("the first pass has no such sheet; take it as it is (y/n)? ");
    }
    return true;
  }

  /** Goes over a sheet from an item on, or from its beginning if all of it was typed. */
  private Step sheet(EntryPass pass, String student, int from) throws IOException {
    journal.add(new EntryEvent.Begun(pass, student));
    int at = entry.isFinished(pass, student) && from == items.size() ? 0 : from;
    while (at < items.size()) {
      SheetItem item = items.get(at);
      Typed typed = answer(item, (at + 1) + "/" + items.size());
      switch (typed.step()) {
        case LEAVE -> {
          return Step.LEAVE;
        }
        case BACK -> at = Math.max(0, at - 1);
        case ON -> {
          journal.add(new EntryEvent.Answered(pass, student, item.name(), typed.answer()));
          at++;
        }
      }
    }
    journal.add(new EntryEvent.Finished(pass, student));
    return Step.ON;
  }

  /** What was typed for an item. */
  private record Typed(Step step, String answer) {}

  private Typed answer(SheetItem item, String position) throws IOException {
    while (true) {
      Prompt.Line line = prompt.answer(
          "  " + position + " " + item.name() + " " + item.topic() + " ("
              + item.keys().shown() + ") ",
          item.keys());
      if (line.isLeft()) {
        return new Typed(Step.LEAVE, "");
      }
      if (line.isBack()) {
        return new Typed(Step.BACK, "");
      }
      if (line.text().isEmpty() || item.keys().accepts(line.text())) {
        return new Typed(Step.ON, AnswerKeys.written(line.text()));
      }
      out.println("  no such answer; " + item.keys().shown() + ", or space for a blank");
    }
  }

  /** Lists where the passes differ, and has each typed once more from the paper. */
  public void resolve() throws IOException {
    List<DoubleEntry.Disagreement> open = list();
    for (DoubleEntry.Disagreement each : open) {
      SheetItem item = items.get(entry.items().indexOf(each.item()));
      out.println("row " + each.row() + ", student " + each.student() + ": look at the paper");
      Typed typed = answer(item, "row " + each.row());
      while (typed.step() == Step.BACK) {
        typed = answer(item, "row " + each.row());
      }
      if (typed.step() == Step.LEAVE) {
        return;
      }
      journal.add(new EntryEvent.Resolved(each.student(), each.item(), typed.answer()));
    }
  }

  /** Lists where the passes differ, by row and item. */
  public List<DoubleEntry.Disagreement> list() {
    List<DoubleEntry.Disagreement> open = entry.disagreements();
    out.println(open.size() + (open.size() == 1 ? " disagreement" : " disagreements"));
    open.forEach(each -> out.println("  row " + each.row() + ", student " + each.student() + ", "
        + each.item() + ": first " + shown(each.first()) + ", second " + shown(each.second())));
    return open;
  }

  private static String shown(String answer) {
    return answer.isEmpty() ? "blank" : answer;
  }

  /** Drops a sheet from both passes. */
  public void drop() throws IOException {
    Prompt.Line line = prompt.line("drop the sheet of student: ");
    if (!line.text().isEmpty() && entry.students().contains(line.text())) {
      if (prompt.yes("drop it from both passes (y/n)? ")) {
        journal.add(new EntryEvent.Dropped(line.text()));
        out.println("dropped");
      }
    } else if (!line.text().isEmpty()) {
      out.println("no sheet has this id");
    }
  }

  /** How far the work is, on a line. */
  public String state() {
    return "first pass " + finished(EntryPass.FIRST) + ", second pass " + finished(EntryPass.SECOND)
        + ", disagreements " + entry.disagreements().size() + ", not in both passes "
        + notTwice().size();
  }

  private long finished(EntryPass pass) {
    return entry.students(pass).stream()
        .filter(student -> entry.isFinished(pass, student))
        .count();
  }

  /** The students whose sheets were not gone through in both passes. */
  public List<String> notTwice() {
    return entry.students().stream()
        .filter(student -> !entry.isFinished(EntryPass.FIRST, student)
            || !entry.isFinished(EntryPass.SECOND, student))
        .toList();
  }

  /** A choice of the menu; {@link Keys#LEAVE} when there is nobody left. */
  public int choice(String menu) throws IOException {
    return prompt.key(menu);
  }
}
