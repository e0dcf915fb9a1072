package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;

/** Which battery a student gets, by the table of the definition language. */
class BatteryOfTest {

  @ParameterizedTest
  @CsvSource({
    // One for any kind of school and one for vocational ones.
    "10, vocational, 'any vocational', vocational",
    "10, general, 'any vocational', any",
    "10, , 'any vocational', any",
    "10, , 'vocational any', any",
    // One for each kind.
    "10, vocational, 'general vocational', vocational",
    "10, general, 'vocational general', general",
    "10, , 'vocational general', vocational",
    // A school of a known kind does not get the battery of the other kind, one of no known kind
    // gets what there is.
    "10, general, vocational, ",
    "10, , vocational, vocational",
    "9, vocational, 'any vocational', "
  })
  void fitsTheKindOfSchool(int grade, String kind, String offered, String expected)
      throws IOException {
    List<Battery> batteries = new ArrayList<>();
    for (String one : offered.split(" ")) {
      batteries.add(battery(one));
    }
    Optional<SchoolKind> ofSchool = Optional.ofNullable(kind)
        .map(word -> word.equals("general") ? SchoolKind.GENERAL : SchoolKind.VOCATIONAL);
    assertThat(Battery.of(grade, ofSchool, batteries).map(Battery::id))
        .isEqualTo(Optional.ofNullable(expected));
  }

  /** The shipped battery of vocational schools under another name and for a kind. */
  private static Battery battery(String kind) throws IOException {
    String text = InstrumentLibrary.shipped().source(Kind.BATTERY, "vocational").text();
    String own = text.replace("battery: vocational", "battery: " + kind)
        .replace(
            "school-kind: vocational\n", kind.equals("any") ? "" : "school-kind: " + kind + "\n");
    return Definitions.battery(SourceText.of("own.yaml", own)).usable();
  }
}
