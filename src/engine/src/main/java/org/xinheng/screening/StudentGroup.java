package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Text;
import org.xinheng.screening.Summary.Level;

/**
 * The groups that reports compare, whatever the grade: by sex, by whether the student lives at the school, and by whether the
 * student is registered.
 */
final class StudentGroup {

  private static final String UNKNOWN = "unknown";

  /** Stands behind the word of a group that holds those of whom the roster says nothing. */
  private static final String AND_UNKNOWN = "+unknown";

  private StudentGroup() {}

  /**
   * The students of a school by the word of their group. There is no group if all are in one, which is the school again, or if
   * a named one is of fewer than {@code few}. So few of whom nothing is known are counted with the largest group, whose
   * word says so: by themselves they would be told by what is missing to the school.
   */
  static Map<String, List<StudentOutcome>> of(Level level, List<StudentOutcome> students, int few) {
    Map<String, List<StudentOutcome>> groups = new TreeMap<>();
    students.forEach(student ->
        groups.computeIfAbsent(of(level, student), name -> new ArrayList<>()).add(student));
    List<StudentOutcome> unknown = groups.getOrDefault(UNKNOWN, List.of());
    if (!unknown.isEmpty() && unknown.size() < few) {
      groups.remove(UNKNOWN);
      Optional<Map.Entry<String, List<StudentOutcome>>> largest = groups.entrySet().stream()
          .max(Comparator.comparingInt(group -> group.getValue().size()));
      largest.ifPresent(group -> {
        groups.remove(group.getKey());
        group.getValue().addAll(unknown);
        groups.put(group.getKey() + AND_UNKNOWN, group.getValue());
      });
    }
    boolean isTold = groups.values().stream().allMatch(group -> group.size() >= few);
    return groups.size() > 1 && isTold ? groups : Map.of();
  }

  /** What people call a group, by its word. */
  static Text name(String word) {
    if (word.endsWith(AND_UNKNOWN)) {
      Text named = name(word.substring(0, word.length() - AND_UNKNOWN.length()));
      return new Text(named.en() + " (and not stated)", named.zhCn() + "（含未注明）");
    }
    return switch (word) {
      case "female" -> new Text("Girls", "女生");
      case "male" -> new Text("Boys", "男生");
      case "boarder" -> new Text("Boarders", "住宿生");
      case "day-student" -> new Text("Day students", "走读生");
      case "registered" -> new Text("Registered", "登记学生");
      case "not-registered" -> new Text("Not registered", "未登记学生");
      default -> new Text("Not stated", "未注明");
    };
  }

  private static String of(Level level, StudentOutcome student) {
    return switch (level) {
      case SEX -> student.student().sex().map(Sex::word).orElse(UNKNOWN);
      case BOARDING -> student.student().boarding().map(Boarding::word).orElse(UNKNOWN);
      case REGISTRY -> student.evidence().memberships().isEmpty() ? "not-registered" : "registered";
      case SCHOOL, GRADE, CLASS ->
        throw new IllegalArgumentException("level must be of a group: " + level.word());
    };
  }
}
