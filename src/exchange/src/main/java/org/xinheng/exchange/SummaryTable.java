package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.ContactCounts;
import org.xinheng.screening.FirstContact;
import org.xinheng.screening.Summary;

/** Counts by school, grade, class and group, small cells hidden; with a list of contacts also how many were contacted in time. */
final class SummaryTable implements ResultTable {

  private final Summary summary;
  private final Hierarchy hierarchy;

  private final Optional<ContactCounts> contacts;

  SummaryTable(Summary summary, Optional<ContactCounts> contacts, Hierarchy hierarchy) {
    this.summary = summary;
    this.contacts = contacts;
    this.hierarchy = hierarchy;
  }

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public Text title() {
    return new Text("Summary", "汇总");
  }

  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> columns = new ArrayList<>(List.of(
        ResultColumn.text("level", "Level", "层级"),
        ResultColumn.of(Hierarchy.Level.SCHOOL, hierarchy),
        ResultColumn.of(Hierarchy.Level.GRADE, hierarchy),
        ResultColumn.of(Hierarchy.Level.CLASS, hierarchy),
        ResultColumn.text("group", "Group", "群体"),
        ResultColumn.whole("eligible", "Roster", "名册"),
        ResultColumn.whole("responded", "Responded", "作答"),
        ResultColumn.whole("complete", "Complete", "完成")));
    for (Summary.Cell cell : Summary.Cell.values()) {
      boolean isTier = cell != Summary.Cell.NO_TIER;
      String en = isTier ? cell.word() : "no tier";
      String zhCn = isTier ? cell.word() : "未定级";
      columns.add(ResultColumn.whole(cell.word(), en, zhCn));
      columns.add(ResultColumn.decimal(cell.word() + ".percent", en + " %", zhCn + " %"));
    }
    for (FirstContact.State state : FirstContact.State.values()) {
      columns.add(ResultColumn.whole(
          "contact." + state.word(), state.text().en(), state.text().zhCn()));
    }
    return columns;
  }

  @Override
  public int columnsInSight() {
    return 5;
  }

  @Override
  public void rows(Rows to) throws IOException {
    for (Summary.Row of : summary.rows()) {
      List<SheetCell> row = new ArrayList<>(List.of(
          SheetCell.word(of.level().word(), of.level().text(hierarchy)),
          SheetCell.text(of.school()),
          of.grade().map(SheetCell::whole).orElse(SheetCell.EMPTY),
          SheetCell.text(of.schoolClass().orElse("")),
          of.groupName()
              .map(name -> SheetCell.word(of.group().orElseThrow(), name))
              .orElse(SheetCell.EMPTY),
          SheetCell.whole(of.eligible()),
          SheetCell.whole(of.responded()),
          SheetCell.whole(of.complete())));
      for (Summary.Cell cell : Summary.Cell.values()) {
        Optional<Integer> count = of.count(cell);
        row.add(count.map(SheetCell::whole).orElse(hidden()));
        row.add(count.map(shown -> Percent.of(shown, of.eligible())).orElse(hidden()));
      }
      for (FirstContact.State state : FirstContact.State.values()) {
        row.add(contacts
            .flatMap(counts -> counts.of(of))
            .map(counts -> counts.count(state).map(SheetCell::whole).orElse(hidden()))
            .orElse(SheetCell.EMPTY));
      }
      to.add(row);
    }
  }

  private static SheetCell hidden() {
    return SheetCell.text(CampaignFiles.SUPPRESSED);
  }
}
