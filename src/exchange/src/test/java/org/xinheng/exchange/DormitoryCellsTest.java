package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.screening.Dormitory;

class DormitoryCellsTest {

  @ParameterizedTest
  @CsvSource({
    "3号楼205, 3号楼, 205",
    "3号楼 205室, 3号楼, 205",
    "３号楼２０５, 3号楼, 205",
    "女生公寓A座-305, 女生公寓A座, 305",
    "东区2栋#1012房, 东区2栋, 1012",
    "3-205, 3, 205",
    "A-205, A, 205",
    "'West House, Room 12', West House, 12"
  })
  void readsBuildingAndRoomOfOneCellInEitherColumn(String cell, String name, String room) {
    Dormitory dormitory = new Dormitory(name, Optional.of(room));
    assertThat(DormitoryCells.read(cell, "")).hasValue(dormitory);
    assertThat(DormitoryCells.read("", cell)).hasValue(dormitory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3号楼", "兰苑", "205", "2号楼3层东", "West House"})
  void takesACellThatNamesOneThingAsItStands(String cell) {
    assertThat(DormitoryCells.read(cell, "")).hasValue(new Dormitory(cell, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "无", "走读", "否", "-", "/", "day student"})
  void seesThatThereIsNone(String cell) {
    assertThat(DormitoryCells.read(cell, "")).isEmpty();
    assertThat(DormitoryCells.read("", cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3号楼, 205", "West House, 12b"})
  void keepsTwoColumnsApart(String name, String room) {
    assertThat(DormitoryCells.read(name, room)).hasValue(new Dormitory(name, Optional.of(room)));
  }
}
