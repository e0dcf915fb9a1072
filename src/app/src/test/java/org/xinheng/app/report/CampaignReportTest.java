package org.xinheng.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.screening.CampaignResult;

class CampaignReportTest {

  private static final String HOSTILE = "</title><script>alert(1)</script>\"'&\u202E\u0000";

  private static final CampaignResult SCHOOL = ScreenedSchool.screened(1);
  private static final String HTML = CampaignReport.html(SCHOOL);
  private static final Page PAGE = Page.of(HTML);

  @Test
  void hostileNamesStayText() {
    CampaignResult result = new Invented()
        .named(new Text(HOSTILE, HOSTILE))
        .add(HOSTILE, 7, HOSTILE, 20, 6, 7, 8)
        .add(HOSTILE, 7, "2", 20, 6, 7, 8)
        .result();
    Page page = Page.of(CampaignReport.html(result));
    assertThat(page.all("script")).isEmpty();
    assertThat(page.text()).contains("<script>alert(1)</script>");
    assertThat(page.all("main")).hasSize(1);
  }

  @Test
  void loadsNothingAndRunsNothing() {
    assertThat(HTML).contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;");
    assertThat(HTML)
        .doesNotContain("http:", "https:", "@import", "url(h", "<script", "<link", "<img");
    assertThat(HTML).doesNotContainPattern(" on[a-z]+=");
  }

  @Test
  void everyPartSpeaksBothLanguages() {
    for (Element section : PAGE.all("section")) {
      assertThat(section.getElementsByTagName("h2").item(0).getTextContent())
          .matches("[\\p{IsHan}]+ [A-Z].*");
      for (String language : List.of("zh-CN", "en")) {
        assertThat(section.getElementsByTagName("*").getLength()).isPositive();
        assertThat(Page.in(section, "span").stream()
                .anyMatch(span -> span.getAttribute("lang").equals(language)))
            .isTrue();
      }
    }
    assertThat(PAGE.text()).contains("筛查，不是诊断。", "Screening, not a diagnosis.");
  }

  @Test
  void partsComeInTheOrderOfUse() {
    assertThat(PAGE.all("h2").stream().map(Element::getTextContent))
        .containsExactly(
            "参与情况 Response",
            "支持级别 Tiers of support",
            "预警 Alerts",
            "主要需求 Leading needs",
            "如何阅读 How to read this report");
  }

  @Test
  void everyTableHasACaptionAndEveryHeadAScope() {
    assertThat(PAGE.all("table"))
        .allSatisfy(table -> assertThat(Page.in(table, "caption")).hasSize(1));
    assertThat(PAGE.all("th")).allMatch(head -> !head.getAttribute("scope").isEmpty());
  }

  @Test
  void everyBarHasATitleAndADescription() {
    List<Element> bars = PAGE.all("svg").stream()
        .filter(svg -> svg.getAttribute("role").equals("img"))
        .toList();
    assertThat(bars).hasSizeGreaterThan(45);
    assertThat(bars).allSatisfy(bar -> {
      assertThat(bar.getElementsByTagName("title").getLength()).isEqualTo(1);
      assertThat(bar.getElementsByTagName("desc").getLength()).isEqualTo(1);
    });
  }

  /** 20 + 6 + 7 + 3 = 36: "no tier" is small, "tier 2" hides with it, and the bar shows 9 of 36 as one part. */
  @Test
  void allThatIsHiddenInARowIsOnePartOfItsBar() {
    CampaignResult result = new Invented().add("S", 7, "1", 20, 6, 7, 3).result();
    Element bar = Page.in(Page.of(CampaignReport.html(result)).tables("compact").get(0), "svg")
        .get(0);
    List<String> widths = Page.in(bar, "rect").stream()
        .filter(rect -> rect.getAttribute("fill").equals("url(#hatched)"))
        .map(rect -> rect.getAttribute("width"))
        .toList();
    assertThat(widths).containsExactly("25.00%");
    assertThat(bar.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "一般支持 universal support 20 (56%); 高度关注 intensive support 7 (19%); 已隐去 Hidden 9 (25%)");
  }

  @Test
  void fewAlertsAreNotCounted() {
    assertThat(alertsOf(4)).contains("当日处理 same day", "已隐去 Hidden");
    assertThat(alertsOf(6)).contains("当日处理 same day", "6");
  }

  private static List<String> alertsOf(int students) {
    CampaignResult result = new Invented()
        .alert(Alert.SAME_DAY)
        .add("S", 7, "1", 30, 8, students, 8)
        .alert(Alert.NONE)
        .add("S", 8, "1", 30, 8, 7, 8)
        .result();
    Page page = Page.of(CampaignReport.html(result));
    return Page.cells(Page.rows(page.tables("alerts").get(0)).get(1));
  }

  @Test
  void severalSchoolsStandUnderTheirNames() {
    CampaignResult result = new Invented()
        .add("第一中学", 7, "1", 30, 8, 7, 8)
        .add("第二中学", 7, "1", 30, 8, 7, 8)
        .result();
    Page page = Page.of(CampaignReport.html(result));
    assertThat(Page.rows(page.tables("grades").get(0)).stream()
            .map(row -> Page.cells(row).get(0)))
        .containsExactly(
            "第一中学", "全校 Whole school", "七年级 Grade 7", "第二中学", "全校 Whole school", "七年级 Grade 7");
  }

  @Test
  void holdsNoIdentifierOfAStudent() {
    assertThat(SCHOOL.students())
        .noneMatch(student -> HTML.contains(student.student().id()));
  }

  @Test
  void namesDefinitionsByVersionAndHash() {
    List<List<String>> rows =
        Page.rows(PAGE.tables("definitions").get(0)).stream().map(Page::cells).toList();
    String hash = SCHOOL.policy().hash().substring(0, 12);
    assertThat(rows.get(0))
        .containsExactly(
            "分级规则 Policy", "default", "三级支持与危机预警 Three tiers and an alert", "1.1.0", hash);
    assertThat(rows).hasSize(1 + 3 + 5);
  }

  @Test
  void sameResultGivesSameBytesWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(CampaignReport.html(ScreenedSchool.screened(1))).isEqualTo(HTML);
    } finally {
      Locale.setDefault(before);
    }
  }
}
