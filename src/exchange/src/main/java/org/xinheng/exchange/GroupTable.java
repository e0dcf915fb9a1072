package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Tier;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.SupportGroups;

/** Proposed groups of tier 2, one row a student, for a person to change; then who is in none, and why. */
final class GroupTable implements ResultTable {

  private final SupportGroups.Proposal proposal;
  private final OutcomeCells outcomes;
  private final Hierarchy hierarchy;

  GroupTable(CampaignResult result) {
    this.proposal = SupportGroups.of(result, SupportGroups.Size.USUAL);
    this.outcomes = new OutcomeCells(result.policy());
    this.hierarchy = result.policy().hierarchy();
  }

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public Text title() {
    return new Text("Groups", "小组");
  }

  @Override
  public List<ResultColumn> columns() {
    List<ResultColumn> columns = new ArrayList<>(List.of(
        ResultColumn.whole("group", "Group", "小组"),
        ResultColumn.text("grades", "Grades", "小组年级"),
        ResultColumn.whole("size", "Size", "人数"),
        ResultColumn.code("topic"),
        ResultColumn.words("topic.zh-CN", "Topic (Chinese)", "主题"),
        ResultColumn.words("topic.en", "Topic", "主题（英文）")));
    columns.addAll(StudentCells.columns(hierarchy));
    columns.addAll(List.of(
        ResultColumn.code("tier"),
        ResultColumn.words("tier.name", "Tier", "级别"),
        ResultColumn.sentence("reason.zh-CN", "Why (Chinese)", "理由"),
        ResultColumn.sentence("reason.en", "Why", "理由（英文）")));
    return columns;
  }

  @Override
  public int columnsInSight() {
    return 6;
  }

  @Override
  public void rows(Rows to) throws IOException {
    for (int i = 0; i < proposal.groups().size(); i++) {
      SupportGroups.Group group = proposal.groups().get(i);
      String grades =
          group.grades().stream().map(String::valueOf).collect(Collectors.joining(", "));
      List<SheetCell> of = List.of(
          SheetCell.whole(i + 1),
          SheetCell.text(grades),
          SheetCell.whole(group.members().size()),
          SheetCell.text(group.need().toString()),
          SheetCell.text(group.topic().zhCn()),
          SheetCell.text(group.topic().en()));
      for (SupportGroups.Member member : group.members()) {
        to.add(row(of, member.student(), group.reason()));
      }
    }
    List<SheetCell> none = java.util.Collections.nCopies(6, SheetCell.EMPTY);
    for (SupportGroups.LeftOut leftOut : proposal.leftOut()) {
      to.add(row(none, leftOut.student(), leftOut.reason()));
    }
  }

  private List<SheetCell> row(List<SheetCell> group, StudentOutcome student, Text reason) {
    Optional<Tier> tier = student.outcome().tier();
    List<SheetCell> row = new ArrayList<>(group);
    row.addAll(StudentCells.of(student.student()));
    row.add(SheetCell.text(OutcomeCells.code(tier)));
    row.add(SheetCell.text(outcomes.name(tier)));
    row.add(SheetCell.text(reason.zhCn()));
    row.add(SheetCell.text(reason.en()));
    return row;
  }
}
