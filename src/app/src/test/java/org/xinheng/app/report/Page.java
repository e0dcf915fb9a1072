package org.xinheng.app.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A report, read by an XML parser. */
public final class Page {

  private final Document document;

  private Page(Document document) {
    this.document = document;
  }

  public static Page of(String html) {
    try {
      return new Page(DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html))));
    } catch (SAXException e) {
      throw new AssertionError("not well-formed", e);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String text() {
    return document.getDocumentElement().getTextContent();
  }

  public List<Element> all(String tag) {
    return in(document.getDocumentElement(), tag);
  }

  /** The tables whose class names hold this one. */
  public List<Element> tables(String kind) {
    return all("table").stream()
        .filter(table -> List.of(table.getAttribute("class").split(" ")).contains(kind))
        .toList();
  }

  public static List<Element> in(Element element, String tag) {
    NodeList found = element.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .toList();
  }

  /** The rows of the body of a table. */
  public static List<Element> rows(Element table) {
    return in(table, "tbody").stream().flatMap(body -> in(body, "tr").stream()).toList();
  }

  /** The texts of the cells of a row, heads included. */
  public static List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    for (Node node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element cell) {
        cells.add(cell.getTextContent().strip());
      }
    }
    return cells;
  }
}
