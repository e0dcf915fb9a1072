package org.xinheng.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.policy.Battery;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.ScreenedTable;
import org.xinheng.screening.Screener;
import org.xinheng.screening.TableScreener;

final class TablesExample {

  private static final byte[] IN_EVERY_ROW = {};

  private TablesExample() {}

  /** Screens students by their codes: by questionnaire, item and student. */
  static ScreenedTable screen(Map<String, byte[][]> codes, int students, LocalDate day)
      throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped();
    Battery battery = library.battery("pre-exam");
    List<ScoringPlan> plans = new ArrayList<>();
    List<ResponseTable> forms = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      ScoringPlan plan = ScoringPlan.compile(library.questionnaire(id));
      ResponseTable form = new ResponseTable(plan.instrument(), students);
      for (int item = 0; item < codes.get(id).length; item++) {
        form.setColumn(item, codes.get(id)[item], IN_EVERY_ROW);
      }
      plans.add(plan);
      forms.add(form);
    }
    Screener screener = new Screener(battery, library.policy("default"), day);
    return new TableScreener(screener, plans).screen(forms);
  }
}
