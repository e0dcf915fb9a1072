package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.StudentIds;

/**
 * The list that a school sends, brought together with the roster that is kept. Nothing is written until {@link #write} is called.
 *
 * <p>A student is known by number and school. Under another school a number is of the same student only if the birthdates agree, or
 * if it is a national student number and none is known. Who is not on the list and was at one of its schools is closed on the day
 * before, never deleted; who is in another class or dormitory gets a new row from the
 * day on. What people decided is not touched: consent, and every column that the list knows nothing of.
 */
public final class RosterImport {

  /** The name of the roster in a folder. */
  public static final String FILE_NAME = "roster.csv";

  /** Up to so many students of a school may leave unseen, or a fifth of it. */
  private static final int FEW = 10;

  private static final int PART_OF_SCHOOL = 5;

  private final Path target;
  private final LocalDate date;
  private final RosterList list;
  private final KeptRoster kept;
  private final Map<String, List<KeptRoster.Period>> byId = new HashMap<>();
  private final Set<KeptRoster.Period> found = new HashSet<>();
  private final Set<String> listedSchools = new HashSet<>();
  private final Set<List<String>> listed = new HashSet<>();
  private final List<Diagnostic> faults = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final Map<String, Long> openBefore = new HashMap<>();
  private final Map<String, Long> closedOf = new TreeMap<>();
  private int badRows;
  private boolean isSomebodyUnknown;
  private int added;
  private int moved;
  private int transferred;
  private int corrected;
  private int unchanged;
  private int closed;
  private int otherConsent;

  private RosterImport(Path target, LocalDate date, RosterList list, KeptRoster kept) {
    this.target = target;
    this.date = date;
    this.list = list;
    this.kept = kept;
  }

  /**
   * Reads both and finds out what the list changes.
   *
   * @param list the file of the school
   * @param into the roster that is kept, or a folder for it; neither need be there
   * @param date the first day on which the list holds
   * @param ids by which students are kept, whatever stands in the list
   * @throws TableException if one of them is no table of students, or the roster that is kept has a row at fault
   * @throws IllegalArgumentException if the roster has changes of a later day, or pseudonyms where the list has ids
   */
  public static RosterImport of(Path list, Path into, LocalDate date, StudentIds ids)
      throws IOException {
    Path target = Files.isDirectory(into) ? into.resolve(FILE_NAME) : into;
    KeptRoster kept = KeptRoster.read(target, ids);
    Optional<LocalDate> last = kept.lastChange();
    if (last.isPresent() && last.get().isAfter(date)) {
      throw new IllegalArgumentException("the roster has changes of " + last.get()
          + "; the date of the list must not be before: " + date);
    }
    RosterList read = RosterList.read(list, date, ids);
    if (kept.lacksKeyOf(ids)
        && read.rows().stream().anyMatch(row -> isId(row.member().person(), ids))) {
      throw new IllegalArgumentException("the roster holds pseudonyms, and the list does not; name"
          + " the key of the roster with --pseudonyms");
    }
    RosterImport plan = new RosterImport(target, date, read, kept);
    plan.bringTogether();
    return plan;
  }

  /**
   * The list alone, as if nothing were kept yet.
   *
   * @throws TableException if it is no table of students
   */
  public static RosterImport alone(Path list, LocalDate date, StudentIds ids) throws IOException {
    RosterImport plan = new RosterImport(
        Path.of(FILE_NAME), date, RosterList.read(list, date, ids), KeptRoster.empty());
    plan.bringTogether();
    return plan;
  }

  private static boolean isId(Person person, StudentIds ids) {
    return person.student().filter(id -> !ids.lacksKeyOf(id)).isPresent();
  }

  private void bringTogether() {
    warnings.addAll(list.warnings());
    kept.periods().stream()
        .sorted(Comparator.comparing(period -> period.member().firstDay()))
        .forEach(period -> byId.computeIfAbsent(
                period.member().person().student().orElse(""), id -> new ArrayList<>())
            .add(period));
    kept.periods().stream()
        .filter(this::isOpen)
        .forEach(period -> openBefore.merge(school(period.member()), 1L, Long::sum));
    for (RosterList.Row row : list.rows()) {
      listedSchools.add(school(row.member()));
      listed.add(key(row.member().person()));
    }
    for (RosterList.BadRow row : list.bad()) {
      keepBad(row.faults(), row.person());
    }
    for (RosterList.Row row : list.rows()) {
      take(row);
    }
    closeTheGone();
  }

