package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.Participation;

/**
 * Who took part, by school, grade and class. The counts of the kinds of participation add up to the roster; each rate says of
 * whom it is.
 */
final class CoverageTable implements ResultTable {

  private final Coverage coverage;
  private final Hierarchy hierarchy;

  CoverageTable(Coverage coverage, Hierarchy hierarchy) {
    this.coverage = coverage;
    this.hierarchy = hierarchy;
  }

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public Text title() {
    return new Text("Coverage", "参与");
  }

  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> columns = new ArrayList<>(List.of(
        ResultColumn.text("level", "Level", "层级"),
        ResultColumn.of(Hierarchy.Level.SCHOOL, hierarchy),
        ResultColumn.of(Hierarchy.Level.GRADE, hierarchy),
        ResultColumn.of(Hierarchy.Level.CLASS, hierarchy),
        ResultColumn.whole("eligible", "Roster", "名册"),
        ResultColumn.whole("consented", "Consented", "已同意")));
    for (Participation participation : Participation.values()) {
      Text name = participation.text();
      columns.add(ResultColumn.whole(participation.word(), name.en(), name.zhCn()));
    }
    columns.addAll(List.of(
        ResultColumn.whole("make-up-due", "Make-up due", "应补测"),
        ResultColumn.decimal("responded-of-roster.percent", "Responded, % of roster", "作答占名册 %"),
        ResultColumn.decimal(
            "responded-of-willing.percent",
            "Responded, % of those not lacking consent",
            "作答占未缺同意者 %"),
        ResultColumn.decimal("complete-of-roster.percent", "Complete, % of roster", "完成占名册 %"),
        ResultColumn.decimal(
            "complete-of-willing.percent",
            "Complete, % of those not lacking consent",
            "完成占未缺同意者 %"),
        ResultColumn.decimal(
            "complete-of-responded.percent", "Complete, % of responded", "完成占作答 %"),
        ResultColumn.text("yearly-screen", "Screen of the year", "学年筛查")));
    return columns;
  }

  @Override
  public int columnsInSight() {
    return 4;
  }

  @Override
  public void rows(Rows to) throws IOException {
    for (Coverage.Row of : coverage.rows()) {
      List<SheetCell> row = new ArrayList<>(List.of(
          SheetCell.word(of.level().word(), of.level().text(hierarchy)),
          SheetCell.text(of.school()),
          of.grade().map(SheetCell::whole).orElse(SheetCell.EMPTY),
          SheetCell.text(of.schoolClass().orElse("")),
          SheetCell.whole(of.eligible()),
          of.consented().map(SheetCell::whole).orElse(SheetCell.EMPTY)));
      for (Participation participation : Participation.values()) {
        row.add(SheetCell.whole(of.of(participation)));
      }
      int complete = of.of(Participation.COMPLETE);
      row.addAll(List.of(
          SheetCell.whole(of.makeUpDue()),
          Percent.of(of.responded(), of.eligible()),
          Percent.of(of.responded(), of.willing()),
          Percent.of(complete, of.eligible()),
          Percent.of(complete, of.willing()),
          Percent.of(complete, of.responded()),
          of.grade().isPresent() && of.schoolClass().isEmpty()
              ? SheetCell.word(of.yearly().word(), of.yearly().text())
              : SheetCell.EMPTY));
      to.add(row);
    }
  }
}
