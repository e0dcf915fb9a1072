package org.xinheng.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.record.FollowUp;
import org.xinheng.screening.CampaignResult;

/**
 * What the campaign still owes, by date: make-ups, forms to give again, skipped critical items, ratings; and what is done at
 * the nodes of the school year.
 */
final class FollowUpTable implements ResultTable {

  private final CampaignResult result;
  private final List<FollowUp> all;

  /**
   * What is owed of a campaign.
   *
   * @param all of the same campaign
   */
  FollowUpTable(CampaignResult result, List<FollowUp> all) {
    this.result = result;
    this.all = List.copyOf(all);
  }

  @Override
  public String name() {
    return "follow-up";
  }

  @Override
  public Text title() {
    return new Text("Follow-up", "待办");
  }

  @Override
  public List<ResultColumn> columns() {
    Hierarchy hierarchy = result.policy().hierarchy();
    List<ResultColumn> columns = new ArrayList<>(
        List.of(ResultColumn.date("by", "By", "期限"), ResultColumn.words("kind", "Kind", "类别")));
    columns.addAll(StudentCells.columns(hierarchy));
    columns.addAll(List.of(
        ResultColumn.of(Hierarchy.Level.DORMITORY, hierarchy),
        ResultColumn.sentence("do.zh-CN", "What to do (Chinese)", "要做什么"),
        ResultColumn.sentence("do.en", "What to do", "要做什么（英文）"),
        ResultColumn.words("who.zh-CN", "Who (Chinese)", "由谁"),
        ResultColumn.words("who.en", "Who", "由谁（英文）"),
        ResultColumn.text("state", "State", "状态"),
        ResultColumn.date("done", "Done", "完成日期")));
    return columns;
  }

  @Override
  public int columnsInSight() {
    return 3;
  }

  @Override
  public void rows(Rows to) throws IOException {
    Hierarchy hierarchy = result.policy().hierarchy();
    for (FollowUp owed : all) {
      Text task = hierarchy.in(owed.text());
      to.add(List.of(
          owed.by().map(SheetCell::date).orElse(SheetCell.EMPTY),
          SheetCell.word(owed.kind().word(), hierarchy.in(owed.kind().named())),
          SheetCell.text(owed.student().map(of -> of.student().id()).orElse("")),
          SheetCell.text(owed.school()),
          owed.grade().map(SheetCell::whole).orElse(SheetCell.EMPTY),
          SheetCell.text(owed.schoolClass().orElse("")),
          dormitory(owed),
          SheetCell.text(task.zhCn() + need(owed, Language.ZH_CN)),
          SheetCell.text(task.en() + need(owed, Language.EN)),
          SheetCell.text(owed.names().zhCn()),
          SheetCell.text(owed.names().en()),
          SheetCell.word(owed.state().word(), owed.state().text()),
          owed.done().map(SheetCell::date).orElse(SheetCell.EMPTY)));
    }
  }

  private static SheetCell dormitory(FollowUp owed) {
    return owed.student()
        .map(of -> StudentCells.dormitory(of.student()))
        .orElse(SheetCell.text(owed.dormitory().orElse("")));
  }

  /** The leading need of a group. */
  private String need(FollowUp owed, Language language) {
    String before = language == Language.ZH_CN ? "；主要需求：" : "; leading need: ";
    return owed.need()
        .flatMap(need -> Optional.ofNullable(result.instruments().get(need.questionnaire()))
            .map(instrument -> instrument.about().name().in(language)
                + instrument
                    .scale(need.scale())
                    .map(scale -> " " + scale.name().in(language))
                    .orElse("")))
        .map(name -> before + name)
        .orElse("");
  }
}