  /** Whoever stands in a row that cannot be used is not gone. */
  private void keepBad(List<Diagnostic> ofRow, Person person) {
    badRows++;
    faults.addAll(ofRow);
    List<KeptRoster.Period> known =
        person.student().map(id -> byId.getOrDefault(id, List.of())).orElse(List.of());
    found.addAll(known);
    isSomebodyUnknown |= person.student().isEmpty();
  }

  private void take(RosterList.Row row) {
    Member member = row.member();
    List<KeptRoster.Period> sameId =
        byId.getOrDefault(member.person().student().orElse(""), List.of());
    Optional<KeptRoster.Period> atSchool =
        last(sameId.stream().filter(period -> isSameSchool(period, member)).toList());
    List<KeptRoster.Period> elsewhere = sameId.stream()
        .filter(period -> !isSameSchool(period, member))
        .filter(period -> !listed.contains(key(period.member().person())))
        .toList();
    if (atSchool.isPresent()) {
      if (atSchool.get().member().hasBirthdateOf(member).filter(same -> !same).isPresent()) {
        refuse(
            row,
            "roster.other-birthdate",
            "the student of this number has another birthdate on the roster",
            "correct the birthdate in the list or on the roster; a number that was given to"
                + " another student needs a new one");
        return;
      }
      if (isOpen(atSchool.get())) {
        update(atSchool.get(), member);
        return;
      }
    }
    Optional<KeptRoster.Period> same = last(elsewhere.stream()
        .filter(period -> period.member().hasBirthdateOf(member).orElse(row.isNational()))
        .toList());
    boolean isDoubtful = !row.isNational()
        && same.isEmpty()
        && atSchool.isEmpty()
        && elsewhere.stream()
            .anyMatch(period ->
                isOpen(period) && period.member().hasBirthdateOf(member).isEmpty());
    if (isDoubtful) {
      refuse(
          row,
          "roster.other-school",
          "the number is that of a student of another school on the roster, and nobody can say"
              + " whether it is the same",
          "write the birthdate in both, or numbers that differ from school to school");
    } else if (same.isPresent() && isOpen(same.get())) {
      transferred++;
      update(same.get(), member);
    } else if (same.isPresent() || atSchool.isPresent()) {
      // Back again: what people wrote about the student goes along.
      added++;
      KeptRoster.Period before = same.or(() -> atSchool).orElseThrow();
      countConsent(before, member);
      kept.reopen(
          before, member, member.from().filter(day -> !day.isAfter(date)).orElse(date));
    } else {
      added++;
      kept.add(firstTime(member));
    }
  }

  /** Those who are on the very first list were there before; everybody later comes on the day of the list. */
  private Member firstTime(Member member) {
    Optional<LocalDate> from =
        member.from().isPresent() || byId.isEmpty() ? member.from() : Optional.of(date);
    return member.between(from, Optional.empty());
  }

  private void update(KeptRoster.Period period, Member member) {
    found.add(period);
    countConsent(period, member);
    boolean isMoved =
        !isSameClass(period.member(), member) || period.member().livesElsewhereThan(member);
    if (isMoved) {
      moved++;
      LocalDate from = member.from().filter(day -> !day.isAfter(date)).orElse(date);
      if (!from.isAfter(period.member().firstDay())) {
        kept.correctClass(period, member);
        kept.putDetails(period, member);
      } else {
        kept.move(period, member, from);
      }
    } else if (kept.putDetails(period, member)) {
      corrected++;
    } else {
      unchanged++;
    }
  }

  private void countConsent(KeptRoster.Period period, Member member) {
    boolean isOther =
        member.consent().isPresent() && !member.consent().equals(period.member().consent());
    otherConsent += isOther ? 1 : 0;
  }

  private void refuse(RosterList.Row row, String code, String message, String hint) {
    keepBad(
        List.of(Diagnostic.error(code, row.place(), "%s", message).hint("%s", hint)),
        row.member().person());
  }

