package org.xinheng.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.instrument.Instrument;
import org.xml.sax.SAXException;

/**
 * The pages of the library as it is. The Markdown in {@code src/docs} is compared, and rewritten with
 * {@code -Dxinheng.golden=rewrite}; the HTML is written to {@code target/docs} by every build.
 */
class CataloguePagesTest {

  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();
  private static final Path DOCS = Path.of("../docs");

  @Test
  void theCatalogueIsUpToDateAndHoldsEveryCutOffWithItsSource() throws IOException {
    Page page = CataloguePage.of(LIBRARY);
    upToDate("catalogue", page);
    for (String id : LIBRARY.ids(Kind.QUESTIONNAIRE)) {
      Instrument each = LIBRARY.questionnaire(id);
      String listing = listing(page, id).replaceAll("\\s+", "");
      each.scales().stream()
          .flatMap(scale -> scale.bandSets().stream())
          .forEach(bands -> bands
              .bands()
              .forEach(band -> assertThat(listing)
                  .as(id)
                  .contains(band.from().toPlainString() + band.id())
                  .contains(bands.sourceOf(band))));
      assertThat(each.about().licence().obtain())
          .as(id)
          .hasValueSatisfying(
              from -> assertThat(listing).contains(from.en().replaceAll("\\s+", "")));
      each.about()
          .sources()
          .forEach(source ->
              assertThat(listing).as(id).contains(source.citation().replaceAll("\\s+", "")));
    }
  }

  @Test
  void theValidationPageIsUpToDateAndNoCaseFails() throws IOException {
    Page page = ValidationPage.of(LIBRARY);
    upToDate("validation", page);
    Page.Table cases = page.blocks().stream()
        .filter(Page.Table.class::isInstance)
        .map(Page.Table.class::cast)
        .findFirst()
        .orElseThrow();
    assertThat(cases.rows()).hasSameSizeAs(LIBRARY.ids(Kind.QUESTIONNAIRE)).allSatisfy(row -> {
      assertThat(Integer.parseInt(row.get(2))).isPositive();
      assertThat(row.subList(3, 5)).containsExactly("0", "0");
    });
  }

  private static String listing(Page page, String id) {
    for (int i = 0; i < page.blocks().size() - 1; i++) {
      if (page.blocks().get(i) instanceof Page.Heading heading
          && heading.text().startsWith(id + " ")
          && page.blocks().get(i + 1) instanceof Page.Listing listing) {
        return String.join("", listing.lines());
      }
    }
    throw new AssertionError("no listing of " + id);
  }

  private static void upToDate(String name, Page page) throws IOException {
    wellFormed(page.html());
    Path built = Files.createDirectories(Path.of("target/docs"));
    Files.writeString(built.resolve(name + ".html"), page.html());
    Path file = DOCS.resolve(name + ".md");
    if ("rewrite".equals(System.getProperty("xinheng.golden"))) {
      Files.writeString(file, page.markdown());
    }
    assertThat(Files.readString(file).replace("\r\n", "\n"))
        .as("rewrite with -Dxinheng.golden=rewrite")
        .isEqualTo(page.markdown());
  }

  private static void wellFormed(String html) throws IOException {
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed", e);
    }
  }
}
