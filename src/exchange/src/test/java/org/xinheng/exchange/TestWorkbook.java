package org.xinheng.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that every part of it can be wrong. */
final class TestWorkbook {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  static final String REFERENCES =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private String settings = "";
  private String namespace = MAIN;

  /** The texts of rows as a sheet with inline texts; numbers stay numbers, empty cells are left out. */
  static String rows(String... lines) {
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(",", -1);
      xml.append("<row r=\"").append(i + 1).append("\">");
      for (int column = 0; column < cells.length; column++) {
        xml.append(cell((char) ('A' + column) + "" + (i + 1), cells[column]));
      }
      xml.append("</row>");
    }
    return xml.toString();
  }

  static String cell(String reference, String text) {
    if (text.isEmpty()) {
      return "";
    }
    return text.matches("-?[0-9.]+")
        ? "<c r=\"" + reference + "\"><v>" + text + "</v></c>"
        : "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  /** A sheet of rows. */
  TestWorkbook sheet(String name, String rows) {
    return sheet(name, "", rows, "");
  }

  /** A sheet of rows, with attributes in the list of sheets, and what stands behind the rows. */
  TestWorkbook sheet(String name, String attributes, String rows, String behind) {
    String part = "xl/worksheets/sheet" + (sheets.size() + 1) + ".xml";
    sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + (sheets.size() + 1) + "\" " + attributes
        + " r:id=\"rId" + (sheets.size() + 1) + "\"/>");
    return part(
        part,
        HEAD + "<worksheet xmlns=\"" + namespace + "\"><sheetData>" + rows + "</sheetData>" + behind
            + "</worksheet>");
  }

  TestWorkbook withNamespace(String name) {
    namespace = name;
    return this;
  }

  /** Elements before the list of sheets. */
  TestWorkbook withSettings(String xml) {
    settings = xml;
    return this;
  }

  TestWorkbook withSharedStrings(String items) {
    return part(
        "xl/sharedStrings.xml", HEAD + "<sst xmlns=\"" + namespace + "\">" + items + "</sst>");
  }

  /** The formats of numbers by style: style 0 is general, style n has the nth of these ids. */
  TestWorkbook withStyles(String numberFormats, int... formats) {
    StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int format : formats) {
      styles.append("<xf numFmtId=\"").append(format).append("\"/>");
    }
    return part(
        "xl/styles.xml",
        HEAD + "<styleSheet xmlns=\"" + namespace + "\"><numFmts>" + numberFormats
            + "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>");
  }

  TestWorkbook part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  TestWorkbook part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  Path write(Path file) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        utf8(HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
    all.put(
        "_rels/.rels",
        utf8(relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))));
    all.put(
        "xl/workbook.xml",
        utf8(HEAD + "<workbook xmlns=\"" + namespace + "\" xmlns:r=\""
            + REFERENCES + "\">" + settings + "<sheets>" + String.join("", sheets)
            + "</sheets></workbook>"));
    StringBuilder references = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      references.append(relationship("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    references.append(relationship("rId901", "styles", "styles.xml"));
    references.append(relationship("rId902", "sharedStrings", "sharedStrings.xml"));
    all.put("xl/_rels/workbook.xml.rels", utf8(relationships(references.toString())));
    all.putAll(parts);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + REFERENCES + "/" + type + "\" Target=\""
        + target + "\"/>";
  }

  static String relationships(String all) {
    return HEAD + "<Relationships xmlns=\"" + PACKAGE + "\">" + all + "</Relationships>";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