  private void closeTheGone() {
    if (isSomebodyUnknown) {
      warnings.add(Diagnostic.warning(
          "roster.nobody-closed",
          list.bad().stream()
              .filter(row -> row.person().student().isEmpty())
              .findFirst()
              .orElseThrow()
              .faults()
              .get(0)
              .place(),
          "a row names no student, so nobody can say who is gone: nobody is closed"));
      return;
    }
    for (KeptRoster.Period period : kept.periods()) {
      Member member = period.member();
      boolean isOfList = !list.namesSchools() || listedSchools.contains(school(member));
      boolean isKnown =
          byId.getOrDefault(member.person().student().orElse(""), List.of()).contains(period);
      if (isKnown && isOpen(period) && isOfList && !found.contains(period)) {
        closed++;
        closedOf.merge(school(member), 1L, Long::sum);
        kept.close(period, date.minusDays(1));
      }
    }
  }

  private boolean isOpen(KeptRoster.Period period) {
    return !period.member().lastDay().isBefore(date);
  }

  private static Optional<KeptRoster.Period> last(List<KeptRoster.Period> periods) {
    return periods.stream().reduce((earlier, later) -> later);
  }

  private boolean isSameSchool(KeptRoster.Period period, Member member) {
    return !list.namesSchools() || school(period.member()).equals(school(member));
  }

  /** A list that names no class says nothing against the one that is known. */
  private boolean isSameClass(Member one, Member other) {
    return one.person().grade().equals(other.person().grade())
        && (other.person().schoolClass().isEmpty()
            || one.person().schoolClass().equals(other.person().schoolClass()))
        && (!list.namesSchools() || school(one).equals(school(other)));
  }

  private static String school(Member member) {
    return member.person().school().orElse("");
  }

  private static List<String> key(Person person) {
    return List.of(person.school().orElse(""), person.student().orElse(""));
  }

  /** What is wrong with rows of the list, in file order; as long as there is any, nothing is to be imported. */
  public List<Diagnostic> faults() {
    return TableException.inFileOrder(faults);
  }

  /** What is doubtful and keeps nothing from being imported. */
  public List<Diagnostic> warnings() {
    return List.copyOf(warnings);
  }

  /** How many rows of the list cannot be used. */
  public int badRows() {
    return badRows;
  }

  /** How many students there are of each kind, by its word, in the order in which it is told. */
  public Map<Change, Integer> counts() {
    Map<Change, Integer> counts = new LinkedHashMap<>();
    counts.put(Change.ADDED, added);
    counts.put(Change.MOVED, moved);
    counts.put(Change.TRANSFERRED, transferred);
    counts.put(Change.CORRECTED, corrected);
    counts.put(Change.CLOSED, closed);
    counts.put(Change.UNCHANGED, unchanged);
    counts.put(Change.OTHER_CONSENT, otherConsent);
    return counts;
  }

  /** What the list does to a student of the roster. */
  public enum Change {
    ADDED("added", "new on the roster, or back again", "新增（含返校）"),
    MOVED("moved", "in another school, grade, class or dormitory from the date on", "转班、升级、转校或换宿舍"),
    TRANSFERRED("transferred", "of these, from another school", "其中转校"),
    CORRECTED(
        "corrected",
        "sex, birthdate, boarding, dormitory or kind of school",
        "更正性别、出生日期、住宿、宿舍或学校类别"),
    CLOSED("closed", "not on the list any more; kept with a last day", "离校（保留记录，注明截止日期）"),
    UNCHANGED("unchanged", "", "未变"),
    OTHER_CONSENT(
        "other-consent", "the list says another consent; the roster's is kept", "同意情况与名单不同（保留原记录）");

    private final String word;
    private final String en;
    private final String zhCn;

    Change(String word, String en, String zhCn) {
      this.word = word;
      this.en = en;
      this.zhCn = zhCn;
    }

    public String word() {
      return word;
    }

    /** What it means, in English; empty if the word says it. */
    public String en() {
      return en;
    }

    public String zhCn() {
      return zhCn;
    }
  }

  /**
   * How many students would be closed, if they are so many of a school that the list may have been only a part of it; empty if not.
   */
  public Optional<Integer> closesMany() {
    boolean many = closedOf.entrySet().stream()
        .anyMatch(of -> of.getValue() > FEW
            && of.getValue() * PART_OF_SCHOOL > openBefore.getOrDefault(of.getKey(), 0L));
    return many ? Optional.of(closed) : Optional.empty();
  }

  /** The file that {@link #write} writes. */
  public Path target() {
    return target;
  }

  /** Writes the roster with all that can be used of the list. */
  public void write() throws IOException {
    kept.write(target);
  }
}
