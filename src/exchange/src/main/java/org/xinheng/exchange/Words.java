package org.xinheng.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.SchoolKind;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;

/**
 * The words that a cell of a known column may hold. They are compared in narrow lower-case letters without blanks, and
 * whole numbers by value. What is not listed is not guessed.
 */
final class Words<T> {

  private static final String MISSING = "missing.";

  private static final String[] NUMERALS = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"
  };

  private static final int LAST_GRADE = 12;
  private static final int LAST_PRIMARY_GRADE = 6;
  private static final int YEARS_OF_JUNIOR_HIGH = 3;
  private static final int YEARS_OF_SENIOR_HIGH = 3;
  private static final int OLDEST = 120;

  private final Map<String, Reading<T>> meanings = new HashMap<>();

  /** What any other text means, for columns in which every text is a meaning. */
  private final Function<String, Reading<T>> other;

  /** The school's own words, which go first; their meanings are never looked up among themselves. */
  private final Map<String, Reading<T>> translations = new HashMap<>();

  private Words() {
    this(text -> Reading.unreadable());
  }

  private Words(Function<String, Reading<T>> other) {
    this.other = other;
  }

  static Words<Sex> sexes() {
    return new Words<Sex>()
        .and(Sex.MALE, "male", "m", "boy", "男", "男生", "男性")
        .and(Sex.FEMALE, "female", "f", "girl", "女", "女生", "女性");
  }

  static Words<Boarding> boardings() {
    return new Words<Boarding>()
        .and(
            Boarding.BOARDER,
            "boarder",
            "boarding",
            "yes",
            "y",
            "住宿",
            "住宿生",
            "住校",
            "住校生",
            "寄宿",
            "寄宿生",
            "是")
        .and(
            Boarding.DAY_STUDENT,
            "day-student",
            "day student",
            "day",
            "no",
            "n",
            "走读",
            "走读生",
            "不住宿",
            "不住校",
            "否");
  }

  /** Kinds of schools, in the words of school statistics and as people say. */
  static Words<SchoolKind> schoolKinds() {
    return new Words<SchoolKind>()
        .and(
            SchoolKind.GENERAL,
            "general",
            "普通",
            "普通学校",
            "普通高中",
            "普高",
            "高中",
            "高级中学",
            "完全中学",
            "普通中学",
            "初中",
            "初级中学",
            "九年一贯制",
            "九年一贯制学校",
            "十二年一贯制",
            "十二年一贯制学校",
            "小学")
        .and(
            SchoolKind.VOCATIONAL,
            "vocational",
            "职业",
            "中职",
            "中职学校",
            "职高",
            "职业高中",
            "职业高中学校",
            "职业学校",
            "职业中学",
            "中等职业学校",
            "中等技术学校",
            "中专",
            "技校",
            "技工学校",
            "职教中心");
  }

  static Words<ConsentState> consents() {
    return new Words<ConsentState>()
        .and(
            ConsentState.CONSENTED, "consented", "yes", "y", "given", "同意", "已同意", "已签", "已签署", "是")
        .and(ConsentState.REFUSED, "refused", "no", "n", "不同意", "拒绝", "已拒绝", "否")
        .and(ConsentState.NONE, "none", "open", "未签", "未签署", "未回复", "未答复", "未收到", "无");
  }

  static Words<Informant> informants() {
    return new Words<Informant>()
        .and(Informant.SELF, "self", "student", "本人", "学生", "学生本人", "自评")
        .and(Informant.CLASS_TEACHER, "class-teacher", "class_teacher", "class teacher", "班主任")
        .and(Informant.GUARDIAN, "guardian", "parent", "家长", "监护人", "父母");
  }

  /** Languages by tag; a text that is none of the known ones stands for itself. */
  static Words<String> languages() {
    return new Words<String>(Reading::of)
        .and(Language.ZH_CN.tag(), "zh-cn", "zh", "chinese", "中文", "汉语", "普通话")
        .and(Language.EN.tag(), "en", "english", "英文", "英语");
  }

  /** Every text is a region. */
  static Words<String> regions() {
    return new Words<>(Reading::of);
  }

  /** Grades 1–12 counted through: 7 is the first year of junior high, 初一, 10 that of senior high, 高一. */
  static Words<Integer> grades() {
    Words<Integer> words = new Words<>();
    for (int grade = 1; grade <= LAST_GRADE; grade++) {
      String numeral = NUMERALS[grade - 1];
      words.and(
          grade, "" + grade, "g" + grade, "grade" + grade, grade + "年级", numeral + "年级", numeral);
    }
    for (int year = 1; year <= LAST_PRIMARY_GRADE; year++) {
      addYear(words, year, year, "小学", "小");
    }
    for (int year = 1; year <= YEARS_OF_JUNIOR_HIGH; year++) {
      addYear(words, LAST_PRIMARY_GRADE + year, year, "初中", "初");
    }
    for (int year = 1; year <= YEARS_OF_SENIOR_HIGH; year++) {
      addYear(words, LAST_GRADE - YEARS_OF_SENIOR_HIGH + year, year, "高中", "高");
      addYear(words, LAST_GRADE - YEARS_OF_SENIOR_HIGH + year, year, "中职", "职高");
    }
    return words;
  }

  static Words<Integer> ages() {
    Words<Integer> words = new Words<>();
    for (int age = 0; age <= OLDEST; age++) {
      words.and(age, Integer.toString(age));
    }
    return words;
  }

  /**
   * Adds a word of a school's own.
   *
   * @param meaning one of these words, or {@code missing.} with a kind of missing
   * @return whether the meaning is known; the word is not added if not
   */
  boolean translate(String word, String meaning) {
    Reading<T> reading = missing(meaning).isPresent() ? Reading.blank() : declared(meaning);
    if (reading.isReadable()) {
      translations.put(key(word), reading);
    }
    return reading.isReadable();
  }

  Reading<T> read(String cell) {
    @Nullable Reading<T> translation = translations.get(key(cell));
    return translation != null ? translation : declared(cell);
  }

  private Reading<T> declared(String cell) {
    @Nullable Reading<T> meaning = meanings.get(key(cell));
    if (meaning != null) {
      return meaning;
    }
    String text = Cell.trimmed(cell);
    return text.isEmpty() ? Reading.blank() : other.apply(text);
  }

  /** The kind of missing that a meaning in a map file names. */
  static Optional<Missing> missing(String meaning) {
    return meaning.startsWith(MISSING)
        ? Missing.declared(meaning.substring(MISSING.length()))
        : Optional.empty();
  }

  private Words<T> and(T value, String... words) {
    for (String word : words) {
      meanings.put(key(word), Reading.of(value));
    }
    return this;
  }

  /** Such as {@code 初中一年级}, {@code 初中1年级}, {@code 初一}, {@code 初一年级} and {@code 初1}. */
  private static void addYear(
      Words<Integer> words, int grade, int year, String stage, String shortStage) {
    String numeral = NUMERALS[year - 1];
    words.and(grade, stage + numeral + "年级", stage + year + "年级");
    words.and(grade, shortStage + numeral, shortStage + numeral + "年级", shortStage + year);
  }

  private static String key(String cell) {
    int number = Cell.wholeNumber(cell);
    return number > Cell.NO_NUMBER ? Integer.toString(number) : Cell.plain(cell);
  }
}
