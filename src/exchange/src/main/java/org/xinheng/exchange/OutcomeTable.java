package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.profile.ResultColumns;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Form;
import org.xinheng.screening.StudentOutcome;

/** Every student: status, tier, alert, the reason in both languages, every score and band. */
final class OutcomeTable implements ResultTable {

  private final CampaignResult result;
  private final OutcomeCells outcomes;

  OutcomeTable(CampaignResult result) {
    this.result = result;
    this.outcomes = new OutcomeCells(result.policy());
  }

  @Override
  public String name() {
    return "outcomes";
  }

  @Override
  public Text title() {
    return new Text("Outcomes", "结果");
  }

  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> columns =
        new ArrayList<>(StudentCells.columns(result.policy().hierarchy()));
    columns.add(ResultColumn.of(Hierarchy.Level.DORMITORY, result.policy().hierarchy()));
    ResultColumns.ofOutcome().forEach(column -> columns.add(ofOutcome(column.name())));
    for (Instrument instrument : result.instruments().values()) {
      for (Scale scale : instrument.scales()) {
        String name = instrument.id() + "." + scale.id();
        columns.add(ResultColumn.named(name, SheetColumn.Kind.DECIMAL));
        columns.add(ResultColumn.named(name + ".band", SheetColumn.Kind.TEXT));
      }
      for (Classification classification : instrument.classifications()) {
        columns.add(
            ResultColumn.named(instrument.id() + "." + classification.id(), SheetColumn.Kind.TEXT));
      }
    }
    return columns;
  }

  private static ResultColumn ofOutcome(String word) {
    return switch (word) {
      case "status" -> ResultColumn.text(word, "Status", "状态");
      case "tier" -> ResultColumn.code(word);
      case "tier.name" -> ResultColumn.words(word, "Tier", "级别");
      case "at-least" -> ResultColumn.text(word, "At least", "至少");
      case "alert" -> ResultColumn.text(word, "Alert", "预警");
      case "rule" -> ResultColumn.words(word, "Rule", "规则");
      case "reason.zh-CN" -> ResultColumn.sentence(word, "Reason (Chinese)", "理由");
      case "reason.en" -> ResultColumn.sentence(word, "Reason", "理由（英文）");
      default -> ResultColumn.named(word, SheetColumn.Kind.TEXT);
    };
  }

  @Override
  public int columnsInSight() {
    return 4;
  }

  @Override
  public void rows(Rows to) throws IOException {
    for (StudentOutcome student : result.students()) {
      List<SheetCell> row = new ArrayList<>(StudentCells.of(student.student()));
      row.add(StudentCells.dormitory(student.student()));
      row.addAll(outcomes.cells(student.outcome()));
      for (Instrument instrument : result.instruments().values()) {
        addResults(instrument, Optional.ofNullable(student.forms().get(instrument.id())), row);
      }
      to.add(row);
    }
  }

  private static void addResults(Instrument instrument, Optional<Form> form, List<SheetCell> row) {
    for (Scale scale : instrument.scales()) {
      row.add(form.map(of -> value(of, scale)).orElse(SheetCell.EMPTY));
      row.add(form.flatMap(of -> of.scores().band(of.row(), scale.id()))
          .map(band -> SheetCell.word(band.id(), band.label()))
          .orElse(SheetCell.EMPTY));
    }
    for (Classification classification : instrument.classifications()) {
      row.add(SheetCell.text(form.flatMap(of -> of.scores().outcome(of.row(), classification.id()))
          .map(Classification.Outcome::id)
          .orElse("")));
    }
  }

  private static SheetCell value(Form form, Scale scale) {
    var value = form.scores().value(form.row(), scale.id());
    return value.isPresent() ? SheetCell.decimal(value.getAsDouble()) : SheetCell.EMPTY;
  }
}
