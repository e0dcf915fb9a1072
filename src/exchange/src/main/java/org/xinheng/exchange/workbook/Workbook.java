package org.xinheng.exchange.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * An Excel workbook ({@code .xlsx}) that is read. The parts are found by how they refer to each other, as spreadsheet programs do,
 * and not by their names or the list of their types.
 */
public final class Workbook implements Closeable {

  private static final String USUAL_PART = "xl/workbook.xml";
  private static final int MOST_SHEETS = 1_000;

  private final Path file;
  private final Parts parts;
  private final List<Sheet> sheets;
  private final DateSystem dates;
  private final CellFormats formats;
  private final Relationships relationships;
  private @Nullable SharedStrings strings;

  /**
   * A sheet of cells.
   *
   * @param name as people see it
   * @param isHidden whether people do not see it
   * @param part where its cells are
   */
  public record Sheet(String name, boolean isHidden, String part) {}

  private Workbook(
      Path file,
      Parts parts,
      List<Sheet> sheets,
      DateSystem dates,
      CellFormats formats,
      Relationships relationships) {
    this.file = file;
    this.parts = parts;
    this.sheets = List.copyOf(sheets);
    this.dates = dates;
    this.formats = formats;
    this.relationships = relationships;
  }

  /**
   * Opens a workbook and reads which sheets it has.
   *
   * @throws WorkbookException if it is none, is damaged, holds macros, or is larger than a workbook may be
   */
  public static Workbook open(Path file) throws IOException {
    Place place = Place.startOf(file.toString());
    Parts parts = Parts.open(file);
    try {
      requireWorkbook(parts, place);
      String part = Relationships.of("", parts, place)
          .ofType("officeDocument")
          .filter(parts::has)
          .orElse(USUAL_PART);
      Relationships relationships = Relationships.of(part, parts, place);
      CellFormats formats = CellFormats.none();
      Optional<InputStream> styles = part(relationships, "styles", parts);
      if (styles.isPresent()) {
        try (PartXml xml = new PartXml(styles.get(), place)) {
          formats = CellFormats.read(xml);
        }
      }
      return read(file, parts, part, formats, relationships);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static Workbook read(
      Path file, Parts parts, String part, CellFormats formats, Relationships relationships)
      throws IOException {
    Place place = Place.startOf(file.toString());
    List<Sheet> sheets = new ArrayList<>();
    DateSystem dates = DateSystem.FROM_1900;
    InputStream in = parts
        .read(part)
        .orElseThrow(() -> WorkbookException.damaged(place, "the list of its sheets is missing"));
    try (PartXml xml = new PartXml(in, place)) {
      while (xml.next()) {
        if (xml.isStart("workbookPr") && xml.says("date1904")) {
          dates = DateSystem.FROM_1904;
        } else if (xml.isStart("sheet")) {
          sheet(xml, parts, relationships).ifPresent(sheets::add);
        }
        if (sheets.size() > MOST_SHEETS) {
          throw WorkbookException.tooLarge(
              place, "the workbook has more than " + MOST_SHEETS + " sheets");
        }
      }
    }
    if (sheets.isEmpty()) {
      throw WorkbookException.damaged(place, "it has no sheet of cells");
    }
    return new Workbook(file, parts, sheets, dates, formats, relationships);
  }

  /** Charts and dialogues have sheets too. */
  private static Optional<Sheet> sheet(PartXml xml, Parts parts, Relationships relationships) {
    String name = xml.text("name");
    boolean isHidden = xml.text("state").toLowerCase(Locale.ROOT).contains("hidden");
    return xml.reference()
        .flatMap(relationships::withId)
        .filter(target -> target.type().equals("worksheet") && parts.has(target.part()))
        .map(target -> new Sheet(name, isHidden, target.part()));
  }

  private static Optional<InputStream> part(Relationships of, String type, Parts parts)
      throws IOException {
    Optional<String> part = of.ofType(type);
    return part.isPresent() ? parts.read(part.get()) : Optional.empty();
  }

  private static void requireWorkbook(Parts parts, Place place) throws IOException {
    if (parts.has("xl/vbaProject.bin") || declaresMacros(parts, place)) {
      throw new WorkbookException(
          Diagnostic.error("workbook.macros", place, "the workbook holds macros")
              .hint("save it as 'Excel Workbook (.xlsx)', which leaves the macros out"));
    }
    if (parts.has("xl/workbook.bin")) {
      throw refused(place, "a binary workbook (.xlsb)");
    }
    if (parts.has("mimetype") && parts.has("content.xml")) {
      throw refused(place, "an OpenDocument file (.ods)");
    }
    if (parts.has("word/document.xml") || parts.has("ppt/presentation.xml")) {
      throw refused(place, "a document or presentation, not a workbook");
    }
    if (parts.has("EncryptedPackage")) {
      throw new WorkbookException(Diagnostic.error(
              "workbook.encrypted", place, "the workbook is encrypted: it opens with a password")
          .hint("open it in a spreadsheet program, take the password off, and save it"));
    }
    boolean isOffice = parts.has("_rels/.rels") || parts.has(USUAL_PART);
    if (!isOffice) {
      throw new WorkbookException(Diagnostic.error(
              "file.archive", place, "the file is a zip archive and no workbook, whatever its name")
          .hint("unpack it, and name the table that is in it"));
    }
  }

  private static WorkbookException refused(Place place, String what) {
    return new WorkbookException(Diagnostic.error("workbook.other", place, "the file is %s", what)
        .hint("open it in a spreadsheet program and save it as .xlsx"));
  }

  private static boolean declaresMacros(Parts parts, Place place) throws IOException {
    Optional<InputStream> types = parts.read("[Content_Types].xml");
    if (types.isEmpty()) {
      return false;
    }
    try (PartXml xml = new PartXml(types.get(), place)) {
      while (xml.next()) {
        if (xml.isStart() && xml.text("ContentType").contains("macroEnabled.main")) {
          return true;
        }
      }
    }
    return false;
  }

  public Path file() {
    return file;
  }

  /** The sheets of cells, in the order in which people see them. */
  public List<Sheet> sheets() {
    return sheets;
  }

  /** From which day it counts. */
  public DateSystem dates() {
    return dates;
  }

  /**
   * The rows of a sheet, from the top.
   *
   * @param width how many columns are wanted
   */
  public SheetRows rows(Sheet sheet, int width) throws IOException {
    Place place = place(sheet);
    return new SheetRows(new PartXml(open(sheet), place), place, strings(), formats, dates, width);
  }

  /** The merged cells of a sheet; all of it is inflated for them, and found whole. */
  public List<MergedCells.Block> mergedCells(Sheet sheet) throws IOException {
    try (InputStream in = open(sheet)) {
      return MergedCells.read(in, place(sheet));
    }
  }

  private InputStream open(Sheet sheet) throws IOException {
    return parts
        .read(sheet.part())
        .orElseThrow(() -> WorkbookException.damaged(place(sheet), "the cells are missing"));
  }

  private Place place(Sheet sheet) {
    return Place.inSheet(file.toString(), sheet.name(), 1, 1);
  }

  private SharedStrings strings() throws IOException {
    @Nullable SharedStrings known = strings;
    if (known == null) {
      known = SharedStrings.read(
          part(relationships, "sharedStrings", parts), Place.startOf(file.toString()));
      strings = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
