package org.xinheng.app.paper;

/** How printed pages look: A4, black on white, for pens and copiers. Fonts are those of the reader's system. */
final class PaperStyle {

  static final String CSS = """
      @page { size: A4; margin: 14mm 15mm 13mm; }
      * { box-sizing: border-box; }
      html { -webkit-text-size-adjust: 100%; }
      body {
        margin: 0 auto; padding: 14mm 15mm; width: 210mm; background: #fff; color: #111;
        font: 11pt/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "PingFang SC", "Hiragino Sans GB",
          "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif;
        print-color-adjust: exact; -webkit-print-color-adjust: exact;
      }
      @media print { body { width: auto; padding: 0; } .sheet { break-after: page; } .sheet:last-child { break-after: auto; } }
      @media screen { .sheet + .sheet { margin-top: 14mm; padding-top: 14mm; border-top: 1px solid #bbb; } }
      h1 { margin: 0 0 3mm; font-size: 17pt; line-height: 1.25; font-weight: 650; }
      h2 { margin: 5mm 0 1.5mm; font-size: 12pt; font-weight: 650; break-after: avoid; }
      p { margin: 0 0 2mm; }
      ul { margin: 0 0 2mm; padding-left: 5mm; }
      li { margin: .6mm 0; }
      bdi { unicode-bidi: isolate; }
      .part { break-inside: avoid; }
      .gap { display: inline-block; min-width: 34mm; border-bottom: 1px solid #333; text-align: right; line-height: 1.25; }
      .gap small { font-size: 7.5pt; color: #666; }
      .cut { margin-top: 6mm; padding-top: 4mm; border-top: 1px dashed #555; break-inside: avoid; }
      .cut h2 { margin-top: 0; }
      .fields { display: flex; flex-wrap: wrap; gap: 0 6mm; }
      .field { margin: 1mm 0; break-inside: avoid; }
      .field.blank { display: flex; align-items: flex-end; flex: 1 1 76mm; }
      .field.blank .line { flex: 1; min-width: 18mm; margin-left: 2mm; border-bottom: 1px solid #555; }
      .field.lines, .field.choice { flex: 1 1 100%; }
      .ruled { height: 7.5mm; border-bottom: 1px solid #999; }
      .options { display: inline-flex; flex-wrap: wrap; gap: .5mm 5mm; margin-left: 2mm; }
      .box { display: inline-block; width: 3.2mm; height: 3.2mm; margin-right: 1.4mm; border: 1px solid #333; vertical-align: -.3mm; }
      .talk { margin: 4mm 0 2mm; break-inside: avoid; }
      .short { display: inline-block; min-width: 26mm; border-bottom: 1px solid #555; }
      table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
      th { font-weight: 600; text-align: left; vertical-align: bottom; }
      th, td { padding: 1mm 1.6mm; }
      .ruling th, .ruling td { border: 1px solid #888; }
      .ruling td { height: 8mm; }
      .codes td, .codes th { border-bottom: 1px solid #ccc; }
      .codes code { white-space: nowrap; font-size: 8.5pt; }
      .person { display: flex; flex-wrap: wrap; gap: 1mm 7mm; margin: 0 0 3mm; padding: 1.5mm 0; border-top: 1.5px solid #111; border-bottom: 1px solid #999; }
      .person strong { font-weight: 650; }
      .instruction { margin-bottom: 3mm; }
      .columns { column-count: 2; column-gap: 9mm; }
      .block { break-inside: avoid; margin-bottom: 3mm; }
      .answers td, .answers th { border-bottom: 1px solid #ddd; }
      .answers thead th { font-size: 8pt; font-weight: 400; text-align: center; line-height: 1.2; }
      .answers tr { break-inside: avoid; }
      .answers .n { width: 9mm; text-align: right; font-variant-numeric: tabular-nums; }
      .answers .o { text-align: center; white-space: nowrap; }
      .answers .o.narrow { width: 15mm; }
      .circle { display: inline-block; min-width: 5.4mm; height: 5.4mm; padding: 0 .6mm; border: 1px solid #333; border-radius: 3mm;
        font-size: 8.5pt; line-height: 5.1mm; text-align: center; font-variant-numeric: tabular-nums; }
      .foot { margin-top: 4mm; font-size: 7.5pt; color: #555; }
      .grid { table-layout: fixed; font-size: 8pt; }
      .grid th, .grid td { border: 1px solid #888; padding: 0 .8mm; line-height: 1.15; }
      .grid thead th { padding: 1mm .8mm; font-weight: 400; text-align: center; vertical-align: top; font-size: 7.5pt; }
      .grid .no { width: 9mm; text-align: right; }
      .grid .who { width: 34mm; text-align: left; font-weight: 400; overflow: hidden; white-space: nowrap; }
      .grid td { text-align: center; word-spacing: .55mm; font-variant-numeric: tabular-nums; }
      .small { font-size: 8.5pt; line-height: 1.35; }
      """;

  private PaperStyle() {}
}
