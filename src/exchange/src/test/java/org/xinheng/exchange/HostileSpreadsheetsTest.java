package org.xinheng.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;

/**
 * Files as they arrive, by accident or on purpose. Each gives a right reading or a clear message, and the case states all of it: headings, rows
 * with their lines, faults with their places and hints.
 */
class HostileSpreadsheetsTest {

  private static final String SAVE_AS_XLSX =
      " (open it in a spreadsheet program and save it as .xlsx)";
  private static final String DAMAGED =
      " (open it in a spreadsheet program and save it as a new .xlsx, or get it anew from whoever"
          + " made it)";
  private static final String ONLY_THE_TABLE =
      " (copy the cells of the table alone into a new workbook, or save the sheet as 'CSV UTF-8')";

  @TempDir
  Path folder;

  /** Makes a file. */
  private interface Maker {
    void write(Path file) throws IOException;
  }

  /**
   * A kind of file.
   *
   * @param name what is hostile about it
   * @param file its name
   * @param expected all of the reading, or of the message
   */
  private record Kind(String name, String file, Maker maker, String expected) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(texts(), noWorkbooks(), bombs(), parts(), cells(), numbers(), sheets())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void isReadRightOrRefusedClearly(Kind kind) throws IOException {
    Path file = folder.resolve(kind.file());
    kind.maker().write(file);
    assertThat(reading(file)).isEqualTo(kind.expected());
  }

  @Test
  void thereAreAtLeastFiftyKinds() {
    assertThat(kinds().map(Kind::name)).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
  }

  private static List<Kind> texts() {
    String plain = "学号,班级\n1,一\n";
    String read = "学号|班级; 2: 1|一";
    return List.of(
        text("text in GB18030", plain, Charset.forName("GB18030"), read),
        text("text in UTF-8 with mark", "\uFEFF" + plain, UTF_8, read),
        text("text in UTF-16, little end first", "\uFEFF" + plain, UTF_16LE, read),
        text("text in UTF-16, big end first", "\uFEFF" + plain, UTF_16BE, read),
        text(
            "text in UTF-16 without mark",
            plain,
            UTF_16LE,
            "1:1 file.encoding: the file holds zero bytes: it is UTF-16 without byte-order mark,"
                + " or no text (save it as UTF-8)"),
        text(
            "text in Latin-1",
            "student,name\n1,M\u00FCller\n2,Ren\u00E9e\n",
            ISO_8859_1,
            "1:1 file.encoding: the file is in a Western encoding, such as Latin-1 or Windows-1252"
                + " (save it as UTF-8)"),
        text("semicolons between fields", "a;b\n1,5;2\n", UTF_8, "a|b; 2: 1,5|2"),
        text("tabs between fields, called .xls", "a\tb\n1\t2\n", UTF_8, "a|b; 2: 1|2"),
        text(
            "quotes, and lines in quotes",
            "a,\"b\nc\"\n\"say \"\"x\"\"\",\"1\n2\"\n",
            UTF_8,
            "a|b↵c; 3: say \"x\"|1↵2"),
        text(
            "a quote that is not closed",
            "a,b\n1,\"2\n3,4\n",
            UTF_8,
            "a|b; 2:1 file.quote: a quoted field of this row is not closed, or has text behind its"
                + " closing quote (close the quote; a quote inside a quoted field is written"
                + " twice)"),
        text("line ends of old Macs", "a,b\r1,2\r", UTF_8, "a|b; 2: 1|2"),
        text(
            "a heading that stands twice",
            "a,a\n1,2\n",
            UTF_8,
            "a|a; 2: 1|2; 1:3 column.duplicate: columns 1 and 2 are both called 'a' (give each"
                + " column a name of its own)"),
        text(
            "no text at all",
            " \n\n",
            UTF_8,
            "1:1 file.empty: the file has no header (the first row names the columns)"),
        new Kind(
            "a CSV file called .xlsx", "a.xlsx", file -> Files.writeString(file, plain), read));
  }

