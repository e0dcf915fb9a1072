package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paper sheets that are typed in twice: what each pass holds, where the passes differ, and what was resolved. It is the
 * sum of its events: the same events in the same order give the same.
 */
public final class DoubleEntry {

  /** The last item of a sheet that a student fills in: whether the box for a talk with someone is ticked, 1 or 0. */
  public static final String HELP = "help";

  private final List<String> items;
  private final Map<EntryPass, Map<String, Sheet>> passes = new EnumMap<>(EntryPass.class);
  private final Map<String, Map<String, String>> resolved = new HashMap<>();

  /** A sheet of one pass. */
  private static final class Sheet {
    private final Map<String, String> answers = new HashMap<>();
    private boolean finished;
  }

  /**
   * Two passes that type different answers.
   *
   * @param row of the sheet in the first pass, from 1
   * @param first what the first pass has; empty for a blank
   * @param second what the second pass has; empty for a blank
   */
  public record Disagreement(int row, String student, String item, String first, String second) {}

  /**
   * Nothing typed yet.
   *
   * @param items such as {@code phq-9.4}, in the order in which they are typed
   */
  public DoubleEntry(List<String> items) {
    this.items = List.copyOf(items);
    for (EntryPass pass : EntryPass.values()) {
      passes.put(pass, new LinkedHashMap<>());
    }
  }

  /** The items of a sheet, in the order in which they are typed. */
  public List<String> items() {
    return items;
  }

  /** Adds an event. */
  public void add(EntryEvent event) {
    if (event instanceof EntryEvent.Begun begun) {
      sheets(begun.pass()).computeIfAbsent(begun.student(), student -> new Sheet());
    } else if (event instanceof EntryEvent.Answered answered) {
      Sheet sheet =
          sheets(answered.pass()).computeIfAbsent(answered.student(), student -> new Sheet());
      @Nullable String before = sheet.answers.put(answered.item(), answered.answer());
      // A resolution was about what stood there before.
      if (!answered.answer().equals(before)) {
        Optional.ofNullable(resolved.get(answered.student()))
            .ifPresent(answers -> answers.remove(answered.item()));
      }
    } else if (event instanceof EntryEvent.Finished finished) {
      sheets(finished.pass()).computeIfAbsent(finished.student(), student -> new Sheet()).finished =
          true;
    } else if (event instanceof EntryEvent.Resolved one) {
      resolved
          .computeIfAbsent(one.student(), student -> new HashMap<>())
          .put(one.item(), one.answer());
    } else if (event instanceof EntryEvent.Dropped dropped) {
      passes.values().forEach(sheets -> sheets.remove(dropped.student()));
      resolved.remove(dropped.student());
    }
  }

  private Map<String, Sheet> sheets(EntryPass pass) {
    return Objects.requireNonNull(passes.get(pass));
  }

  private Optional<Sheet> sheet(EntryPass pass, String student) {
    return Optional.ofNullable(sheets(pass).get(student));
  }

  /** The students of a pass, in the order in which their sheets were begun. */
  public List<String> students(EntryPass pass) {
    return List.copyOf(sheets(pass).keySet());
  }

  /** Whether all items of a sheet were gone through in a pass. */
  public boolean isFinished(EntryPass pass, String student) {
    return sheet(pass, student).map(sheet -> sheet.finished).orElse(false);
  }

  /** What a pass has; an empty text for a blank, and nothing for what was not typed yet. */
  public Optional<String> answer(EntryPass pass, String student, String item) {
    return sheet(pass, student).flatMap(sheet -> Optional.ofNullable(sheet.answers.get(item)));
  }

  /** The first item that was not typed yet; as many as there are items if none is left. */
  public int nextItem(EntryPass pass, String student) {
    for (int i = 0; i < items.size(); i++) {
      if (answer(pass, student, items.get(i)).isEmpty()) {
        return i;
      }
    }
    return items.size();
  }

  /** The sheets of the pass that were not gone through in both passes, in its order. */
  public List<String> onceOnly(EntryPass pass) {
    return sheets(pass).keySet().stream()
        .filter(student -> !isFinished(pass, student) || !isFinished(pass.other(), student))
        .toList();
  }

  /** All students of either pass: those of the first in its order, then the others. */
  public List<String> students() {
    Set<String> seen = new HashSet<>(sheets(EntryPass.FIRST).keySet());
    List<String> all = new ArrayList<>(students(EntryPass.FIRST));
    students(EntryPass.SECOND).stream().filter(seen::add).forEach(all::add);
    return all;
  }

  /** Where two finished passes differ and nobody has resolved it, by row and item. */
  public List<Disagreement> disagreements() {
    List<Disagreement> found = new ArrayList<>();
    int row = 0;
    for (String student : sheets(EntryPass.FIRST).keySet()) {
      row++;
      if (!isFinished(EntryPass.FIRST, student) || !isFinished(EntryPass.SECOND, student)) {
        continue;
      }
      for (String item : items) {
        String first = answer(EntryPass.FIRST, student, item).orElse("");
        String second = answer(EntryPass.SECOND, student, item).orElse("");
        if (!first.equals(second) && resolution(student, item).isEmpty()) {
          found.add(new Disagreement(row, student, item, first, second));
        }
      }
    }
    return found;
  }

  private Optional<String> resolution(String student, String item) {
    return Optional.ofNullable(resolved.get(student))
        .flatMap(answers -> Optional.ofNullable(answers.get(item)));
  }

  /** What is written for an item: what was resolved, else what the first pass has, else what the second has. */
  public String settled(String student, String item) {
    return resolution(student, item)
        .or(() -> answer(EntryPass.FIRST, student, item))
        .or(() -> answer(EntryPass.SECOND, student, item))
        .orElse("");
  }
}
