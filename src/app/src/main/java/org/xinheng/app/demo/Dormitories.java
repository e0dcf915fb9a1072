package org.xinheng.app.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * The beds of a district's schools, given out in the order of the roster: boys and girls live in houses of their own, whatever
 * their grade, {@value #BEDS} to a room and {@value #ROOMS} rooms to a house.
 */
final class Dormitories {

  private static final int BEDS = 8;
  private static final int ROOMS = 30;
  private static final int ROOMS_ON_A_FLOOR = 10;

  private final Map<House, Integer> taken = new HashMap<>();

  private record House(int school, Sex sex) {}

  /** Where a student lives; both blank for a day student. */
  record Bed(String dormitory, String room) {}

  Bed bed(Enrolment of) {
    if (!of.boards()) {
      return new Bed("", "");
    }
    Sex sex = of.student().sex();
    int room = (taken.merge(new House(of.school(), sex), 1, Integer::sum) - 1) / BEDS;
    int floor = 1 + room % ROOMS / ROOMS_ON_A_FLOOR;
    int door = 1 + room % ROOMS_ON_A_FLOOR;
    String title = sex == Sex.MALE ? "男生" : "女生";
    return new Bed(title + (1 + room / ROOMS) + "号楼", Integer.toString(floor * 100 + door));
  }
}
