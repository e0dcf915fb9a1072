package org.xinheng.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xinheng.instrument.Text;

/**
 * What the levels of a district are called, because places differ: a grade is a 年段 here and a 年级组 there, a class a 中队.
 *
 * <p>Names stand alone in the headings of tables and within sentences, where an English one begins with a small letter. A
 * grade or class that is only numbered is called by its number and the name of its level.
 *
 * @param names of every level
 */
public record Hierarchy(Map<Level, Text> names) {

  /** Where nothing else is said. */
  public static final Hierarchy USUAL = new Hierarchy(Map.of(
      Level.DISTRICT, new Text("District", "区县"),
      Level.SCHOOL, new Text("School", "学校"),
      Level.GRADE, new Text("Grade", "年级"),
      Level.CLASS, new Text("Class", "班级"),
      Level.DORMITORY, new Text("Dormitory", "宿舍")));

  private static final List<String> GRADES_ZH =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "高一", "高二", "高三");

  private static final int FIRST_OF_SENIOR_HIGH = 10;

  /** A level: each is a part of the one before, but a dormitory, in which students of all grades and classes live. */
  public enum Level {
    DISTRICT("district"),
    SCHOOL("school"),
    GRADE("grade"),
    CLASS("class"),
    DORMITORY("dormitory");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** The word used in policies. */
    public String word() {
      return word;
    }
  }

  /** @throws IllegalArgumentException if a level has no name */
  public Hierarchy {
    if (names.size() != Level.values().length) {
      throw new IllegalArgumentException("every level needs a name: " + names.keySet());
    }
    names = Map.copyOf(new EnumMap<>(names));
  }

  /** What a level is called. */
  public Text name(Level level) {
    return Objects.requireNonNull(names.get(level));
  }

  /** The whole of a level: {@code 全校}, {@code Whole school}. */
  public Text whole(Level level) {
    Text name = name(level);
    Optional<String> usual = isUsualZh(level) ? usualWhole(level) : Optional.empty();
    return new Text("Whole " + withinSentence(name.en()), usual.orElse("全" + name.zhCn()));
  }

  private static Optional<String> usualWhole(Level level) {
    return switch (level) {
      case DISTRICT -> Optional.of("全区");
      case SCHOOL -> Optional.of("全校");
      case CLASS -> Optional.of("全班");
      case GRADE, DORMITORY -> Optional.empty();
    };
  }

  /** One grade: {@code 七年级}, {@code 高一}, {@code Grade 7}; {@code 七年段}, {@code 高一年段} under another name. */
  public Text grade(int grade) {
    Text name = name(Level.GRADE);
    boolean isKnown = grade >= 1 && grade <= GRADES_ZH.size();
    String suffix =
        isUsualZh(Level.GRADE) && grade >= FIRST_OF_SENIOR_HIGH && isKnown ? "" : name.zhCn();
    return new Text(
        name.en() + " " + grade,
        isKnown ? GRADES_ZH.get(grade - 1) + suffix : grade + " " + name.zhCn());
  }

  /** One class: by its number and the name of the level, {@code 2 班}, {@code Class 2}; or as it is called. */
  public Text schoolClass(String schoolClass) {
    if (!schoolClass.matches("[0-9]{1,3}")) {
      return new Text(schoolClass, schoolClass);
    }
    Text name = name(Level.CLASS);
    return new Text(
        name.en() + " " + schoolClass,
        schoolClass + " " + (isUsualZh(Level.CLASS) ? "班" : name.zhCn()));
  }

  /** A text with the name of a level in place of each of {@code {district}} … {@code {dormitory}}. */
  public Text in(Text text) {
    String en = text.en();
    String zhCn = text.zhCn();
    for (Level level : Level.values()) {
      String mark = "{" + level.word() + "}";
      en = en.replace(mark, withinSentence(name(level).en()));
      zhCn = zhCn.replace(mark, name(level).zhCn());
    }
    return new Text(en, zhCn);
  }

  private boolean isUsualZh(Level level) {
    return name(level).zhCn().equals(USUAL.name(level).zhCn());
  }

  /** {@code Year group} becomes {@code year group}; {@code KS} stays. */
  private static String withinSentence(String name) {
    boolean isAbbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return isAbbreviation
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
