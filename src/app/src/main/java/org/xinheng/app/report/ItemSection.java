package org.xinheng.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.EndorsedItem;

/** What students at tier 2 and 3, all together, say most often: topics, for the themes of groups and classes. */
final class ItemSection {

  private static final int MOST = 8;

  private final CampaignResult result;

  ItemSection(CampaignResult result) {
    this.result = result;
  }

  void write(Html html) {
    int small = result.policy().suppressBelow();
    List<ShownNeed> shown = new ArrayList<>();
    for (EndorsedItem item : EndorsedItem.of(result)) {
      CampaignResult.roundedPercent(item.share(), item.asked(), small)
          .filter(percent -> shown.size() < MOST && isNew(item, shown))
          .ifPresent(percent -> shown.add(new ShownNeed(
              item.topic(), item.questionnaire().toUpperCase(Locale.ROOT), item.asked(), percent)));
    }
    html.open("section", "class", "whole");
    html.open("h2").say(Words.ITEMS).closeLine();
    if (shown.isEmpty()) {
      Cells.note(html, Words.NO_ITEMS);
    } else {
      NeedSection.table(html, shown, Words.ITEMS_CAPTION, Words.TOPIC);
    }
    Cells.note(html, Words.with(small, html.hierarchy().in(Words.ITEMS_NOTE)));
    html.closeLine();
  }

  /** Items of one topic are one line, that of the largest share. */
  private static boolean isNew(EndorsedItem item, List<ShownNeed> shown) {
    return shown.stream().noneMatch(one -> one.name().equals(item.topic()));
  }
}
