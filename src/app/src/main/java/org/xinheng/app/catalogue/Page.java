package org.xinheng.app.catalogue;

import java.util.List;
import java.util.StringJoiner;
import org.xinheng.app.report.Html;

/**
 * A page that is written as Markdown and as HTML.
 *
 * @param title its first heading
 * @param blocks what stands below, in order
 */
public record Page(String title, List<Block> blocks) {

  private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String CSS = """
      body { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.45; color: #1d1d1f;
        max-width: 76rem; margin: 0 auto; padding: 1rem; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #d8d8dc; }
      pre { overflow-x: auto; background: #f6f6f8; padding: .75rem; font-size: .82rem;
        font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; }
      div { overflow-x: auto; }
      @media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } }
      """;

  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A part of a page. */
  public sealed interface Block {}

  /** A heading of the second level. */
  public record Heading(String text) implements Block {}

  public record Paragraph(String text) implements Block {}

  /** Lines that keep their spaces. */
  public record Listing(List<String> lines) implements Block {
    public Listing {
      lines = List.copyOf(lines);
    }
  }

  /** A table; each row has as many cells as the header. */
  public record Table(List<String> header, List<List<String>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** The page as Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# ").append(title).append('\n');
    for (Block block : blocks) {
      text.append('\n');
      if (block instanceof Heading heading) {
        text.append("## ").append(heading.text()).append('\n');
      } else if (block instanceof Paragraph paragraph) {
        text.append(paragraph.text()).append('\n');
      } else if (block instanceof Listing listing) {
        text.append("```text\n");
        listing.lines().forEach(line -> text.append(line).append('\n'));
        text.append("```\n");
      } else if (block instanceof Table table) {
        text.append(row(table.header()));
        text.append(row(table.header().stream().map(cell -> "---").toList()));
        table.rows().forEach(row -> text.append(row(row)));
      }
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
    cells.forEach(
        cell -> row.add(cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>")));
    return row.toString();
  }

  /** The page as one HTML file without scripts that loads nothing. */
  public String html() {
    Html html = new Html();
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", CONTENT_POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title).style(CSS);
    html.closeLine().open("body").open("main").element("h1", title);
    blocks.forEach(block -> write(block, html));
    return html.closeLine().closeLine().closeLine().page();
  }

  private static void write(Block block, Html html) {
    if (block instanceof Heading heading) {
      html.element("h2", heading.text(), "id", heading.text().split(" ")[0]);
    } else if (block instanceof Paragraph paragraph) {
      html.element("p", paragraph.text());
    } else if (block instanceof Listing listing) {
      html.element("pre", String.join("\n", listing.lines()));
    } else if (block instanceof Table table) {
      html.open("div").open("table").open("thead");
      row(table.header(), "th", html);
      html.closeLine().open("tbody");
      table.rows().forEach(row -> row(row, "td", html));
      html.closeLine().closeLine().closeLine();
    }
  }

  private static void row(List<String> cells, String tag, Html html) {
    html.open("tr");
    for (String cell : cells) {
      html.open(tag);
      String[] lines = cell.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          html.empty("br");
        }
        html.text(lines[i]);
      }
      html.close();
    }
    html.closeLine();
  }
}
