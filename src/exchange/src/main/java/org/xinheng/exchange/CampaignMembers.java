package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is a member while a campaign runs, each student once. Of a student who changes class or school in that time the class of the
 * last day counts. Rows of two schools with one number are of one student only if their birthdates agree.
 */
final class CampaignMembers {

  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byId = new HashMap<>();

  /** A student. */
  static final class Entry {

    private Member member;
    private final Set<String> formerSchools = new LinkedHashSet<>();

    private Entry(Member member) {
      this.member = member;
    }

    Member member() {
      return member;
    }

    /** Where the student was before, while the campaign ran. */
    Set<String> formerSchools() {
      return formerSchools;
    }

    private static String school(Member of) {
      return of.person().school().orElse("");
    }

    /** Adds a row of the same student at another time. */
    private void add(Member other) {
      formerSchools.add(school(member));
      formerSchools.add(school(other));
      member = other.firstDay().isAfter(member.firstDay()) ? other : member;
      formerSchools.remove(school(member));
    }
  }

  CampaignMembers(LocalDate firstDay, LocalDate lastDay) {
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /**
   * Adds a row with a student.
   *
   * @return whether it can be used: false if the student stands there for the same days already
   */
  boolean add(Member member) {
    if (!member.overlaps(firstDay, lastDay)) {
      return true;
    }
    List<Entry> sameId =
        byId.computeIfAbsent(member.person().student().orElseThrow(), id -> new ArrayList<>());
    for (Entry known : sameId) {
      boolean isSameSchool = Entry.school(known.member()).equals(Entry.school(member));
      boolean isOneTime = known.member().overlaps(member);
      if (isSameSchool && isOneTime) {
        return false;
      }
      if (!isOneTime && (isSameSchool || known.member().hasBirthdateOf(member).orElse(false))) {
        known.add(member);
        return true;
      }
    }
    Entry entry = new Entry(member);
    sameId.add(entry);
    entries.add(entry);
    return true;
  }

  /** In the order of the roster. */
  List<Entry> entries() {
    return entries;
  }
}