  private static List<Kind> noWorkbooks() {
    String markup =
        "1:1 file.markup: the file is a web page or XML, whatever its name says, not a workbook or"
            + " text" + SAVE_AS_XLSX;
    return List.of(
        text(
            "a web page called .xls",
            "\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td></tr>",
            UTF_8,
            markup),
        text("a web page in UTF-16", "\uFEFF<table><tr>", UTF_16LE, markup),
        text("a workbook of XML alone", "<?xml version=\"1.0\"?><Workbook/>", UTF_8, markup),
        text(
            "a PDF",
            "%PDF-1.7\n",
            UTF_8,
            "1:1 file.pdf: the file is a PDF, not a table (get the spreadsheet from which it was"
                + " printed)"),
        bytes(
            "a packed file",
            new byte[] {0x1F, (byte) 0x8B, 8, 0},
            "1:1 file.archive: the file is a packed archive (unpack it, and name the table that is"
                + " in it)"),
        bytes(
            "an old workbook (.xls)",
            ole("Workbook"),
            "1:1 workbook.old: the file is a workbook of the old kind (.xls), or no workbook"
                + SAVE_AS_XLSX),
        bytes(
            "an encrypted workbook",
            ole("EncryptedPackage"),
            "1:1 workbook.encrypted: the workbook is encrypted: it opens with a password (open it"
                + " in a spreadsheet program, take the password off, and save it)"),
        workbook(
            "a workbook with macros",
            simple().part("xl/vbaProject.bin", "x"),
            "1:1 workbook.macros: the workbook holds macros (save it as 'Excel Workbook (.xlsx)',"
                + " which leaves the macros out)"),
        workbook(
            "a workbook whose type says macros",
            simple()
                .part(
                    "[Content_Types].xml",
                    "<Types><Override PartName=\"/xl/workbook.xml\""
                        + " ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
            "1:1 workbook.macros: the workbook holds macros (save it as 'Excel Workbook (.xlsx)',"
                + " which leaves the macros out)"),
        workbook(
            "a binary workbook",
            simple().part("xl/workbook.bin", "x"),
            "1:1 workbook.other: the file is a binary workbook (.xlsb)" + SAVE_AS_XLSX),
        workbook(
            "an OpenDocument table",
            simple().part("mimetype", "x").part("content.xml", "x"),
            "1:1 workbook.other: the file is an OpenDocument file (.ods)" + SAVE_AS_XLSX),
        workbook(
            "a text document",
            simple().part("word/document.xml", "x"),
            "1:1 workbook.other: the file is a document or presentation, not a workbook"
                + SAVE_AS_XLSX),
        new Kind(
            "an archive that only has the name of a workbook",
            "a.xlsx",
            file -> zip(file, "readme.txt", "hello".getBytes(UTF_8)),
            "1:1 file.archive: the file is a zip archive and no workbook, whatever its name"
                + " (unpack it, and name the table that is in it)"),
        changed(
            "a workbook cut off in the middle",
            bytes -> Arrays.copyOf(bytes, bytes.length / 2),
            "1:1 workbook.damaged: the workbook is damaged: the end of the archive is missing or"
                + " broken" + DAMAGED));
  }

  private static List<Kind> bombs() {
    return List.of(
        workbook(
            "a part that shrinks a thousandfold",
            simple().part("xl/worksheets/sheet1.xml", "<a>" + "<b/>".repeat(6 << 20) + "</a>"),
            "1:1 workbook.too-large: a part of the workbook unpacks to far more than a sheet does"
                + ONLY_THE_TABLE),
        workbook(
            "a text without end",
            simple().part("xl/worksheets/sheet1.xml", "<a " + " ".repeat(3 << 20) + "/>"),
            "1:1 workbook.too-large: a part of the workbook holds a text of more than a million"
                + " characters" + ONLY_THE_TABLE),
        new Kind(
            "ten thousand parts",
            "a.xlsx",
            HostileSpreadsheetsTest::manyParts,
            "1:1 workbook.too-large: the workbook has 10001 parts, at most 10000 are read"
                + ONLY_THE_TABLE),
        changed(
            "a part that declares four gigabytes",
            bytes -> withDeclaredSize(bytes, 0xFFFF_FFF0),
            "1:1 workbook.too-large: the workbook unpacks to more than 4 GiB" + ONLY_THE_TABLE),
        changed(
            "a part larger than it declares",
            bytes -> withDeclaredSize(bytes, 20),
            "1:1 workbook.damaged: the workbook is damaged: a part is larger than it declares"
                + DAMAGED),
        changed(
            "a part with another checksum",
            HostileSpreadsheetsTest::withOtherChecksum,
            "1:1 workbook.damaged: the workbook is damaged: a part does not match its checksum"
                + DAMAGED),
        workbook(
            "a cell with a very long text",
            sheet("<row r=\"1\"><c t=\"str\"><v>" + "x".repeat(40_000) + "</v></c></row>"),
            "A1 workbook.too-large: a cell of row 1 holds a text of more than 32767 characters"
                + ONLY_THE_TABLE),
        workbook(
            "elements nested without end",
            simple().part("xl/worksheets/sheet1.xml", "<a>".repeat(5000)),
            "A1 workbook.damaged: the workbook is damaged: its elements are nested too deeply"
                + DAMAGED),
        workbook(
            "an entity that grows a billionfold",
            simple()
                .withSharedStrings("")
                .part(
                    "xl/sharedStrings.xml",
                    "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                        + "<sst><si><t>&b;</t></si></sst>"),
            "1:1 workbook.damaged: the workbook is damaged: it declares a document type, which no"
                + " spreadsheet program does" + DAMAGED),
        workbook(
            "an entity that is a file of this computer",
            simple()
                .part(
                    "xl/worksheets/sheet1.xml",
                    "<!DOCTYPE x [<!ENTITY f SYSTEM"
                        + " \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\"><c"
                        + " r=\"A1\" t=\"str\"><v>&f;</v></c></row></sheetData></worksheet>"),
            "A1 workbook.damaged: the workbook is damaged: it declares a document type, which no"
                + " spreadsheet program does" + DAMAGED),
        workbook(
            "a billion shared texts that are not there",
            sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .part(
                    "xl/sharedStrings.xml",
                    "<sst count=\"1000000000\" uniqueCount=\"1000000000\"><si><t>a</t></si></sst>"),
            "a"));
  }

  private static List<Kind> parts() {
    String read = "a|b; 2: 1|2";
    return List.of(
        workbook("wrong types of all parts", simple(), read),
        workbook(
            "absolute references between parts",
            simple()
                .part(
                    "xl/_rels/workbook.xml.rels",
                    TestWorkbook.relationships(TestWorkbook.relationship(
                        "rId1", "worksheet", "/xl/worksheets/sheet1.xml"))),
            read),
        workbook(
            "references that leave the workbook",
            simple()
                .part(
                    "xl/_rels/workbook.xml.rels",
                    TestWorkbook.relationships(TestWorkbook.relationship(
                        "rId1", "worksheet", "../../../xl/./worksheets/sheet1.xml"))),
            read),
        workbook(
            "a sheet on another computer",
            simple()
                .part(
                    "xl/_rels/workbook.xml.rels",
                    TestWorkbook.relationships(TestWorkbook.relationship(
                            "rId1", "worksheet", "http://example.invalid/sheet1.xml")
                        .replace("/>", " TargetMode=\"External\"/>"))),
            "1:1 workbook.damaged: the workbook is damaged: it has no sheet of cells" + DAMAGED),
        new Kind(
            "names of parts with backslashes and capitals",
            "a.xlsx",
            HostileSpreadsheetsTest::withBackslashes,
            read),
        workbook(
            "no reference to the list of sheets",
            simple().part("_rels/.rels", TestWorkbook.relationships("")),
            read),
        workbook(
            "the namespace of the strict standard",
            new TestWorkbook()
                .withNamespace(TestWorkbook.STRICT)
                .sheet("Sheet1", TestWorkbook.rows("a,b", "1,2")),
            read),
        workbook(
            "a prefix before every element",
            simple()
                .part(
                    "xl/worksheets/sheet1.xml",
                    "<x:worksheet xmlns:x=\"" + TestWorkbook.MAIN + "\"><x:sheetData>"
                        + TestWorkbook.rows("年级,b", "7,2", ",3")
                            .replace("</", "</x:")
                            .replaceAll("<(?=[a-z])", "<x:")
                            .replace("<x:x:", "<x:")
                        + "</x:sheetData><x:mergeCells><x:mergeCell ref=\"A2:A3\"/></x:mergeCells>"
                        + "</x:worksheet>"),
            "年级|b; 2: 7|2; 3: 7|3"),
        workbook(
            "a sheet in UTF-16",
            simple()
                .part(
                    "xl/worksheets/sheet1.xml",
                    ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData>"
                            + TestWorkbook.rows("a,b", "1,2") + "</sheetData></worksheet>")
                        .getBytes(UTF_16LE)),
            read),
        workbook(
            "a size of the sheet that is not true",
            simple()
                .part(
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>"
                        + TestWorkbook.rows("a,b", "1,2") + "</sheetData></worksheet>"),
            read),
        workbook(
            "extensions, comments and instructions",
            simple()
                .part(
                    "xl/worksheets/sheet1.xml",
                    "<?x y?><worksheet><!-- > --><sheetData><row r=\"1\"><c r=\"A1\""
                        + " t=\"inlineStr\"><is>"
                        + "<t><![CDATA[a]]></t></is><extLst><ext><v>9</v></ext></extLst></c></row>"
                        + "</sheetData><extLst/></worksheet>"),
            "a"),
        workbook(
            "XML that is not well-formed",
            simple().part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row></sheetData>"),
            "A1 workbook.damaged: the workbook is damaged: a part is no well-formed XML" + DAMAGED),
        workbook(
            "a list of sheets that is missing",
            new TestWorkbook()
                .part("_rels/.rels", TestWorkbook.relationships(""))
                .part("xl/workbook.xml", "<workbook/>"),
            "1:1 workbook.damaged: the workbook is damaged: it has no sheet of cells" + DAMAGED),
        workbook(
            "a part that is there twice",
            simple().part("xl/Worksheets/Sheet1.xml", "<worksheet/>"),
            "1:1 workbook.damaged: the workbook is damaged: a part is there twice" + DAMAGED));
  }

  private static List<Kind> cells() {
    String impossible =
        "A1 workbook.damaged: the workbook is damaged: a cell of row 1 has an impossible reference"
            + DAMAGED;
    return List.of(
        workbook(
            "rich text",
            row("<c r=\"A1\""
                + " t=\"inlineStr\"><is><r><rPr><b/></rPr><t>学</t></r><r><t>号</t></r></is></c>"),
            "学号"),
        workbook(
            "how a text is pronounced",
            row("<c r=\"A1\" t=\"s\"><v>0</v></c>")
                .withSharedStrings(
                    "<si><t>姓名</t><rPh sb=\"0\" eb=\"2\"><t>xing ming</t></rPh></si>"),
            "姓名"),
        workbook(
            "a shared text that is not there",
            row("<c r=\"A1\" t=\"s\"><v>7</v></c>"),
            "A1 workbook.damaged: the workbook is damaged: a cell of row 1 refers to a text that"
                + " is not there" + DAMAGED),
        workbook(
            "formulas, calculated and not",
            table("<c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\"><f>HYPERLINK(\"x\")</f></c>"),
            "a|b; 2: 2|#NOT-CALCULATED!"),
        workbook(
            "errors in cells",
            table("<c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"B2\""
                + " t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
            "a|b; 2: #REF!|#DIV/0!"),
        workbook(
            "truth values",
            table("<c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c>"),
            "a|b; 2: TRUE|FALSE"),
        workbook(
            "line breaks and tabs in cells",
            table("<c r=\"A2\" t=\"inlineStr\"><is><t>1&#10;2_x000D__x0009_</t></is></c>"),
            "a|b; 2: 1↵2|"),
        workbook(
            "characters that no keyboard writes",
            table("<c r=\"A2\" t=\"inlineStr\"><is><t>1_x0000_</t></is></c>"),
            "a|b; 2: #CONTROL-CHARACTER!|"),
        workbook(
            "a zero byte in the XML",
            table("<c r=\"A2\"><v>1\u0000</v></c>"),
            "A1 workbook.damaged: the workbook is damaged: a part is no well-formed XML" + DAMAGED),
        workbook(
            "a byte-order mark inside a heading",
            row("<c r=\"A1\" t=\"inlineStr\"><is><t>\uFEFF学号\u200B</t></is></c>"),
            "学号"),
        workbook(
            "full-width and half-width headings",
            new TestWorkbook().sheet("Sheet1", TestWorkbook.rows("ＰＨＱ-9.1,ｓｔｕｄｅｎｔ", "２,１")),
            "ＰＨＱ-9.1|ｓｔｕｄｅｎｔ; 2: ２|１"),
        workbook(
            "blanks that are kept",
            table("<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 1 </t></is></c>"),
            "a|b; 2:  1 |"),
        workbook(
            "cells and rows without reference",
            sheet("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>"
                + "<row><c/><c><v>2</v></c></row>"),
            "a|b; 2: |2"),
        workbook("a negative reference", row("<c r=\"A-1\"><v>1</v></c>"), impossible),
        workbook("a column that no sheet has", row("<c r=\"XFE1\"><v>1</v></c>"), impossible),
        workbook(
            "a column beyond all numbers", row("<c r=\"ZZZZZZZZZZ1\"><v>1</v></c>"), impossible),
        workbook("a cell of another row", row("<c r=\"A2\"><v>1</v></c>"), impossible),
        workbook(
            "a cell that is there twice",
            row("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>"),
            impossible),
        workbook(
            "rows that go backwards",
            sheet("<row r=\"5\"/><row r=\"4\"/>"),
            "A1 workbook.damaged: the workbook is damaged: behind row 5 stands one with an"
                + " impossible number" + DAMAGED),
        workbook(
            "a row that no sheet has",
            sheet("<row r=\"1048577\"/>"),
            "A1 workbook.damaged: the workbook is damaged: behind row 0 stands one with an"
                + " impossible number" + DAMAGED),
        workbook(
            "a number that is none",
            row("<c r=\"A1\"><v>1;2</v></c>"),
            "A1 workbook.damaged: the workbook is damaged: a cell of row 1 says that it is a"
                + " number and is none" + DAMAGED));
  }

  private static List<Kind> numbers() {
    return List.of(
        workbook(
            "numbers stored as text",
            table("<c r=\"A2\" t=\"str\"><v>007</v></c><c r=\"B2\""
                + " t=\"inlineStr\"><is><t>2</t></is></c>"),
            "a|b; 2: 007|2"),
        workbook(
            "numbers with an exponent",
            table("<c r=\"A2\"><v>2.0E+03</v></c><c r=\"B2\"><v>1E-3</v></c>"),
            "a|b; 2: 2000|0.001"),
        workbook(
            "noise behind fifteen digits",
            table("<c r=\"A2\"><v>0.30000000000000004</v></c><c"
                + " r=\"B2\"><v>1.1000000000000001</v></c>"),
            "a|b; 2: 0.3|1.1"),
        workbook(
            // A double keeps 2^53; spreadsheet programs show fifteen digits and zeros.
            "a number of eighteen digits",
            table(
                "<c r=\"A2\"><v>110101201309021234</v></c><c r=\"B2\"><v>123456789012345</v></c>"),
            "a|b; 2: 1.10101201309021E+17|123456789012345"),
        workbook(
            // 45901 is 1 September 2025 (ECMA-376, part 1, 18.17.4.1: day 1 is 1 January 1900).
            "dates counted from 1900, in a built-in format",
            table("<c r=\"A2\" s=\"1\"><v>45901</v></c><c r=\"B2\"><v>45901</v></c>")
                .withStyles("", 14),
            "a|b; 2: 2025-09-01|45901"),
        workbook(
            // 1462 days fewer than from 1900.
            "dates counted from 1904",
            table("<c r=\"A2\" s=\"1\"><v>44439</v></c>")
                .withStyles("", 14)
                .withSettings("<workbookPr date1904=\"1\"/>"),
            "a|b; 2: 2025-09-01|"),
        workbook(
            "dates in formats of one's own",
            table("<c r=\"A2\" s=\"1\"><v>45901.5</v></c><c r=\"B2\" s=\"2\"><v>45901</v></c>")
                .withStyles(
                    "<numFmt numFmtId=\"164\""
                        + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt"
                        + " numFmtId=\"165\" formatCode=\"0.00&quot;days&quot;;[Red]-0\"/>",
                    164,
                    165),
            "a|b; 2: 2025-09-01 12:00:00|45901"),
        workbook(
            "days that never were",
            table("<c r=\"A2\" s=\"1\"><v>60</v></c><c r=\"B2\" s=\"1\"><v>-1</v></c>")
                .withStyles("", 14),
            "a|b; 2: 60|-1"),
        workbook(
            // Day 59 is 28 February and day 61 1 March 1900, since 29 February is counted.
            "the days around 29 February 1900",
            table("<c r=\"A2\" s=\"1\"><v>59</v></c><c r=\"B2\" s=\"1\"><v>61</v></c>")
                .withStyles("", 14),
            "a|b; 2: 1900-02-28|1900-03-01"),
        workbook(
            "a date as the standard writes it",
            table("<c r=\"A2\" t=\"d\"><v>2025-09-01T00:00:00</v></c>"),
            "a|b; 2: 2025-09-01|"));
  }

  private static List<Kind> sheets() {
    return List.of(
        workbook(
            "hidden rows and columns, and a filter",
            new TestWorkbook()
                .sheet(
                    "Sheet1",
                    "",
                    TestWorkbook.rows("a,b", "1,2")
                        .replace("<row r=\"2\"", "<row r=\"2\" hidden=\"1\""),
                    "<autoFilter ref=\"A1:B2\"/>"),
            "a|b; 2: 1|2"),
        workbook(
            "a hidden sheet",
            new TestWorkbook()
                .sheet("old", "state=\"veryHidden\"", TestWorkbook.rows("学号,年级", "9,9"), "")
                .sheet("new", TestWorkbook.rows("学号,年级", "1,7")),
            "学号|年级; 2: 1|7"),
        workbook(
            "nothing but a hidden sheet",
            new TestWorkbook()
                .sheet("old", "state=\"hidden\"", TestWorkbook.rows("学号,年级", "9,9"), ""),
            "1:1 file.empty: nothing stands in the sheets that can be seen (the first row of a"
                + " table names its columns)"),
        workbook(
            "two sheets of students",
            new TestWorkbook()
                .sheet("七", TestWorkbook.rows("学号,年级", "1,7"))
                .sheet("八", TestWorkbook.rows("学号,年级", "2,8")),
            "1:1 sheet.ambiguous: several sheets could be the table: '七', '八' (name one of them"
                + " behind the file: a.xlsx#七)"),
        workbook(
            "a title over merged cells",
            new TestWorkbook()
                .sheet(
                    "Sheet1",
                    "",
                    TestWorkbook.rows("花名册", "", "学号,年级", "1,7"),
                    "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"),
            "学号|年级; 4: 1|7"),
        workbook(
            "grades merged downwards",
            new TestWorkbook()
                .sheet(
                    "Sheet1",
                    "",
                    TestWorkbook.rows("学号,年级", "1,7", "2,", "3,8"),
                    "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell"
                        + " ref=\"nonsense\"/></mergeCells>"),
            "学号|年级; 2: 1|7; 3: 2|7; 4: 3|8"),
        workbook(
            "answers merged downwards",
            new TestWorkbook()
                .sheet(
                    "Sheet1",
                    "",
                    TestWorkbook.rows("学号,phq-9.1", "1,3", "2,"),
                    "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"),
            "学号|phq-9.1; 2: 1|#MERGED!; 3: 2|#MERGED!"),
        workbook(
            "a heading that stands twice in a sheet",
            new TestWorkbook().sheet("Sheet1", TestWorkbook.rows("学号,学号", "1,2")),
            "学号|学号; 2: 1|2; B1 column.duplicate: columns 1 and 2 are both called '学号' (give each"
                + " column a name of its own)"),
        workbook(
            "blank cells with a format to the last column",
            sheet(TestWorkbook.rows("a,b", "1,2")
                .replace("</row>", "<c r=\"XFD1\" s=\"1\"/></row>")
                .replaceFirst("(?s)(.*)XFD1", "$1XFD2")),
            "a|b; 2: 1|2"),
        workbook(
            "a note beside the table",
            new TestWorkbook().sheet("Sheet1", TestWorkbook.rows("a,b", "1,2,,补测")),
            "a|b; 2: 1|2; D2 sheet.no-heading: the cell stands in a column without a heading and"
                + " is left out (write a heading over the column, or delete the cell)"),
        workbook(
            "an empty sheet",
            sheet(""),
            "1:1 file.empty: nothing stands in the sheets that can be seen (the first row of a"
                + " table names its columns)"));
  }

  @Test
  void readsSixteenThousandColumns() throws IOException {
    StringBuilder header = new StringBuilder("<row r=\"1\">");
    StringBuilder row = new StringBuilder("<row r=\"2\">");
    for (int column = 0; column < 16_384; column++) {
      header.append("<c t=\"str\"><v>h").append(column).append("</v></c>");
      row.append("<c><v>").append(column).append("</v></c>");
    }
    Path file = sheet(header + "</row>" + row + "</row>").write(folder.resolve("wide.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.headings()).hasSize(16_384);
      assertThat(table.read(9).get(0).cells()).last().isEqualTo("16383");
      assertThat(table.place(2, 16_383).cell()).contains("XFD2");
    }
  }

  @Test
  void passesAMillionBlankRowsQuickly() throws IOException {
    StringBuilder rows = new StringBuilder(TestWorkbook.rows("a,b", "1,2"));
    for (int row = 3; row < 1_048_576; row++) {
      rows.append("<row r=\"").append(row).append("\"/>");
    }
    rows.append("<row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row>");
    Path file = sheet(rows.toString()).write(folder.resolve("long.xlsx"));
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(reading(file)).isEqualTo("a|b; 2: 1|2; 1048576: 3|"));
  }

  /** Answers to Calm-3: never (从不) 0, sometimes (有时) 1, often (经常) 2, 9 refused. */
  static Stream<Kind> answers() {
    String notNumber = ": not a whole number (0, 1, 2)";
    return Stream.of(
        answer(
            "codes, 9 declared as refused",
            "<c><v>2</v></c><c><v>9</v></c><c><v>0</v></c>",
            "2 refused 0"),
        answer(
            "7 mapped to refused", "<c><v>7</v></c><c><v>1</v></c><c><v>0</v></c>", "refused 1 0"),
        answer(
            "words in two languages",
            "<c t=\"str\"><v>经常</v></c><c t=\"str\"><v> Never </v></c><c t=\"str\"><v>有时</v></c>",
            "2 0 1"),
        answer(
            "full-width digits and 2.0",
            "<c t=\"str\"><v>１</v></c><c><v>2.0</v></c><c><v>0E+00</v></c>",
            "1 2 0"),
        answer(
            "a code that nobody declared",
            "<c><v>5</v></c><c><v>1</v></c><c><v>0</v></c>",
            "undeclared 1 0; item 'calm-3.1': the code is not declared (0, 1, 2)"),
        answer(
            "a truth value",
            "<c t=\"b\"><v>1</v></c><c><v>1</v></c><c><v>0</v></c>",
            "undeclared 1 0; item 'calm-3.1'" + notNumber),
        answer(
            "an answer that became a date",
            "<c s=\"1\"><v>2</v></c><c><v>1</v></c><c><v>0</v></c>",
            "undeclared 1 0; item 'calm-3.1'" + notNumber),
        answer(
            "an error",
            "<c t=\"e\"><v>#REF!</v></c><c><v>1</v></c><c><v>0</v></c>",
            "undeclared 1 0; item 'calm-3.1': an error of the spreadsheet, such as #REF!, instead"
                + " of a value"),
        answer(
            "a formula without result",
            "<c><f>A1</f></c><c><v>1</v></c><c><v>0</v></c>",
            "undeclared 1 0; item 'calm-3.1': a formula whose result was never calculated: open the"
                + " workbook in a spreadsheet program and save it"),
        answer("blank cells", "<c/><c t=\"str\"><v> </v></c><c><v>0</v></c>", "skipped skipped 0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void answersAreReadRightOrMarked(Kind kind) throws IOException {
    Path file = folder.resolve(kind.file());
    kind.maker().write(file);
    ColumnMap map = Example.map("codes: {calm-3: {7: missing.refused}}\n");
    try (ResponseFile input = ResponseFile.open(file, List.of(Example.CALM_3), map)) {
      ResponseBatch batch = input.next(9).orElseThrow();
      List<String> codes = new ArrayList<>();
      for (int item = 0; item < 3; item++) {
        codes.add(
            batch.tables().get(0).isAnswered(0, item)
                ? Integer.toString(batch.tables().get(0).code(0, item))
                : batch.tables().get(0).missing(0, item).word());
      }
      String reason = batch.reason(0).isEmpty() ? "" : "; " + batch.reason(0);
      assertThat(String.join(" ", codes) + reason).isEqualTo(kind.expected());
    }
  }

  private static Kind answer(String name, String cells, String expected) {
    return workbook(
        name,
        sheet("<row><c t=\"str\"><v>calm-3.1</v></c><c t=\"str\"><v>calm-3.2</v></c>"
                + "<c t=\"str\"><v>calm-3.3</v></c></row><row>" + cells + "</row>")
            .withStyles("", 14),
        expected);
  }

  /** Headings, then rows with their lines, then what is wrong with the headings. */
  private static String reading(Path file) throws IOException {
    List<String> parts = new ArrayList<>();
    try (Table table = Table.open(file)) {
      parts.add(String.join("|", table.headings().stream().map(Heading::text).toList()));
      List<TableRow> rows = table.read(100);
      while (!rows.isEmpty()) {
        rows.forEach(row -> parts.add(row.line() + ": " + String.join("|", row.cells())));
        rows = table.read(100);
      }
      table.diagnostics().forEach(found -> parts.add(told(found)));
    } catch (TableException e) {
      e.diagnostics().forEach(found -> parts.add(told(found)));
    }
    return String.join("; ", parts).replace("\n", "↵").replaceAll("[\r\t]", "");
  }

  private static String told(Diagnostic found) {
    String place =
        found.place().cell().orElse(found.place().line() + ":" + found.place().column());
    return place + " " + found.code() + ": " + found.message() + " (" + found.hint() + ")";
  }

  private static TestWorkbook simple() {
    return new TestWorkbook().sheet("Sheet1", TestWorkbook.rows("a,b", "1,2"));
  }

  private static TestWorkbook sheet(String rows) {
    return new TestWorkbook().sheet("Sheet1", rows);
  }

  private static TestWorkbook row(String cells) {
    return sheet("<row r=\"1\">" + cells + "</row>");
  }

  /** Two headings, and a row of these cells. */
  private static TestWorkbook table(String cells) {
    return sheet(TestWorkbook.rows("a,b") + "<row r=\"2\">" + cells + "</row>");
  }

  private static Kind text(String name, String text, Charset charset, String expected) {
    return bytes(name, text.getBytes(charset), expected);
  }

  private static Kind bytes(String name, byte[] bytes, String expected) {
    return new Kind(name, "a.xls", file -> Files.write(file, bytes), expected);
  }

  private static Kind workbook(String name, TestWorkbook workbook, String expected) {
    return new Kind(name, "a.xlsx", workbook::write, expected);
  }

  /** A workbook whose bytes are changed afterwards. */
  private static Kind changed(String name, UnaryOperator<byte[]> change, String expected) {
    return new Kind(
        name,
        "a.xlsx",
        file -> Files.write(file, change.apply(Files.readAllBytes(simple().write(file)))),
        expected);
  }

  /** The beginning of an old Office file that holds a stream of this name. */
  private static byte[] ole(String stream) {
    ByteBuffer bytes = ByteBuffer.allocate(2048);
    bytes.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1});
    bytes.position(1024);
    bytes.put(stream.getBytes(UTF_16LE));
    return bytes.array();
  }

  private static void zip(Path file, String name, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
      zip.closeEntry();
    }
  }

  private static void manyParts(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i <= 10_000; i++) {
        zip.putNextEntry(new ZipEntry("xl/" + i));
        zip.closeEntry();
      }
    }
  }

  private static void withBackslashes(Path file) throws IOException {
    simple().write(file);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1)
        .replace("xl/worksheets/sheet1.xml", "XL\\Worksheets\\SHEET1.xml");
    Files.write(file, text.getBytes(ISO_8859_1));
  }

  /** Where the entry of the sheet begins in the table of contents. */
  private static int entryOfSheet(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    return text.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
  }

  /** The table of contents of an archive says how large a part is 24 bytes into its entry. */
  private static byte[] withDeclaredSize(byte[] bytes, int size) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entryOfSheet(bytes) + 24, size);
    return bytes;
  }

  /** And its checksum after 16 bytes. */
  private static byte[] withOtherChecksum(byte[] bytes) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entryOfSheet(bytes) + 16, 1);
    return bytes;
  }
}
