package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Students are written as school and id, with a bar between the pieces of a file. */
class RisingStudentsTest {

  private final RisingStudents rising = new RisingStudents();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "S:1",
        "S:1 S:2 S:10 S:11",
        "S:9 | S:10",
        "S:2 T:1 | T:2",
        "S:2 | T:1",
        ":1 :2 S:1",
        "S:1 | | S:2",
        "S:12345678 S:123456789 S:123456790",
        "S:zzzzzzzz S:éééé", // eight bytes, compared as they are in UTF-8
        "S:zzzzzzzz | S:éééé",
      })
  void followInOrder(String file) {
    assertThat(follow(file)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S:1 S:1",
        "S:1 | S:1",
        "S:2 S:1",
        "S:2 | S:1",
        "S:1 S:2 | S:2",
        "S:10 S:2",
        "S:10 | S:2",
        "S:1 | | S:1",
        "S:1 T:1 S:2", // a school that was left before
        "S:1 T:1 | S:2",
        "S:1 | T:1 | S:2",
        ":1 S:1 | :2",
        "S:123456789 S:123456788", // alike in eight bytes
        "S:123456789 S:123456789",
        "S:éééé S:zzzzzzzz",
        "S:éééé | S:zzzzzzzz",
      })
  void doNotFollowInOrder(String file) {
    assertThat(follow(file)).isFalse();
  }

  private boolean follow(String file) {
    RisingStudents.Piece piece = new RisingStudents.Piece();
    boolean follow = true;
    for (String students : file.split("\\|")) {
      piece.clear();
      for (String student : students.strip().split(" ")) {
        if (!student.isEmpty()) {
          add(student, piece);
        }
      }
      follow &= rising.follow(piece);
    }
    return follow;
  }

  private static void add(String student, RisingStudents.Piece piece) {
    int colon = student.indexOf(':');
    byte[] id = student.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(id, id.length + RisingStudents.Piece.SLACK);
    piece.add(student.substring(0, colon), bytes, 0, id.length);
  }
}
