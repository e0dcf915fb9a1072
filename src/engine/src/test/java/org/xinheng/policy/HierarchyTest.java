package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy.Level;

class HierarchyTest {

  private static final Hierarchy OWN = new Hierarchy(Map.of(
      Level.DISTRICT, new Text("Learning area", "学区"),
      Level.SCHOOL, new Text("Campus", "校区"),
      Level.GRADE, new Text("Year group", "年级组"),
      Level.CLASS, new Text("KS class", "中队"),
      Level.DORMITORY, new Text("House", "公寓")));

  @ParameterizedTest
  @CsvSource({"4, 四年级, Grade 4", "9, 九年级, Grade 9", "10, 高一, Grade 10", "12, 高三, Grade 12"})
  void gradesAreCalledAsUsual(int grade, String zhCn, String en) {
    assertThat(Hierarchy.USUAL.grade(grade)).isEqualTo(new Text(en, zhCn));
  }

  @ParameterizedTest
  @CsvSource({"4, 四年级组, Year group 4", "10, 高一年级组, Year group 10", "13, 13 年级组, Year group 13"})
  void gradesAreCalledByTheNameOfTheirLevel(int grade, String zhCn, String en) {
    assertThat(OWN.grade(grade)).isEqualTo(new Text(en, zhCn));
  }

  @Test
  void numberedClassesAreCalledByTheirLevelAndOthersAsTheyStand() {
    assertThat(Hierarchy.USUAL.schoolClass("2")).isEqualTo(new Text("Class 2", "2 班"));
    assertThat(OWN.schoolClass("2")).isEqualTo(new Text("KS class 2", "2 中队"));
    assertThat(OWN.schoolClass("火箭班")).isEqualTo(new Text("火箭班", "火箭班"));
  }

  @Test
  void wholeLevelsAreCalledAsPeopleDo() {
    assertThat(Hierarchy.USUAL.whole(Level.SCHOOL)).isEqualTo(new Text("Whole school", "全校"));
    assertThat(Hierarchy.USUAL.whole(Level.DISTRICT)).isEqualTo(new Text("Whole district", "全区"));
    assertThat(OWN.whole(Level.SCHOOL)).isEqualTo(new Text("Whole campus", "全校区"));
    assertThat(OWN.whole(Level.DISTRICT)).isEqualTo(new Text("Whole learning area", "全学区"));
  }

  @Test
  void sentencesHaveNamesInThePlaceOfMarks() {
    assertThat(OWN.in(new Text("every {class} of a {school}", "各{school}的{class}")))
        .isEqualTo(new Text("every KS class of a campus", "各校区的中队"));
  }

  @Test
  void everyLevelHasAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hierarchy(Map.of(Level.SCHOOL, new Text("School", "学校"))))
        .withMessageContaining("every level needs a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "four-level-four-colour", "mtss-three-tier"})
  void shippedPoliciesSayTheUsualNamesAndGradesFourToTwelve(String id) throws IOException {
    TierPolicy policy = InstrumentLibrary.shipped().policy(id);
    assertThat(policy.hierarchy()).isEqualTo(Hierarchy.USUAL);
    assertThat(policy.requiredGrades()).hasToString("Optional[4..12]");
    assertThat(policy.overFlag().orElseThrow().of())
        .containsExactly(Level.CLASS, Level.GRADE, Level.SCHOOL, Level.DORMITORY);
  }
}
