package org.xinheng.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.record.TimeToContact;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;

class CampaignReportTest {

  private static final String HOSTILE = "</title><script>alert(1)</script>\"'&\u202E\u0000";

  private static final CampaignResult SCHOOL = ScreenedSchool.screened(1);
  private static final String HTML = html(SCHOOL, Language.ZH_CN);
  private static final Page PAGE = Page.of(HTML);

  @Test
  void hostileNamesStayText() {
    CampaignResult result = new Invented()
        .named(new Text(HOSTILE, HOSTILE))
        .add(HOSTILE, 7, HOSTILE, 20, 6, 7, 8)
        .add(HOSTILE, 7, "2", 20, 6, 7, 8)
        .result();
    Page page = Page.of(html(result, Language.ZH_CN));
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
  void everyPartSpeaksTheLanguageThatWasAskedFor() {
    String english = html(SCHOOL, Language.EN);
    assertThat(PAGE.text()).contains("筛查，不是诊断。").doesNotContain("Screening, not a diagnosis.");
    assertThat(PAGE.all("h2").stream().map(Element::getTextContent))
        .allMatch(head -> head.matches("[\\p{IsHan}、，]+"));
    assertThat(english).contains("<html lang=\"en\">", "Screening, not a diagnosis.");
    Page page = Page.of(english.replace("示范学校", "school"));
    assertThat(page.text()).doesNotContainPattern("\\p{IsHan}");
  }

  /** A policy that calls every level in its own way: no page says the usual word anywhere. */
  @Test
  void levelsAreCalledAsThePolicySays() throws IOException {
    CampaignResult school = withLevels("学区", "校区", "年段", "中队");
    String report = Page.of(html(school, Language.ZH_CN)).text();
    assertThat(report)
        .contains("全校区", "七年段", "高一年段", "七年段 1 中队", "各年段应筛")
        .doesNotContain("年级", "班级", "全校 ", " 班", "区县");
    String district = Page.of(
            DistrictReport.html(school, TimeToContact.allCounts(school), Language.ZH_CN))
        .text();
    assertThat(district).contains("全学区", "各校区").doesNotContain("区县", "年级", "班级");
    assertThat(Page.of(html(school, Language.EN)).text())
        .contains("Whole campus", "Year 7", "Year 7 Company 1", "by year")
        .doesNotContain("Grade", "by grade", "by class", "Class ");
    assertThat(TerminalSummary.lines(school, TimeToContact.allCounts(school)))
        .anyMatch(line -> line.startsWith("七年段 Year 7 "));
  }

  @Test
  void aSchoolHasTheSameReportByTheCountsOfAllSchools() throws IOException {
    CampaignResult before = new Invented()
        .add("S", 7, "1", 60, 12, 9, 8)
        .add("T", 7, "1", 64, 10, 8, 6)
        .result();
    CampaignResult changed = new Invented()
        .add("S", 7, "1", 60, 12, 9, 8)
        .add("T", 7, "1", 63, 11, 8, 6)
        .result()
        .after(List.of(TimeToContact.allCounts(before).published()));
    CampaignCounts counts = TimeToContact.allCounts(changed);
    assertThat(counts.countedAgain()).containsExactly("T");
    changed
        .bySchool()
        .forEach((name, school) -> assertThat(
                CampaignReport.html(school, counts.ofSchool(name), Language.EN))
            .isEqualTo(html(school, Language.EN)));
  }

  private static String html(CampaignResult result, Language language) {
    return CampaignReport.html(result, TimeToContact.allCounts(result), language);
  }

  private static CampaignResult withLevels(
      String district, String school, String grade, String schoolClass) throws IOException {
    String text = InstrumentLibrary.shipped().source(Kind.POLICY, "default").text();
    String own = text.replace("{en: District, zh-CN: 区县}", "{en: Area, zh-CN: " + district + "}")
        .replace("{en: School, zh-CN: 学校}", "{en: Campus, zh-CN: " + school + "}")
        .replace("{en: Grade, zh-CN: 年级}", "{en: Year, zh-CN: " + grade + "}")
        .replace("{en: Class, zh-CN: 班级}", "{en: Company, zh-CN: " + schoolClass + "}");
    CampaignResult invented = new Invented()
        .named(new Text("Autumn", "秋季"))
        .add("一中", 7, "1", 20, 6, 7, 8)
        .add("一中", 7, "2", 20, 6, 7, 8)
        .add("一中", 10, "1", 20, 6, 7, 8)
        .result();
    return new CampaignResult(
        invented.campaign(),
        Definitions.policy(SourceText.of("own.yaml", own)).usable(),
        invented.batteries(),
        invented.instruments(),
        invented.students());
  }

  @Test
  void partsComeInTheOrderOfUse() {
    assertThat(PAGE.all("h2").stream().map(Element::getTextContent))
        .containsExactly(
            "参与情况",
            "支持级别",
            "预警",
            "主要需求",
            "与上一学年相比",
            "主量表得分分布",
            "二、三级学生最常肯定的内容",
            "各群体的机会",
            "数据质量",
            "如何阅读");
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
    assertThat(bars).hasSizeGreaterThan(20);
    assertThat(bars).allSatisfy(bar -> {
      assertThat(bar.getElementsByTagName("title").getLength()).isEqualTo(1);
      assertThat(bar.getElementsByTagName("desc").getLength()).isEqualTo(1);
    });
  }

  /** 40 + 12 + 2 + 16 = 70: tier 3 is small, tier 2 hides with it, and the bar shows 14 of 70 as one part. */
  @Test
  void allThatIsHiddenInARowIsOnePartOfItsBar() {
    Invented invented = new Invented();
    for (int grade = 7; grade <= 8; grade++) {
      invented.add("S", grade, "1", 20, 6, 1, 8).add("S", grade, "2", 20, 6, 1, 8);
    }
    Page page = Page.of(html(invented.result(), Language.ZH_CN));
    Element bar = Page.in(Page.rows(page.tables("grades").get(0)).get(1), "svg").get(0);
    List<String> widths = Page.in(bar, "rect").stream()
        .filter(rect -> rect.getAttribute("fill").equals("url(#hatched)"))
        .map(rect -> rect.getAttribute("width"))
        .toList();
    assertThat(widths).containsExactly("20.00%");
    assertThat(bar.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("一般支持 40 (57%); 已隐去 14 (20%); 未定级 16 (23%)");
  }

  @Test
  void fewAlertsAreNotCounted() {
    assertThat(alertsOf(4)).contains("当日处理", "已隐去");
    assertThat(alertsOf(6)).contains("当日处理", "6");
  }

  private static List<String> alertsOf(int students) {
    CampaignResult result = new Invented()
        .alert(Alert.SAME_DAY)
        .add("S", 7, "1", 30, 8, students, 8)
        .alert(Alert.NONE)
        .add("S", 8, "1", 30, 8, 7, 8)
        .result();
    Page page = Page.of(html(result, Language.ZH_CN));
    return Page.cells(Page.rows(page.tables("alerts").get(0)).get(1));
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
        .containsExactly("分级规则", "default", "三级支持与危机预警", SCHOOL.policy().version(), hash);
    assertThat(rows).hasSize(1 + 3 + 5);
  }

  @Test
  void sameResultGivesSameBytesWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(html(ScreenedSchool.screened(1), Language.ZH_CN)).isEqualTo(HTML);
    } finally {
      Locale.setDefault(before);
    }
  }
}
