package org.xinheng.screening;

import java.util.Optional;

/**
 * Where a student lives at school: across grades and classes.
 *
 * @param name of the building, or of the part of it that somebody looks after; unique within a school
 * @param room within it, if it is known
 */
public record Dormitory(String name, Optional<String> room) {

  /** Name and room, such as {@code 3号楼 205}. */
  public String text() {
    return room.map(of -> name + " " + of).orElse(name);
  }
}
