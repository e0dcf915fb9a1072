package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Instrument;

class BatteryLoadTest {

  @Test
  void addsMinutesAndItemsOfTheQuestionnaires() throws IOException {
    // PHQ-9: 3 minutes, 9 items; GAD-7: 2 minutes, 7 items.
    BatteryLoad load = load("phq-9", "gad-7");
    assertThat(load.minutes()).isEqualTo(5);
    assertThat(load.items()).isEqualTo(16);
    assertThat(load.isCore()).isTrue();
  }

  @Test
  void namesWhatTheSchoolMustObtainInTheOrderOfTheBattery() throws IOException {
    BatteryLoad load = load("who-5", "phq-9", "mht");
    assertThat(load.toObtain()).containsExactly("who-5", "mht");
    assertThat(load.isCore()).isFalse();
  }

  @Test
  void theHighestStatedReadingAgeCounts() throws IOException {
    assertThat(load("phq-9").readingAge()).isEmpty();
  }

  private static BatteryLoad load(String... ids) throws IOException {
    List<Instrument> questionnaires = new ArrayList<>();
    for (String id : ids) {
      questionnaires.add(InstrumentLibrary.shipped().questionnaire(id));
    }
    return BatteryLoad.of(questionnaires);
  }
}
