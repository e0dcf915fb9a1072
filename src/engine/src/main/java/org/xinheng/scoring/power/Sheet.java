package org.xinheng.scoring.power;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.xinheng.definition.WorkedCase;
import org.xinheng.instrument.Missing;
import org.xinheng.scoring.ResponseTable;

/**
 * A form that somebody could have filled in.
 *
 * @param cells a code an item, or {@link #BLANK} or {@link #NOT_APPLICABLE}
 * @param student who filled it in
 */
record Sheet(List<Integer> cells, WorkedCase.Student student) {

  static final int BLANK = Integer.MIN_VALUE;
  static final int NOT_APPLICABLE = Integer.MIN_VALUE + 1;

  Sheet {
    cells = List.copyOf(cells);
  }

  Sheet by(WorkedCase.Student other) {
    return new Sheet(cells, other);
  }

  /** The same with one item answered otherwise. */
  Sheet with(int item, int cell) {
    List<Integer> changed = new ArrayList<>(cells);
    changed.set(item, cell);
    return new Sheet(changed, student);
  }

  boolean isComplete() {
    return cells.stream().allMatch(cell -> cell != BLANK && cell != NOT_APPLICABLE);
  }

  void writeTo(ResponseTable table, int row) {
    for (int item = 0; item < cells.size(); item++) {
      int cell = cells.get(item);
      switch (cell) {
        case BLANK -> table.setMissing(row, item, Missing.SKIPPED);
        case NOT_APPLICABLE -> table.setMissing(row, item, Missing.NOT_APPLICABLE);
        default -> table.set(row, item, cell);
      }
    }
    student.sex().ifPresent(sex -> table.sex(row, sex));
    student.age().ifPresent(age -> table.age(row, age));
    student.grade().ifPresent(grade -> table.grade(row, grade));
    student.informant().ifPresent(informant -> table.informant(row, informant));
  }

  /** As a worked case writes it: {@code answers: 0*8 1 -} and, if it matters, {@code student: {sex: female}}. */
  String inWords() {
    List<String> words = cells.stream().map(Sheet::word).toList();
    StringJoiner answers = new StringJoiner(" ");
    for (int first = 0; first < words.size(); ) {
      int end = first;
      while (end < words.size() && words.get(end).equals(words.get(first))) {
        end++;
      }
      if (end - first > 2) {
        answers.add(words.get(first) + "*" + (end - first));
      } else {
        Collections.nCopies(end - first, words.get(first)).forEach(answers::add);
      }
      first = end;
    }
    return "answers: " + answers
        + (student.equals(WorkedCase.Student.UNKNOWN) ? "" : ", student: " + words(student));
  }

  private static String word(int cell) {
    return switch (cell) {
      case BLANK -> "-";
      case NOT_APPLICABLE -> "n";
      default -> Integer.toString(cell);
    };
  }

  private static String words(WorkedCase.Student student) {
    List<String> facts = new ArrayList<>();
    student.sex().ifPresent(sex -> facts.add("sex: " + sex.word()));
    student.age().ifPresent(age -> facts.add("age: " + age));
    student.grade().ifPresent(grade -> facts.add("grade: " + grade));
    student.informant().ifPresent(informant -> facts.add("informant: " + informant.word()));
    return "{" + String.join(", ", facts) + "}";
  }
}
